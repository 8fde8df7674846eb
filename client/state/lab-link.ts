import { differences, type FilePath, withValue } from '../../models/doors/editing.ts';
import { catalogueFile } from '../../models/doors/scenario.ts';
import { STAFFING_ASK, type StaffingAsk } from '../../models/doors/study.ts';

/**
 * A question about a day of the catalogue, with what was changed of it, as what follows # in a
 * link: it reaches no server, and gives the question back wherever it is opened.
 */

export interface Linked {
  readonly day: string;
  /** The scenario file, changes included. */
  readonly file: unknown;
  readonly ask: StaffingAsk;
  readonly question: 'staff' | 'schedule';
}

/** Some programs cut longer links, characters. */
const MOST = 2_000;

const DEFINITIONS = ['F1', 'F2', 'F3', 'F4', 'F5'] as const;
const HORIZONS = ['interval', 'day', 'month'] as const;

/** What follows the step in a link; null where the changes are too many for one. */
export function linkOf({ ask, day, file, question }: Linked): string | null {
  const given = new URLSearchParams({ day });
  if (question !== 'staff') given.set('question', question);
  if (ask.target.kind !== 'serviceLevel') return null;
  const { definition, share, targetS } = ask.target;
  given.set('target', [share, targetS, definition].join('/'));
  given.set('on', String(ask.on));
  given.set('by', ask.by + (ask.joint ? '+' : ''));
  if (ask.days !== STAFFING_ASK.days) given.set('days', String(ask.days));
  if (ask.seed !== STAFFING_ASK.seed) given.set('seed', ask.seed);
  const changes = differences(catalogueFile(day), file).map(({ after, path }) =>
    after === undefined ? [path] : [path, after],
  );
  if (changes.length > 0) given.set('set', JSON.stringify(changes));
  const text = given.toString();
  return text.length <= MOST ? text : null;
}

function changed(file: unknown, text: string): unknown {
  const changes = JSON.parse(text) as [FilePath, unknown?][];
  // From the last to the first: an item that is taken out moves those behind it.
  return changes.reduceRight((now, [path, after]) => withValue(now, path, after), file);
}

/** The room whose scenario a link asks for; '' where it asks for none. */
export const roomIn = (text: string): string => new URLSearchParams(text).get('room') ?? '';

/** The question that a link holds; null where it holds none that can be understood. */
export function linked(text: string): Linked | null {
  const given = new URLSearchParams(text);
  const day = given.get('day') ?? '';
  const file = catalogueFile(day);
  if (file === undefined) return null;
  const [share = '', within = '', named = 'F3'] = (given.get('target') ?? '').split('/');
  const definition = DEFINITIONS.find((one) => one === named);
  const horizon = (given.get('by') ?? 'interval').replace('+', '');
  const by = HORIZONS.find((one) => one === horizon);
  const [part, targetS, on] = [Number(share), Number(within), Number(given.get('on'))];
  const days = Number(given.get('days') ?? STAFFING_ASK.days);
  if (definition === undefined || by === undefined) return null;
  if (!(part > 0 && part < 1 && on > 0 && on < 1 && targetS >= 0 && targetS <= 86_400)) return null;
  if (!(Number.isInteger(days) && days >= 20 && days <= 20_000)) return null;
  const joint = by === 'interval' && (given.get('by') ?? '').endsWith('+');
  const seed = (given.get('seed') ?? STAFFING_ASK.seed).slice(0, 64);
  const target = { kind: 'serviceLevel', definition, share: part, targetS } as const;
  const question = given.get('question') === 'schedule' ? 'schedule' : 'staff';
  try {
    const set = given.get('set');
    const now = set === null ? file : changed(file, set);
    return {
      day,
      file: now,
      ask: { ...STAFFING_ASK, target, on, by, joint, days, seed },
      question,
    };
  } catch {
    return null;
  }
}
