import { describe, expect, it } from 'vitest';
import { Centre } from '../../../models/centre/centre.ts';
import { follow } from '../../../models/centre/follow.ts';
import { replay } from '../../../models/live/replay.ts';
import { rollout } from '../../../models/live/rollout.ts';
import { decisionsOf } from '../../../models/play/decisions.ts';
import { countOf } from '../../../models/play/et-si/asked.ts';
import { type FuturesAsk, onAverage } from '../../../models/play/et-si/on-average.ts';
import { thatDay } from '../../../models/play/et-si/that-day.ts';
import { catalogueScenario } from '../../../models/scenario/catalogue.ts';
import { readScenario } from '../../../models/scenario/read.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';
import type { Decision, OnAverage, ThatDay } from '../../../models/words/debrief.ts';
import type { Fact } from '../../../models/words/facts.ts';
import { isProblem, type Problem } from '../../../models/words/problem.ts';
import { Deaf } from '../../../models/words/recorder.ts';
import { type Played, played, shortened, talksFor } from '../../support/day-at-a-desk.ts';

const ok = <T extends object>(found: T | Problem): T => {
  if (isProblem(found)) throw new Error(found.says.en);
  return found;
};
const talksOf = ({ facts, scenario }: Played, agent = 0) => decisionsOf(scenario, facts, agent);
const day = (
  { commands, scenario, seed }: Played,
  decision: Decision,
  minutes: number,
  agent = 0,
): ThatDay | Problem => thatDay(scenario, seed, commands, agent, decision, { minutes });

const TOWN = catalogueScenario('accueil-normal') as Scenario;
const HUMAN = shortened('accueil-humain', 75);
const short = played(TOWN, 'et si', { 0: talksFor(0, 70_000) });
const together = played(HUMAN, 'et si', { 0: talksFor(0, 150_000), 3: talksFor(3, 200_000) });

