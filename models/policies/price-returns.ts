import { fillCrowd, type PacedLine, type Worth } from './price.ts';
import { type BirthDeath, demand, fillShares, fillSteps } from './price-chain.ts';

/** What harm costs, in waiting-minute equivalents (MODEL 10): without what follows from it. */
export interface Harms {
  /** One caller waiting one minute. */
  readonly wait: number;
  /** One abandonment. */
  readonly abandoned: number;
  /** One contact that leaves the caller unresolved: the effort of coming back. */
  readonly unresolved: number;
  /** One caller who neither was resolved nor will call again. */
  readonly lost: number;
}

/** A line whose callers call again. */
export interface ReturningLine {
  /** First calls per minute. */
  readonly rate: number;
  readonly agents: number;
  /** Mean of the exponential patience, minutes; Infinity for callers who never give up. */
  readonly patience: number;
  /** Share of those who gave up who call again. */
  readonly redial: number;
  /** Share of those left unresolved who call again. */
  readonly back: number;
  /**
   * True where nobody gives up: `patience` is then for how long a wait is followed, on average, and
   * its end does not count.
   */
  readonly enduring?: boolean;
}

/** Paces to choose from. */
export interface Menu {
  /** Mean handling times, minutes. */
  readonly paces: Float64Array;
  /** Share of contacts that each resolves. */
  readonly resolved: Float64Array;
}

/** What time is worth in a centre whose callers call again, and the pace that follows from it. */
export interface PacePrices {
  /** The line under all its calls: what `priceOfNext` takes, together with `worth`. */
  readonly line: PacedLine;
  /** V is `worth.unresolved`, the value of resolving; k_ab is `worth.abandoned`. */
  readonly worth: Worth;
  /** What one call more will cost, itself included (Ebar). */
  readonly call: number;
  /** The price of a minute with i inside, waiting-minute equivalents a minute; 0 for nobody. */
  readonly price: Float64Array;
  readonly iterations: number;
  /** Share of time in the fullest state told apart: what was cut off is of this size. */
  readonly cut: number;
}

/** How much of the way to the next guess is gone. */
const DAMPING = 0.5;
const PRECISION = 1e-10;
/** From here on paces stay: a tie between two of them could go on for ever. */
const SETTLED = 200;
const MOST_ITERATIONS = 2_000;
/** A full centre turns callers away: this share of time at most, as long as there is room. */
const RARE = 1e-9;
/** A queue that takes more room than this is as good as endless. */
const ENDLESS = 2_000;

/** Guesses and tables of the fixed point, made once and written anew each time. */
interface Search extends BirthDeath, Omit<PacedLine, 'rate'> {
  /** All calls per minute, and what one more of them costs. */
  rate: number;
  call: number;
  readonly shares: Float64Array;
  readonly steps: Float64Array;
  readonly price: Float64Array;
}

/** What an abandonment and an unresolved contact are worth when one call more costs `call`. */
export function worthOf(line: ReturningLine, harms: Harms, call: number): Worth {
  const { redial, back, enduring = false } = line;
  return {
    wait: harms.wait,
    abandoned: enduring ? 0 : harms.abandoned + (1 - redial) * harms.lost + redial * call,
    unresolved: harms.unresolved + (1 - back) * harms.lost + back * call,
  };
}

/**
 * Prices at the costs that the last paces have, for the value of resolving that is given, and the
 * paces that earn them, unless those are settled. Says whether one of them changed.
 */
function choose(s: Search, menu: Menu, resolving: number, settled: boolean): boolean {
  const { paces, resolved } = menu;
  let changed = false;
  for (let i = 1; i < s.paces.length; i += 1) {
    let best = -Infinity;
    let at = 0;
    for (let k = 0; k < paces.length; k += 1) {
      const gain = (s.steps[i - 1]! - (1 - resolved[k]!) * resolving) / paces[k]!;
      if (gain <= best) continue;
      best = gain;
      at = k;
    }
    s.price[i] = best;
    if (settled || s.paces[i] === paces[at]!) continue;
    changed = true;
    s.paces[i] = paces[at]!;
    s.unresolved[i] = 1 - resolved[at]!;
  }
  s.paces[0] = s.paces[1]!;
  s.unresolved[0] = s.unresolved[1]!;
  return changed;
}

/** Follows the last guess through; says by how much the next one differs, relative to it. */
function follow(s: Search, line: ReturningLine, worth: Worth): number {
  fillCrowd(s, worth, s.leaving, s.costs);
  fillShares(s, s.shares);
  fillSteps(s, s.shares, s.steps);
  let total = line.rate;
  let call = 0;
  for (let i = 0; i < s.shares.length; i += 1) {
    const share = s.shares[i]!;
    const gone = line.enduring ? 0 : Math.max(0, i - line.agents) / line.patience;
    const unresolved = (Math.min(i, line.agents) / s.paces[i]!) * s.unresolved[i]!;
    total += share * (line.redial * gone + line.back * unresolved);
    if (i < s.steps.length) call += share * s.steps[i]!;
  }
  const off = Math.abs(total - s.rate) / s.rate + Math.abs(call - s.call) / (1 + Math.abs(call));
  s.rate += DAMPING * (total - s.rate);
  s.call += DAMPING * (call - s.call);
  return off;
}

