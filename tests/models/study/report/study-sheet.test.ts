import { describe, expect, it } from 'vitest';
import {
  CATALOGUE_IDS,
  catalogueFile,
  isProblem,
  readScenario,
  type Scenario,
} from '../../../../models/doors/scenario.ts';
import {
  type Compared,
  comparisonOf,
  type DayRow,
  daysIn,
  type Field,
  fieldOf,
  frameOf,
  runPacked,
  type Study,
  studySheet,
  Trials,
  variantsOf,
} from '../../../../models/doors/study.ts';

/** A day of the catalogue; made to arbitrate, as the refusal says, where it does not. */
function arbitrated(id: string): Scenario {
  const file = catalogueFile(id) as { arbitration?: object };
  const reading = readScenario({ ...file, arbitration: file.arbitration ?? {} });
  if (!reading.ok) throw new Error(reading.problems[0]?.says.en);
  return reading.scenario;
}

/** The days of a study; of the same scenario they are played once. */
const played = new WeakMap<Scenario, DayRow[]>();
function play({ from, scenario, seed, to }: Study): DayRow[] {
  const known = played.get(scenario);
  if (known !== undefined) return known;
  const days = daysIn(runPacked(new Trials(scenario, seed), from, to), frameOf(scenario));
  played.set(scenario, days);
  return days;
}

function fieldWith(scenario: Scenario, policies: readonly string[]): Field {
  const variants = variantsOf(policies);
  if (isProblem(variants)) throw new Error(variants.says.en);
  const found = fieldOf('here', scenario, variants);
  if (isProblem(found)) throw new Error(found.says.en);
  return found.field;
}

/** Policies of one scenario side by side, as `study` has them. */
function comparedOf(
  field: Field,
  ask: { readonly replications: number; readonly seed: string; readonly delta: number },
): Compared {
  const steps = comparisonOf(field, { ...ask, alpha: 0.05 });
  let step = steps.next();
  while (!step.done) step = steps.next(step.value.studies.map(play));
  return step.value;
}

const AGAIN = { days: (n: number) => `${n} days`, zone: (wme: string) => `a zone of ${wme}` };

/** What `study` says of them in one language, whoever shows it. */
function said(compared: Compared, delta: number, language: 'en' | 'fr' = 'en') {
  const report = { seed: 's', alpha: 0.05, delta, rules: '0', scenarios: [compared] };
  const ranking = studySheet(report, language, AGAIN).scenarios[0]?.ranking;
  if (ranking == null) throw new Error('two policies at least');
  return ranking;
}

type Order = Compared['ranking']['cost'];

const apart = ({ pairs }: Order, i: number, l: number): boolean =>
  pairs.some((p) => p.apart && ((p.a === i && p.b === l) || (p.a === l && p.b === i)));
const better = (order: Order, i: number, l: number): boolean =>
  apart(order, i, l) && order.order.indexOf(i) < order.order.indexOf(l);
const number = (text: string): number => Number(/[\d.]+/.exec(text)?.[0] ?? Number.NaN);

/** A sheet, and its policies by their names there. */
class Sheet {
  readonly found: string[] = [];
  readonly says: ReturnType<typeof said>;
  private readonly cost: Order;
  private readonly lived: Order;
  private readonly names: ReadonlyMap<string, number>;

  constructor({ ranking }: Compared, says: ReturnType<typeof said>) {
    this.says = says;
    this.cost = ranking.cost;
    this.lived = ranking.lived;
    this.names = new Map(says.ranked.map(({ name }, at) => [name, ranking.cost.order[at]!]));
  }

  private policy(name: string): number {
    const found = this.names.get(name);
    if (found === undefined) throw new Error(`no policy is called ${name}`);
    return found;
  }

  private named(text: string): number[] {
    return [...text.matchAll(/"([^"]+)"/g)].map(([, name = '']) => this.policy(name));
  }

  private say(isSo: boolean, what: string): void {
    if (isSo) this.found.push(what);
  }

  /** A mark, a place and an interval beside each other. */
  ranked(): void {
    const first = this.cost.order[0]!;
    for (const { apart: gap, mark, name, place } of this.says.ranked.slice(1)) {
      const is = apart(this.cost, first, this.policy(name));
      this.say(is !== (mark === '>'), `${mark} ${name}, which is ${is ? '' : 'not '}told apart`);
      const [more, margin] = [number(gap?.more ?? ''), number(gap?.margin ?? '')];
      // As far as two decimals go.
      this.say(more > margin + 0.011 && mark === '≈', `≈ ${name} beside +${more} ± ${margin}`);
      this.say(more < margin - 0.011 && mark === '>', `> ${name} beside +${more} ± ${margin}`);
      this.say(place === 1 && is, `${name} first and not first`);
    }
  }