describe('[L11] that day, otherwise', () => {
  it('ends the talk when it says, in both arms, and is the same whenever it is asked', () => {
    const talks = talksOf(short);
    const talk = talks[4]!;
    const found = ok(day(short, talk, 2));
    expect(found).toEqual(day(short, talk, 2));
    expect(found.from).toBe(talk.at);
    expect(found.decided.at).toBe(talk.at);
    expect(found.otherwise.at).toBe(talk.at + 120_000);
    expect(found.decided.inHand.solved).toBe(talk.solved);
    expect(found.difference.wme).toBeCloseTo(
      found.otherwise.figures.wme - found.decided.figures.wme,
      9,
    );
  });

  it('is, as decided, the recorded day itself where the desk was left to the price in it too', () => {
    const arbitration = TOWN.arbitration!;
    const policy = { ...arbitration.policy, name: 'priceNext' as const };
    const scenario = { ...TOWN, arbitration: { ...arbitration, policy } };
    const whole = played(scenario, 'left', { 0: talksFor(0, 70_000) });
    const third = whole.commands.filter(({ command }) => command.kind === 'conclude')[2]!;
    const place = whole.commands.indexOf(third);
    const leave = { at: third.at, command: { kind: 'leaveDesk', agent: 0 } as const };
    const commands = [...whole.commands.slice(0, place + 1), leave];
    const facts = replay(scenario, 'left', commands);
    if (isProblem(facts)) throw new Error(facts.says.en);
    const talk = decisionsOf(scenario, facts, 0).at(-1)!;
    expect(talk.at).toBe(third.at);
    const { decided } = ok(day({ scenario, seed: 'left', commands, facts }, talk, 2));
    // The same harm as facts tell of from then on.
    const count = countOf(scenario, arbitration);
    const centre = new Centre(scenario, 'left', count.recorder);
    expect(follow(centre, commands.slice(0, place))).toBeNull();
    centre.advanceTo(talk.at);
    count.begin(talk.at, talk.call);
    expect(follow(centre, commands.slice(place))).toBeNull();
    centre.run();
    expect(count.figures).toEqual(decided.figures);
    const after = facts.filter(({ at }) => at >= talk.at);
    const many = (kind: Fact['kind']) => after.filter((fact) => fact.kind === kind).length;
    expect(decided.figures.gaveUp).toBe(many('abandoned'));
    const solved = after.filter((fact) => fact.kind === 'resolved' && fact.solved === 1);
    expect(decided.figures.resolved).toBe(solved.length);
  });

  it('counts the time on hold as waited', () => {
    const agent = 0;
    const base = talksFor(agent, 90_000);
    const holding = played(TOWN, 'held', {
      0: (fact) => {
        if (fact.kind !== 'answered' || fact.agent !== agent) return base(fact);
        const { call } = fact;
        return [
          { after: 30_000, does: { kind: 'hold', agent, call } as const },
          { after: 36_000, does: { kind: 'resume', agent, call } as const },
          ...base(fact),
        ];
      },
    });
    const talk = talksOf(holding).find(({ heldMs, how }) => heldMs > 0 && how === 'concluded')!;
    const found = ok(day(holding, talk, -1.4));
    // It would have been concluded before the hold began: six seconds of waiting less, at least.
    expect(found.otherwise.at).toBeLessThan(talk.tookAt + 30_000);
    const both = found.decided.figures.waitedMin;
    expect(both).toBeGreaterThanOrEqual(6 / 60);
  });

  it('gives the caller in hand more work, and so resolves no fewer of them', () => {
    const talks = talksOf(short);
    const both = talks.map((talk) => ok(day(short, talk, 4)));
    const solved = (arm: 'decided' | 'otherwise') =>
      both.filter((one) => one[arm].inHand.solved === true).length;
    expect(solved('decided')).toBe(talks.filter((one) => one.solved === true).length);
    expect(solved('otherwise')).toBeGreaterThan(solved('decided'));
    // Luck is the caller's: who was resolved in less is in more.
    for (const one of both)
      if (one.decided.inHand.solved) expect(one.otherwise.inHand.solved).toBe(true);
  });

  it('earlier counts from the earlier end on, and never before the talk began', () => {
    const drawn = played(TOWN, 'et si', { 0: talksFor(0, 420_000) });
    const talk = talksOf(drawn)[2]!;
    const found = ok(day(drawn, talk, -3));
    expect(found.from).toBe(talk.at - 180_000);
    expect(found.otherwise.at).toBe(found.from);
    expect(found.decided.at).toBe(talk.at);
    expect(ok(day(drawn, talk, -10)).from).toBe(talk.tookAt + 1_000);
  });

  it('leaves what other persons did where it can be done', () => {
    const [talk] = talksOf(together, 3) as [Decision];
    for (const minutes of [-1, 1, 3]) {
      const found = ok(day(together, talk, minutes, 3));
      expect(found.decided.inHand.solved).toBe(talk.solved);
      expect(Number.isFinite(found.difference.wme)).toBe(true);
    }
  });

  it('refuses in a sentence what nobody decided, or what is no other decision', () => {
    const talk = talksOf(short)[1]!;
    const said = (found: ThatDay | Problem) => (isProblem(found) ? found.code : 'answered');
    expect(said(day(short, { ...talk, how: 'hungUp' }, 1))).toBe('E_STATE');
    expect(said(day(short, { ...talk, at: talk.at + 1 }, 1))).toBe('E_STATE');
    expect(said(day(short, talk, 0))).toBe('E_RANGE');
    const { arbitration: _, ...classical } = TOWN;
    expect(said(day({ ...short, scenario: classical as Scenario }, talk, 1))).toBe('E_STATE');
    const other = { ...short, seed: 'another' };
    expect(said(day(other, talk, 1))).toBe('E_DESYNC');
  });
});

