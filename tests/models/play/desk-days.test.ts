import { describe, expect, it } from 'vitest';
import { Centre } from '../../../models/centre/centre.ts';
import { Measures } from '../../../models/folds/measures/measures.ts';
import { SUM } from '../../../models/folds/measures/sums.ts';
import { replay } from '../../../models/live/replay.ts';
import { chapterScenario } from '../../../models/play/chapters.ts';
import { AtHand } from '../../../models/play/desk/at-hand.ts';
import { DeskDays, type Player } from '../../../models/play/desk/desk-days.ts';
import { HABIT_NAMES, HABITS, NATURAL } from '../../../models/play/desk/habits.ts';
import { type Manner, playerOf } from '../../../models/play/desk/manner.ts';
import { advised } from '../../../models/play/desk/rules.ts';
import type { Seen } from '../../../models/play/desk/seen.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';
import { frameOf } from '../../../models/study/frame.ts';
import { ADVICES } from '../../../models/words/advice.ts';
import type { Fact } from '../../../models/words/facts.ts';

const chapter = (number: number): Scenario => chapterScenario(`chapitre-${number}`) as Scenario;

function played(number: number, manner: Manner) {
  const scenario = chapter(number);
  const days = new DeskDays(scenario);
  return { days, day: days.play('a day', playerOf(manner, new AtHand(scenario, 0))) };
}

describe.each([2, 6, 9])('chapter %i', (number) => {
  it.each(HABIT_NAMES)('[L1, L4] %s: no move is refused, and the record replays', (habit) => {
    const { day, days } = played(number, HABITS[habit]);
    expect(days.refused).toEqual([]);
    const { commands } = days;
    let told = 0;
    expect(days.replay('a day', commands, () => (told += 1))).toEqual(day);
    expect(told).toBe(commands.length);
  });

  it('[L11] with nobody there, the computer plays the desk as on any day by the price', () => {
    const scenario = chapter(number);
    const measures = new Measures(frameOf(scenario));
    new Centre(scenario, 'a day', measures.recorder).run();
    const { callers, lived, wme } = new DeskDays(scenario).led('a day');
    const { day } = measures.sums();
    expect([wme, callers, lived]).toEqual([day[SUM.costWme], day[SUM.first], day[SUM.lived]]);
  });

  it('[A8] the same callers come first whoever sits there, if nobody finds the cause', () => {
    const callers = HABIT_NAMES.map(
      (habit) => played(number, { ...HABITS[habit], signalsFrom: 0 }).day.callers,
    );
    expect(new Set(callers).size).toBe(1);
  });

  it.each(ADVICES)('[L4] with the advice %s no move is refused either', (id) => {
    const scenario = chapter(number);
    const at = new AtHand(scenario, 0);
    for (const habit of HABIT_NAMES) {
      const days = new DeskDays(scenario);
      days.play('another', advised(playerOf(HABITS[habit], at), id, at));
      expect(days.refused, habit).toEqual([]);
    }
  });
});

describe('what a desk sees', () => {
  /** Every state in which a player was asked. */
  function seenBy(number: number, of: (seen: Seen) => unknown): unknown[] {
    const scenario = chapter(number);
    const natural = playerOf(NATURAL, new AtHand(scenario, 0));
    const all: unknown[] = [];
    const watches: Player = (seen) => {
      all.push(of(seen));
      return natural(seen);
    };
    new DeskDays(scenario).play('seen', watches);
    return all;
  }

  it('[L6, G2] is what its audience is told: what listening turned, once it did', () => {
    const lines = seenBy(6, ({ claim, claimed, heard, need }) => ({ claim, claimed, heard, need }));
    expect(lines).toContainEqual(expect.objectContaining({ heard: 1, claimed: true }));
    for (const { claim, heard, need } of lines as { claim: number; heard: number; need: number }[])
      if (heard === 0) expect([claim, need]).toEqual([-1, -1]);
  });

  it('[G6] its own energy falls, and so it is told', () => {
    const energies = seenBy(7, ({ energy }) => energy) as number[];
    expect(Math.min(...energies)).toBeLessThan(0.8);
  });
});

describe('the sizes of chapters, on a few days', () => {
  const SEEDS = Array.from({ length: 20 }, (_, i) => `few ${i}`);

  it('the first two callers of the first chapter find nobody waiting', () => {
    const { scenario } = new DeskDays(chapter(1));
    const days = new DeskDays(scenario);
    const natural = playerOf(NATURAL, new AtHand(scenario, 0));
    for (const seed of SEEDS) {
      const { ahead } = days.play(seed, natural);
      expect(ahead.slice(0, 2)).toEqual(ahead.slice(0, 2).map(() => 0));
    }
  });

  it.each([7, 9])('chapter %i is difficult, and tires', (number) => {
    const days = new DeskDays(chapter(number));
    const natural = playerOf(NATURAL, new AtHand(chapter(number), 0));
    const all = SEEDS.map((seed) => days.play(seed, natural));
    const sum = (of: (day: (typeof all)[number]) => number): number =>
      all.reduce((total, day) => total + of(day), 0);
    expect(sum((day) => day.complaints)).toBeGreaterThan(SEEDS.length);
    expect(sum((day) => day.uncivil)).toBeGreaterThan(SEEDS.length / 2);
    expect(sum((day) => day.lowest) / SEEDS.length).toBeLessThan(0.65);
  });

  it('a whole shift tires; its target is within reach, and hurrying buys it dearly', () => {
    const scenario = chapterScenario('poste') as Scenario;
    const days = new DeskDays(scenario);
    const targetMs = 1_000 * scenario.serviceLevel.targetS;
    const by = (manner: Manner) =>
      SEEDS.map((seed) => {
        const day = days.play(seed, playerOf(manner, new AtHand(scenario, 0)));
        const facts = replay(scenario, seed, days.commands) as readonly Fact[];
        const taken = facts.filter((fact) => fact.kind === 'answered' && fact.waitMs <= targetMs);
        const offered = facts.filter(({ kind }) => kind === 'arrived');
        return { ...day, inTime: taken.length / offered.length };
      });
    const [natural, hurried] = [by(NATURAL), by(HABITS.hurries)];
    const reached = (of: typeof natural): number =>
      of.filter(({ inTime }) => inTime >= 0.8).length / SEEDS.length;
    const mean = (of: typeof natural, what: (day: (typeof natural)[number]) => number): number =>
      of.reduce((sum, day) => sum + what(day), 0) / of.length;
    expect(reached(natural)).toBeGreaterThan(0.2);
    expect(reached(natural)).toBeLessThan(0.8);
    expect(reached(hurried)).toBeGreaterThan(0.8);
    expect(mean(hurried, (day) => day.wme)).toBeGreaterThan(1.5 * mean(natural, (day) => day.wme));
    expect(mean(natural, (day) => day.met)).toBeGreaterThan(5);
    expect(mean(natural, (day) => day.lowest)).toBeLessThan(0.6);
  });
});
