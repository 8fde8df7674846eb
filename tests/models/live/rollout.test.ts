import { describe, expect, it } from 'vitest';
import { Centre } from '../../../models/centre/centre.ts';
import { Moments } from '../../../models/kernel/tally.ts';
import { FactLog } from '../../../models/live/factlog.ts';
import { hashFacts } from '../../../models/live/hash.ts';
import { Mirror } from '../../../models/live/mirror.ts';
import { Futures, type Rollout, type RolloutAsk, rollout } from '../../../models/live/rollout.ts';
import { menuOf, resolutionOf } from '../../../models/policies/paces.ts';
import { type NextMinutes, priceOfNext, type Worth } from '../../../models/policies/price.ts';
import { pacePrices } from '../../../models/policies/price-returns.ts';
import type { Arbitration } from '../../../models/scenario/arbitration.ts';
import { catalogueScenario } from '../../../models/scenario/catalogue.ts';
import { readScenario } from '../../../models/scenario/read.ts';
import type { Scenario, ScenarioFile } from '../../../models/scenario/scenario.ts';
import type { TimedCommand } from '../../../models/words/moves.ts';
import { isProblem } from '../../../models/words/problem.ts';
import { bare } from '../../support/bare.ts';
import { rich } from '../centre/centres.ts';

type Given = NonNullable<ScenarioFile['arbitration']>;
type Arbitrated = Scenario & { readonly arbitration: Arbitration };

function made(file: ScenarioFile): Scenario {
  const reading = readScenario(file);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
}

/** Memoryless talks at one pace, exponential patience of 4 min: the line of the tables. */
function line(perMin: number, agents: number, paceMin: number, arbitration: Given): Arbitrated {
  const scenario = made({
    format: 'contretemps/1',
    name: 'Line',
    day: { lengthMin: 3_000, intervalMin: 500 },
    types: [
      {
        id: 'a',
        name: 'A',
        perHour: 60 * perMin,
        handling: { law: 'exponential', meanS: 1 },
        patience: { law: 'exponential', meanS: 240 },
      },
    ],
    groups: [{ id: 'g', name: 'G', staff: agents, skills: [{ type: 'a' }] }],
    arbitration: {
      execution: 'exponential',
      policy: { name: 'fixed', paceMin },
      ...arbitration,
      handling: { fixedMin: 1.5, closingMin: 0, explainMin: 0, wrapUpMin: 0 },
    },
  });
  if (scenario.arbitration === undefined) throw new Error('nothing is arbitrated');
  return { ...scenario, arbitration: scenario.arbitration };
}
const NOBODY_RETURNS = { redialProbability: 0, backProbability: 0, nextProbability: 0 };
/** The fixture of MODEL 10.4: only waits and abandonments cost. */
const TWELVE = line(2, 12, 6, {
  returns: NOBODY_RETURNS,
  cost: { abandon: 2, unresolved: 0, lost: 0 },
});

/** The centre of this scenario when so many are inside, some time after this minute. */
function when(scenario: Scenario, inside: number, fromMin: number): Centre {
  const centre = new Centre(scenario, `day ${inside}`, new FactLog().recorder);
  for (let at = fromMin * 60_000; !centre.over; at += 500) {
    centre.advanceTo(at);
    if (centre.inside === inside) return centre;
  }
  throw new Error(`never ${inside} inside`);
}
const onLine = (futures: (agent: number) => Futures): number => {
  for (let agent = 0; agent < 20; agent++) if (futures(agent).possible) return agent;
  throw new Error('nobody talks');
};
const futuresOf =
  (centre: Centre, scenario: Arbitrated, ahead: number, horizonMin = 60, apart = false) =>
  (agent: number): Futures =>
    new Futures(centre, scenario, scenario.arbitration, agent, ahead, horizonMin, apart);

function rolled(
  centre: Centre,
  scenario: Arbitrated,
  ask: Partial<RolloutAsk>,
): Rollout & { readonly error: number } {
  const agent = onLine(futuresOf(centre, scenario, 1));
  const all = { ahead: 1, seed: 'rolled', precision: 0, ...ask };
  const out = rollout(centre, scenario, agent, all);
  if (isProblem(out)) throw new Error(out.says.en);
  return { ...out, error: out.halfWidth / 1.96 };
}

function table(scenario: Arbitrated, ahead: number, worth: Worth): NextMinutes {
  const { policy, resolution } = scenario.arbitration;
  const pace = policy.paceMin;
  const solved = resolutionOf({ ...resolution, tau: resolution.tauMin }).share(pace - 1.5);
  const states = 61;
  const paced = {
    rate: 2,
    agents: 12,
    patience: 4,
    paces: new Float64Array(states).fill(pace),
    unresolved: new Float64Array(states).fill(1 - solved),
  };
  return priceOfNext(paced, worth, ahead);
}

function within(got: number, want: number, errors: number, says: string): void {
  expect(Math.abs(got - want), `${says}: ${got} against ${want}`).toBeLessThanOrEqual(errors);
}

