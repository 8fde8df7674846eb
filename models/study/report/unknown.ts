import type { Scenario } from '../../scenario/scenario.ts';
import type { Figures, Summary } from '../compare.ts';
import { NONE } from './numbers.ts';

/** Figures that a recorded day says nothing of, however often it is played. */

/** Whether a call is somebody's first: known where the records say who calls. */
const OF_CALLERS: ReadonlySet<string> = new Set([
  'firstAttempts',
  'repeatAttempts',
  'repeatAfterAbandoned',
  'repeatAfterBlocked',
  'repeatAfterServed',
  'repeatShare',
]);

/** Calls of a recorded day of which nobody knows whose they are, and of how many. */
export function callersUnknown({ trace }: Scenario): { unknown: number; calls: number } | null {
  if (trace === undefined) return null;
  const calls = trace.atS.length;
  const unknown = trace.atS.filter((_, i) => (trace.caller?.[i] ?? null) === null).length;
  return unknown === 0 ? null : { unknown, calls };
}

/** The figures of which something is known, the others without a value. */
function asKnown(figures: Figures, scenario: Scenario): Figures {
  if (callersUnknown(scenario) === null) return figures;
  return Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [name, OF_CALLERS.has(name) ? NONE : figure]),
  );
}

/** The same of a whole summary. */
export function summaryAsKnown(summary: Summary, scenario: Scenario): Summary {
  const all = (cuts: readonly Figures[]): Figures[] => cuts.map((one) => asKnown(one, scenario));
  return {
    ...summary,
    day: asKnown(summary.day, scenario),
    intervals: all(summary.intervals),
    types: all(summary.types),
    groups: all(summary.groups),
  };
}
