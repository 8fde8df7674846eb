import type { Difference } from '../../kernel/tally.ts';
import { isLevel } from '../../scenario/by-interval.ts';
import { meanS } from '../../scenario/cost.ts';
import { type ContactType, inInterval, type Law, type Scenario } from '../../scenario/scenario.ts';
import { compareDays, type Figure, figuresOf } from '../compare.ts';
import type { DayRow } from '../rows.ts';
import type { StaffingAnswer } from './answer.ts';
import { erlangValue } from './erlang-rule.ts';
import { measureOf } from './question.ts';
import { type Asking, judgedOn } from './seen.ts';

/**
 * Why Erlang and the simulation differ: what the formula leaves out, put back one after the other
 * on the same callers, with the agents required. Each step is what its assumption is worth where
 * it stands: another order would share the gap out otherwise, and has the same ends.
 */

const ASSUMPTIONS = [
  /** Erlang C: patient callers. */
  'erlangC',
  /** Erlang A: exponential patience. */
  'patience',
  /** A day with a beginning, an end and intervals that hand on to each other. */
  'transients',
  'handlingLaw',
  'patienceLaw',
  /** Day and interval factors, bursts. */
  'factors',
  'returns',
  /** Absences, breaks, agents of different speed. */
  'absences',
  'skills',
  'arbitration',
] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];

export interface GapStep {
  readonly assumption: Assumption;
  /** The measure asked for, over the day, from here on. */
  readonly value: Figure;
  /** Less that of the step before; of two simulated steps on the same callers. */
  readonly step: Difference | null;
}

const exponential = (mean: number): Law =>
  mean > 0 && mean < Number.POSITIVE_INFINITY
    ? { law: 'exponential', meanS: mean }
    : mean > 0
      ? { law: 'infinite' }
      : { law: 'deterministic', valueS: 0 };

const never = ({ delay }: ContactType['redial']): ContactType['redial'] => ({
  delay,
  probability: 0,
});

type Change = (scenario: Scenario, full: Scenario) => Scenario;

const eachType =
  (change: (type: ContactType, full: ContactType) => ContactType): Change =>
  (scenario, full) => ({
    ...scenario,
    types: scenario.types.map((type, t) => change(type, full.types[t] as ContactType)),
  });

/** How long a call takes of an agent: the mean, and how many times that by its interval. */
type Lasting = { readonly meanS: number; readonly factor: ContactType['handlingFactor'] };

function lasting({ handling, handlingFactor, wrapUp, wrapUpFactor }: ContactType): Lasting {
  const [talkS, afterS] = [meanS(handling), meanS(wrapUp)];
  const all = talkS + afterS;
  if (all === 0 || isLevel(handlingFactor, wrapUpFactor)) return { meanS: all, factor: 1 };
  const intervals = Math.max(...[handlingFactor, wrapUpFactor].map((one) => [one].flat().length));
  const factor = Array.from({ length: intervals }, (_, i) => {
    const here = talkS * inInterval(handlingFactor, i) + afterS * inInterval(wrapUpFactor, i);
    return here / all;
  });
  return { meanS: all, factor };
}

/** What a formula sees of a day, played: exponential times, first calls, everybody knows all. */
function bare(full: Scenario, handling: (t: number) => Lasting): Scenario {
  const { arbitration: _arbitration, ...rest } = full;
  const skills = full.types.map(({ id }) => ({ type: id, priority: 1, afterS: 0, speed: 1 }));
  return {
    ...rest,
    arrivals: { ...full.arrivals, busynessCv: 0, intervalCv: 0 },
    types: full.types.map((type, t) => {
      const { need: _need, ...plain } = type;
      return {
        ...plain,
        bursts: [],
        headStartS: 0,
        handling: exponential(handling(t).meanS),
        handlingFactor: handling(t).factor,
        wrapUp: exponential(0),
        wrapUpFactor: 1,
        patience: exponential(meanS(type.patience)),
        redial: never(type.redial),
        retry: never(type.retry),
        repeat: never(type.repeat),
      };
    }),
    groups: full.groups.map(({ policy: _policy, ...group }) => ({
      ...group,
      skills,
      speed: 1,
      speedCv: 0,
      shrinkage: 0,
      breaks: [],
    })),
  };
}

