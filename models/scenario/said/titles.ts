import { TITLES_ARBITRATION } from './titles-arbitration.ts';
import { TITLES_CENTRE } from './titles-centre.ts';

/** What a field of a scenario file is called, in both languages: on a form, and in a report. */

interface Title {
  readonly fr: string;
  readonly en: string;
}

export const TITLES = { ...TITLES_CENTRE, ...TITLES_ARBITRATION };

const RETURNS = ['redial', 'retry', 'repeat'];
/** Where a law stands; below are its parameters. */
const LAWS = /^(?:types\.(?:handling|wrapUp|patience)|return\.delay)\.(.+)$/;

/**
 * The name under which the tables know the field at a path of the file: positions in lists are
 * left out, those in rows of fixed length kept; what stands in several places has one name.
 */
export function spoken(path: readonly (string | number)[]): string {
  const [first, , third] = path;
  const kept = path.filter((step, i) => {
    if (typeof step === 'string') return true;
    return path[0] === 'arbitration' && i === 3 && path[2] !== 'peaksMin';
  });
  if (first === 'types' && RETURNS.includes(String(third)) && kept.length > 2)
    kept.splice(0, 2, 'return');
  if (first === 'groups' && third === 'policy' && kept.length > 2) kept.splice(0, 1, 'arbitration');
  const name = kept.join('.');
  const law = LAWS.exec(name);
  return law === null ? name : `law.${law[1]}`;
}

/** What a form calls the field at a path of the file. */
export const titleOf = (path: readonly (string | number)[]): Title => {
  const [fr, en] = TITLES[spoken(path)] ?? [];
  const own = String(path.at(-1) ?? '');
  return { fr: fr ?? own, en: en ?? own };
};

/** Lists of a file, whose items stand in paths by their id. */
const LISTS = ['types', 'groups'];

/**
 * What the number at a path as --set takes it is called where it stands alone: the part that it
 * belongs to, then its own name. « Patience : moyenne ».
 */
export function titleAlone(path: string): Title {
  const [first = '', second = '', ...rest] = path.split('.');
  const isItem = LISTS.includes(first);
  // Items of a list within an item have no id: they stand in paths by their place.
  const steps = isItem ? [first, 0, ...rest.map(placed)] : [first, second, ...rest];
  const own = titleOf(steps);
  const above = steps.slice(0, -1);
  if (isItem && above.length === 2) return own;
  const part = titleOf(above);
  return {
    fr: `${part.fr} : ${lower(own.fr)}`,
    en: `${part.en}: ${lower(own.en)}`,
  };
}

const placed = (step: string): string | number => (/^\d+$/.test(step) ? Number(step) : step);

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
