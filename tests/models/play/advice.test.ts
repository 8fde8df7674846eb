import { describe, expect, it } from 'vitest';
import { adviceFor } from '../../../models/play/advice.ts';
import { ADVICE_SAYS } from '../../../models/play/advice-words.ts';
import { chapterScenario } from '../../../models/play/chapters.ts';
import { AtHand } from '../../../models/play/desk/at-hand.ts';
import { DeskDays, type Player } from '../../../models/play/desk/desk-days.ts';
import { HABIT_NAMES, HABITS, NATURAL } from '../../../models/play/desk/habits.ts';
import { type Manner, playerOf } from '../../../models/play/desk/manner.ts';
import { OwnManner } from '../../../models/play/desk/own-manner.ts';
import { advised } from '../../../models/play/desk/rules.ts';
import { Seen } from '../../../models/play/desk/seen.ts';
import { ownOf } from '../../../models/play/own-commands.ts';
import { catalogueScenario } from '../../../models/scenario/catalogue.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';
import { ADVICES, type AdviceId } from '../../../models/words/advice.ts';
import { LEVEL } from '../../../models/words/facts.ts';
import { CLAIM } from '../../../models/words/gestures.ts';
import type { DeskCommand, TimedCommand } from '../../../models/words/moves.ts';

const SEED = 'told';
const chapter = (number: number): Scenario => chapterScenario(`chapitre-${number}`) as Scenario;

function recorded(number: number, manner: Manner): readonly TimedCommand[] {
  const days = new DeskDays(chapter(number));
  days.play(SEED, playerOf(manner, new AtHand(chapter(number), 0)));
  return days.commands;
}

/** How this one plays, as read from one day. */
function read(number: number, manner: Manner): Manner {
  const own = new OwnManner(new AtHand(chapter(number), 0));
  const day = new DeskDays(chapter(number)).replay(SEED, recorded(number, manner), (seen, does) =>
    own.watch(seen, does),
  );
  if (!('missed' in day)) throw new Error(day.says.en);
  return own.manner(day.missed);
}

describe('how somebody plays, read from a day', () => {
  it('[L13] is how they played', () => {
    const { hurries, neverAnswers, neverRefuses, passesCold } = HABITS;
    const hurried = read(9, hurries);
    expect(hurried.listens).toBe(0);
    expect(hurried.explains).toEqual([0, 0]);
    for (const ms of hurried.workMs ?? [0]) expect(Math.abs(ms - 20_000)).toBeLessThan(3_000);
    expect(read(2, neverAnswers).answers).toBe(0);
    expect(read(6, neverRefuses).refuses[0]).toBe(0);
    expect(read(9, passesCold).drops).toBe(1);
    expect(read(7, HABITS.first).listens).toBeGreaterThan(1.5);
    expect(read(7, HABITS.endsTalks).endsFrom).toBe(LEVEL.criticism);
  });

  it('[L12] is of this person alone, where two sat at the desk in turn', () => {
    const at = 900_000;
    const first = recorded(2, HABITS.neverAnswers).filter((one) => one.at < at);
    const gives = (kind: 'takeDesk' | 'leaveDesk') =>
      ({ at, command: { kind, agent: 0 } }) as const;
    const commands = [...first, gives('leaveDesk'), gives('takeDesk'), gives('leaveDesk')];
    const of = (person: number) => {
      const own = ownOf(commands, { agent: 0, person, sat: [4, 7] });
      const seen: string[] = [];
      const watch = (_: Seen, { kind }: DeskCommand) => void seen.push(kind);
      const day = new DeskDays(chapter(2)).replay(SEED, commands, watch, own);
      if (!('missed' in day)) throw new Error(day.says.en);
      return { missed: day.missed, seen };
    };
    expect(of(4).missed).toBeGreaterThan(0);
    expect(of(7)).toEqual({ missed: 0, seen: ['takeDesk', 'leaveDesk'] });
  });

  it('[L13] holds nothing against what never could be done', () => {
    const { acknowledges, refuses, tells } = read(1, NATURAL);
    expect([acknowledges, refuses, tells]).toEqual([
      NATURAL.acknowledges,
      NATURAL.refuses,
      NATURAL.tells,
    ]);
  });
});

