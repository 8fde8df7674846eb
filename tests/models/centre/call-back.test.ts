import { describe, expect, it } from 'vitest';
import { Centre } from '../../../models/centre/centre.ts';
import { frameOf, Measures, SUM } from '../../../models/doors/study.ts';
import { RatioOfSums } from '../../../models/kernel/tally.ts';
import { FactLog } from '../../../models/live/factlog.ts';
import { world } from '../../laws/worlds.ts';
import { looked, type Met, met, opened, type Parts, share } from './met.ts';
import { at, lines, ms, type Scripted, told } from './played.ts';

/** Callers who are called back instead of waiting long (MODEL 3.5). */

const patient = (...seconds: number[]): Scripted[] =>
  seconds.map((atS) => ({ atS, patienceS: 1e4 }));
/** Told by the line: one agent, 4.5 min each; nobody minds what is said. */
const ANNOUNCE: Parts['announce'] = {
  estimator: 'queue',
  ...{ roundMin: 1 / 60, balkScaleMin: 1e6, hazardBefore: 1, hazardAfter: 0 },
  ...{ serviceAfter: 0, peakMass: 0 },
};
const SURE: Parts['callback'] = { offerAboveMin: 5, accept: 1, unreachable: 0, reserve: 0 };
const parts = (callback: Parts['callback'], more: Parts = {}): Parts => ({
  policy: { paceMin: 4.5 },
  announce: ANNOUNCE,
  callback: { ...SURE, ...callback },
  ...more,
});
const day = (callback: Parts['callback'], calls: readonly Scripted[], more: Partial<Met> = {}) =>
  met({ calls, parts: parts(callback), ...more });
const KINDS = ['queued', 'promised', 'answered', 'calledBack', 'unreached'] as const;

