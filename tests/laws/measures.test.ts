import { describe, expect, it } from 'vitest';
import { Centre } from '../../models/centre/centre.ts';
import { MEASURES } from '../../models/folds/measures/figures.ts';
import { Measures } from '../../models/folds/measures/measures.ts';
import { type DaySums, SUM, SUMS } from '../../models/folds/measures/sums.ts';
import type { Scenario } from '../../models/scenario/scenario.ts';
import { frameOf } from '../../models/study/frame.ts';
import { AFTER, type Fact } from '../../models/words/facts.ts';
import { factsOf, full, world } from './worlds.ts';

/** The measures of a day, and the facts of the same day, counted a second time from scratch. */
function both(scenario: Scenario, seed: string): { sums: DaySums; facts: readonly Fact[] } {
  const measures = new Measures(frameOf(scenario));
  new Centre(scenario, seed, measures.recorder).run();
  return { sums: measures.sums(), facts: factsOf(scenario, seed) };
}

interface Call {
  readonly type: number;
  readonly at: number;
  readonly attempt: number;
  readonly after: number;
  end?: 'blocked' | 'answered' | 'abandoned';
  waitMs: number;
  agent: number;
  talkMs: number;
  wrapMs: number;
}

function callsOf(facts: readonly Fact[]): Call[] {
  const calls: Call[] = [];
  for (const fact of facts)
    if (fact.kind === 'arrived')
      calls[fact.call] = { ...fact, waitMs: 0, agent: -1, talkMs: 0, wrapMs: 0 };
    else if (fact.kind === 'blocked') calls[fact.call]!.end = 'blocked';
    else if (fact.kind === 'answered')
      Object.assign(calls[fact.call]!, { end: 'answered', waitMs: fact.waitMs, agent: fact.agent });
    else if (fact.kind === 'abandoned')
      Object.assign(calls[fact.call]!, { end: 'abandoned', waitMs: fact.waitMs });
    else if (fact.kind === 'concluded') calls[fact.call]!.talkMs = fact.talkMs;
    else if (fact.kind === 'wrapped') calls[fact.call]!.wrapMs = fact.wrapMs;
  return calls;
}

/** Every count of measures.ts over a set of calls, one filter each. */
function recount(calls: readonly Call[], scenario: Scenario): Record<string, number> {
  const target = scenario.serviceLevel.targetS * 1_000;
  const short = scenario.serviceLevel.shortAbandonS * 1_000;
  const total = (list: readonly Call[], of: (call: Call) => number): number =>
    list.reduce((sum, call) => sum + of(call), 0);
  const answered = calls.filter((call) => call.end === 'answered');
  const abandoned = calls.filter((call) => call.end === 'abandoned');
  const again = calls.filter((call) => call.attempt > 0);
  return {
    offered: calls.length,
    first: calls.length - again.length,
    afterBlocked: again.filter((call) => call.after === AFTER.blocked).length,
    afterAbandoned: again.filter((call) => call.after === AFTER.abandoned).length,
    afterServed: again.filter((call) => call.after === AFTER.served).length,
    blocked: calls.filter((call) => call.end === 'blocked').length,
    answered: answered.length,
    answeredInTarget: answered.filter((call) => call.waitMs <= target).length,
    abandoned: abandoned.length,
    abandonedInTarget: abandoned.filter((call) => call.waitMs <= target).length,
    abandonedShort: abandoned.filter((call) => call.waitMs <= short).length,
    waitAnsweredMs: total(answered, (call) => call.waitMs),
    waitAbandonedMs: total(abandoned, (call) => call.waitMs),
    longestAnsweredMs: Math.max(0, ...answered.map((call) => call.waitMs)),
    longestAbandonedMs: Math.max(0, ...abandoned.map((call) => call.waitMs)),
    handled: answered.length,
    talkMs: total(answered, (call) => call.talkMs),
    holdMs: 0,
    wrapUpMs: total(answered, (call) => call.wrapMs),
  };
}

const named = (sums: Float64Array, names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, sums[SUM[name as keyof typeof SUM]]!]));

/** How much of [from, to) lies in [a, b). */
const overlap = (from: number, to: number, a: number, b: number): number =>
  Math.max(0, Math.min(to, b) - Math.max(from, a));

