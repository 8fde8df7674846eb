import { describe, expect, it } from 'vitest';
import { decisionsOf } from '../../../models/play/decisions.ts';
import { type FuturesAsk, onAverage } from '../../../models/play/et-si/on-average.ts';
import { thatDay } from '../../../models/play/et-si/that-day.ts';
import { catalogueScenario } from '../../../models/scenario/catalogue.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';
import type { Decision, OnAverage, ThatDay } from '../../../models/words/debrief.ts';
import { isProblem, type Problem } from '../../../models/words/problem.ts';
import { type Played, played, shortened, talksFor } from './day-at-a-desk.ts';

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

describe('that day, otherwise', () => {
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

  it('is the day as recorded where it is decided at the last talk, and nothing follows from it', () => {
    // After the last talk the desk is free in the record too, until somebody calls.
    const talk = talksOf(short).at(-1)!;
    const { decided } = ok(day(short, talk, 3));
    expect(decided.inHand.solved).toBe(talk.solved);
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

describe('on average', () => {
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