/** What puts each assumption's truth back. */
const CHANGES: Readonly<Partial<Record<Assumption, Change>>> = {
  handlingLaw: (scenario, full) =>
    full.arbitration === undefined
      ? eachType((type, { handling, handlingFactor, wrapUp, wrapUpFactor }) => ({
          ...type,
          ...{ handling, handlingFactor, wrapUp, wrapUpFactor },
        }))(scenario, full)
      : scenario,
  patienceLaw: eachType((type, { patience }) => ({ ...type, patience })),
  factors: (scenario, full) => ({
    ...eachType((type, { bursts }) => ({ ...type, bursts }))(scenario, full),
    arrivals: full.arrivals,
  }),
  returns: eachType((type, { redial, repeat, retry }) => ({ ...type, redial, repeat, retry })),
  absences: (scenario, full) => ({
    ...scenario,
    groups: scenario.groups.map((group, g) => {
      const { breaks, shrinkage, speedCv } = full.groups[g] as Scenario['groups'][number];
      return { ...group, breaks, shrinkage, speedCv };
    }),
  }),
  skills: (scenario, full) => ({
    ...eachType((type, { headStartS }) => ({ ...type, headStartS }))(scenario, full),
    groups: scenario.groups.map((group, g) => {
      const { skills, speed } = full.groups[g] as Scenario['groups'][number];
      return { ...group, skills, speed };
    }),
    routing: full.routing,
  }),
  arbitration: (_scenario, full) => full,
};

/** The scenarios on the way, those that change nothing left out. */
function stepsBetween(full: Scenario, handlingS: number): [Assumption, Scenario][] {
  const arbitrated = full.arbitration !== undefined;
  const of = (t: number): Lasting =>
    arbitrated ? { meanS: handlingS, factor: 1 } : lasting(full.types[t] as ContactType);
  let now = bare(full, of);
  const steps: [Assumption, Scenario][] = [['transients', now]];
  for (const assumption of ASSUMPTIONS) {
    const next = CHANGES[assumption]?.(now, full) ?? now;
    if (JSON.stringify(next) === JSON.stringify(now)) continue;
    now = next;
    steps.push([assumption, now]);
  }
  return steps;
}

const known = (mean: number): Figure => ({
  mean: Number.isFinite(mean) ? mean : null,
  halfWidth: null,
  n: 0,
});

const between = (a: number | null, b: number | null): Difference | null =>
  a === null || b === null ? null : { mean: b - a, halfWidth: 0, n: 0, gain: Number.NaN };

/** From Erlang's promise for the agents required to what they reach. */
export function* gapOf(answer: StaffingAnswer): Asking<GapStep[]> {
  const { ask, intervals, scenario, staffing } = answer;
  const name = measureOf(ask.target);
  const loads = intervals.map(({ load }) => load);
  const present = loads.map((_, i) =>
    staffing.reduce((sum, staff, g) => {
      const away = scenario.groups[g]?.shrinkage ?? 0;
      return sum + (staff[i] ?? 0) * (1 - away);
    }, 0),
  );
  const patient = loads.map((load) => ({ ...load, patienceS: Number.POSITIVE_INFINITY }));
  const short = scenario.serviceLevel.shortAbandonS;
  const formulas = [patient, loads].map((each) => erlangValue(each, present, ask.target, short));
  const [c, a] = formulas.map(known) as [Figure, Figure];
  const steps: GapStep[] = [{ assumption: 'erlangC', value: c, step: null }];
  if (loads.some(({ patienceS }) => patienceS < Number.POSITIVE_INFINITY))
    steps.push({ assumption: 'patience', value: a, step: between(c.mean, a.mean) });
  const calls = loads.reduce((sum, { lengthS, rate }) => sum + rate * lengthS, 0);
  const work = loads.reduce((sum, one) => sum + one.rate * one.lengthS * one.handlingS, 0);
  const played = stepsBetween(scenario, calls === 0 ? 0 : work / calls);
  const trials = played.map(([, one]) => judgedOn(one, staffing, ask, ask.days, true));
  const seen = yield { trials, planned: trials.length * ask.days };
  let before: readonly DayRow[] | null = null;
  played.forEach(([assumption], k) => {
    const rows = seen[k]?.rows ?? [];
    const value = figuresOf(rows, 1 - ask.alpha)[name] ?? known(Number.NaN);
    const step =
      before === null
        ? between(steps.at(-1)?.value.mean ?? null, value.mean)
        : (compareDays(rows, before, 1 - ask.alpha)[name] ?? null);
    // What was put back and changed no day is no step.
    const isSame = before !== null && step?.mean === 0 && step.halfWidth === 0;
    if (!isSame) steps.push({ assumption, value, step });
    before = rows;
  });
  return steps;
}
