import { exp } from '../../kernel/exp.ts';
import { log } from '../../kernel/log.ts';
import { demand, demandAmount, demandCount, demandPositive, demandShare } from './argument.ts';
import { integrate, risingRoot } from './calculus.ts';
import { oneMinusExp } from './special.ts';

/** Calls and those who take them. Times and rate are in one unit: minutes, and per minute… */
export interface Traffic {
  /** Calls per unit of time. */
  readonly rate: number;
  /** Mean handling time, wrap-up included. */
  readonly handling: number;
  /** Agents; a fraction interpolates between whole numbers (continuous Erlang B). */
  readonly agents: number;
}

/** Refuses traffic that is none; gives back its load in Erlang. */
export function loadOf(line: Traffic): number {
  demandAmount('rate', line.rate);
  demandPositive('handling', line.handling);
  demand(
    line.agents >= 1 && line.agents < 1e7,
    'agents',
    'a number from 1 to ten million',
    line.agents,
  );
  return line.rate * line.handling;
}

/**
 * Erlang B: the share of calls lost when `lines` lines carry `load` Erlang and nobody waits, for
 * any law of handling. Error: about 1e-15 of its size a line. Source: the recursion
 * B(k) = a B(k-1) / (k + a B(k-1)), B(0) = 1; for a fraction of a line it starts from the integral
 * 1/B(x, a) = int_0^inf e^-u (1 + u/a)^x du (Jagerman 1974).
 * @param lines any number, 0 or more
 * @param load Erlang
 */
export function erlangB(lines: number, load: number): number {
  demand(lines >= 0 && lines < 1e7, 'lines', 'a number from 0 to ten million', lines);
  demandAmount('load', load);
  const whole = Math.floor(lines);
  const part = lines - whole;
  if (load === 0) return lines === 0 ? 1 : 0;
  let b = part === 0 ? 1 : 1 / partOfLine(part, load);
  for (let k = 1; k <= whole; k += 1) b = (load * b) / (k + part + load * b);
  return b;
}

const partOfLine = (part: number, load: number): number =>
  integrate((u) => exp(part * log(1 + u / load) - u), 0, 60 + part * log(1 + 60 / load), [
    load,
    1,
    10,
  ]);

/** The fewest lines that lose at most this share of `load` Erlang. */
export function linesFor(load: number, blocking: number): number {
  demandAmount('load', load);
  demand(blocking > 0 && blocking <= 1, 'blocking', 'a share above 0, 1 at most', blocking);
  let b = 1;
  let lines = 0;
  while (b > blocking) {
    lines += 1;
    b = (load * b) / (lines + load * b);
  }
  return lines;
}

/** The load in Erlang that `lines` lines carry when exactly this share is lost. */
export function loadFor(lines: number, blocking: number): number {
  demand(lines > 0 && lines < 1e7, 'lines', 'a number above 0, ten million at most', lines);
  demand(blocking > 0 && blocking < 1, 'blocking', 'a share strictly between 0 and 1', blocking);
  let high = 1;
  while (erlangB(lines, high) < blocking) high *= 2;
  return risingRoot((load) => erlangB(lines, load) - blocking, 0, high, 'load');
}

/**
 * Extended Erlang B: the share lost when this share of the blocked try again at once. The total
 * load a solves a = load + recall a B(lines, a). Source: Jewett and Shrago, Traffic Engineering
 * Tables, 1980.
 * @param recall share of blocked callers who try again
 */
export function extendedErlangB(lines: number, load: number, recall: number): number {
  demandAmount('load', load);
  demandShare('recall', recall);
  demand(
    recall < 1 || load < lines,
    'load',
    'below the number of lines when all the blocked try again',
    load,
  );
  if (load === 0) return erlangB(lines, load);
  const fresh = (total: number): number => total * (1 - recall * erlangB(lines, total)) - load;
  let high = load;
  while (fresh(high) < 0) high *= 2;
  return erlangB(lines, risingRoot(fresh, load, high, 'total load'));
}

/** What a line does in the long run when nobody gives up (Erlang C). */
export interface Patient {
  /** Share of callers who wait. */
  readonly waits: number;
  /** Mean wait of all callers (all are served: the ASA). */
  readonly asa: number;
  /** Mean number waiting. */
  readonly queue: number;
  readonly occupancy: number;
  /** Share answered within t, t included. */
  answeredWithin(t: number): number;
}

/** Erlang C's share of callers who wait, at `load` Erlang. Source: C = B / (1 - rho (1 - B)). */
export function erlangC(agents: number, load: number): number {
  demand(
    load < agents,
    'load',
    `below the number of agents (${agents}): with patient callers the line would grow without end`,
    load,
  );
  const b = erlangB(agents, load);
  return b / (1 - (load / agents) * (1 - b));
}

/**
 * M/M/n: Poisson arrivals, exponential handling, callers who never give up, first come first
 * served. Errors: a load that the agents cannot carry is refused. Source: Erlang 1917;
 * E[W] = C / (n mu - lambda), P(W <= t) = 1 - C exp(-(n mu - lambda) t).
 */
export function patientLine(line: Traffic): Patient {
  const load = loadOf(line);
  const waits = erlangC(line.agents, load);
  const drain = (line.agents - load) / line.handling;
  return {
    waits,
    asa: waits / drain,
    queue: (line.rate * waits) / drain,
    occupancy: load / line.agents,
    answeredWithin: (t) => (t < 0 ? 0 : 1 - waits * exp(-drain * t)),
  };
}

/**
 * M/G/1: one agent, any law of handling, callers who never give up: the mean wait. Source:
 * Pollaczek-Khinchine, E[W] = rho E[S] (1 + cv^2) / (2 (1 - rho)).
 * @param cv coefficient of variation of the handling time: 0 for M/D/1, 1 for M/M/1
 */
export function singleAgentWait(rate: number, handling: number, cv: number): number {
  demandAmount('cv', cv);
  const load = loadOf({ rate, handling, agents: 1 });
  demand(load < 1, 'rate', `below ${1 / handling}, what one agent can serve`, rate);
  return (load * handling * (1 + cv * cv)) / (2 * (1 - load));
}

/**
 * Mean number busy at `t` when nobody ever waits and the doors opened at 0 on an empty centre with
 * a constant rate: exponential handling. Source: m' = lambda - mu m.
 */
export function fillingUp(line: Pick<Traffic, 'rate' | 'handling'>, t: number): number {
  demandAmount('rate', line.rate);
  demandPositive('handling', line.handling);
  demandAmount('t', t);
  return line.rate * line.handling * oneMinusExp(t / line.handling);
}

/**
 * The fewest agents that reach a target, by trying them in turn from `from`. The measure must not
 * fall when an agent is added.
 * @param measure share reached with this many agents, NaN where it has no meaning (unstable)
 */
export function fewestAgents(
  measure: (agents: number) => number,
  target: number,
  from = 1,
): number {
  demandCount('from', from, 1);
  demandShare('target', target);
  for (let agents = from; agents < from + 1_000_000; agents += 1)
    if (measure(agents) >= target) return agents;
  throw new RangeError(`target must be reachable; a million agents do not reach ${target}`);
}

/** Positions to plan so that, with this share of paid time missing, `agents` are there. */
export function withShrinkage(agents: number, shrinkage: number): number {
  demandAmount('agents', agents);
  demand(shrinkage >= 0 && shrinkage < 1, 'shrinkage', 'a share of 0 or more, below 1', shrinkage);
  // A whole number that division leaves a hair above itself is still that number.
  return Math.ceil(agents / (1 - shrinkage) - 1e-9);
}
