import type { Scenario } from '../../scenario/scenario.ts';
import type { Probability } from './probability.ts';
import { boundOf, type StaffingAsk, type Target } from './question.ts';
import { type Asking, judgedOn, type Staffing } from './seen.ts';
import { Standing } from './standing.ts';

/**
 * The same callers another day: a staffing that was answered, with another target, another volume,
 * or other agents in one interval. It says how often that holds; it looks for nothing.
 */

export interface DayChange {
  /** What the measure is held to: a share, or seconds (`boundOf`). */
  readonly bound: number;
  /** On which share of days. */
  readonly on: number;
  /** Calls, as a multiple of those expected. */
  readonly volume: number;
  /** Agents more (or fewer, below 0) of one group in one interval. */
  readonly agents: number;
  readonly group: number;
  readonly interval: number;
}

export interface AnotherDay {
  readonly whole: Probability;
  /** Whether that is on days enough. */
  readonly holds: boolean;
}

/** Nothing changed. */
export const noChange = ({ on, target }: StaffingAsk): DayChange => ({
  bound: boundOf(target),
  on,
  volume: 1,
  agents: 0,
  group: 0,
  interval: 0,
});

function withBound(target: Target, bound: number): Target {
  if (target.kind === 'serviceLevel') return { ...target, share: bound };
  return target.kind === 'asa' ? { ...target, mostS: bound } : { ...target, most: bound };
}

/** The question of another day. */
export const changedAsk = (ask: StaffingAsk, { bound, on }: DayChange): StaffingAsk => ({
  ...ask,
  target: withBound(ask.target, bound),
  on,
});

const times = (profile: number | number[], scaled: (one: number) => number) =>
  Array.isArray(profile) ? profile.map(scaled) : scaled(profile);

/** The scenario of another day. */
export const changedVolume = (scenario: Scenario, { volume }: DayChange): Scenario => {
  const scaled = (rate: number): number => rate * volume;
  const { trace } = scenario;
  return {
    ...scenario,
    ...(trace === undefined ? {} : { trace: { ...trace, volume: times(trace.volume, scaled) } }),
    types: scenario.types.map((type) => ({
      ...type,
      perHour: times(type.perHour, scaled),
    })),
  };
};

/** The staffing of another day; nobody is taken away where nobody is. */
const changedStaffing = (staffing: Staffing, change: DayChange): Staffing =>
  staffing.map((group, g) =>
    group.map((n, i) =>
      g === change.group && i === change.interval ? Math.max(0, n + change.agents) : n,
    ),
  );

/** How often it holds. */
export function* anotherDay(
  scenario: Scenario,
  ask: StaffingAsk,
  staffing: Staffing,
  change: DayChange,
): Asking<AnotherDay> {
  const asked = changedAsk(ask, change);
  const trial = judgedOn(changedVolume(scenario, change), changedStaffing(staffing, change), asked);
  const [seen] = yield { trials: [trial], planned: asked.days };
  const standing = new Standing(asked, seen?.margins ?? []);
  return { whole: standing.probability, holds: standing.share >= asked.on };
}