/** From when to when each agent is signed in, or not ready. */
function spans(
  facts: readonly Fact[],
  begin: string,
  ends: readonly string[],
): { agent: number; from: number; to: number }[] {
  const open = new Map<number, number>();
  const found: { agent: number; from: number; to: number }[] = [];
  const last = facts[facts.length - 1]!.at;
  for (const fact of facts) {
    if (!('agent' in fact)) continue;
    if (fact.kind === begin) open.set(fact.agent, fact.at);
    else if (ends.includes(fact.kind) && open.has(fact.agent)) {
      found.push({ agent: fact.agent, from: open.get(fact.agent)!, to: fact.at });
      open.delete(fact.agent);
    }
  }
  for (const [agent, from] of open) found.push({ agent, from, to: last });
  return found;
}

/** The mean of the longest tenth of sorted waits, the one on the border in part. */
function worstTenth(sorted: readonly number[]): number {
  const share = sorted.length / 10;
  const [whole, part] = [Math.floor(share), share - Math.floor(share)];
  const longest = sorted.slice(sorted.length - whole);
  const border = sorted[sorted.length - whole - 1] ?? 0;
  return (longest.reduce((sum, wait) => sum + wait, 0) + part * border) / share;
}

describe('the measures of a day, counted again from its facts', () => {
  const scenario = full();
  const frame = frameOf(scenario);
  const { intervals, intervalMs, lengthMs, warmUpMs } = frame;
  const intervalOf = (at: number): number => Math.min(Math.floor(at / intervalMs), intervals);

  it.each(['m1', 'm2', 'm3'])(
    '[M1, M3, M7, M8] calls go to the type and the interval of their arrival (%s)',
    (seed) => {
      const { sums, facts } = both(scenario, seed);
      const calls = callsOf(facts).filter((call) => call.at >= warmUpMs);
      const check = (cell: Float64Array, of: readonly Call[]): void => {
        const want = recount(of, scenario);
        expect(named(cell, Object.keys(want))).toEqual(want);
        const waits = of
          .filter((call) => call.end === 'answered')
          .map((call) => call.waitMs)
          .sort((a, b) => a - b);
        for (const [name, p] of [
          ['p50Ms', 0.5],
          ['p80Ms', 0.8],
          ['p90Ms', 0.9],
          ['p95Ms', 0.95],
          ['p99Ms', 0.99],
        ] as const) {
          const exact = waits[Math.max(0, Math.ceil(p * waits.length) - 1)];
          if (exact === undefined) expect(cell[SUM[name]]).toBeNaN();
          else expect(Math.abs(cell[SUM[name]]! - exact)).toBeLessThanOrEqual(0.008 * exact);
        }
        const tail = worstTenth(waits);
        if (waits.length === 0) expect(cell[SUM.worstTenthMs]).toBeNaN();
        else expect(Math.abs(cell[SUM.worstTenthMs]! - tail)).toBeLessThanOrEqual(0.008 * tail);
      };
      expect(calls.length).toBeGreaterThan(250);
      check(sums.day, calls);
      sums.types.forEach((cell, type) =>
        check(
          cell,
          calls.filter((call) => call.type === type),
        ),
      );
      sums.intervals.slice(0, intervals).forEach((cell, i) =>
        check(
          cell,
          calls.filter((call) => intervalOf(call.at) === i),
        ),
      );
      sums.groups.forEach((cell, g) => {
        const own = calls.filter((call) => frame.groupOf[call.agent] === g);
        const want = recount(own, scenario);
        const names = [
          'answered',
          'answeredInTarget',
          'waitAnsweredMs',
          'longestAnsweredMs',
          'handled',
          'talkMs',
          'wrapUpMs',
        ];
        expect(named(cell, names)).toEqual(
          Object.fromEntries(names.map((name) => [name, want[name]])),
        );
      });
    },
  );

  it.each(['m4', 'm5'])(
    '[M3, M5, M7, H5] what lasts goes to the interval in which it lasts (%s)',
    (seed) => {
      const { sums, facts } = both(scenario, seed);
      const last = facts[facts.length - 1]!.at;
      const queue = callsOf(facts)
        .filter((call) => call.end !== 'blocked')
        .map((call) => ({ type: call.type, from: call.at, to: call.at + call.waitMs }));
      const busy = callsOf(facts)
        .filter((call) => call.agent >= 0)
        .map((call) => {
          const from = call.at + call.waitMs;
          return { agent: call.agent, from, to: from + call.talkMs + call.wrapMs };
        });
      const signed = spans(facts, 'signedIn', ['signedOut']);
      const away = spans(facts, 'notReady', ['ready', 'signedOut']);
      const area = (list: readonly { from: number; to: number }[], a: number, b: number): number =>
        list.reduce((sum, s) => sum + overlap(s.from, s.to, Math.max(a, warmUpMs), b), 0);
      const check = (
        cell: Float64Array,
        a: number,
        b: number,
        own: (agent: number) => boolean,
      ): void => {
        const of = <S extends { agent: number }>(list: readonly S[]): S[] =>
          list.filter((s) => own(s.agent));
        expect(named(cell, ['staffedArea', 'notReadyArea', 'busyArea', 'spanMs'])).toEqual({
          staffedArea: area(of(signed), a, b),
          notReadyArea: area(of(away), a, b),
          busyArea: area(of(busy), a, b),
          spanMs: overlap(a, b, warmUpMs, last),
        });
      };
      expect(area(away, 0, last)).toBeGreaterThan(0);
      check(sums.day, 0, last, () => true);
      expect(sums.day[SUM.queueArea]).toBe(area(queue, 0, last));
      sums.types.forEach((cell, type) => {
        expect(cell[SUM.queueArea]).toBe(
          area(
            queue.filter((s) => s.type === type),
            0,
            last,
          ),
        );
      });
      sums.groups.forEach((cell, g) => check(cell, 0, last, (agent) => frame.groupOf[agent] === g));
      sums.intervals.forEach((cell, i) => {
        const [a, b] = [
          i * intervalMs,
          i === intervals ? last : Math.min((i + 1) * intervalMs, lengthMs),
        ];
        check(cell, a, b, () => true);
        expect(cell[SUM.queueArea]).toBe(area(queue, a, b));
      });
    },
  );

  it('[M3] knows the longest queue', () => {
    const calm = world({
      types: [{ perHour: 120, patience: { law: 'exponential', meanS: 200 } }],
      groups: [{ staff: 3 }],
    });
    for (const seed of ['a', 'b', 'c']) {
      const { sums, facts } = both(calm, seed);
      const steps = callsOf(facts).flatMap(
        (call) =>
          [
            [call.at, 1],
            [call.at + call.waitMs, -1],
          ] as const,
      );
      steps.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
      let [now, most] = [0, 0];
      for (const [, step] of steps) most = Math.max(most, (now += step));
      expect(sums.day[SUM.queueMax]).toBe(most);
    }
  });

  it('[M9] a second day in the same counters is as if they were new', () => {
    const measures = new Measures(frame);
    new Centre(scenario, 'one', measures.recorder).run();
    measures.clear();
    new Centre(scenario, 'two', measures.recorder).run();
    expect(measures.sums()).toEqual(both(scenario, 'two').sums);
  });
});

