import type { StaffingAsk } from '../../../models/doors/study.ts';

/** One interval of the day, as it is drawn. */
export interface Step {
  /** Clock times, ms after midnight. */
  readonly from: number;
  readonly to: number;
  readonly middle: number;
  /** Agents required, all groups together. */
  readonly agents: number;
  /** What it is held against: the formula asked for; of a schedule, what is required. */
  readonly against: number;
  /** Share of days on which the interval's target holds. */
  readonly holds: number;
  /** That share is below what is asked, as far as days tell. */
  readonly fails: boolean;
  /** First calls expected an hour. */
  readonly perHour: number;
  readonly says: string;
}

const MINUTE_MS = 60_000;

/** ms after midnight, of HH:MM. */
export function openingMs(opensAt: string): number {
  const [hours = 0, minutes = 0] = opensAt.split(':').map(Number);
  return (60 * hours + minutes) * MINUTE_MS;
}

/** What is drawn of a requirement, whether just answered or printed. */
export interface Drawn {
  readonly answer: {
    readonly ask: Pick<StaffingAsk, 'on' | 'rule'>;
    readonly scenario: { readonly day: { readonly opensAt: string } };
    readonly intervals: readonly DrawnStep[];
  };
  /** The schedule as it is written: it is drawn, against what is required. */
  readonly planned?: { readonly intervals: readonly DrawnStep[] };
}

interface DrawnStep {
  readonly groups: readonly { readonly agents: number }[];
  readonly load: { readonly lengthS: number; readonly rate: number };
  readonly own: { readonly share: number; readonly high?: number };
  readonly verdict?: string;
  readonly rules: Readonly<Record<StaffingAsk['rule'], number>>;
}

/** The formula a requirement is held against, as the table of it is headed too. */
export const ruleOf = ({ answer }: Drawn): string => answer.ask.rule.toUpperCase();

const agentsOf = (step: DrawnStep | undefined): number =>
  (step?.groups ?? []).reduce((sum, { agents }) => sum + agents, 0);

/** The steps of a requirement. `say` puts one in words. */
export function stepsOf(
  { answer, planned }: Drawn,
  say: (agents: number, step: Omit<Step, 'says'>) => string,
): Step[] {
  const { ask, intervals, scenario } = answer;
  let at = openingMs(scenario.day.opensAt);
  return (planned ?? answer).intervals.map((drawn, i) => {
    const { load, own, rules, verdict } = drawn;
    const from = at;
    at += load.lengthS * 1_000;
    const agents = agentsOf(drawn);
    const step = {
      ...{ from, to: at, middle: (from + at) / 2, agents },
      against: planned === undefined ? rules[ask.rule] : agentsOf(intervals[i]),
      holds: own.share,
      fails: verdict === undefined ? (own.high ?? 1) < ask.on : verdict === 'fails',
      perHour: load.rate * 3_600,
    };
    return { ...step, says: say(agents, step) };
  });
}

const HOURS = [0.25, 0.5, 1, 2, 3, 4, 6, 12, 24].map((hours) => hours * 60 * MINUTE_MS);
/** Width that one time of day needs, pixels. */
const ROOM = 56;

/** Round times of day to be written under so many pixels, ms after midnight. */
export function hoursOf(steps: readonly Step[], width: number): number[] {
  const [from, to] = [steps[0]?.from ?? 0, steps.at(-1)?.to ?? 0];
  const every =
    HOURS.find((one) => ((to - from) / one) * ROOM <= width) ?? (HOURS.at(-1) as number);
  const first = Math.ceil(from / every) * every;
  return Array.from({ length: Math.floor((to - first) / every) + 1 }, (_, i) => first + i * every);
}
