import { demand } from './argument.ts';

/** Nodes of the 15-point Kronrod rule, from 0 up; the odd ones are Gauss's 7. Source: QUADPACK. */
const NODES = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945,
  0.5860872354676911, 0.4058451513773972, 0.20778495500789848, 0,
];
const KRONROD = [
  0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592,
  0.1690047266392679, 0.19035057806478542, 0.20443294007529889, 0.20948214108472782,
];
const GAUSS = [0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694];

interface Panel {
  readonly from: number;
  readonly to: number;
  readonly sum: number;
  readonly error: number;
}

function measure(f: (x: number) => number, from: number, to: number): Panel {
  const centre = 0.5 * (from + to);
  const half = 0.5 * (to - from);
  const middle = f(centre);
  let kronrod = middle * KRONROD[7]!;
  let gauss = middle * GAUSS[3]!;
  for (let k = 0; k < 7; k += 1) {
    const both = f(centre - half * NODES[k]!) + f(centre + half * NODES[k]!);
    kronrod += both * KRONROD[k]!;
    if (k % 2 === 1) gauss += both * GAUSS[(k - 1) / 2]!;
  }
  return { from, to, sum: kronrod * half, error: Math.abs(kronrod - gauss) * half };
}

const total = (panels: readonly Panel[], field: 'sum' | 'error'): number =>
  panels.reduce((sum, panel) => sum + panel[field], 0);

/** Panels are halved so often without asking whether it helps. */
const MANY = 200;

/**
 * The integral of f from `from` to `to`, to about 1e-13 of its size: adaptive Gauss-Kronrod, the
 * worst panel is halved until nothing is gained.
 * @param breaks where f has a corner or a jump: panels end there
 */
export function integrate(
  f: (x: number) => number,
  from: number,
  to: number,
  breaks: readonly number[] = [],
): number {
  if (!(to > from)) return 0;
  const ends = [from, ...[...breaks].sort((a, b) => a - b).filter((x) => x > from && x < to), to];
  const panels = ends.slice(1).map((end, i) => measure(f, ends[i]!, end));
  let before = Number.POSITIVE_INFINITY;
  for (let halvings = 0; halvings < 2_000; halvings += 1) {
    const error = total(panels, 'error');
    if (error <= 1e-14 * Math.abs(total(panels, 'sum'))) break;
    // What is left may be the rounding of f itself, which no halving mends.
    if (halvings >= MANY && halvings % 100 === 0) {
      if (error > before / 2) break;
      before = error;
    }
    let worst = 0;
    for (let i = 1; i < panels.length; i += 1)
      if (panels[i]!.error > panels[worst]!.error) worst = i;
    const { from: a, to: b, error: most } = panels[worst]!;
    const middle = 0.5 * (a + b);
    if (!(most > 0) || middle <= a || middle >= b) break;
    panels.splice(worst, 1, measure(f, a, middle), measure(f, middle, b));
  }
  return total(panels, 'sum');
}

/**
 * The x in [low, high] where an increasing f passes 0, to the last bit that bisection can tell.
 * @param name what to call x when f does not change sign
 */
export function risingRoot(
  f: (x: number) => number,
  low: number,
  high: number,
  name: string,
): number {
  demand(f(low) <= 0 && f(high) >= 0, name, `found between ${low} and ${high}`, 'nowhere there');
  let a = low;
  let b = high;
  for (;;) {
    const middle = a + 0.5 * (b - a);
    if (middle <= a || middle >= b) return f(b) <= -f(a) ? b : a;
    if (f(middle) < 0) a = middle;
    else b = middle;
  }
}
