import { describe, expect, it } from 'vitest';
import { Moments } from '../../models/kernel/tally.ts';
import type { Scenario } from '../../models/scenario/scenario.ts';
import { AFTER, type Fact } from '../../models/words/facts.ts';
import { factsOf, full, only, world } from './worlds.ts';

const SEEDS = ['i', 'ii', 'iii', 'iv'] as const;
const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);

/** What the counts say that the facts add up to, exactly, whatever chance did. */
function follow(facts: readonly Fact[]) {
  const now = { waiting: 0, talking: 0, wrapping: 0 };
  const area = { waiting: 0, talking: 0, wrapping: 0 };
  const most = { waiting: 0, inside: 0 };
  let last = 0;
  for (const fact of facts) {
    for (const key of ['waiting', 'talking', 'wrapping'] as const)
      area[key] += now[key] * (fact.at - last);
    last = fact.at;
    if (fact.kind === 'queued') now.waiting += 1;
    else if (fact.kind === 'abandoned') now.waiting -= 1;
    else if (fact.kind === 'answered') {
      now.talking += 1;
      if (queuedBefore(facts, fact.call)) now.waiting -= 1;
    } else if (fact.kind === 'concluded') {
      now.talking -= 1;
      now.wrapping += 1;
    } else if (fact.kind === 'wrapped') now.wrapping -= 1;
    most.waiting = Math.max(most.waiting, now.waiting);
    most.inside = Math.max(most.inside, now.waiting + now.talking);
  }
  return { now, area, most };
}

const queues = new WeakMap<readonly Fact[], Set<number>>();
function queuedBefore(facts: readonly Fact[], call: number): boolean {
  let known = queues.get(facts);
  if (!known) queues.set(facts, (known = new Set(only(facts, 'queued').map((fact) => fact.call))));
  return known.has(call);
}

const serving = (change: (s: Scenario) => void = () => {}): Scenario => {
  const scenario = full();
  change(scenario);
  return scenario;
};
const WORLDS: readonly (readonly [string, Scenario])[] = [
  ['everything at once', serving()],
  ['cut at closing', serving((s) => Object.assign(s.day, { closing: 'cut' }))],
  ['no place to wait', serving((s) => Object.assign(s.lines, { waitingPlaces: 0 }))],
  [
    'any agent at random',
    serving((s) => Object.assign(s.routing, { agents: 'random', calls: 'longestWait' })),
  ],
];

