import { fewestAgents, patientLine } from '../theory/erlang.ts';
import { erlangA } from '../theory/impatient.ts';
import { offeredByInterval } from '../theory/offered.ts';
import { exponentialSurvival } from '../theory/survival.ts';
import type { Rule, Target } from './question.ts';
import type { Load } from './traffic.ts';

/**
 * What Erlang's formulas ask for, interval by interval (MODEL 12): each taken as if it lasted for
 * ever, at its own load (SIPP), at that of a handling time before (lagged), or at the mean number
 * busy if nobody ever waited (MOL). Erlang A where callers give up, C where they never do.
 */

/** The long run of so many agents under a load, as a target reads it; NaN where there is none. */
export function valueIn(load: Load, agents: number, target: Target, shortS = 0): number {
  const { handlingS, patienceS, rate } = load;
  // Nobody calls, or whoever does takes no time.
  if (rate === 0 || handlingS === 0) return target.kind === 'serviceLevel' ? 1 : 0;
  if (agents < 1) return Number.NaN;
  const line = { rate, handling: handlingS, agents };
  if (patienceS === Number.POSITIVE_INFINITY) {
    if (rate * handlingS >= agents) return Number.NaN;
    const { answeredWithin, asa } = patientLine(line);
    if (target.kind === 'serviceLevel') return answeredWithin(target.targetS);
    return target.kind === 'asa' ? asa : 0;
  }
  const within = target.kind === 'serviceLevel' ? target.targetS : 0;
  const { abandons, asa, levels } = erlangA(line, patienceS, within, shortS);
  if (target.kind === 'serviceLevel')
    return levels[target.definition.toLowerCase() as keyof typeof levels];
  return target.kind === 'asa' ? asa : abandons;
}

/**
 * The same over a day: each interval as it is for ever, weighed by its calls. NaN where one of them
 * has no long run: its line would grow without end.
 */
export function erlangValue(
  loads: readonly Load[],
  agents: readonly number[],
  target: Target,
  shortS: number,
): number {
  let [sum, calls] = [0, 0];
  loads.forEach((load, i) => {
    const here = load.rate * load.lengthS;
    if (here === 0) return;
    sum += here * valueIn(load, agents[i] ?? 0, target, shortS);
    calls += here;
  });
  return sum / calls;
}

const MOST = 1_000_000;

/** The fewest agents that meet the target under this load, for ever. */
export function agentsFor(load: Load, target: Target, shortS = 0): number {
  if (load.rate === 0) return 0;
  if (load.handlingS === 0) return 1;
  const meets = (agents: number): number => {
    const value = valueIn(load, agents, target, shortS);
    if (Number.isNaN(value)) return 0;
    if (target.kind === 'serviceLevel') return value >= target.share ? 1 : 0;
    return value <= (target.kind === 'asa' ? target.mostS : target.most) ? 1 : 0;
  };
  // Callers who give up let a centre of half its load settle; patient ones do not.
  const busy = load.rate * load.handlingS;
  const from = load.patienceS === Number.POSITIVE_INFINITY ? Math.floor(busy) : busy / 4;
  return Math.min(MOST, fewestAgents(meets, 1, Math.max(1, Math.floor(from))));
}

/** The load at which a rule takes each interval. */
export function ruled(loads: readonly Load[], rule: Rule): Load[] {
  if (rule === 'sipp' || loads.length === 0) return [...loads];
  const times = loads.map(({ lengthS }) => lengthS);
  const calls = loads.reduce((sum, { lengthS, rate }) => sum + rate * lengthS, 0);
  if (calls === 0) return [...loads];
  const work = loads.reduce((sum, one) => sum + one.rate * one.handlingS * one.lengthS, 0);
  const mean = work / calls;
  if (mean === 0) return [...loads];
  const length = times[0] as number;
  if (rule === 'lagged')
    return loads.map((load, i) => {
      const before = loads[Math.max(0, i - 1)] as Load;
      const late = Math.min(1, mean / load.lengthS);
      return { ...load, rate: (1 - late) * load.rate + late * before.rate };
    });
  // Calls last as the interval in which they arrive says: its hour, and its mixture of types.
  const rates = loads.map(({ rate }) => rate);
  const handling = loads.map(({ handlingS }) => exponentialSurvival(handlingS || mean));
  return loads.map((load, i) => {
    const at = [0.25, 0.5, 0.75, 1].map((part) => i * length + part * load.lengthS);
    const busy = Math.max(...at.map((t) => offeredByInterval(rates, length, handling, t)));
    const handlingS = load.handlingS === 0 ? mean : load.handlingS;
    return { ...load, rate: busy / handlingS, handlingS };
  });
}

/** What Erlang C asks of an interval in its own right: the figure that everybody knows. */
export const erlangCFor = (load: Load, target: Target): number =>
  agentsFor({ ...load, patienceS: Number.POSITIVE_INFINITY }, target);