describe('[P9] a rollout of memoryless talks without returns', () => {
  it.each([
    [12, 0.3783],
    [13, 0.8255],
    [16, 1.1056],
  ])('with %d inside finds the price of MODEL 10.4, %d, within 4 standard errors', (i, want) => {
    const next = table(TWELVE, 1, { wait: 1, abandoned: 2, unresolved: 0 });
    expect(next.price[i]).toBeCloseTo(want, 4);
    const out = rolled(when(TWELVE, i, 120), TWELVE, { pairs: 2_500 });
    within(out.price, next.price[i]!, 4 * out.error, 'price');
    expect(out.error).toBeLessThan(0.15);
    // Patience is memoryless: what is waited and who gives up are parts of it.
    within(out.waitedMin + 2 * out.lost, out.price, 0.01, 'parts');
    within(out.waitedMin, next.waited[i]!, 4 * out.error, 'waited');
    within(out.lost, next.abandoned[i]!, 4 * out.error, 'lost');
    expect(out).toMatchObject({ by: 'rollout', ahead: 1, pairs: 2_500 });
  });

  it('finds it for three minutes too, and where contacts in vain and lost callers cost', () => {
    const dear = line(2, 12, 6, { returns: NOBODY_RETURNS });
    const next = table(dear, 3, { wait: 1, abandoned: 17, unresolved: 20 });
    for (const i of [12, 14]) {
      const out = rolled(when(dear, i, 120), dear, { ahead: 3, pairs: 2_000 });
      within(out.price, next.price[i]!, 4 * out.error, `with ${i} inside`);
      expect(out.error).toBeLessThan(0.25);
      expect(next.price[i]).toBeGreaterThan(1);
    }
  });

  it('finds it near however short the horizon: what is to come is in the table', () => {
    const next = table(TWELVE, 1, { wait: 1, abandoned: 2, unresolved: 0 });
    const out = rolled(when(TWELVE, 14, 120), TWELVE, { horizonMin: 4, pairs: 1_500 });
    within(out.price, next.price[14]!, 4 * out.error + 0.1, 'price');
  });

  // MODEL 10.7 says 150 to 9,500.
  it.each([12, 13, 16, 20])(
    'with %d inside: common callers divide the variance by more than 100',
    (i) => {
      const centre = when(TWELVE, i, 120);
      const futures = futuresOf(centre, TWELVE, 1, 60, true)(onLine(futuresOf(centre, TWELVE, 1)));
      const [apart, stays, goes] = [new Moments(), new Moments(), new Moments()];
      for (let k = 0; k < 400; k++) {
        const [a, b] = futures.pair(`common ${k}`);
        apart.add(a.wme - b.wme);
        stays.add(a.wme);
        goes.add(b.wme);
      }
      const ratio = (stays.variance + goes.variance) / apart.variance;
      expect(ratio, `variance ratio ${ratio}`).toBeGreaterThan(100);
    },
  );
});

describe('[P9] a rollout with returns', () => {
  it('is near the table of MODEL 10.5, in which returns come like first calls', () => {
    const ten = line(1.6, 10, 4.5, {
      returns: { redialProbability: 0.6, redialDelayMin: 30, nextProbability: 0 },
    });
    const curve = resolutionOf({ shape: 'concave', max: 0.95, tau: 1.5, k: 1 });
    const { line: under, worth } = pacePrices(
      { rate: 1.6, agents: 10, patience: 4, redial: 0.6, back: 0.85 },
      { wait: 1, abandoned: 2, unresolved: 5, lost: 15 },
      menuOf(curve, 1.5, Float64Array.of(4.5)),
      60,
    );
    const next = priceOfNext(under, worth, 3);
    for (const i of [10, 14]) {
      const out = rolled(when(ten, i, 700), ten, { ahead: 3, pairs: 3_000 });
      const want = next.price[i]!;
      within(out.price, want, 4 * out.error + 0.1 * want, `with ${i} inside`);
      expect(out.error).toBeLessThan(0.1 * want);
    }
  });
});

