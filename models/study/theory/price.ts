import { type BirthDeath, fillShares, fillSteps } from '../../policies/price-chain.ts';
import { demand, demandAmount, demandCount, demandPositive } from './argument.ts';
import { loadOf, type Traffic } from './erlang.ts';

/** What waiting costs, in waiting-minute equivalents (MODEL, units). */
export interface Costs {
  /** Of one caller waiting one unit of time. */
  readonly wait: number;
  /** Of one abandonment. */
  readonly abandonment: number;
}

/** What one customer more in the centre will cost the others, state by state. */
export interface Prices {
  /** Long-run cost per unit of time. */
  readonly cost: number;
  /** h(i+1) - h(i): what being in i+1 instead of i will cost, in expectation. */
  readonly steps: Float64Array;
  /** Long-run share of time with i customers in the centre. */
  readonly shares: Float64Array;
  /** Of one more unit of handling for each call: what all callers pay in the long run. */
  readonly longRun: number;
  /** Of holding one of i customers on the line a moment longer, per unit of time; i from 0. */
  readonly now: Float64Array;
}

/**
 * The price of time in M/M/n+M, exactly (MODEL 10.2 and 10.3). Relative values come from
 * recursions that meet at the likeliest state, each stable on its side of it; the long-run price is
 * mu^2 sum pi_i min(i, n) Delta_(i-1) over the throughput; the price now is 0 while nobody waits,
 * then c_w + theta c_a + (mu - theta) Delta_(i-2).
 * @param patience mean of the exponential patience; Infinity for callers who never give up
 * @param most customers in the centre at once that are still told apart
 */
export function prices(line: Traffic, patience: number, costs: Costs, most: number): Prices {
  loadOf(line);
  demandPositive('rate', line.rate);
  demandCount('agents', line.agents, 1);
  demandCount('most', most, line.agents + 1);
  demandAmount('wait', costs.wait);
  demandAmount('abandonment', costs.abandonment);
  demandPatience(line, patience);
  const [n, mu, theta] = [line.agents, 1 / line.handling, 1 / patience];
  const worth = costs.wait + theta * costs.abandonment;
  const leaving = Float64Array.from(
    { length: most + 1 },
    (_, i) => Math.min(i, n) * mu + Math.max(0, i - n) * theta,
  );
  const chain: BirthDeath = {
    rate: line.rate,
    leaving,
    costs: leaving.map((_, i) => worth * Math.max(0, i - n)),
  };
  const shares = new Float64Array(most + 1);
  fillShares(chain, shares);
  const steps = new Float64Array(most);
  const cost = fillSteps(chain, shares, steps);

  let [pressure, ended] = [0, 0];
  for (let i = 1; i <= most; i += 1) {
    pressure += mu * mu * shares[i]! * Math.min(i, n) * steps[i - 1]!;
    ended += mu * shares[i]! * Math.min(i, n);
  }
  const now = Float64Array.from({ length: most + 1 }, (_, i) =>
    i <= n ? 0 : worth + (mu - theta) * steps[i - 2]!,
  );
  return { cost, steps, shares, longRun: pressure / ended, now };
}

function demandPatience(line: Traffic, patience: number): void {
  demand(patience > 0, 'patience', 'above 0', patience);
  demand(
    patience < Infinity || line.rate * line.handling < line.agents,
    'rate',
    `below ${line.agents / line.handling}, what the agents can serve, when nobody gives up`,
    line.rate,
  );
}
