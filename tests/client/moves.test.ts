import { describe, expect, it } from 'vitest';
import { newsOf, type Said } from '../../client/pages/desk/announcer.ts';
import {
  BUTTONS,
  isAsking,
  keyOf,
  type Move,
  moveOf,
  movesIn,
  NO_OCCASION,
  shownIn,
} from '../../client/pages/desk/moves.ts';
import { picked } from '../../client/pages/desk/questions.ts';
import { weightsOf } from '../../client/pages/desk/weights.ts';
import { behind } from '../../client/state/behind.ts';
import {
  AGENT_STATES,
  type Command,
  commandOf,
  type DeskView,
  OWN_REASONS,
} from '../../models/doors/live.ts';
import { publicViewOf } from '../../models/doors/scenario.ts';
import { LocalRoom } from './local.ts';
import { SCENES } from './stage/scenes.ts';
import { STATION } from './station.ts';

const scene = (name: string): [LocalRoom, DeskView] => {
  const made = SCENES[name]?.();
  if (!made) throw new Error(`No scene ${name}.`);
  const [room, agent] = made;
  const snapshot = room.snapshot({ as: 'desk', agent });
  if (snapshot.as !== 'desk') throw new Error('A desk was expected.');
  return [room, snapshot.view];
};

const AT: Record<string, string> = {
  notReady: 'PAUSE222',
  ready: 'READY222',
  ringing: 'RINGS222',
  talking: 'TALKS222',
  hold: 'HOLDS222',
  closing: 'TLEAV222',
  wrapping: 'WRAPS222',
};

/** The command of a move, the first choice made. */
const whole = (view: DeskView, move: Move): Command =>
  commandOf(
    move,
    view.agent,
    view.call?.call ?? -1,
    isAsking(move) ? picked(move, publicViewOf(STATION), 1) : undefined,
  );