describe('a rule', () => {
  const at = new AtHand(chapter(9), 0);

  /** What is done with the advice where this was about to be done. */
  function does(id: AdviceId, next: DeskCommand['kind'] | 'wait', more: Partial<Seen>) {
    const seen = new Seen();
    seen.begin(0, 7, 0);
    Object.assign(seen, { now: 60_000, inside: 2, ...more });
    const before = { kind: next, agent: 0, call: 7, group: 0 } as DeskCommand;
    const player: Player = () => (next === 'wait' ? Number.POSITIVE_INFINITY : before);
    const then = advised(player, id, at)(seen);
    return typeof then === 'number' ? 'wait' : then.kind;
  }

  it.each([
    ['explain', 'conclude', { waiting: 0 }, 'explain'],
    ['explain', 'conclude', { waiting: 1 }, 'conclude'],
    ['explain', 'conclude', { waiting: 0, explained: true }, 'conclude'],
    ['explainAnyway', 'conclude', { waiting: 2 }, 'explain'],
    ['explainAnyway', 'conclude', { waiting: 3 }, 'conclude'],
    ['listen', 'wait', {}, 'listen'],
    ['listen', 'wait', { heard: 1 }, 'wait'],
    ['stay', 'conclude', { now: 1_000 }, 'wait'],
    ['stay', 'conclude', { now: 600_000 }, 'conclude'],
    ['listenOnce', 'listen', { heard: 0 }, 'listen'],
    ['listenOnce', 'listen', { heard: 1, now: 600_000 }, 'conclude'],
    ['concludeOne', 'wait', { waiting: 1, now: 600_000 }, 'conclude'],
    ['concludeMany', 'wait', { waiting: 2, now: 600_000 }, 'wait'],
    ['concludeMany', 'wait', { waiting: 3, now: 600_000 }, 'conclude'],
    ['refuse', 'wait', { claimed: true, claim: CLAIM.undue, heard: 1 }, 'refuse'],
    ['refuse', 'wait', { claimed: true, claim: CLAIM.due, heard: 1 }, 'wait'],
    ['refuse', 'wait', { claimed: true }, 'listen'],
    ['tell', 'transfer', {}, 'brief'],
    ['keep', 'transfer', { now: 600_000 }, 'conclude'],
    ['keep', 'transfer', { type: 1 }, 'transfer'],
    ['refer', 'wait', { type: 1 }, 'brief'],
    ['refer', 'wait', { type: 0 }, 'wait'],
    ['recognise', 'wait', { level: LEVEL.complaint }, 'acknowledge'],
    ['recognise', 'wait', { level: LEVEL.complaint, recognised: true }, 'wait'],
    ['limit', 'conclude', { level: LEVEL.incivility }, 'limit'],
    ['limit', 'conclude', { level: LEVEL.incivility, warned: true }, 'conclude'],
    ['breathe', 'ready', { doing: 'wrapping', energy: 0.3 }, 'breathe'],
    ['breathe', 'ready', { doing: 'wrapping', energy: 0.3, waiting: 1 }, 'ready'],
    ['goOn', 'breathe', { doing: 'wrapping', waiting: 1 }, 'ready'],
    ['signal', 'ready', { doing: 'wrapping', clue: 1, clues: [0, 2] }, 'signal'],
    ['signal', 'ready', { doing: 'wrapping', clue: 1, clues: [2, 1] }, 'ready'],
    ['answer', 'wait', { doing: 'ringing' }, 'answer'],
    ['answer', 'wait', { doing: 'notReady', missed: true }, 'ready'],
  ] as const)('[L13] %s, before %s, %o: %s', (id, next, more, then) => {
    expect(does(id, next, more as Partial<Seen>)).toBe(then);
  });
});

describe('the advice of a day', () => {
  const FEW = { looks: 20, block: 25, most: 100 };
  const advice = (number: number, manner: Manner) =>
    adviceFor(chapter(number), SEED, recorded(number, manner), 0, FEW);

  it('[L13] is one that helped somebody who plays so, beyond doubt, and the same each time', () => {
    const told = advice(2, HABITS.neverAnswers);
    expect(told).toMatchObject({ advice: 'answer' });
    expect(told).toEqual(advice(2, HABITS.neverAnswers));
    if (!('effect' in told)) throw new Error(told.says.en);
    expect(told.effect).toBeLessThan(-told.halfWidth);
    expect(told.days).toBeLessThanOrEqual(FEW.most);
  });

  it('[L13] is not given where none is clear', () => {
    const told = adviceFor(chapter(5), SEED, recorded(5, NATURAL), 0, { ...FEW, most: 25 });
    expect(told).toEqual({ advice: null, effect: 0, halfWidth: 0, days: 0 });
  });

  it('[L13] needs a day that replays, whose talks are decisions', () => {
    const commands = recorded(2, NATURAL);
    const early = commands.filter(({ command }) => command.kind !== 'takeDesk');
    expect(adviceFor(chapter(2), SEED, early, 0, FEW)).toHaveProperty('says');
    const classical = catalogueScenario('petit-classique') as Scenario;
    expect(adviceFor(classical, SEED, [], 0, FEW)).toMatchObject({ code: 'E_STATE' });
  });
});

describe('the words of advices', () => {
  const words = (text: string): number =>
    text.split(/\s+/).filter((one) => /\p{L}/u.test(one)).length;

  it.each(ADVICES)('%s is one sentence of twenty words at most, in both languages', (id) => {
    for (const text of Object.values(ADVICE_SAYS[id])) {
      expect(words(text)).toBeLessThanOrEqual(20);
      expect(text).toMatch(/^\p{Lu}[^.!?]*\.$/u);
    }
  });

  it('are of as many advices as there are habits to be rid of, at least', () =>
    expect(ADVICES.length).toBeGreaterThanOrEqual(HABIT_NAMES.length));
});
