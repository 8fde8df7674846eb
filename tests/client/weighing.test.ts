import { beforeEach, describe, expect, it } from 'vitest';
import { insistence, sizeOf, weightOf } from '../../client/elements/voices/insistence.ts';
import {
  lostShown,
  minutesShown,
  resolvesShown,
  waitedShown,
} from '../../client/elements/voices/numbers.ts';
import { PRICES_MS, Prices } from '../../client/state/prices.ts';
import { AHEAD_MS, othersOf, Weighing } from '../../client/state/weighing.ts';
import { minutesAndSeconds } from '../../client/text/figures.ts';
import { setLanguage } from '../../client/text/language.ts';
import { worthWords } from '../../client/text/worth.ts';
import {
  type Advice,
  adviceOf,
  type DeskView,
  type Fact,
  insideOf,
  NOTHING,
  startDesk,
  startWall,
  stepDesk,
  stepWall,
  talkedMs,
  type Voices,
  voicesOf,
} from '../../models/doors/live.ts';
import { publicViewOf } from '../../models/doors/scenario.ts';
import { LocalRoom } from './local.ts';
import { SCENES, TEN } from './stage/scenes.ts';

const MINUTE_MS = 60_000;
const advice = adviceOf(TEN) as Advice;
const publicView = publicViewOf(TEN);

const scene = (name: string): [LocalRoom, DeskView] => {
  const [room, agent] = SCENES[name]?.() ?? [new LocalRoom(TEN), 2];
  return [room, room.snapshot({ as: 'desk', agent }).view as DeskView];
};

describe('who is in the centre', () => {
  it('[P3] is counted as policies do, at a desk as on the wall, at every instant', () => {
    const { arbitration } = TEN;
    const handling = { ...arbitration!.handling, wrapUpMin: 0.5 };
    const room = new LocalRoom({ ...TEN, arbitration: { ...arbitration!, handling } });
    room.advanceTo(180 * MINUTE_MS);
    const [desk, wall] = [startDesk(publicView, 2), startWall(publicView)];
    let inside = 0;
    let most = 0;
    for (const fact of room.factsFor({ as: 'wall' }, -1)) {
      stepDesk(desk, fact);
      stepWall(wall, fact);
      // A call that is handed on needs another agent, while the first one still wraps up.
      if (fact.kind === 'arrived' || fact.kind === 'transferred') inside++;
      if (['wrapped', 'abandoned', 'dropped', 'blocked'].includes(fact.kind)) inside--;
      // Who is being taken leave of counts no more, until after-call work begins.
      if (fact.kind === 'closing') inside--;
      if (fact.kind === 'concluded') inside++;
      expect(insideOf(desk)).toBe(inside);
      expect(insideOf(wall)).toBe(inside);
      most = Math.max(most, inside);
    }
    expect(most).toBeGreaterThan(10);
  });
});

describe('how long one has talked', () => {
  const view = startDesk(publicView, 2);
  const tell = (at: number, body: object) => stepDesk(view, { n: 0, at, ...body } as Fact);

  it('leaves holds out, and stops when one takes leave', () => {
    expect(talkedMs(view, 5_000)).toBe(0);
    tell(0, { kind: 'arrived', call: 0, caller: 0, type: 0, attempt: 0, cause: -1, says: -1 });
    tell(1_000, { kind: 'rang', call: 0, agent: 2, says: 0 });
    expect(talkedMs(view, 5_000)).toBe(0);
    tell(10_000, { kind: 'answered', call: 0, type: 0, attempt: 0, agent: 2, waitMs: 10_000 });
    expect(talkedMs(view, 40_000)).toBe(30_000);
    tell(40_000, { kind: 'held', call: 0, agent: 2 });
    expect(talkedMs(view, 55_000)).toBe(30_000);
    tell(60_000, { kind: 'resumed', call: 0, agent: 2 });
    expect(talkedMs(view, 70_000)).toBe(40_000);
    tell(80_000, { kind: 'closing', call: 0, agent: 2 });
    expect(talkedMs(view, 81_000)).toBe(50_000);
    expect(talkedMs(view, 120_000)).toBe(50_000);
  });
});

