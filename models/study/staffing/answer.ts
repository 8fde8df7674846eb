import { inInterval, type Scenario } from '../../scenario/scenario.ts';
import { figuresOf } from '../compare.ts';
import type { DayRow } from '../rows.ts';
import { withShrinkage } from '../theory/erlang.ts';
import { agentsFor, erlangCFor, ruled, valueIn } from './erlang-rule.ts';
import type { Move, Tried } from './moves.ts';
import { after } from './moves.ts';
import { type Probability, probabilityOf, type Verdict, verdictsOf } from './probability.ts';
import { asAsked, RULES, type Rule, type StaffingAsk } from './question.ts';
import { Runs, search } from './search.ts';
import { type Asking, judgedOn, type Staffing, staffWritten, trialOf } from './seen.ts';
import { metOn, Standing } from './standing.ts';
import { type Load, loadsOf } from './traffic.ts';

/** The requirement of a scenario, in probabilities; beside it what Erlang's formulas ask for. */

/** With so many agents of a group in an interval, all else as required. */
export interface Chance {
  /** That the interval's own target holds. */
  readonly own: Probability;
  /** That all that is asked holds. */
  readonly whole: Probability;
}

export interface GroupNeed {
  readonly agents: number;
  /** Positions to plan, so that these are there. */
  readonly positions: number;
  /** With one agent less, and one more; null where there can be none. */
  readonly fewer: Chance | null;
  readonly more: Chance | null;
}

export interface IntervalNeed {
  readonly load: Load;
  /** Of each group. */
  readonly groups: readonly GroupNeed[];
  /** With the agents required. */
  readonly own: Probability;
  /** Whether that is on days enough, all intervals judged at once. */
  readonly verdict: Verdict;
  /** Agents that Erlang C asks for, and each rule with patience. */
  readonly erlangC: number;
  readonly rules: Readonly<Record<Rule, number>>;
  /** What the formula promises of the agents required, by the measure asked for; null: no value. */
  readonly promised: number | null;
}

export interface StaffingAnswer {
  readonly scenario: Scenario;
  readonly ask: StaffingAsk;
  readonly staffing: Staffing;
  /** Whether it holds: with the most agents allowed it may not. */
  readonly holds: boolean;
  /** What is asked; all intervals at once; the day as a whole. */
  readonly whole: Probability;
  readonly jointly: Probability;
  readonly wholeDay: Probability;
  readonly intervals: readonly IntervalNeed[];
  /** Agents required and positions, over the day, hours. */
  readonly agentHours: number;
  readonly positionHours: number;
  /** Of each day that judged it, with the agents required. */
  readonly rows: readonly DayRow[];
  /** Staffings tried, and days played in all. */
  readonly tried: number;
  readonly played: number;
}

/** Days from which the handling time of arbitrated talks is taken. */
const PILOT_DAYS = 20;

/** The loads that formulas are given; where talks are arbitrated, days tell how long they last. */
function* loadsSeen(runs: Runs): Asking<Load[]> {
  const { ask, scenario } = runs;
  if (scenario.arbitration === undefined) return loadsOf(scenario, null);
  const [seen] = yield {
    trials: [trialOf(scenario, staffWritten(scenario), ask, PILOT_DAYS, true)],
    planned: PILOT_DAYS,
  };
  runs.played += PILOT_DAYS;
  return loadsOf(scenario, figuresOf(seen?.rows ?? [])['averageHandlingTime']?.mean ?? null);
}

/** A formula's agents, shared out among groups as the scenario shares out its own. */
function shared(scenario: Scenario, agents: readonly number[], ask: StaffingAsk): Staffing {
  const { groups } = scenario;
  const most = Math.max(0, ...agents);
  const wanted = ask.level ? agents.map(() => most) : agents;
  return groups.map((group) =>
    wanted.map((all, i) => {
      const here = groups.map(({ staff }) => inInterval(staff, i));
      const sum = here.reduce((total, one) => total + one, 0);
      const own = inInterval(group.staff, i);
      const part = groups.length === 1 ? 1 : sum === 0 ? 1 / groups.length : own / sum;
      const there = Math.ceil(all * part - 1e-9);
      const n = there === 0 ? 0 : withShrinkage(there, group.shrinkage);
      return Math.max(ask.least, Math.min(ask.most, n));
    }),
  );
}

/** A staffing, on days that had no part in finding it. */
export interface Judged {
  readonly standing: Standing;
  readonly rows: readonly DayRow[];
  /** With an agent less, and one more, interval by interval and group by group. */
  readonly fewer: readonly Tried[];
  readonly more: readonly Tried[];
}

