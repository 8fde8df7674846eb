import { demandAmount, demandCount, demandPositive } from './argument.ts';
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
 * The price of time in M/M/n+M, exactly (MODEL 10.2 and 10.3). Relative values come from the
 * backward recursion (c_i - g + lambda Delta_i) / d_i, stable where the forward one is not; the
 * long-run price is mu^2 sum pi_i min(i, n) Delta_(i-1) over the throughput; the price now is 0
 * while nobody waits, then c_w + theta c_a + (mu - theta) Delta_(i-2).
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
  const [n, mu, theta] = [line.agents, 1 / line.handling, 1 / patience];
  const worth = costs.wait + theta * costs.abandonment;
  const leaving = (i: number): number => Math.min(i, n) * mu + Math.max(0, i - n) * theta;

  const shares = new Float64Array(most + 1);
  const logs = new Float64Array(most + 1);
  for (let i = 1; i <= most; i += 1) logs[i] = logs[i - 1]! + Math.log(line.rate / leaving(i));
  const top = logs.reduce((a, b) => Math.max(a, b));
  const whole = logs.reduce((sum, x) => sum + Math.exp(x - top), 0);
  let cost = 0;
  for (let i = 0; i <= most; i += 1) {
    shares[i] = Math.exp(logs[i]! - top) / whole;
    cost += shares[i]! * worth * Math.max(0, i - n);
  }

  const steps = new Float64Array(most);
  for (let i = most; i >= 1; i -= 1)
    steps[i - 1] =
      (worth * Math.max(0, i - n) - cost + (i < most ? line.rate * steps[i]! : 0)) / leaving(i);
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