describe.each(WORLDS)('what adds up on any day: %s', (_, scenario) => {
  const days = SEEDS.map((seed) => factsOf(scenario, seed));

  it('[M1] calls in are calls out: arrived = refused + answered + given up + still there', () => {
    for (const facts of days) {
      const { now } = follow(facts);
      const [blocked, answered, abandoned] = [
        only(facts, 'blocked'),
        only(facts, 'answered'),
        only(facts, 'abandoned'),
      ];
      expect(only(facts, 'arrived').length).toBe(
        blocked.length + answered.length + abandoned.length + now.waiting,
      );
      expect(answered.length).toBe(only(facts, 'concluded').length + now.talking);
      expect(only(facts, 'concluded').length).toBe(only(facts, 'wrapped').length + now.wrapping);
      if (scenario.day.closing === 'serve')
        expect(now).toEqual({ waiting: 0, talking: 0, wrapping: 0 });
    }
  });

  it('[M3] Little: the area under the queue is the sum of the waits, under the desks the sum of the work', () => {
    for (const facts of days) {
      const { area, now } = follow(facts);
      const end = facts[facts.length - 1]!.at;
      const left = new Map(only(facts, 'queued').map((fact) => [fact.call, end - fact.at]));
      for (const fact of [...only(facts, 'answered'), ...only(facts, 'abandoned')])
        left.delete(fact.call);
      expect(left.size).toBe(now.waiting);
      const waits = sum(
        [...only(facts, 'answered'), ...only(facts, 'abandoned')].map((f) => f.waitMs),
      );
      expect(area.waiting).toBe(waits + sum([...left.values()]));
      if (scenario.day.closing === 'cut') continue;
      expect(area.talking).toBe(sum(only(facts, 'concluded').map((f) => f.talkMs)));
      expect(area.wrapping).toBe(sum(only(facts, 'wrapped').map((f) => f.wrapMs)));
    }
  });

  it('[M3] what a fact says of a time is the time between two facts', () => {
    for (const facts of days) {
      const arrived = new Map(only(facts, 'arrived').map((f) => [f.call, f.at]));
      const answered = new Map(only(facts, 'answered').map((f) => [f.call, f.at]));
      const concluded = new Map(only(facts, 'concluded').map((f) => [f.call, f.at]));
      const wrong = facts.filter((f, n) => {
        if (f.n !== n || f.at < (facts[n - 1]?.at ?? 0)) return true;
        if (f.kind === 'answered' || f.kind === 'abandoned')
          return f.waitMs !== f.at - arrived.get(f.call)!;
        if (f.kind === 'concluded') return f.talkMs !== f.at - answered.get(f.call)!;
        return f.kind === 'wrapped' && f.wrapMs !== f.at - concluded.get(f.call)!;
      });
      expect(wrong).toEqual([]);
    }
  });

  it('[W8] lines are never fuller than they can be, and nobody is refused while there is room', () => {
    const { waitingPlaces, trunks } = scenario.lines;
    for (const facts of days) {
      const { most } = follow(facts);
      expect(most.waiting).toBeLessThanOrEqual(waitingPlaces ?? Number.POSITIVE_INFINITY);
      expect(most.inside).toBeLessThanOrEqual(trunks ?? Number.POSITIVE_INFINITY);
      let [waiting, inside] = [0, 0];
      for (const fact of facts) {
        if (fact.kind === 'blocked')
          expect(
            waiting === waitingPlaces || inside === trunks,
            `call ${fact.call} at ${fact.at}`,
          ).toBe(true);
        if (fact.kind === 'queued') waiting += 1;
        if (
          fact.kind === 'abandoned' ||
          (fact.kind === 'answered' && queuedBefore(facts, fact.call))
        )
          waiting -= 1;
        if (fact.kind === 'queued' || (fact.kind === 'answered' && !queuedBefore(facts, fact.call)))
          inside += 1;
        if (fact.kind === 'abandoned' || fact.kind === 'concluded') inside -= 1;
      }
    }
  });

  it('[R1] a return names the call it repeats, made by the same person one attempt before, and ended', () => {
    let returns = 0;
    for (const facts of days) {
      const arrived = new Map(only(facts, 'arrived').map((f) => [f.call, f]));
      const ended = new Map<number, Fact>();
      for (const fact of facts) {
        if (fact.kind === 'blocked' || fact.kind === 'abandoned' || fact.kind === 'concluded')
          ended.set(fact.call, fact);
        if (fact.kind !== 'arrived' || fact.attempt === 0) continue;
        returns += 1;
        const before = arrived.get(fact.cause)!;
        expect([before.caller, before.type, before.attempt + 1]).toEqual([
          fact.caller,
          fact.type,
          fact.attempt,
        ]);
        const end = ended.get(fact.cause)!;
        const why = { blocked: AFTER.blocked, abandoned: AFTER.abandoned, concluded: AFTER.served };
        expect(fact.after).toBe(why[end.kind as keyof typeof why]);
        expect(fact.at).toBeGreaterThanOrEqual(end.at);
      }
    }
    expect(returns).toBeGreaterThan(100);
  });
});