describe('[W10] who is called back', () => {
  it('those told of a wait above the limit, who leave the line and are called when it is empty', () => {
    // Told 4.5 min, then 9: the third hangs up, and is called after the second.
    const found = day({}, patient(0, 10, 20));
    expect(lines(found, ...KINDS)).toEqual([
      '0 answered call 0 by 0',
      '10 queued call 1',
      '20 queued call 2',
      '20 promised call 2',
      '270 answered call 1 by 0',
      '540 calledBack call 2 by 0',
    ]);
    expect(told(found, 'calledBack')).toMatchObject([{ type: 0, attempt: 0, waitMs: ms(520) }]);
    // The talk is as long as any.
    expect(told(found, 'concluded').map(({ talkMs }) => talkMs)).toEqual([
      ms(270),
      ms(270),
      ms(270),
    ]);
  });

  it('not those told of less, nor without an offer', () => {
    expect(told(day({ offerAboveMin: 9 }, patient(0, 10, 20)), 'promised')).toEqual([]);
    expect(told(day({ accept: 0 }, patient(0, 10, 20)), 'promised')).toEqual([]);
  });

  it('the share that accepts, of those who are asked', () => {
    const calls = Array.from({ length: 900 }, (_, i) => ({ atS: i, patienceS: 30 }));
    const found = day({ accept: 0.3, offerAboveMin: 0 }, calls);
    share(told(found, 'promised').length, told(found, 'queued').length, 0.3);
  });

  it('whoever calls meanwhile comes first, until the deadline', () => {
    const calls = patient(0, 10, 20, 300, 600, 900);
    const soon = day({ offerAboveMin: 5, deadlineMin: 60 }, calls);
    // The fourth and fifth are told 4.5 min, no more: they wait in line.
    expect(lines(soon, 'answered', 'calledBack').slice(-2)).toEqual([
      '1080 answered call 5 by 0',
      '1350 calledBack call 2 by 0',
    ]);
    const urgent = day({ offerAboveMin: 5, deadlineMin: 10 }, calls);
    expect(lines(urgent, 'answered', 'calledBack').slice(2, 4)).toEqual([
      '540 answered call 3 by 0',
      '810 calledBack call 2 by 0',
    ]);
  });

  it('as many agents as are reserved stay free for those who call', () => {
    const crowd = patient(...Array.from({ length: 8 }, (_, i) => i));
    const late = day({ reserve: 1, deadlineMin: 60, offerAboveMin: 5 }, crowd, { agents: 2 });
    for (const { at: now } of told(late, 'calledBack')) {
      const busy = late.facts.filter(
        ({ kind, at: then }) => then <= now && (kind === 'answered' || kind === 'calledBack'),
      ).length;
      const over = late.facts.filter(
        ({ kind, at: then }) => then <= now && kind === 'wrapped',
      ).length;
      expect(2 - (busy - over)).toBeGreaterThanOrEqual(1);
    }
    expect(told(late, 'calledBack').length).toBeGreaterThan(2);
  });

  it('the share that is not there is called in vain, and may call again as if it had given up', () => {
    const calls = Array.from({ length: 700 }, (_, i) => ({ atS: i, patienceS: 5 }));
    const returns = { redialProbability: 1, redialDelayMin: 200, afterClosing: true };
    const vain = met({
      calls,
      agents: 6,
      parts: parts({ unreachable: 0.4, offerAboveMin: 0, accept: 0.5 }, { returns }),
    });
    const [reached, missed] = [told(vain, 'calledBack'), told(vain, 'unreached')];
    share(missed.length, missed.length + reached.length, 0.4);
    expect(missed.length + reached.length).toBe(told(vain, 'promised').length);
    const causes = new Set(told(vain, 'arrived').map(({ cause }) => cause));
    expect(missed.length).toBeGreaterThan(50);
    for (const { call } of missed) expect(causes).toContain(call);
  });

  it('keeps its promises after closing, and breaks those that nobody is left to keep', () => {
    const rest = { day: { lengthMin: 5 } };
    const kept = day({ deadlineMin: 60 }, patient(0, 10, 20), { rest });
    expect(lines(kept, 'calledBack', 'ended')).toEqual(['540 calledBack call 2 by 0', '810 ended']);
    const left = opened({ calls: patient(0, 10, 20), parts: parts({ deadlineMin: 20 }), rest });
    at(left, 30, { kind: 'takeDesk', agent: 0 });
    at(left, 200, { kind: 'conclude', agent: 0, call: 0 });
    left.advanceTo(ms(270));
    at(left, 280, { kind: 'notReady', agent: 0, reason: 'break' });
    left.run();
    expect(lines(left, 'unreached')).toEqual(['1220 unreached call 2']);
  });

  it('rings at a person’s desk, who may let it ring: the promise stands', () => {
    const session = opened({ calls: patient(0, 10, 20), parts: parts({}) });
    expect(at(session, 400, { kind: 'takeDesk', agent: 0 })).toBeNull();
    expect(at(session, 436, { kind: 'conclude', agent: 0, call: 1 })).toBeNull();
    session.advanceTo(ms(600));
    expect(at(session, 601, { kind: 'ready', agent: 0 })).toBeNull();
    expect(lines(session, 'rang').at(-1)).toBe('601 rang call 2 by 0');
    session.advanceTo(ms(625));
    expect(lines(session, 'missed')).toHaveLength(1);
    expect(at(session, 626, { kind: 'ready', agent: 0 })).toBeNull();
    expect(at(session, 627, { kind: 'answer', agent: 0, call: 2 })).toBeNull();
    expect(lines(session, 'calledBack')).toEqual(['627 calledBack call 2 by 0']);
  });

  it('and a free colleague calls instead, at once', () => {
    const session = opened({
      calls: patient(0, 1, 2),
      agents: 2,
      parts: parts({ offerAboveMin: 2 }),
    });
    expect(at(session, 30, { kind: 'takeDesk', agent: 0 })).toBeNull();
    expect(at(session, 200, { kind: 'conclude', agent: 0, call: 0 })).toBeNull();
    expect(at(session, 260, { kind: 'ready', agent: 0 })).toBeNull();
    session.run();
    expect(lines(session, 'rang', 'missed', 'calledBack')).toEqual([
      '260 rang call 2 by 0',
      '280 missed call 2 by 0',
      '280 calledBack call 2 by 1',
    ]);
  });

  it('the oldest overdue first, though the routing prefers another type', () => {
    const skills = [{ type: 'a' }, { type: 'b', priority: 2 }];
    const type = (id: string) => ({
      id,
      name: id,
      handling: { law: 'deterministic', valueS: 1 } as const,
    });
    const calls = [0, 10, 20, 30].map((atS) => ({ atS, patienceS: 1e4, type: atS === 20 ? 1 : 0 }));
    const late = Array.from({ length: 6 }, (_, i) => ({ atS: 300 + 270 * i, patienceS: 1e4 }));
    const found = day({ deadlineMin: 10 }, [...calls, ...late], {
      rest: {
        types: [type('a'), type('b')],
        groups: [{ id: 'g', name: 'G', staff: 1, skills }],
        routing: { calls: 'skillPriority' },
      },
    });
    expect(lines(found, 'promised').slice(0, 2)).toEqual([
      '20 promised call 2',
      '30 promised call 3',
    ]);
    expect(lines(found, 'calledBack').slice(0, 2)).toEqual([
      '810 calledBack call 2 by 0',
      '1080 calledBack call 3 by 0',
    ]);
  });

  it('at closing nobody is kept free any more', () => {
    const calls = patient(0, 1, 2, 3);
    const rest = { day: { lengthMin: 15 } };
    const found = day({ offerAboveMin: 2, reserve: 9, deadlineMin: 60 }, calls, {
      agents: 2,
      rest,
    });
    expect(lines(found, 'promised')).toHaveLength(2);
    expect(lines(found, 'calledBack').map((line) => line.split(' ')[0])).toEqual(['900', '900']);
  });

  it('is in the centre from the call on, not while waiting at home', () => {
    const centre = looked({ calls: patient(0, 10, 20), parts: parts({}) });
    centre.advanceTo(ms(30));
    expect([centre.inside, centre.world.promised.waiting]).toEqual([2, 1]);
    centre.advanceTo(ms(600));
    expect([centre.inside, centre.world.promised.waiting]).toEqual([1, 0]);
  });
});