describe('[P9] two futures of one pair', () => {
  const worlds: readonly [string, Arbitrated][] = [
    ['memoryless', line(1.6, 10, 4.5, {})],
    ...['dix-conseillers', 'accueil-tendu', 'sang-froid'].map((id): [string, Arbitrated] => [
      id,
      catalogueScenario(id) as Arbitrated,
    ]),
  ];

  it.each(worlds)('%s: that have met never part again', (_, scenario) => {
    const agents = scenario.groups.reduce((sum, group) => sum + Number(group.staff), 0);
    const centre = when(scenario, agents + 1, 20);
    const agent = onLine(futuresOf(centre, scenario, 1));
    const [meeting, apart] = [false, true].map((whole) =>
      futuresOf(centre, scenario, 1, 45, whole)(agent),
    ) as [Futures, Futures];
    let sooner = 0;
    for (let k = 0; k < 60; k++) {
      const [a, b] = meeting.pair(`pair ${k}`);
      const [c, d] = apart.pair(`pair ${k}`);
      expect(a.wme - b.wme).toBeCloseTo(c.wme - d.wme, 8);
      expect(a.waitedMin - b.waitedMin).toBeCloseTo(c.waitedMin - d.waitedMin, 8);
      expect(a.gaveUp - b.gaveUp).toBe(c.gaveUp - d.gaveUp);
      if (a.wme !== c.wme) sooner += 1;
    }
    expect(sooner).toBeGreaterThan(10);
  });

  it('differ by nothing while nobody will wait', () => {
    const calm = line(0.05, 12, 2, {});
    const out = rolled(when(calm, 1, 100), calm, { pairs: 50 });
    expect(out).toMatchObject({ price: 0, halfWidth: 0, waitedMin: 0, lost: 0 });
  });
});

describe('[P9] a rollout', () => {
  const centre = when(TWELVE, 13, 120);
  const agent = onLine(futuresOf(centre, TWELVE, 1));

  it('leaves the centre as it was, and says the same when asked again', () => {
    const facts = (price: boolean): string => {
      const log = new FactLog();
      const day = new Centre(TWELVE, 'left', log.recorder);
      for (let at = 0; at < 7_200_000; at += 600_000) {
        day.advanceTo(at);
        if (!price) continue;
        for (let desk = 0; desk < 12; desk++)
          rollout(day, TWELVE, desk, { ahead: 1, pairs: 3, seed: 'left' });
      }
      return hashFacts(log.facts);
    };
    expect(facts(true)).toBe(facts(false));
    const ask = { ahead: 1, pairs: 100, seed: 'same' };
    expect(rollout(centre, TWELVE, agent, ask)).toEqual(rollout(centre, TWELVE, agent, ask));
  });

  it('stops where it is precise enough, or when there is no more time', () => {
    const precise = rolled(centre, TWELVE, { precision: 0.3 });
    expect(precise.halfWidth).toBeLessThanOrEqual(0.3);
    expect(precise.pairs).toBeLessThan(4_000);
    let looks = 0;
    const hurried = rolled(centre, TWELVE, { mayGoOn: () => ++looks < 3 });
    expect(looks).toBe(3);
    expect(hurried.pairs).toBe(48);
  });

  it('refuses in a sentence what has no answer', () => {
    const ask = { ahead: 1, seed: 'no' };
    const refused = (scenario: Scenario, desk: number): string => {
      const day = new Centre(scenario, 'no', new FactLog().recorder);
      const out = rollout(day, scenario, desk, ask);
      return isProblem(out) ? `${out.code} ${out.says.en}` : 'answered';
    };
    expect(refused(made(bare()), 0)).toMatch(/^E_STATE .*in advance/);
    expect(refused(made({ ...rich(), arbitration: {} }), 0)).toMatch(/^E_STATE .*record/);
    expect(refused(TWELVE, 12)).toMatch(/^E_UNKNOWN/);
    expect(refused(TWELVE, 3)).toMatch(/^E_STATE .*on the line/);
    for (const ahead of [0, -1, 61, Number.NaN])
      expect(() => rollout(centre, TWELVE, agent, { ...ask, ahead })).toThrow(/^ahead must be/);
    expect(() => rollout(centre, TWELVE, agent, { ...ask, pairs: 1 })).toThrow(/^pairs must be/);
  });
});

describe('[P9] a mirror', () => {
  const commands: TimedCommand[] = [
    { at: 0, command: { kind: 'takeDesk', agent: 0 } },
    { at: 30_000, command: { kind: 'ready', agent: 0 } },
  ];
  const ask = { ahead: 1, pairs: 40, seed: 'mirror' };

  it('that follows step by step answers as one that follows at once', () => {
    const scenario = line(2, 12, 6, {});
    const [one, other] = [new Mirror(scenario, 'room'), new Mirror(scenario, 'room')];
    expect(one.follow(commands, 3_600_000)).toBeNull();
    expect(other.follow(commands.slice(0, 1), 20_500)).toBeNull();
    expect(other.follow(commands.slice(1), 1_800_000)).toBeNull();
    other.price(3, ask);
    expect(other.follow([], 3_600_000)).toBeNull();
    const answers = [...Array(12).keys()].map((desk) => one.price(desk, ask));
    expect(answers.filter((answer) => !isProblem(answer)).length).toBeGreaterThan(5);
    expect([...Array(12).keys()].map((desk) => other.price(desk, ask))).toEqual(answers);
  });

  it('says so where the record does not replay', () => {
    const mirror = new Mirror(TWELVE, 'room');
    expect(mirror.follow(commands, 60_000)).toBeNull();
    expect(mirror.follow(commands.slice(0, 1), 70_000)).toMatchObject({
      code: 'E_DESYNC',
      path: 'commands.2',
    });
  });
});