  /** Whom the order by lived experience calls like the first. */
  byLived(): void {
    const [alike = ''] = this.says.byLived.replace(/^[^:]*: /, '').split(' > ');
    const [head = '', like = ''] = alike.split(' ≈ ');
    // A name may have a comma of its own.
    for (const name of like.split(', '))
      if (this.names.has(name) && this.names.has(head))
        this.say(
          apart(this.lived, this.policy(head), this.policy(name)),
          `${head} ≈ ${name} as lived`,
        );
  }

  guarantee(): void {
    const { cost, says } = this;
    const worse = (i: number): boolean => cost.order.some((l) => better(cost, l, i));
    if (says.guarantee.includes('undecided')) {
      const open = this.named(says.guarantee.split('; ')[0] ?? '');
      this.say(open.length < 2, `undecided between nobody: ${says.guarantee}`);
      const told = open.some((i) => worse(i) || open.some((l) => apart(cost, i, l)));
      this.say(told, `undecided, yet told apart: ${says.guarantee}`);
    } else if (/^(With a prob|The cheapest)/.test(says.guarantee)) {
      const [best = cost.order[0]!] = this.named(says.guarantee);
      this.say(worse(best), `the best, yet not first: ${says.guarantee}`);
    }
  }

  weighings(): void {
    this.says.weighings.forEach(({ says }, at) => {
      if (!/" wins? in/.test(says)) return;
      const order = at === 0 ? this.cost : this.lived;
      const winners = this.named(says);
      const isTold = winners.every((w) =>
        order.order.every((i) => winners.includes(i) || better(order, w, i)),
      );
      this.say(!isTold, `wins without being told apart: ${says}`);
    });
  }
}

/** Every way in which a sheet says of two policies other than what its intervals do. */
function contradictions(compared: Compared, delta: number): string[] {
  const sheet = new Sheet(compared, said(compared, delta));
  sheet.ranked();
  sheet.byLived();
  sheet.guarantee();
  sheet.weighings();
  return sheet.found;
}

const desks = ({ groups }: Scenario): number =>
  groups.reduce((sum, { staff }) => sum + Math.max(...[staff].flat()), 0);

const POLICIES = ['hurry', 'fixed:paceMin=4', 'fixed:paceMin=4.5', 'priceTable', 'waitThreshold'];

describe('a study never contradicts itself', () => {
  it.each(CATALOGUE_IDS)(
    'whatever its intervals tell apart is not called alike or undecided: %s',
    { timeout: 120_000 },
    (id) => {
      const scenario = arbitrated(id);
      // A day of the large centre takes ten of the others.
      const field = fieldWith(scenario, desks(scenario) > 50 ? POLICIES.slice(0, 2) : POLICIES);
      for (const delta of [0.05, 0.5]) {
        const compared = comparedOf(field, { replications: 22, seed: 'c', delta });
        expect(contradictions(compared, delta)).toEqual([]);
      }
    },
  );

  const small = arbitrated('plus-on-se-presse');

  it('one that is far behind is not undecided, whatever KN would take at worst', () => {
    const policies = ['fixed:paceMin=4', 'hurry'];
    // A zone so narrow that KN wants thousands of days of any two.
    const delta = 0.001;
    const compared = comparedOf(fieldWith(small, policies), {
      replications: 40,
      seed: 'far',
      delta,
    });
    const [pair] = compared.ranking.cost.pairs;
    expect(Math.abs(pair?.mean ?? 0)).toBeGreaterThan(5 * (pair?.halfWidth ?? Infinity));
    const { guarantee } = said(compared, delta);
    expect(guarantee).not.toContain('undecided');
    expect(guarantee).toMatch(/^The cheapest is "fixed 4 min": .* tell it apart from all/);
    expect(said(compared, delta, 'fr').guarantee).toMatch(/^La moins chère est « /);
  });

  it('policies that are the same have one place, and nobody wins', () => {
    const policies = ['fixed:paceMin=4', 'fixed:paceMin=4,capMin=15'];
    const compared = comparedOf(fieldWith(small, policies), {
      replications: 12,
      seed: 'e',
      delta: 0.05,
    });
    const { ranked } = said(compared, 0.05);
    expect(ranked.map(({ mark, place }) => [place, mark])).toEqual([
      [1, ''],
      [1, '≈'],
    ]);
  });

  it('below ten days it says that weightings say nothing', () => {
    const ask = { replications: 9, seed: 'nine', delta: 0.05 };
    const { weighings, weighingTitle } = said(
      comparedOf(fieldWith(small, ['hurry', 'care']), ask),
      0.05,
    );
    expect(weighings).toEqual([]);
    expect(weighingTitle).toBe('Depending on what you value: nothing is said of it below 10 days.');
  });
});