describe('[W10, M3] what is counted', () => {
  const scenario = world({
    day: { lengthMin: 240, intervalMin: 30 },
    groups: [{ staff: 4 }],
    types: [
      { perHour: [90, 20, 90, 20, 90, 20, 60, 10], patience: { law: 'exponential', meanS: 240 } },
    ],
    arbitration: parts(
      { offerAboveMin: 2, accept: 0.5, unreachable: 0.2, waitCost: 0.25, deadlineMin: 45 },
      { wait: { exponent: 1 } },
    ),
  });
  const days = ['1', '2', '3', '4'].map((seed) => {
    const [log, measures] = [new FactLog(), new Measures(frameOf(scenario))];
    new Centre(scenario, seed, log.recorder).run();
    new Centre(scenario, seed, measures.recorder).run();
    return { facts: log.facts, sums: measures.sums() };
  });

  it('offered = blocked + answered + given up + called back + called in vain', () => {
    for (const { facts, sums } of days) {
      const { day: all } = sums;
      const of = (kind: string): number => facts.filter((fact) => fact.kind === kind).length;
      expect(all[SUM.promised]).toBe(of('promised'));
      expect(all[SUM.calledBack]).toBe(of('calledBack'));
      expect(all[SUM.unreached]).toBe(of('unreached'));
      expect(of('promised')).toBe(of('calledBack') + of('unreached'));
      expect(of('calledBack')).toBeGreaterThan(5);
      const ends = [SUM.blocked, SUM.answered, SUM.abandoned, SUM.calledBack, SUM.unreached];
      expect(ends.reduce((sum, k) => sum + all[k]!, 0)).toBe(all[SUM.offered]);
      expect(all[SUM.handled]).toBe(of('concluded'));
    }
  });

  it('a minute of waiting at home costs a quarter of one in line', () => {
    for (const { facts, sums } of days) {
      let minutes = 0;
      for (const fact of facts) {
        if (fact.kind === 'answered' || fact.kind === 'abandoned') minutes += fact.waitMs / 60_000;
        if (fact.kind === 'calledBack' || fact.kind === 'unreached')
          minutes += Math.round(fact.waitMs / 4) / 60_000;
      }
      expect(sums.day[SUM.harms]).toBeCloseTo(minutes, 6);
    }
  });

  it('it moves calls from the peaks to the quiet hours: fewer give up, on the same callers', () => {
    const without = { ...scenario, arbitration: { ...scenario.arbitration! } };
    delete without.arbitration.callback;
    const gain = new RatioOfSums();
    for (let seed = 0; seed < 60; seed++) {
      const [offers, none] = [scenario, without].map((one) => {
        const measures = new Measures(frameOf(one));
        new Centre(one, `pair ${seed}`, measures.recorder).run();
        return measures.sums().day[SUM.abandoned]!;
      });
      gain.add(none! - offers!, 1);
    }
    expect(gain.ratio).toBeGreaterThan(gain.halfWidth(0.999));
  });
});
