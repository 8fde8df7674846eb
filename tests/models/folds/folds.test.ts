import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import {
  type Fact,
  meanWaits,
  oldestSince,
  serviceLevelF3,
  startDesk,
  startWall,
  stepDesk,
  stepWall,
  unansweredNow,
  type WallView,
  waitingNow,
} from '../../../models/doors/live.ts';
import { catalogueScenario, publicViewOf } from '../../../models/doors/scenario.ts';
import { factsOf, SMALL } from '../../gallery/day.ts';
import { LEAVING, MORNING } from '../../gallery/recorded.ts';

const publicView = publicViewOf(SMALL);
const facts = MORNING;
const copy = <T>(view: T): T => JSON.parse(JSON.stringify(view)) as T;

const wallOf = (some: readonly Fact[]): WallView => {
  const view = startWall(publicView);
  for (const fact of some) stepWall(view, fact);
  return view;
};

/** Facts of the right shapes that make no sense together. */
function nonsense(n: number): Fact[] {
  const random = seedrandom('nonsense');
  const below = (k: number) => Math.floor(random() * k);
  const kinds = [...new Set(LEAVING.map((fact) => fact.kind))];
  let at = 0;
  return Array.from({ length: n }, (_, i) => {
    at += below(2_000);
    const fields = {
      call: below(n),
      caller: below(n),
      type: below(3),
      attempt: below(3),
      cause: below(n) - 1,
      says: -1,
    };
    const times = {
      waitMs: below(1e6),
      talkMs: below(1e6),
      holdMs: below(1e5),
      wrapMs: below(1e5),
    };
    const kind = kinds[below(kinds.length)];
    return {
      n: i,
      at,
      kind,
      ...fields,
      ...times,
      agent: below(12),
      group: 0,
      reason: 'other',
    } as unknown as Fact;
  });
}

describe('the day the folds are tried on', () => {
  it('holds every kind of fact', () => {
    const kinds = new Set(facts.map((fact) => fact.kind));
    for (const kind of [
      'held',
      'resumed',
      'transferred',
      'relayed',
      'abandoned',
      'rang',
      'missed',
      'notReady',
      'wrapped',
    ] as const)
      expect(kinds, kind).toContain(kind);
  });
});

describe('a snapshot and the facts after it', () => {
  it('fold to the same wall as all the facts, from every prefix', () => {
    const whole = JSON.stringify(wallOf(facts));
    const running = startWall(publicView);
    for (let i = 0; i < facts.length; i += 1) {
      // Every prefix is taken as a snapshot; tails are long: one in seven is folded to the end.
      const snapshot = copy(running);
      expect(snapshot).toEqual(running);
      if (i % 7 === 0) {
        for (const fact of facts.slice(i)) stepWall(snapshot, fact);
        expect(JSON.stringify(snapshot)).toBe(whole);
      }
      stepWall(running, facts[i] as Fact);
    }
  });

  it('fold to the same desk as all the facts, from every prefix', () => {
    const running = startDesk(publicView, 1);
    const all = startDesk(publicView, 1);
    for (const fact of facts) stepDesk(all, fact);
    for (let i = 0; i < facts.length; i += 1) {
      const snapshot = copy(running);
      expect(snapshot).toEqual(running);
      if (i % 7 === 0) {
        for (const fact of facts.slice(i)) stepDesk(snapshot, fact);
        expect(snapshot).toEqual(all);
      }
      stepDesk(running, facts[i] as Fact);
    }
  });
});

