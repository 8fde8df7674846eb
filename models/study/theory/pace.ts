import type { PacedLine } from '../../policies/price.ts';
import type { Harms } from '../../policies/price-returns.ts';
import { demand, demandAmount, demandCount, demandPositive, demandShare } from './argument.ts';
import { type Orbit, type OrbitChain, solveOrbit } from './orbit.ts';

/** Who comes back when contacts may end unresolved, and after how long. */
export interface Unresolved {
  /** Share of those who gave up who call again. */
  readonly redial: number;
  /** Share of those left unresolved who call again. */
  readonly back: number;
  /** Mean of the exponential delay, the same for both. */
  readonly delay: number;
}

/** What a table of paces comes to in the long run. */
export interface PacedOrbit extends Orbit {
  /**
   * For one first call, all attempts together: waiting by the unit of time, abandonments,
   * unresolved contacts and lost callers, each at what it costs.
   */
  readonly cost: number;
  /** Share of handled contacts that resolve (FCR: a call again resolves as often as a first). */
  readonly resolved: number;
  /** Mean handling time of a handled contact. */
  readonly handling: number;
}

/**
 * A line whose agents pace themselves by how many callers are in the centre, with returns, exactly:
 * memoryless handling at the pace of the moment, unresolved as often as that pace leaves it when it
 * ends. The chain (callers in the centre, callers away), cut at `paces.length - 1` and `far`.
 * Cost: paces.length^3 (far + 1) operations. Source: MODEL 0 (CTMC2), 14.1 and 15.1; solved as
 * `orbitLine` is.
 * @param line its rate is that of first calls
 * @param harms what each costs: of those who gave up `1 - redial` are lost, of the unresolved
 * `1 - back`
 */
export function pacedOrbit(
  line: PacedLine,
  returning: Unresolved,
  harms: Harms,
  far: number,
): PacedOrbit {
  const { rate, agents, patience, paces, unresolved } = line;
  demandPositive('rate', rate);
  demandCount('agents', agents, 1);
  demand(patience > 0, 'patience', 'above 0', patience);
  demand(paces.length > agents, 'paces', `of length ${agents + 1} at least`, paces.length);
  demand(unresolved.length === paces.length, 'unresolved', 'as long as paces', unresolved.length);
  paces.forEach((pace, i) => {
    demandPositive(`paces[${i}]`, pace);
    demandShare(`unresolved[${i}]`, unresolved[i]!);
  });
  demandShare('redial', returning.redial);
  demandShare('back', returning.back);
  demandPositive('delay', returning.delay);
  for (const name of ['wait', 'abandoned', 'unresolved', 'lost'] as const)
    demandAmount(name, harms[name]);

  const served = paces.map((pace, i) => Math.min(i, agents) / pace);
  const lost = paces.map((_, i) => Math.max(0, i - agents) / patience);
  const failed = served.map((ends, i) => ends * unresolved[i]!);
  const away = failed.map((ends, i) => ends * returning.back + lost[i]! * returning.redial);
  const chain: OrbitChain = { rate, back: 1 / returning.delay, served, lost, away };
  const orbit = solveOrbit(chain, agents, far);

  const over = (rates: Float64Array): number =>
    rates.reduce((sum, x, i) => sum + x * orbit.inside[i]!, 0);
  const [ends, failures] = [over(served), over(failed)];
  const cost =
    orbit.meanWait * orbit.attempts * rate * harms.wait +
    over(lost) * (harms.abandoned + (1 - returning.redial) * harms.lost) +
    failures * (harms.unresolved + (1 - returning.back) * harms.lost);
  return {
    ...orbit,
    cost: cost / rate,
    resolved: 1 - failures / ends,
    handling: (orbit.occupancy * agents) / ends,
  };
}
