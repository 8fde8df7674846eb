import { describe, expect, it } from 'vitest';
import { chapterScenario } from '../../../models/play/chapters.ts';
import { debriefOf } from '../../../models/play/debrief.ts';
import { onAverage } from '../../../models/play/et-si/on-average.ts';
import { thatDay } from '../../../models/play/et-si/that-day.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';
import { SHEET_LINE } from '../../../models/words/gestures.ts';
import { isProblem } from '../../../models/words/problem.ts';
import { STATES } from '../../../models/words/sheet.ts';
import { type Habit, played, talksFor } from '../../support/day-at-a-desk.ts';

/** Days of the game: what is done by gestures takes time in which nothing is worked at. */

const chapter = (number: number): Scenario => chapterScenario(`chapitre-${number}`) as Scenario;
const agent = 0;

/** Listens first, explains before concluding, and hands every third caller on with the story. */
const careful = (): Habit => {
  const plain = talksFor(agent, 90_000);
  let nth = 0;
  return (fact) => {
    if (fact.kind === 'transferred' && fact.agent === agent)
      return [{ after: 1_000, does: { kind: 'ready', agent } }];
    if (fact.kind !== 'answered' || fact.agent !== agent) return plain(fact);
    nth += 1;
    const { call } = fact;
    const story = [{ after: 40_000, does: { kind: 'brief', agent, call, group: 0 } as const }];
    return [
      { after: 1_000, does: { kind: 'listen', agent, call } },
      ...(nth % 3 === 0
        ? story
        : [{ after: 60_000, does: { kind: 'explain', agent, call } as const }, ...plain(fact)]),
    ];
  };
};

describe('[G1, P11] the talks of a chapter', () => {
  const scenario = chapter(9);
  const day = played(scenario, 'chapter', { 0: careful() });
  const { decisions } = debriefOf(scenario, day.facts, agent);

  it('count the time of gestures apart: it is not held against what work brings', () => {
    // Who was handed on may come back to this desk: that is another talk.
    const concluded = decisions.filter(
      ({ gesturesMs, how }) => how === 'concluded' && gesturesMs > 0,
    );
    expect(concluded.length).toBeGreaterThan(2);
    for (const { at, call, gesturesMs, talkedMs, tookAt, workMs } of concluded) {
      const done = day.facts.flatMap((fact) =>
        fact.kind === 'gestured' && fact.call === call && fact.at > tookAt && fact.at <= at
          ? [fact.doneMs]
          : [],
      );
      expect(done.length).toBeGreaterThanOrEqual(2);
      expect(gesturesMs).toBe(done.reduce((a, b) => a + b, 0));
      // What the rest was, but for what hearing a criticism takes, is work.
      expect(workMs!).toBeLessThanOrEqual(1.5 * (talkedMs - gesturesMs));
      expect(workMs!).toBeGreaterThan(0);
    }
  });

  it('tell what callers let show, and what listening turned', () => {
    const heard = decisions.filter(({ gesturesMs, shown }) => gesturesMs > 0 && shown !== null);
    expect(heard.length).toBeGreaterThan(2);
    for (const { agent: desk, call, fifth, shown } of heard) {
      const said = day.facts.findLast((fact) => fact.kind === 'voiced' && fact.call === call);
      const { context, hint, motive, ordinal } = shown!;
      expect(said).toMatchObject({ agent: desk, context, hint, motive, ordinal });
      expect(shown!.learnt.length).toBeGreaterThanOrEqual(1);
      const need = shown!.learnt.find(({ line }) => line === SHEET_LINE.need);
      if (need !== undefined && fifth !== null) expect(need.value).toBe(fifth);
      if (hint >= STATES && fifth !== null) expect(hint - STATES).toBe(fifth);
    }
  });

  it('are told as handed on with the story, and asked about from when it was begun', () => {
    const talk = decisions.find(({ how }) => how === 'briefed')!;
    expect(talk).toBeDefined();
    for (const minutes of [-0.5, 1]) {
      const found = thatDay(scenario, day.seed, day.commands, agent, talk, { minutes });
      if (isProblem(found)) throw new Error(found.says.en);
      expect(found.decided.at).toBe(talk.at - 25_000);
      expect(found.otherwise.at).toBe(talk.at - 25_000 + minutes * 60_000);
      const asked = { seed: 'x', block: 20, pairs: 20 };
      const mean = onAverage(scenario, day.seed, day.commands, agent, talk, { minutes }, asked);
      expect(mean).toMatchObject({ pairs: expect.any(Number) });
    }
  });
});

describe('[G1] every chapter', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('%d can be debriefed, and lived otherwise', (number) => {
    const scenario = chapter(number);
    const day = played(scenario, `chapter ${number}`, { 0: talksFor(agent, 80_000) });
    const { decisions, moments, sentence } = debriefOf(scenario, day.facts, agent);
    expect(decisions.length).toBeGreaterThan(2);
    expect(sentence.fr).toMatch(/^Vous avez servi/);
    const first = moments.refused ?? decisions.findIndex(({ how }) => how === 'concluded');
    const talk = decisions[first]!;
    const found = thatDay(scenario, day.seed, day.commands, agent, talk, { minutes: 2 });
    if (isProblem(found)) throw new Error(found.says.en);
    expect(found.decided.inHand.solved).toBe(talk.solved);
  });
});