describe('conservation', () => {
  it.each([
    ['recorded', MORNING],
    ['played now', factsOf(SMALL, [0, 4], 'another')],
  ])('holds after every fact of a day %s: offered = all that became of calls', (_, day) => {
    const view = startWall(publicView);
    for (const fact of day) {
      stepWall(view, fact);
      const { offered, firstAttempts, repeats, answered, abandoned, blocked, within } =
        view.day.totals;
      expect(offered).toBe(unansweredNow(view.line) + answered + abandoned + blocked);
      expect(offered).toBe(firstAttempts + repeats);
      expect(within).toBeLessThanOrEqual(answered);
    }
    expect(view.day.phase).toBe('over');
    expect(waitingNow(view.line)).toBe(0);
    expect(oldestSince(view.line)).toBe(-1);
  });

  it('holds with a line too long to list', () => {
    const view = startWall(publicView);
    const tell = (n: number, body: object) => stepWall(view, { n, at: n * 10, ...body } as Fact);
    for (let call = 0; call < 2_500; call++)
      tell(call, { kind: 'arrived', call, caller: call, type: 0, attempt: 0, cause: -1, says: -1 });
    expect(waitingNow(view.line)).toBe(2_500);
    expect(view.line.calls).toHaveLength(1_000);
    for (let call = 0; call < 1_000; call++)
      tell(2_500 + call, { kind: 'abandoned', call, type: 0, attempt: 0, waitMs: 25_000 });
    expect(waitingNow(view.line)).toBe(1_500);
    expect(oldestSince(view.line)).toBe(10_000);
    for (let call = 1_000; call < 2_500; call++)
      tell(2_500 + call, { kind: 'answered', call, type: 0, attempt: 0, agent: 0, waitMs: 25_000 });
    expect(waitingNow(view.line)).toBe(0);
    expect(view.day.totals.answered + view.day.totals.abandoned).toBe(view.day.totals.offered);
  });

  it('counts each interval of arrival to the total of the day', () => {
    const { totals, byInterval, waits } = wallOf(facts).day;
    const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
    expect(sum(byInterval.offered)).toBe(totals.offered);
    expect(sum(byInterval.answered)).toBe(totals.answered);
    expect(sum(byInterval.abandoned)).toBe(totals.abandoned);
    expect(sum(byInterval.within)).toBe(totals.within);
    expect(sum(waits.answered)).toBe(totals.answered);
    expect(sum(waits.abandoned)).toBe(totals.abandoned);
  });
});

describe('the state of the centre', () => {
  it('is that of the facts: nobody waits while someone who handles the type is free', () => {
    const view = startWall(publicView);
    const free = (type: number) =>
      publicView.groups.some(
        ({ first, desks, types }) =>
          types.includes(type) &&
          view.team.slice(first, first + desks).some(({ state }) => state === 'ready'),
      );
    let waited = 0;
    for (const [i, fact] of facts.entries()) {
      stepWall(view, fact);
      // Between instants only: within one, a caller may be on the way to an agent.
      if (facts[i + 1]?.at === fact.at) continue;
      for (const entry of view.line.calls) {
        if (entry.ringing >= 0)
          expect(view.team[entry.ringing]).toMatchObject({ call: entry.call });
        else if (!entry.transferred) expect(free(entry.type)).toBe(false);
        waited++;
      }
    }
    expect(waited).toBeGreaterThan(100);
    const busy = view.team.filter(({ call }) => call >= 0);
    expect(busy).toEqual([]);
  });

  it('frees a desk when the caller gives up while it rings', () => {
    const view = startDesk(publicView, 1);
    const bodies = [
      { kind: 'ready', agent: 1 },
      { kind: 'arrived', call: 0, caller: 0, type: 0, attempt: 0, cause: -1, says: -1 },
      { kind: 'rang', call: 0, agent: 1, says: 0 },
    ];
    for (const [n, body] of bodies.entries()) stepDesk(view, { n, at: n, ...body } as Fact);
    expect(view.call?.says).toBe(0);
    expect(view.team[1]?.state).toBe('ringing');
    stepDesk(view, { n: 3, at: 900, kind: 'abandoned', call: 0, type: 0, attempt: 0, waitMs: 899 });
    expect(view.call).toBeNull();
    expect(view.team[1]).toMatchObject({ state: 'ready', since: 900, call: -1 });
  });

  it('is that of the facts while callers are taken leave of', () => {
    const view = startWall(publicView);
    let closing = 0;
    for (const fact of LEAVING) {
      const before = 'agent' in fact ? view.team[fact.agent]?.state : undefined;
      stepWall(view, fact);
      if (fact.kind === 'closing') {
        expect(before).toBe('talking');
        expect(view.team[fact.agent]).toMatchObject({ state: 'closing', call: fact.call });
        closing++;
      }
      if (fact.kind === 'concluded') {
        expect(before).toBe('closing');
        expect(view.team[fact.agent]?.state).toBe('wrapping');
      }
    }
    expect(closing).toBe(view.day.totals.concluded);
    expect(closing).toBeGreaterThan(50);
  });

  it('writes the longest line of each minute', () => {
    const view = startWall(publicView);
    const tell = (at: number, body: object) => stepWall(view, { n: 0, at, ...body } as Fact);
    tell(1_000, { kind: 'arrived', call: 0, caller: 0, type: 0, attempt: 0, cause: -1, says: -1 });
    tell(2_000, { kind: 'arrived', call: 1, caller: 1, type: 0, attempt: 0, cause: -1, says: -1 });
    tell(3_000, { kind: 'abandoned', call: 0, type: 0, attempt: 0, waitMs: 2_000 });
    tell(190_000, { kind: 'abandoned', call: 1, type: 0, attempt: 0, waitMs: 188_000 });
    expect(view.day.queue.most).toEqual([2, 1, 1, 1]);
  });
});