describe('[L11] on average', () => {
  const average = (
    { commands, scenario, seed }: Played,
    decision: Decision,
    minutes: number,
    ask: Partial<FuturesAsk> = {},
    agent = 0,
  ): OnAverage =>
    ok(onAverage(scenario, seed, commands, agent, decision, { minutes }, { seed: 'mean', ...ask }));

  it('a talk cut short while nobody waits would have been better longer', () => {
    const talk = talksOf(short).find(({ hurry }) => hurry < 0.1)!;
    const found = average(short, talk, 2);
    expect(found.verdict).toBe('better');
    expect(found.difference).toBeLessThan(-found.halfWidth);
    expect(found.solved.otherwise).toBeGreaterThan(found.solved.decided);
    expect(found.pairs % 250).toBe(0);
    expect(average(short, talk, 2)).toEqual(found);
  });

  it('a talk drawn out while many wait would have been better shorter', () => {
    const storm = catalogueScenario('plus-on-se-presse') as Scenario;
    const drawn = played(storm, 'storm', { 0: talksFor(0, 10 * 60_000) });
    const talk = talksOf(drawn).reduce((a, b) => (b.given > a.given ? b : a));
    expect(talk.given).toBeGreaterThan(5);
    const found = average(drawn, talk, -5);
    expect(found.verdict).toBe('better');
    expect(found.waitedMin).toBeLessThan(0);
  });

  it('[P9] is the price by rollout of those minutes, less what they bring the caller in hand', () => {
    // Nobody calls again: what is at stake for the caller is a contact in vain, and being lost.
    const reading = readScenario({
      format: 'contretemps/1',
      name: 'Line',
      day: { lengthMin: 600, intervalMin: 100 },
      types: [
        {
          ...{ id: 'a', name: 'A', perHour: 75, patience: { law: 'exponential', meanS: 240 } },
          handling: { law: 'exponential', meanS: 1 },
        },
      ],
      groups: [{ id: 'g', name: 'G', staff: 6, skills: [{ type: 'a' }] }],
      arbitration: {
        policy: { name: 'priceNext' },
        returns: { redialProbability: 0, backProbability: 0, nextProbability: 0 },
      },
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const { scenario } = reading;
    const line = played(scenario, 'law', { 0: talksFor(0, 150_000) });
    const talk = talksOf(line).find(({ waiting }) => waiting >= 2)!;
    const found = average(line, talk, 2, { block: 3_000, pairs: 3_000 });
    const centre = new Centre(scenario, 'law', new Deaf().recorder);
    const before = line.commands.filter(({ at }) => at < talk.at);
    expect(follow(centre, before)).toBeNull();
    centre.advanceTo(talk.at);
    const ask = { ahead: 2, pairs: 3_000, precision: 0, seed: 'other futures' };
    const price = ok(rollout(centre, scenario, 0, ask));
    const { lost, unresolved } = scenario.arbitration!.cost;
    const brings = (lost + unresolved) * (found.solved.otherwise - found.solved.decided);
    const errors = found.halfWidth / 1.96 + (2 * price.halfWidth) / 1.96 + 20 * 0.02;
    expect(Math.abs(found.difference - (2 * price.price - brings))).toBeLessThan(3 * errors);
    expect(2 * price.price).toBeGreaterThan(3 * errors);
  });

  it('stops at so many pairs, and is undecided where the interval holds nothing', () => {
    const talk = talksOf(short)[2]!;
    const few = average(short, talk, 0.5, { block: 10, pairs: 30 });
    expect(few.pairs).toBeLessThanOrEqual(30);
    const holds = Math.abs(few.difference) <= few.halfWidth;
    expect(few.verdict === 'undecided').toBe(holds);
  });

  it('knows nothing of the callers to come: the same state under another future', () => {
    // Cut off after the decision, the record is the same for who asks about that instant.
    const talk = talksOf(together, 3)[0]!;
    const until = together.commands.filter(({ at }) => at <= talk.at);
    const whole = average(together, talk, 1, { block: 40, pairs: 40 }, 3);
    const cut = average({ ...together, commands: until }, talk, 1, { block: 40, pairs: 40 }, 3);
    expect(cut).toEqual(whole);
  });
});