/** The fixed point with this many customers told apart, reached from first calls alone. */
function settle(
  line: ReturningLine,
  harms: Harms,
  menu: Menu,
  most: number,
): { readonly s: Search; readonly iterations: number } {
  const { agents, patience } = line;
  const table = (): Float64Array => new Float64Array(most + 1);
  const tables = { paces: table(), unresolved: table(), leaving: table(), costs: table() };
  const values = { shares: table(), steps: new Float64Array(most), price: table() };
  const s: Search = { agents, patience, rate: line.rate, call: 0, ...tables, ...values };
  let iterations = 0;
  let changed = choose(s, menu, 1, false);
  let off = 1;
  for (; (off > PRECISION || changed) && iterations < MOST_ITERATIONS; iterations += 1) {
    off = follow(s, line, worthOf(line, harms, s.call));
    changed = choose(s, menu, worthOf(line, harms, s.call).unresolved, iterations >= SETTLED);
  }
  return { s, iterations };
}

/**
 * The price of time and the pace in a centre whose callers call again, all found together
 * (MODEL 10.5 and 10.6): the rate of all calls, what one call more costs, hence what resolving is
 * worth (V) and an abandonment costs (k_ab), and for each number inside the pace that earns most,
 * m(i) = argmax [Delta(i-1) - (1 - r(m)) V] / m, whose maximum is the price of a minute. Calls
 * again are taken to come like first calls, late enough to have forgotten why: the orbit itself is
 * not told apart. With a menu of one pace it says what time is worth at that pace.
 * Cost: some seventy iterations, each of `most` times the length of the menu. A line of callers who
 * give up, but call again for ever, has a `cut` that is no small share; one of callers who never
 * give up is refused if it grows without end.
 * @param most customers told apart at least; more where the centre would be that full too often
 */
export function pacePrices(
  line: ReturningLine,
  harms: Harms,
  menu: Menu,
  most: number,
): PacePrices {
  const found = longRunPrices(line, harms, menu, most);
  demand(
    found !== null,
    'rate',
    'such that agents can serve it with its returns, when nobody gives up',
    line.rate,
  );
  return found;
}

/** The same; null where nobody gives up and the line would grow without end, or nearly. */
export function longRunPrices(
  line: ReturningLine,
  harms: Harms,
  menu: Menu,
  most: number,
): PacePrices | null {
  demandReturning(line, harms);
  demandMenu(menu);
  const { agents, patience } = line;
  const least = agents + 2;
  demand(Number.isSafeInteger(most) && most >= least, 'most', `a whole number from ${least}`, most);
  let room = most;
  let found = settle(line, harms, menu, room);
  while (found.s.shares[room]! > RARE && room < ENDLESS + 4 * agents) {
    room *= 2;
    found = settle(line, harms, menu, room);
  }
  const { s, iterations } = found;
  const { rate, paces, unresolved, call, price } = s;
  const cut = s.shares[room]!;
  if (patience === Infinity && cut > RARE) return null;
  const under: PacedLine = { rate, agents, patience, paces, unresolved };
  return { line: under, worth: worthOf(line, harms, call), call, price, iterations, cut };
}

function demandReturning(line: ReturningLine, harms: Harms): void {
  const { rate, agents, patience } = line;
  demand(rate > 0 && rate < Infinity, 'rate', 'a finite number above 0', rate);
  demand(Number.isSafeInteger(agents) && agents >= 1, 'agents', 'a whole number from 1', agents);
  demand(patience > 0, 'patience', 'above 0', patience);
  for (const name of ['redial', 'back'] as const)
    demand(line[name] >= 0 && line[name] <= 1, name, 'a share between 0 and 1', line[name]);
  for (const name of ['wait', 'abandoned', 'unresolved', 'lost'] as const)
    demand(harms[name] >= 0 && harms[name] < Infinity, name, 'finite, 0 or more', harms[name]);
}

function demandMenu({ paces, resolved }: Menu): void {
  demand(paces.length > 0, 'paces', 'one at least', 'empty');
  demand(resolved.length === paces.length, 'resolved', 'as long as paces', resolved.length);
  for (let k = 0; k < paces.length; k += 1) {
    demand(paces[k]! > 0 && paces[k]! < Infinity, `paces[${k}]`, 'finite, above 0', paces[k]);
    const share = resolved[k]!;
    demand(share >= 0 && share <= 1, `resolved[${k}]`, 'a share between 0 and 1', share);
  }
}