describe('my desk', () => {
  it('sums what it did', () => {
    const view = startDesk(publicView, 1);
    for (const fact of facts) stepDesk(view, fact);
    const mine = facts.filter((fact) => 'agent' in fact && fact.agent === 1);
    const of = (kind: Fact['kind']) => mine.filter((fact) => fact.kind === kind).length;
    expect(view.mine.answered).toBe(of('answered') + of('relayed'));
    expect(view.mine.missed).toBe(of('missed'));
    expect(view.mine.concluded + view.mine.transferred).toBe(view.mine.answered);
    const wrapMs = mine.reduce((sum, fact) => sum + (fact.kind === 'wrapped' ? fact.wrapMs : 0), 0);
    expect(view.mine.wrapMs).toBe(wrapMs);
    expect(view.score.notes.every((note) => note.agent === 1)).toBe(true);
  });
});

describe('taking leave', () => {
  it('is known of the call at the desk, and over with it', () => {
    const view = startDesk(publicView, 1);
    let seen = 0;
    for (const fact of LEAVING) {
      stepDesk(view, fact);
      if (!('agent' in fact) || fact.agent !== 1) continue;
      if (fact.kind === 'answered') expect(view.call?.closingAt).toBe(-1);
      if (fact.kind === 'closing') expect(view.call?.closingAt).toBe(fact.at);
      if (fact.kind !== 'concluded') continue;
      const { closingAt = -1, concludedAt = -1, answeredAt = -1 } = view.call ?? {};
      expect(closingAt).toBeGreaterThanOrEqual(answeredAt);
      expect(concludedAt).toBeGreaterThan(closingAt);
      seen++;
    }
    expect(seen).toBeGreaterThan(5);
  });

  it('is written in the note, and changes nothing else of the score', () => {
    const [with_, without] = [startWall(publicView), startWall(publicView)];
    const [from, to] = [40 * 60_000, 60 * 60_000];
    for (const fact of LEAVING) if (fact.at <= to) stepWall(with_, fact);
    for (const fact of MORNING) if (fact.at <= to) stepWall(without, fact);
    // Old notes are swept now and then: the two sweep at other instants.
    const kept = (view: WallView) => view.score.notes.filter(({ since }) => since >= from);
    const plain = kept(with_).map((note) => ({ ...note, closingAt: -1 }));
    expect(plain).toEqual(kept(without));
    expect(plain.length).toBeGreaterThan(15);
    const concluded = with_.score.notes.filter(
      (note) => note.concludedAt >= 0 && !note.transferred,
    );
    expect(concluded.every((note) => note.closingAt >= note.answeredAt)).toBe(true);
    expect(without.score.notes.every((note) => note.closingAt === -1)).toBe(true);
  });

  it('comes before every conclusion of a centre that arbitrates time, save where the caller hung up', () => {
    const ten = catalogueScenario('dix-conseillers')!;
    const view = startWall(publicViewOf(ten));
    const short = { ...ten, day: { ...ten.day, lengthMin: 60 } };
    let hungUp = -1;
    for (const fact of factsOf(short, [1, 2], 'leave')) {
      if (fact.kind === 'hungUp') hungUp = fact.call;
      if (fact.kind === 'concluded' && fact.call !== hungUp)
        expect(view.team[fact.agent]?.state).toBe('closing');
      stepWall(view, fact);
    }
    expect(view.day.totals.concluded).toBeGreaterThan(20);
  });
});