describe('the moves shown', () => {
  it.each(Object.entries(AT))('%s: each one is done by the centre', (state, name) => {
    for (const move of movesIn(state as keyof typeof AT & 'ready')) {
      const [room, view] = scene(name);
      expect(view.team[view.agent]?.state).toBe(state);
      expect(room.accept(whole(view, move)), move).toBeNull();
    }
  });

  it.each(Object.entries(AT))('%s: no other one would be', (state, name) => {
    const shown = movesIn(state as 'ready');
    for (const move of BUTTONS.filter((one) => !shown.includes(one))) {
      const [room, view] = scene(name);
      if (view.call === null && 'call' in whole(view, move)) continue;
      expect(room.accept(whole(view, move)), move).not.toBeNull();
    }
  });

  it('have a key each, and no two of one state the same', () => {
    for (const state of AGENT_STATES) {
      const keys = movesIn(state).map((move) => keyOf(move));
      expect(new Set(keys).size).toBe(keys.length);
      for (const move of movesIn(state))
        expect(moveOf(keyOf(move).toUpperCase(), state)).toBe(move);
    }
    expect(moveOf(' ', 'ringing')).toBe('answer');
    expect(moveOf('Enter', 'talking')).toBeNull();
    expect(moveOf('c', 'ready')).toBeNull();
  });

  it('are more where masks are worn, and where a caller is uncivil', () => {
    const masks = { ...NO_OCCASION, masks: true };
    for (const state of ['notReady', 'ready', 'ringing', 'wrapping'] as const)
      expect(movesIn(state, masks)).toEqual([...movesIn(state), 'mask']);
    expect(movesIn('talking', masks)).toEqual(movesIn('talking'));
    const uncivil = { ...NO_OCCASION, masks: true, uncivil: true };
    expect(movesIn('talking', uncivil)).toContain('limit');
    expect(shownIn('closing', uncivil)).not.toContain('limit');
    expect(moveOf('l', 'talking')).toBeNull();
    expect(moveOf('l', 'talking', uncivil)).toBe('limit');
    expect(moveOf('m', 'ready', masks)).toBe('mask');
    for (const state of AGENT_STATES) {
      const keys = movesIn(state, uncivil).map((move) => keyOf(move));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('are those of the talk while taking leave, and none can be made', () => {
    expect(shownIn('closing')).toEqual(movesIn('talking'));
    expect(movesIn('closing')).toEqual([]);
    for (const key of ['c', 'h', 't', ' ']) expect(moveOf(key, 'closing')).toBeNull();
  });

  it('offer reasons that the centre takes', () => {
    for (const reason of OWN_REASONS) {
      const [room, { agent }] = scene('READY222');
      expect(room.accept({ kind: 'notReady', agent, reason })).toBeNull();
    }
  });
});

describe('the line behind', () => {
  it('leaves out the one who rings here', () => {
    const [, view] = scene('RINGS222');
    const mine = view.call?.call ?? -1;
    expect(view.line.calls.some((one) => one.call === mine)).toBe(true);
    const all = behind(view.line, -1);
    const others = behind(view.line, mine);
    expect(others.n).toBe(all.n - 1);
    expect(others.since).toBe(view.line.calls.find((one) => one.call !== mine)?.since ?? -1);
  });
});

describe('the weight of the voices', () => {
  it('follows the line and the caller', () => {
    const [room, busy] = scene('TALKS222');
    const [, calm] = scene('BEGIN222');
    const now = room.session.now;
    const heavy = weightsOf(busy, now, 20_000);
    const light = weightsOf(calm, 0, 20_000);
    expect(light).toEqual({ care: 300, hurry: 300 });
    expect(heavy.hurry).toBeGreaterThan(450);
    expect(heavy.care).toBeGreaterThan(400);
    const again = structuredClone(busy);
    if (again.call) again.call.attempt = 2;
    expect(weightsOf(again, now, 20_000).care).toBeGreaterThan(heavy.care);
  });

  it('stays within what the typeface has', () => {
    const [, view] = scene('TALKS222');
    if (view.call) view.call.attempt = 40;
    const { care, hurry } = weightsOf(view, 9e8, 1);
    expect(Math.max(care, hurry)).toBeLessThanOrEqual(800);
  });
});

describe('what is said aloud', () => {
  it('tells each ring once, a line that grows long, and a loss now and then', () => {
    const room = new LocalRoom(STATION);
    const agent = 2;
    room.accept({ kind: 'takeDesk', agent });
    const view = () => room.snapshot({ as: 'desk', agent }).view as DeskView;
    let [news, said] = newsOf(null, view(), 0);
    expect(news).toEqual([]);
    room.accept({ kind: 'ready', agent });
    const told: string[] = [];
    for (let at = 0; at < 40 * 60_000; at += 2_000) {
      room.advanceTo(at);
      [news, said] = newsOf(said, view(), at / 10);
      told.push(...news.map((one) => one.kind));
    }
    const rang = room.session.facts.filter((fact) => fact.kind === 'rang' && fact.agent === agent);
    expect(rang.length).toBeGreaterThan(0);
    expect(told.filter((kind) => kind === 'rings')).toHaveLength(rang.length);
    expect(told.filter((kind) => kind === 'line').length).toBeGreaterThan(0);
    const lost = view().day.totals.abandoned;
    const spoken = told.filter((kind) => kind === 'gaveUp').length;
    expect(spoken).toBeGreaterThan(0);
    expect(spoken).toBeLessThanOrEqual(lost);
    expect(spoken).toBeLessThanOrEqual((40 * 60_000) / 10 / 15_000 + 1);
  });

  it('tells once a call that the line weighs more, not before the first look', () => {
    const [, view] = scene('THURR222');
    const tell = (said: Said | null, crossed: boolean) => newsOf(said, view, 0, crossed);
    let [news, said] = tell(null, true);
    expect(news).toEqual([]);
    [news, said] = tell({ ...said, crossed: -1 }, true);
    expect(news).toEqual([{ kind: 'crossed', n: 2 }]);
    [news, said] = tell(said, false);
    [news, said] = tell(said, true);
    expect(news).toEqual([]);
    if (view.call) view.call.call += 1;
    expect(tell(said, true)[0]).toEqual([{ kind: 'crossed', n: 2 }]);
    view.line.calls = [];
    if (view.call) view.call.call += 1;
    expect(tell(said, true)[0]).toEqual([{ kind: 'crossed', n: 0 }]);
  });
});