describe('the scale', () => {
  it('weighs the talk in hand as the model does, from what the desk sees', () => {
    const [room, view] = scene('THURR222');
    const { now } = room.session;
    const weighed = new Weighing().weigh(advice, publicView, view, now, 0, 0);
    const talk = {
      ...{ agent: view.agent, type: 0, interval: 5 },
      ...{ talkedMs: talkedMs(view, now), inside: insideOf(view) },
    };
    expect(Math.floor(now / publicView.intervalMs)).toBe(5);
    expect(talk.talkedMs).toBeGreaterThan(4 * MINUTE_MS);
    expect(weighed.voices).toEqual(voicesOf(advice, talk));
    expect(weighed).toMatchObject({ talking: true, crossed: true, others: 'waiting' });
    expect(weighed.ahead[0]).toEqual({ at: now, care: weighed.voices.care });
    expect(weighed.ahead.at(-1)?.at).toBe(now + AHEAD_MS);
    expect(weighed.ahead.at(-1)?.care).toBeLessThan(weighed.voices.care);
  });

  it('says that time is free, and that care weighs more, while nobody waits', () => {
    const [room, view] = scene('TCARE222');
    const weighed = new Weighing().weigh(advice, publicView, view, room.session.now, 0, 0);
    expect(weighed).toMatchObject({ talking: true, crossed: false, others: 'free' });
    expect(weighed.voices.belowFloor).toBe(true);
  });

  it('calls time free only where nobody waits and a minute costs nothing', () => {
    expect(othersOf(NOTHING - 0.01, 0)).toBe('free');
    expect(othersOf(NOTHING, 0)).toBe('coming');
    expect(othersOf(NOTHING - 0.01, 1)).toBe('slight');
    expect(othersOf(NOTHING, 1)).toBe('waiting');
  });

  it.each(['TFREE222', 'TRING222', 'TLEAV222', 'TWRAP222'])(
    'has no caller to weigh in %s, but the price goes on',
    (name) => {
      const [room, view] = scene(name);
      const weighed = new Weighing().weigh(advice, publicView, view, room.session.now, 0, 0);
      expect(weighed).toMatchObject({ talking: false, crossed: false, ahead: [] });
      expect(weighed.samples).toHaveLength(1);
      expect(weighed.samples[0]).toMatchObject({ care: null, price: weighed.voices.hurry });
    },
  );

  it('does not look ahead on hold: nobody knows when the talk goes on', () => {
    const [room, view] = scene('THOLD222');
    const weighed = new Weighing().weigh(advice, publicView, view, room.session.now, 0, 0);
    expect(weighed).toMatchObject({ talking: true, ahead: [] });
  });

  it('weighs anew four times a second, and at once when something happens', () => {
    const [room, view] = scene('THURR222');
    const { now } = room.session;
    const weighing = new Weighing();
    const look = (at: number, n: number, real: number) =>
      weighing.weigh(advice, publicView, view, at, n, real);
    const first = look(now, 7, 1_000);
    expect(look(now + 1_000, 7, 1_125)).toBe(first);
    const second = look(now + 2_500, 7, 1_250);
    expect(second).not.toBe(first);
    expect(second.voices.care).toBeLessThan(first.voices.care);
    expect(look(now + 2_600, 8, 1_260)).not.toBe(second);
  });
});

describe('the prices of the last minutes', () => {
  const at = (minutes: number, price = 1, care: number | null = null) => ({
    at: minutes * MINUTE_MS,
    price,
    care,
  });

  it('are those of ten minutes, and one before so that the line comes in from the edge', () => {
    const prices = new Prices();
    for (let minute = 0; minute <= 30; minute += 0.25) prices.see(at(minute, minute));
    const { samples } = prices;
    const from = 30 * MINUTE_MS - PRICES_MS;
    expect(samples.at(-1)).toEqual(at(30, 30));
    expect(samples.filter((one) => one.at <= from)).toHaveLength(1);
    expect(samples).toHaveLength(41);
  });

  it('stay few while nothing changes, and miss no change', () => {
    const prices = new Prices();
    for (let ms = 0; ms < 20_000; ms += 100) prices.see({ at: ms, price: 1, care: null });
    expect(prices.samples.length).toBeLessThanOrEqual(10);
    const before = prices.samples.length;
    prices.see({ at: 20_000, price: 2, care: null });
    prices.see({ at: 20_001, price: 2, care: 3 });
    expect(prices.samples).toHaveLength(before + 2);
  });

  it('take back what a room that was rebuilt earlier has untold', () => {
    const prices = new Prices();
    for (let minute = 0; minute < 8; minute++) prices.see(at(minute));
    prices.see(at(3.5, 5));
    expect(prices.samples.map((one) => one.at / MINUTE_MS)).toEqual([0, 1, 2, 3, 3.5]);
  });
});

