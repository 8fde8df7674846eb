import { differences, type FilePath, withValue } from '../../models/doors/editing.ts';
import { catalogueFile, type Problem, problem } from '../../models/doors/scenario.ts';
import { STAFFING_ASK, type StaffingAsk } from '../../models/doors/study.ts';

/**
 * A question about a day of the catalogue, with what was changed of it, as what follows # in a
 * link: it reaches no server, and gives the question back wherever it is opened.
 */

export interface Linked {
  readonly day: string;
  /** The scenario file, changes included; undefined where there is no such day. */
  readonly file: unknown;
  readonly ask: StaffingAsk;
  readonly question: 'staff' | 'schedule';
}

/** Some programs cut longer links, characters. */
const MOST = 2_000;

const DEFINITIONS = ['F1', 'F2', 'F3', 'F4', 'F5'] as const;
/** What a link says. */
const KEYS = ['day', 'target', 'on', 'by', 'days', 'seed', 'question', 'set'];
const QUESTIONS = ['staff', 'schedule'] as const;
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

/** A value of a link that cannot be used, and what it must be. */
interface Unusable {
  readonly key: string;
  readonly text: string;
  readonly fr: string;
  readonly en: string;
}

/** So much of a value is shown, signs. */
const SHOWN = 40;

/** Reads the values of a link one by one: one that cannot be used is noted, the others stay. */
class Values {
  readonly unusable: Unusable[] = [];
  readonly #given: URLSearchParams;

  constructor(given: URLSearchParams) {
    this.#given = given;
    for (const key of new Set(given.keys()))
      if (!KEYS.includes(key))
        this.#refuse(key, 'ce réglage n’existe pas', 'there is no such setting');
  }

  #refuse(key: string, fr: string, en: string): void {
    this.unusable.push({ key, text: this.#given.get(key) ?? '', fr, en });
  }

  /** The value of `key`; `usual` where there is none, or `read` says null or throws. */
  read<T>(key: string, usual: T, read: (text: string) => T | null, fr: string, en: string): T {
    const text = this.#given.get(key);
    if (text === null) return usual;
    try {
      const value = read(text);
      if (value !== null) return value;
    } catch {
      // It is another kind of thing.
    }
    this.#refuse(key, fr, en);
    return usual;
  }

  /** What could not be used, in one sentence; null: all was. */
  get problem(): Problem | null {
    if (this.unusable.length === 0) return null;
    const [fr, en] = (['fr', 'en'] as const).map((language) =>
      this.unusable
        .map((one) => `${one.key}=${one.text.slice(0, SHOWN)} (${one[language]})`)
        .join(', '),
    );
    const isOne = this.unusable.length === 1;
    const { key } = this.unusable[0] as Unusable;
    return problem(
      'E_RANGE',
      key,
      `Dans ce lien, ${fr} ne ${isOne ? 'peut' : 'peuvent'} pas servir ; le reste est repris.`,
      `In this link, ${en} cannot be used; the rest is taken.`,
    );
  }
}

/** NaN of what is no plain number: nothing is taken for 0. */
const numberIn = (text: string): number =>
  /^\d*\.?\d+(?:e-?\d+)?$/.test(text) ? Number(text) : Number.NaN;

function shareIn(text: string): number | null {
  const share = numberIn(text);
  return share > 0 && share < 1 ? share : null;
}

function targetIn(text: string): StaffingAsk['target'] | null {
  const [part = '', within = '', named = 'F3', ...more] = text.split('/');
  const [share, targetS] = [shareIn(part), numberIn(within)];
  const definition = DEFINITIONS.find((one) => one === named);
  if (share === null || definition === undefined || more.length > 0) return null;
  return targetS <= 86_400 ? { kind: 'serviceLevel', definition, share, targetS } : null;
}

function horizonIn(text: string): Pick<StaffingAsk, 'by' | 'joint'> | null {
  const by = HORIZONS.find((one) => one === text.replace('+', ''));
  return by === undefined ? null : { by, joint: by === 'interval' && text.endsWith('+') };
}

function daysIn(text: string): number | null {
  const days = numberIn(text);
  return Number.isInteger(days) && days >= 20 && days <= 20_000 ? days : null;
}

function askIn(values: Values): StaffingAsk {
  const { by, days, joint, on, seed, target } = STAFFING_ASK;
  return {
    ...STAFFING_ASK,
    target: values.read(
      'target',
      target,
      targetIn,
      'il faut part/secondes/définition, la part entre 0 et 1, de F1 à F5 : 0.8/20/F3',
      'it must be share/seconds/definition, the share between 0 and 1, from F1 to F5: 0.8/20/F3',
    ),
    on: values.read(
      'on',
      on,
      shareIn,
      'il faut une part des jours entre 0 et 1 : 0.8',
      'it must be a share of days between 0 and 1: 0.8',
    ),
    ...values.read(
      'by',
      { by, joint },
      horizonIn,
      'il faut interval, interval+, day ou month',
      'it must be interval, interval+, day or month',
    ),
    days: values.read(
      'days',
      days,
      daysIn,
      'il faut un nombre entier de 20 à 20000',
      'it must be a whole number from 20 to 20000',
    ),
    seed: values.read('seed', seed, (text) => text.slice(0, 64), '', ''),
  };
}

/** The question that a link holds, and what of it cannot be used; null where it holds none. */
export function linked(text: string): (Linked & { readonly problem: Problem | null }) | null {
  const given = new URLSearchParams(text);
  if (!KEYS.some((key) => given.has(key))) return null;
  const values = new Values(given);
  const asIs = values.read(
    'day',
    undefined,
    (day) => catalogueFile(day) ?? null,
    'il faut le nom d’une journée du catalogue',
    'it must be the name of a day of the catalogue',
  );
  const ask = askIn(values);
  const question = values.read(
    'question',
    'staff' as const,
    (asked) => QUESTIONS.find((one) => one === asked) ?? null,
    'il faut staff ou schedule',
    'it must be staff or schedule',
  );
  const file = values.read(
    'set',
    asIs,
    (set) => (asIs === undefined ? undefined : changed(asIs, set)),
    'ces changements ne se lisent pas',
    'these changes cannot be read',
  );
  return { day: given.get('day') ?? '', file, ask, question, problem: values.problem };
}