export function* judge(runs: Runs, staffing: Staffing): Asking<Judged> {
  const { margins, rows } = yield* runs.one(staffing, judgedOn);
  const fewer = yield* runs.moves(staffing, -1, judgedOn);
  const more = yield* runs.moves(staffing, 1, judgedOn);
  return { standing: new Standing(runs.ask, margins), rows, fewer, more };
}

const chanceOf = (standing: Standing, tried: Tried, interval: number, ask: StaffingAsk): Chance => {
  const { days } = standing;
  const { share } = after(standing, tried);
  const own = metOn(tried.seen.margins[interval] as Float64Array);
  return {
    own: probabilityOf(own, days, ask.alpha),
    whole: probabilityOf(Math.round(share * days), days, ask.alpha),
  };
};

const isOf = (group: number, i: number, { move }: { readonly move: Move }): boolean =>
  move.group === group && move.from <= i && i < move.to;

function intervalsOf(
  staffing: Staffing,
  { fewer, more, standing }: Judged,
  loads: readonly Load[],
  runs: Runs,
): IntervalNeed[] {
  const { ask, scenario } = runs;
  const short = scenario.serviceLevel.shortAbandonS;
  const rules = RULES.map((rule) => ruled(loads, rule));
  const owns = loads.map((_, i) => standing.ofInterval(i));
  const verdicts = verdictsOf(owns, ask);
  return loads.map((load, i): IntervalNeed => {
    const groups = staffing.map((staff, g): GroupNeed => {
      const agents = staff[i] ?? 0;
      const [less, extra] = [fewer, more].map((all) => all.find((one) => isOf(g, i, one)));
      return {
        agents,
        positions: agents === 0 ? 0 : withShrinkage(agents, ask.shrinkage),
        fewer: less === undefined ? null : chanceOf(standing, less, i, ask),
        more: extra === undefined ? null : chanceOf(standing, extra, i, ask),
      };
    });
    const present = staffing.reduce((sum, staff, g) => {
      const away = scenario.groups[g]?.shrinkage ?? 0;
      return sum + (staff[i] ?? 0) * (1 - away);
    }, 0);
    const promised = valueIn(load, present, ask.target, short);
    const byRule = RULES.map((rule, r) => {
      const at = rules[r]?.[i];
      return [rule, at === undefined ? 0 : agentsFor(at, ask.target, short)];
    });
    return {
      load,
      groups,
      own: owns[i] as Probability,
      verdict: verdicts[i] as Verdict,
      erlangC: erlangCFor(load, ask.target),
      rules: Object.fromEntries(byRule) as IntervalNeed['rules'],
      promised: Number.isFinite(promised) ? promised : null,
    };
  });
}

/** Hours of these agents, interval by interval; the last may be shorter. */
const hoursOf = (agents: readonly number[], { day }: Scenario): number =>
  agents.reduce((sum, n, i) => {
    const minutes = Math.min(day.intervalMin, day.lengthMin - i * day.intervalMin);
    return sum + (n * minutes) / 60;
  }, 0);

/** Hours of all agents of a staffing. */
export const dutyHours = (scenario: Scenario, staffing: Staffing): number =>
  staffing.reduce((sum, group) => sum + hoursOf(group, scenario), 0);

/** Answers a question: the requirement, and what is known of an agent less and one more. */
export function* staffingOf(asked: Scenario, ask: StaffingAsk): Asking<StaffingAnswer> {
  const scenario = asAsked(asked, ask);
  const runs = new Runs(scenario, ask);
  const loads = yield* loadsSeen(runs);
  const short = scenario.serviceLevel.shortAbandonS;
  const formula = ruled(loads, ask.rule).map((load) => agentsFor(load, ask.target, short));
  const { holds, staffing } = yield* search(runs, shared(scenario, formula, ask));
  return answerOf(runs, staffing, holds, loads, yield* judge(runs, staffing));
}

/** What is told of a staffing that was judged. */
export function answerOf(
  runs: Runs,
  staffing: Staffing,
  holds: boolean,
  loads: readonly Load[],
  judged: Judged,
): StaffingAnswer {
  const { ask, scenario } = runs;
  const { standing } = judged;
  const intervals = intervalsOf(staffing, judged, loads, runs);
  const hours = (of: (need: GroupNeed) => number): number =>
    hoursOf(
      intervals.map(({ groups }) => groups.reduce((sum, need) => sum + of(need), 0)),
      scenario,
    );
  return {
    scenario,
    ask,
    staffing,
    holds,
    whole: standing.probability,
    jointly: standing.jointly,
    wholeDay: standing.wholeDay,
    intervals,
    agentHours: hours(({ agents }) => agents),
    positionHours: hours(({ positions }) => positions),
    rows: judged.rows,
    tried: runs.tried,
    played: runs.played,
  };
}