describe('the insistence of a voice', () => {
  it('never turns round which of two weighs more, and stays within what the typeface has', () => {
    let before = -1;
    for (let value = 0; value < 40; value += 0.1) {
      expect(insistence(value)).toBeGreaterThanOrEqual(before);
      before = insistence(value);
      expect(weightOf(value)).toBeGreaterThanOrEqual(300);
      expect(weightOf(value)).toBeLessThanOrEqual(720);
      expect(sizeOf(value)).toBeGreaterThanOrEqual(0.94);
      expect(sizeOf(value)).toBeLessThanOrEqual(1.06);
    }
    expect(insistence(0)).toBe(0);
    expect(insistence(1)).toBe(0.5);
    expect(weightOf(3)).toBeGreaterThan(weightOf(1));
  });
});

describe('how sure a price is told', () => {
  it.each([
    ['fr', 'environ 2,4 min d’attente de plus pour les autres'],
    ['en', 'about 2.4 min of extra waiting for the others'],
  ] as const)('is "about" in %s where speeds are mixed, and never "exact"', (language, said) => {
    setLanguage(language);
    const says = (about: boolean) =>
      waitedShown({ about, waitedMin: 2.4 }).replaceAll('\u00a0', ' ');
    expect(says(true)).toBe(said);
    expect(says(false)).toBe(said.replace(/^(environ|about) /, ''));
    for (const words of Object.values(worthWords()))
      if (typeof words === 'string') expect(words).not.toMatch(/exact/i);
  });
});

describe('the figures in words', () => {
  beforeEach(() => setLanguage('fr'));
  const voices = (change: Partial<Voices>): Voices => ({
    care: 0,
    later: 0,
    resolves: 0,
    hurry: 0,
    about: false,
    waitedMin: 0,
    lost: 0,
    resolvedNow: 0,
    belowFloor: false,
    ...change,
  });

  it.each([
    [0.001, 'moins d’une chance sur 100 qu’un client raccroche'],
    [0.01, '1 chance sur 100 qu’un client raccroche'],
    [0.147, '1 chance sur 7 qu’un client raccroche'],
    [0.5, '1 chance sur 2 qu’un client raccroche'],
    [0.68, '7 chances sur 10 qu’un client raccroche'],
    [1.4, '10 chances sur 10 qu’un client raccroche'],
  ])('say a chance of %d as people do', (lost, shown) =>
    expect(lostShown(voices({ lost }))).toBe(shown),
  );

  it('tell minutes of waiting, and what the minute brings', () => {
    expect(waitedShown(voices({ waitedMin: 0.9 }))).toMatch(/^0,9\smin d’attente de plus/);
    expect(waitedShown(voices({ waitedMin: -0.01 }))).toMatch(/^presque aucune attente/);
    expect(resolvesShown(voices({ resolves: 0.09 }))).toMatch(/^\+ 9\s% de chances/);
    expect(resolvesShown(voices({ resolves: 0.004 }))).toMatch(/presque rien/);
    expect(minutesShown(-0.2)).toBe('0,0');
  });

  it('write the floor as one says it', () => {
    expect(minutesAndSeconds(170_220)).toBe('2 min 50');
    expect(minutesAndSeconds(180_000)).toBe('3 min');
    expect(minutesAndSeconds(65_400)).toBe('1 min 05');
    setLanguage('en');
    expect(minutesAndSeconds(65_400)).toBe('1 min 5 s');
  });
});
