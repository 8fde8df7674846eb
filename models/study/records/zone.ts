import { plain } from '../../scenario/untrusted.ts';
import { type Problem, problem } from '../../words/problem.ts';
import type { LocalOf } from './moments.ts';

/** The clock of a place, by its name among those of the IANA: Europe/Paris. */

/** What a platform has to tell of an instant there, each in digits (an Intl.DateTimeFormat). */
export const ZONE_PARTS = {
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
} as const;

type PartsOf = (ms: number) => readonly { readonly type: string; readonly value: string }[];

/**
 * @param partsOf what the platform tells of instants in this zone; throws where it knows none of
 *   that name
 */
export function localOfZone(zone: string, partsOf: (zone: string) => PartsOf): LocalOf | Problem {
  let parts: PartsOf;
  try {
    parts = partsOf(zone);
  } catch {
    const shown = plain(zone, 40);
    return problem(
      'E_UNKNOWN',
      'zone',
      `« ${shown} » n’est pas un fuseau connu ; il faut un nom comme Europe/Paris.`,
      `"${shown}" is not a known time zone; it must be a name such as Europe/Paris.`,
    );
  }
  return (ms) => {
    const found: Record<string, string> = {};
    for (const { type, value } of parts(ms)) found[type] = value;
    const of = (part: string): number => Number(found[part]);
    return {
      day: `${found['year']}-${found['month']}-${found['day']}`,
      seconds: of('hour') * 3_600 + of('minute') * 60 + of('second'),
    };
  };
}
