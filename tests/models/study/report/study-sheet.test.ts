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

/** A day of the catalogue; where nothing is arbitrated there, as its own sentence says to mend it. */
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

/** Every way in which a sheet says of two policies other than what its intervals do. */
function contradictions(compared: Compared, delta: number): string[] {
  const sheet = said(compared, delta);
  const { cost, lived } = compared.ranking;
  const names = new Map(sheet.ranked.map(({ name }, at) => [name, cost.order[at] as number]));
  const policy = (name: string): number => {
    const found = names.get(name);
    if (found === undefined) throw new Error(`no policy is called ${name}`);
    return found;
  };
  const apart = (order: typeof cost, i: number, l: number): boolean =>
    order.pairs.some((p) => p.apart && ((p.a === i && p.b === l) || (p.a === l && p.b === i)));
  const better = (order: typeof cost, i: number, l: number): boolean =>
    apart(order, i, l) && order.order.indexOf(i) < order.order.indexOf(l);
  const named = (text: string): number[] =>
    [...text.matchAll(/"([^"]+)"/g)].map(([, name = '']) => policy(name));
  const found: string[] = [];
  const say = (isSo: boolean, what: string): void => {
    if (isSo) found.push(what);
  };

  const first = cost.order[0] as number;
  const number = (text: string): number => Number(/[\d.]+/.exec(text)?.[0] ?? Number.NaN);
  for (const { apart: gap, mark, name, place } of sheet.ranked.slice(1)) {
    const is = apart(cost, first, policy(name));
    say(is !== (mark === '>'), `${mark} ${name}, which is ${is ? '' : 'not '}told apart`);
    const [more, margin] = [number(gap?.more ?? ''), number(gap?.margin ?? '')];
    // As far as two decimals go.
    say(more > margin + 0.011 && mark === '≈', `≈ ${name} beside +${more} ± ${margin}`);
    say(more < margin - 0.011 && mark === '>', `> ${name} beside +${more} ± ${margin}`);
    say(place === 1 && is, `${name} first and not first`);
  }

  const [head = '', like = ''] = sheet.byLived
    .replace(/^[^:]*: /, '')
    .split(/ > /)[0]!
    .split(' ≈ ');
  // A name may have a comma of its own.
  for (const name of like === '' ? [] : like.split(', '))
    if (names.has(name) && names.has(head))
      say(apart(lived, policy(head), policy(name)), `${head} ≈ ${name} as lived`);

  const { guarantee } = sheet;
  if (guarantee.includes('undecided')) {
    const [among = ''] = guarantee.split('; ');
    const open = named(among);
    say(open.length < 2, `undecided between nobody: ${guarantee}`);
    for (const i of open)
      for (const l of open) say(apart(cost, i, l), `undecided, yet told apart: ${guarantee}`);
    for (const i of open)
      say(
        cost.order.some((l) => better(cost, l, i)),
        `undecided, yet another is better: ${guarantee}`,
      );
  } else if (guarantee.startsWith('With a prob') || guarantee.startsWith('The cheapest')) {
    const [best = first] = named(guarantee);
    say(
      cost.order.some((l) => better(cost, l, best)),
      `the best, yet not first: ${guarantee}`,
    );
  }

  sheet.weighings.forEach(({ says }, at) => {
    if (!/" wins? in/.test(says)) return;
    const order = at === 0 ? cost : lived;
    const winners = named(says);
    for (const w of winners)
      for (const i of order.order)
        say(!winners.includes(i) && !better(order, w, i), `wins without being told apart: ${says}`);
  });
  return found;
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