describe('one line, one group', () => {
  const scenario = world({
    day: { lengthMin: 240, intervalMin: 60 },
    types: [
      {
        perHour: [100, 200, 60, 150],
        handling: { law: 'lognormal', meanS: 150, cv: 1 },
        wrapUp: { law: 'exponential', meanS: 30 },
        patience: { law: 'exponential', meanS: 120 },
        redial: { probability: 0.5, delay: { law: 'exponential', meanS: 300 } },
        repeat: { probability: 0.2, delay: { law: 'uniform', minS: 60, maxS: 600 } },
      },
    ],
    groups: [{ staff: [6, 8, 4, 7] }],
  });
  const days = Array.from({ length: 80 }, (_, d) => factsOf(scenario, `d${d}`));

  it('[W1, H4, H5] nobody waits while an agent is free, and agents on duty are as many as planned', () => {
    for (const facts of days.slice(0, 20)) {
      let [waiting, free] = [0, 0];
      const wrong = facts.filter((fact, i) => {
        if (fact.kind === 'queued') waiting += 1;
        const fromLine = fact.kind === 'answered' && queuedBefore(facts, fact.call);
        if (fact.kind === 'abandoned' || fromLine) waiting -= 1;
        if (fact.kind === 'signedIn' || fact.kind === 'wrapped') free += 1;
        if (fact.kind === 'signedOut' || fact.kind === 'answered') free -= 1;
        const settled = facts[i + 1]?.at !== fact.at;
        return free < 0 || (settled && waiting > 0 && free > 0);
      });
      expect(wrong).toEqual([]);
    }
  });

  it('[W2] the first to come is the first to be served', () => {
    for (const facts of days) {
      const calls = only(facts, 'answered').map(({ call }) => call);
      expect(calls).toEqual([...calls].sort((x, y) => x - y));
    }
  });

  /** The mean over days of something whose expectation is 0. */
  const nought = (of: (facts: readonly Fact[]) => number, says: string): void => {
    const moments = new Moments();
    for (const facts of days) moments.add(of(facts));
    expect(
      Math.abs(moments.mean),
      `${says}: ${moments.mean}, s.e. ${moments.standardError}`,
    ).toBeLessThanOrEqual(4 * moments.standardError);
    expect(moments.standardError).toBeGreaterThan(0);
  };

  it('[W6] with exponential patience, abandonments = waited time / mean patience', () => {
    nought((facts) => {
      const waits = [...only(facts, 'answered'), ...only(facts, 'abandoned')].map((f) => f.waitMs);
      return only(facts, 'abandoned').length - sum(waits) / 120_000;
    }, 'abandonments less theta x waits');
  });

  it('[H1, H2] work done = calls answered x mean handling, after-call work apart', () => {
    nought((facts) => sum(only(facts, 'concluded').map((f) => f.talkMs - 150_000)), 'talk');
    nought((facts) => sum(only(facts, 'wrapped').map((f) => f.wrapMs - 30_000)), 'after-call work');
  });

  it('[M6] first calls see what time sees (Poisson arrivals): share who wait = share of time without a free agent', () => {
    const rate = [100, 200, 60, 150];
    nought((facts) => {
      let [free, last, expected, met] = [0, 0, 0, 0];
      for (const fact of facts) {
        for (let t = last; t < fact.at && t < 14_400_000; ) {
          const end = Math.min(fact.at, (Math.floor(t / 3_600_000) + 1) * 3_600_000);
          if (free === 0) expected += (rate[Math.floor(t / 3_600_000)]! * (end - t)) / 3_600_000;
          t = end;
        }
        last = fact.at;
        if (fact.kind === 'arrived' && fact.attempt === 0 && free === 0) met += 1;
        if (fact.kind === 'signedIn' || fact.kind === 'wrapped') free += 1;
        if (fact.kind === 'signedOut' || fact.kind === 'answered') free -= 1;
      }
      return met - expected;
    }, 'first calls that wait less rate x busy time');
  });

  it('[R2] as many come back as the scenario says, after the delay it says', () => {
    for (const [after, share, mean] of [
      [AFTER.abandoned, 0.5, 300_000],
      [AFTER.served, 0.2, 330_000],
    ] as const) {
      const delays = new Moments();
      nought((facts) => {
        // Those who ended two hours before closing: their return cannot fall beyond it.
        const early = facts.filter(
          (f) =>
            f.at < 7_200_000 && f.kind === (after === AFTER.served ? 'concluded' : 'abandoned'),
        );
        const causes = new Map(early.map((f) => [(f as { call: number }).call, f.at]));
        const back = only(facts, 'arrived').filter((f) => f.after === after && causes.has(f.cause));
        for (const f of back) delays.add(f.at - causes.get(f.cause)!);
        return back.length - share * early.length;
      }, `returns after ${after}`);
      expect(Math.abs(delays.mean - mean)).toBeLessThanOrEqual(4 * delays.standardError);
    }
  });
});
