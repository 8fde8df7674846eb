import { describe, expect, it } from 'vitest';
import { Centre } from '../../../models/centre/centre.ts';
import { follow } from '../../../models/centre/follow.ts';
import { MEASURES, valueOf } from '../../../models/folds/measures/figures.ts';
import { Lived } from '../../../models/folds/measures/lived.ts';
import { LivedNow } from '../../../models/folds/measures/lived-now.ts';
import { Measures } from '../../../models/folds/measures/measures.ts';
import { SUM, SUMS } from '../../../models/folds/measures/sums.ts';
import { reals } from '../../../models/kernel/rows.ts';
import { Session } from '../../../models/live/session.ts';
import { catalogueScenario } from '../../../models/scenario/catalogue.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';
import { frameOf } from '../../../models/study/frame.ts';
import { type Fact, LEFT } from '../../../models/words/facts.ts';
import type { Command, TimedCommand } from '../../../models/words/moves.ts';
import { only } from '../../laws/worlds.ts';

/** Harm to callers of whom somebody at a desk was rid: nobody met them, or they were held. */

const MIN = 60_000;
const DAY = catalogueScenario('accueil-normal') as Scenario;
const { cost } = DAY.arbitration!;
const DESKS = [0, 1, 2, 3, 4];

/** The day with somebody at each desk, who answers to a fact like this. */
function played(answer: (fact: Fact) => Command | null) {
  const session = new Session(DAY, 'harm');
  const commands: TimedCommand[] = [];
  const ask = (command: Command): void => {
    session.advanceTo(session.now);
    if (session.accept(command) === null) commands.push({ at: session.now, command });
  };
  for (const agent of DESKS)
    for (const kind of ['takeDesk', 'ready'] as const) ask({ kind, agent });
  let seen = 0;
  for (let at = 0; at < 200 * MIN && !session.over; at += 5_000) {
    session.advanceTo(at);
    const told = session.facts.slice(seen);
    seen = session.facts.length;
    for (const fact of told) {
      const command = answer(fact);
      if (command !== null) ask(command);
    }
  }
  for (const agent of DESKS) ask({ kind: 'leaveDesk', agent });
  session.run();
  const measures = new Measures(frameOf(DAY));
  const centre = new Centre(DAY, 'harm', measures.recorder);
  expect(follow(centre, commands)).toBeNull();
  centre.run();
  return { facts: session.facts, day: measures.sums().day };
}

const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);
const figure = (name: string, day: Float64Array): number =>
  valueOf(MEASURES.find((one) => one.name === name)!, day);

/** Harm as the facts say it, wme. */
function harmOf(facts: readonly Fact[]): number {
  const gone = [...only(facts, 'abandoned'), ...only(facts, 'dropped')];
  const waits = [...gone, ...only(facts, 'answered'), ...only(facts, 'relayed')];
  const held = [...only(facts, 'concluded'), ...only(facts, 'transferred')];
  return (
    sum(waits.map(({ waitMs }) => waitMs / MIN)) +
    sum(held.map(({ holdMs }) => holdMs / MIN)) +
    cost.abandon * gone.length +
    cost.unresolved * only(facts, 'resolved').filter(({ solved }) => solved === 0).length +
    cost.lost * only(facts, 'left').filter(({ how }) => how === LEFT.lost).length
  );
}
const firsts = (facts: readonly Fact[]): number =>
  only(facts, 'arrived').filter(({ attempt }) => attempt === 0).length;

describe('harm', () => {
  it('[E2] is done to callers whom nobody met, and has a figure where nobody met any', () => {
    const { facts, day } = played(() => null);
    expect(only(facts, 'answered')).toEqual([]);
    expect(firsts(facts)).toBeGreaterThan(20);
    expect(figure('costPerCustomer', day)).toBeCloseTo(harmOf(facts) / firsts(facts), 9);
    expect(figure('lostPerCustomer', day)).toBeGreaterThan(0.3);
    expect(figure('attemptsPerCustomer', day)).toBeGreaterThan(1.3);
  });

  it('[E2] of those who are handed on cold is their wait, their abandonment and their loss', () => {
    const { facts, day } = played((fact) => {
      if (fact.kind === 'rang') return { kind: 'answer', agent: fact.agent, call: fact.call };
      if (fact.kind === 'transferred') return { kind: 'ready', agent: fact.agent };
      if (fact.kind === 'answered' || fact.kind === 'relayed')
        return { kind: 'transfer', agent: fact.agent, call: fact.call, group: 0 };
      return null;
    });
    expect(only(facts, 'transferred').length).toBeGreaterThan(20);
    expect(only(facts, 'dropped').length).toBeGreaterThan(5);
    expect(figure('costPerCustomer', day)).toBeCloseTo(harmOf(facts) / firsts(facts), 9);
  });

  it('[E2, L9] of those who are held is the wait on hold, in a study as in a room', () => {
    const { facts, day } = played((fact) => {
      if (fact.kind === 'rang') return { kind: 'answer', agent: fact.agent, call: fact.call };
      if (fact.kind === 'answered') return { kind: 'hold', agent: fact.agent, call: fact.call };
      if (fact.kind === 'concluded') return { kind: 'ready', agent: fact.agent };
      return null;
    });
    expect(only(facts, 'hungUp').length).toBeGreaterThan(20);
    const harm = harmOf(facts);
    expect(day[SUM.costWme]).toBeCloseTo(harm, 6);
    const now = new LivedNow(frameOf(DAY).lived!);
    for (const fact of facts) now.step(fact);
    const { cells } = now as unknown as { cells: Float64Array };
    expect(cells[SUM.costWme]).toBeCloseTo(harm, 6);
    expect(now.soFar()?.mean).toBeCloseTo(figure('lived', day), 9);
  });

  const counted = (tell: (lived: Lived) => void): ((k: number) => number) => {
    const cells = reals(SUMS);
    const lived = new Lived(frameOf(DAY).lived!, cells);
    lived.arrived(0, -1);
    tell(lived);
    return (k) => cells[k]!;
  };

  it('[E2] of who gives up after a transfer is that wait, an abandonment and a loss', () => {
    const of = counted((lived) => {
      lived.answered(0, 0, 2 * MIN, 0);
      lived.transferred(0, 0, 0, 0);
      lived.unserved(0, 0, 4 * MIN, true, 0);
      lived.left(0, 0, LEFT.lost, 0);
    });
    expect(of(SUM.costWme)).toBe(2 + 4 + cost.abandon + cost.lost);
  });

  it('[E3, L9] a hold is felt as one wait with that for the answer, before a transfer too', () => {
    const felt = (tell: (lived: Lived) => void): number =>
      counted((lived) => {
        tell(lived);
        lived.resolved(0, 0, 0, 1, 0, 900, 1_000, 1_000, 0);
        lived.left(0, 0, LEFT.content, 0);
      })(SUM.lived);
    const held = felt((lived) => {
      lived.answered(0, 0, MIN, 0);
      lived.held(0, 0, 2 * MIN, 0);
    });
    expect(held).toBe(felt((lived) => lived.answered(0, 0, 3 * MIN, 0)));
    const handedOn = (waitMs: number, holdMs: number): number =>
      felt((lived) => {
        lived.answered(0, 0, waitMs, 0);
        lived.transferred(0, 0, holdMs, 0);
      });
    expect(handedOn(MIN, 2 * MIN)).toBe(handedOn(3 * MIN, 0));
  });
});
