import { readScenario, type Scenario } from '../../../models/doors/scenario.ts';
import { figuresOf, Trials } from '../../../models/doors/study.ts';

/** How often a 95 % interval of a small study holds the exact value. */
export interface Cover {
  readonly studies: number;
  readonly days: number;
  readonly exact: number;
  /** Share of the studies whose interval holds it. */
  readonly share: number;
}

const STUDIES = 10_000;
const DAYS = 30;

const CALLS_PER_MIN = 1;
const HANDLING_MIN = 3;
const PATIENCE_MIN = 2;
const AGENTS = 3;
const LENGTH_MIN = 60;

function hour(): Scenario {
  const reading = readScenario({
    format: 'contretemps/1',
    name: 'An hour',
    day: { lengthMin: LENGTH_MIN, intervalMin: LENGTH_MIN },
    types: [
      {
        id: 'call',
        name: 'Call',
        perHour: 60 * CALLS_PER_MIN,
        handling: { law: 'exponential', meanS: 60 * HANDLING_MIN },
        patience: { law: 'exponential', meanS: 60 * PATIENCE_MIN },
      },
    ],
    groups: [{ id: 'team', name: 'Team', staff: AGENTS, skills: [{ type: 'call' }] }],
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
}

const STATES = 80;
const STEP_MIN = 0.005;
/** Long after closing nobody waits any more. */
const UNTIL_MIN = LENGTH_MIN + 60;

/** Flow of probability between numbers of calls in the centre, at a time. */
function flow(share: Float64Array, atMin: number): Float64Array {
  const rate = atMin < LENGTH_MIN ? CALLS_PER_MIN : 0;
  const change = new Float64Array(STATES);
  for (let n = 0; n < STATES; n += 1) {
    const here = share[n] as number;
    const leaving = Math.min(n, AGENTS) / HANDLING_MIN + Math.max(0, n - AGENTS) / PATIENCE_MIN;
    if (n + 1 < STATES) {
      change[n + 1]! += rate * here;
      change[n]! -= rate * here;
    }
    change[n]! -= leaving * here;
    if (n > 0) change[n - 1]! += leaving * here;
  }
  return change;
}

/** Share of calls that give up in an hour from empty, by the chain’s equations (Runge-Kutta). */
function exactShare(): number {
  let share = new Float64Array(STATES);
  share[0] = 1;
  const givingUp = (p: Float64Array): number =>
    p.reduce((sum, x, n) => sum + (x * Math.max(0, n - AGENTS)) / PATIENCE_MIN, 0);
  let lost = 0;
  const steps = Math.round(UNTIL_MIN / STEP_MIN);
  for (let k = 0; k < steps; k += 1) {
    // Closing falls between two steps: no step looks across it.
    const at = (k + 0.5) * STEP_MIN;
    const moved = (by: Float64Array, part: number): Float64Array =>
      share.map((x, n) => x + part * STEP_MIN * (by[n] as number)) as Float64Array;
    const k1 = flow(share, at);
    const k2 = flow(moved(k1, 0.5), at);
    const k3 = flow(moved(k2, 0.5), at);
    const k4 = flow(moved(k3, 1), at);
    const before = givingUp(share);
    share = share.map(
      (x, n) =>
        x +
        (STEP_MIN / 6) *
          ((k1[n] as number) + 2 * (k2[n] as number) + 2 * (k3[n] as number) + (k4[n] as number)),
    ) as Float64Array<ArrayBuffer>;
    lost += (STEP_MIN * (before + givingUp(share))) / 2;
  }
  return lost / (CALLS_PER_MIN * LENGTH_MIN);
}

export function coverage(): Cover {
  const exact = exactShare();
  const trials = new Trials(hour(), 'cover');
  let held = 0;
  for (let study = 0; study < STUDIES; study += 1) {
    const rows = Array.from({ length: DAYS }, (_, d) => trials.run(study * DAYS + d).day.slice());
    const found = figuresOf(rows, 0.95)['abandonRate'];
    const off = Math.abs((found?.mean ?? Number.NaN) - exact);
    if (off <= (found?.halfWidth ?? 0)) held += 1;
  }
  return { studies: STUDIES, days: DAYS, exact, share: held / STUDIES };
}