describe('the table of measures', () => {
  const sums = new Float64Array(SUMS);
  Object.assign(sums, {
    [SUM.offered]: 1_100,
    [SUM.blocked]: 40,
    [SUM.answered]: 1_000,
    [SUM.abandoned]: 60,
    [SUM.answeredInTarget]: 860,
    [SUM.abandonedInTarget]: 20,
    [SUM.abandonedShort]: 10,
    [SUM.staffedArea]: 1_000,
    [SUM.notReadyArea]: 200,
    [SUM.busyArea]: 600,
    [SUM.scheduledArea]: 1_250,
    [SUM.overtimeArea]: 50,
    [SUM.openMs]: 100,
    [SUM.openStaffedArea]: 900,
    [SUM.openNotReadyArea]: 100,
    [SUM.openBusyArea]: 500,
    [SUM.first]: 530,
    [SUM.waitAnsweredMs]: 40_000_000,
    [SUM.waitAbandonedMs]: 2_400_000,
  });
  const value = (name: string): number => {
    const { x, y } = MEASURES.find((measure) => measure.name === name)!;
    return y ? x(sums) / y(sums) : x(sums);
  };

  it('[M4] names the five service levels: the worked figure of the trade', () => {
    const levels = ['F1', 'F2', 'F3', 'F4', 'F5'].map((f) =>
      (100 * value(`serviceLevel${f}`)).toFixed(1),
    );
    expect(levels).toEqual(['83.0', '86.0', '81.1', '82.7', '82.1']);
  });

  it('[M4] has a level over all offered, those blocked included', () => {
    expect(value('serviceLevelOffered')).toBeCloseTo(860 / 1_100, 12);
  });

  it('[M8] tells the wait of a caller, over all calls, beside that of a call', () => {
    expect([value('meanWait'), value('meanWaitPerCaller')]).toEqual([40, 80]);
  });

  it('[M5] tells occupancy from utilisation, and what is left unfinished', () => {
    expect([value('occupancy'), value('occupancyToClosing')]).toEqual([0.75, 0.625]);
    expect([value('utilisation'), value('unfinished')]).toEqual([0.4, 0]);
    expect(['scheduled', 'present', 'paid'].map(value)).toEqual([12.5, 9, 13]);
    expect(new Set(MEASURES.map(({ name }) => name)).size).toBe(MEASURES.length);
  });
});