describe('the score', () => {
  it('ties every repeat call to the end of the call that caused it', () => {
    const view = startWall(publicView);
    const endedAt = new Map<number, number>();
    let tied = 0;
    for (const fact of facts) {
      stepWall(view, fact);
      if (
        fact.kind === 'concluded' ||
        fact.kind === 'abandoned' ||
        fact.kind === 'dropped' ||
        fact.kind === 'blocked'
      )
        endedAt.set(fact.call, fact.at);
      if (fact.kind !== 'answered' || fact.attempt === 0) continue;
      const note = view.score.notes.at(-1);
      expect(note?.call).toBe(fact.call);
      expect(note?.tie?.at).toBe(endedAt.get(note?.tie?.call ?? -1));
      tied++;
    }
    expect(tied).toBeGreaterThan(5);
  });

  it('remembers a cause that has left the window', () => {
    const view = startWall(publicView);
    const tell = (at: number, body: object) => stepWall(view, { n: 0, at, ...body } as Fact);
    tell(0, { kind: 'arrived', call: 0, caller: 0, type: 0, attempt: 0, cause: -1, says: -1 });
    tell(0, { kind: 'answered', call: 0, type: 0, attempt: 0, agent: 2, waitMs: 0 });
    tell(60_000, { kind: 'concluded', call: 0, type: 0, agent: 2, talkMs: 60_000, holdMs: 0 });
    tell(60_000, { kind: 'wrapped', call: 0, agent: 2, wrapMs: 0 });
    const later = view.score.windowMs + 1_000_000;
    tell(later, { kind: 'arrived', call: 1, caller: 0, type: 0, attempt: 1, cause: 0, says: -1 });
    expect(view.score.notes).toEqual([]);
    expect(view.line.calls[0]?.tie).toEqual({ call: 0, at: 60_000, agent: 2, lane: 0, tempo: 0 });
  });

  it('calls a call hurried or long beside those of its type, and nothing before it can tell', () => {
    const view = startWall(publicView);
    let at = 0;
    const handle = (call: number, talkS: number) => {
      stepWall(view, {
        n: 0,
        at,
        kind: 'answered',
        call,
        type: 0,
        attempt: 0,
        agent: 0,
        waitMs: 0,
      });
      at += talkS * 1_000;
      stepWall(view, {
        n: 0,
        at,
        kind: 'concluded',
        call,
        type: 0,
        agent: 0,
        talkMs: talkS * 1_000,
        holdMs: 0,
      });
      return view.score.notes.at(-1)?.tempo ?? Number.NaN;
    };
    for (let call = 0; call < 8; call++) expect(handle(call, call % 2 ? 80 : 160)).toBe(0);
    expect(handle(8, 12)).toBe(-3);
    expect(handle(9, 500)).toBeGreaterThan(1);
  });
});

describe('bounds', () => {
  it('keep the views small on 50,000 facts that make no sense', () => {
    const wall = startWall(publicView);
    const desk = startDesk(publicView, 1);
    for (const fact of nonsense(50_000)) {
      stepWall(wall, fact);
      stepDesk(desk, fact);
    }
    expect(wall.score.notes.length).toBeLessThan(2_800);
    expect(wall.score.crosses.length).toBeLessThan(2_800);
    expect(wall.score.ends.length).toBeLessThan(1_800);
    expect(wall.line.calls.length).toBeLessThanOrEqual(1_000);
    expect(wall.day.queue.most.length).toBeLessThanOrEqual(2_880);
    expect(JSON.stringify(wall).length).toBeLessThan(1_200_000);
    expect(JSON.stringify(desk).length).toBeLessThan(150_000);
    expect(copy(wall)).toEqual(wall);
  });

  it('[M8] tell the wait of a caller, over all their calls, beside that of a call', () => {
    const { totals } = startWall(publicView).day;
    expect(meanWaits(totals)).toEqual({ perCallMs: null, perCallerMs: null });
    // Ten callers, of whom six called again: each of the sixteen calls waited a minute.
    Object.assign(totals, { offered: 16, firstAttempts: 10, answered: 10, abandoned: 6 });
    Object.assign(totals, { waitAnsweredMs: 600_000, waitAbandonedMs: 360_000 });
    expect(meanWaits(totals)).toEqual({ perCallMs: 60_000, perCallerMs: 96_000 });
  });

  it('name no service level before the first call', () => {
    expect(serviceLevelF3(startWall(publicView).day.totals)).toBeNull();
  });
});
