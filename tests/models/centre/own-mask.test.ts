import { describe, expect, it } from 'vitest';
import { forAudience, OWN_MASKS, readCommand } from '../../../models/doors/live.ts';
import { isProblem } from '../../../models/doors/scenario.ts';
import type { PolicyName } from '../../../models/scenario/policies.ts';
import { MASK, type MaskName, USUAL_MASK } from '../../../models/words/facts.ts';
import { looked, type Met, opened, type Parts } from './met.ts';
import { at, told } from './played.ts';

/** A person at a desk chooses the mask they meet callers with, and sets limits (MODEL 6.1, 8). */

const agent = 0;
const MIN = 60_000;
const INCIVILITY = 3;
const APART_MS = 90_000;
const fixedAt = (level: number): NonNullable<Parts['difficult']> => ({
  start: [0, 1, 2, 3].map((one) => (one === level ? 1 : 0)) as [number, number, number, number],
  ...{ up: [0, 0, 0], down: [0, 0, 0] },
});

/** Somebody sits down at the beginning, ready for calls some way apart. */
function seated(parts: Parts, calls = 1, more: Partial<Met> = {}) {
  const times = Array.from({ length: calls }, (_, i) => ({ atS: 10 + (APART_MS / 1_000) * i }));
  const centre = looked({ calls: times, parts, ...more });
  const { people } = centre.world;
  if (people === null) throw new Error('People are asked for.');
  centre.advanceTo(0);
  centre.apply({ kind: 'takeDesk', agent });
  centre.apply({ kind: 'ready', agent });
  /** Answers this call a little after it rings. */
  const answer = (call: number): void => {
    centre.advanceTo(10_000 + APART_MS * call + 2_000);
    expect(centre.apply({ kind: 'answer', agent, call })).toBeNull();
  };
  const conclude = (call: number): void => {
    centre.advanceTo(10_000 + APART_MS * call + 40_000);
    expect(centre.apply({ kind: 'conclude', agent, call })).toBeNull();
    centre.advanceTo(10_000 + APART_MS * call + 89_000);
    expect(centre.apply({ kind: 'ready', agent })).toBeNull();
  };
  return { centre, people, answer, conclude };
}

describe('the mask of a person', () => {
  it.each(OWN_MASKS)(
    '[S1] leaves out what it would leave out of the computer’s talks: %s',
    (mask) => {
      const calls = 30;
      const discover = { error0: 1 };
      const { centre, people, answer, conclude } = seated({ discover, fit: {} }, calls);
      expect(centre.apply({ kind: 'mask', agent, mask })).toBeNull();
      const look = (of: typeof people, desk: number) => {
        const { acting, mask: worn, skipped, wrong } = of.of(desk);
        return [worn, skipped, wrong ? 1 : 0, acting];
      };
      const own: number[][] = [];
      for (let call = 0; call < calls; call++) {
        answer(call);
        own.push(look(people, agent));
        conclude(call);
      }
      // A computer for each caller: nobody waits, and nobody is handed on before it is looked at.
      const policy = { name: mask as PolicyName, paceMin: 4.5 };
      const times = Array.from({ length: calls }, (_, i) => ({ atS: 10 + (APART_MS / 1_000) * i }));
      let compared = 0;
      for (let call = 0; call < calls; call++) {
        const alone = looked({ calls: times, parts: { discover, fit: {}, policy }, agents: calls });
        const { people: others } = alone.world;
        if (others === null) throw new Error('People are asked for.');
        const at = 10_000 + APART_MS * call;
        // Avoidance lets it ring.
        let answered = -1;
        for (let now = at; answered < 0 && now < at + 89_000; now += 50) {
          alone.advanceTo(now);
          answered =
            Array.from({ length: calls }, (_, a) => a).find(
              (a) => alone.world.team.talksAlone(a) && alone.world.inHand(a).number === call,
            ) ?? -1;
        }
        expect(answered).toBeGreaterThanOrEqual(0);
        // Who was handed on at once is looked at too late.
        if (alone.world.inHand(answered).legs > 0) continue;
        compared++;
        expect(look(others, answered).slice(0, 3)).toEqual((own[call] as number[]).slice(0, 3));
      }
      expect(compared).toBeGreaterThan(calls / 2);
      if (mask !== 'script') expect(own.some(([, skipped]) => (skipped as number) > 0)).toBe(true);
    },
  );

  it('[S1] is that of the beginning of the talk', () => {
    const { centre, people, answer, conclude } = seated({ fit: {} }, 2);
    answer(0);
    expect(people.of(agent).mask).toBe(MASK.professional);
    // Not in the middle of a talk.
    expect(centre.apply({ kind: 'mask', agent, mask: 'natural' })).toMatchObject({
      code: 'E_STATE',
    });
    conclude(0);
    expect(centre.apply({ kind: 'mask', agent, mask: 'natural' })).toBeNull();
    expect(people.of(agent).mask).toBe(MASK.professional);
    centre.advanceTo(101_000);
    // While it rings, another one still.
    expect(centre.apply({ kind: 'mask', agent, mask: 'avoidance' })).toBeNull();
    answer(1);
    expect(people.of(agent).mask).toBe(MASK.avoidance);
  });

  it('[S1] goes with the person: the next one has the usual one', () => {
    const { centre, people, answer } = seated({ fit: {} });
    centre.apply({ kind: 'mask', agent, mask: 'script' });
    centre.apply({ kind: 'leaveDesk', agent });
    centre.apply({ kind: 'takeDesk', agent });
    centre.apply({ kind: 'ready', agent });
    answer(0);
    expect(people.of(agent).mask).toBe(MASK[USUAL_MASK]);
  });

  it.each([
    ['professional', 1],
    ['natural', 0.6],
    ['avoidance', 0.2],
  ] as const)('[N1] costs its energy: %s', (mask, cost) => {
    const { centre, people, answer } = seated({ energy: { lossSpiral: 0, idle: 0 } });
    centre.apply({ kind: 'mask', agent, mask });
    answer(0);
    centre.advanceTo(12_000 + 30 * MIN);
    expect(people.of(agent).energyAt(centre.now)).toBeCloseTo(1 - 0.08 * 0.5 * cost, 12);
  });

  it('[S1] that makes the telephone ring is not asked of the computer that takes over', () => {
    const parts = { fit: {}, policy: { name: 'avoidance' as const, paceMin: 4.5 } };
    const { centre, people } = seated(parts);
    centre.apply({ kind: 'mask', agent, mask: 'script' });
    centre.advanceTo(12_000);
    centre.apply({ kind: 'leaveDesk', agent });
    // The mask is that of the policy, from this talk on.
    expect(people.of(agent).mask).toBe(MASK.avoidance);
    expect(centre.world.team.talksAlone(agent)).toBe(true);
  });

  it('[S1] is refused where nobody wears any, and where there is no such mask', () => {
    const plain = opened({ calls: [], parts: {} });
    at(plain, 0, { kind: 'takeDesk', agent });
    expect(at(plain, 1, { kind: 'mask', agent, mask: 'natural' })).toMatchObject({
      code: 'E_STATE',
      path: 'kind',
    });
    for (const mask of ['smile', 'none']) {
      const odd = readCommand({ kind: 'mask', agent, mask });
      expect(isProblem(odd) && odd.path).toBe('mask');
      expect(isProblem(odd) && odd.says.en).toContain('professional');
    }
  });
});

describe('a person and incivility', () => {
  const energy = { drain: 0, idle: 0, microBreak: 0, longBreak: 0 };
  const uncivil = (limitHolds: number, more: Parts = {}) =>
    seated({ difficult: { ...fixedAt(INCIVILITY), limitHolds }, energy, ...more });
  const limit = { kind: 'limit', agent, call: 0 } as const;

  it('[S5] names the limit, which holds: the talk is calm and goes on', () => {
    const { centre, people, answer } = uncivil(1);
    answer(0);
    centre.advanceTo(20_000);
    expect(people.of(agent).level).toBe(INCIVILITY);
    expect(centre.apply(limit)).toBeNull();
    expect(people.of(agent).level).toBe(0);
    expect(people.of(agent).energyAt(centre.now)).toBeCloseTo(1 - 0.06, 12);
    // Once: nobody is uncivil any more.
    expect(centre.apply(limit)).toMatchObject({ code: 'E_STATE' });
    centre.apply({ kind: 'conclude', agent, call: 0 });
    centre.advanceTo(10 * MIN);
    expect(people.of(agent).energyAt(centre.now)).toBeCloseTo(1 - 0.06, 12);
  });

  it('[S5] names the limit, which does not hold: the talk ends', () => {
    const session = opened({
      calls: [{ atS: 10 }],
      parts: { difficult: { ...fixedAt(INCIVILITY), limitHolds: 0 } },
    });
    at(session, 0, { kind: 'takeDesk', agent });
    at(session, 1, { kind: 'ready', agent });
    at(session, 12, { kind: 'answer', agent, call: 0 });
    expect(at(session, 30, limit)).toBeNull();
    expect(told(session, 'limited')).toMatchObject([{ at: 30_000, call: 0, agent, holds: 0 }]);
    expect(told(session, 'closing')).toMatchObject([{ at: 30_000 }]);
  });

  it.each([
    ['the talk ends', { down: [0, 0, 0] }],
    ['it passes by itself', { down: [0, 0, 1e3] }],
  ] as const)('[S5] who says nothing pays for it, once: %s', (_, { down }) => {
    const difficult = {
      ...fixedAt(INCIVILITY),
      down: [...down] as [number, number, number],
      limitHolds: 1,
    };
    const { centre, people, answer } = seated({ difficult, energy });
    answer(0);
    centre.advanceTo(60_000);
    const passed = down[2] > 0;
    expect(people.of(agent).energyAt(centre.now)).toBeCloseTo(passed ? 0.94 : 1, 12);
    centre.apply({ kind: 'conclude', agent, call: 0 });
    centre.advanceTo(10 * MIN);
    expect(people.of(agent).energyAt(centre.now)).toBeCloseTo(0.94, 12);
  });

  it('[S5] pays little where the protocol is trusted', () => {
    const { centre, people, answer } = uncivil(1, { supports: { trust: 1 } });
    answer(0);
    centre.advanceTo(20_000);
    centre.apply(limit);
    expect(people.of(agent).energyAt(centre.now)).toBeCloseTo(0.98, 12);
  });

  it('[S5] heeds by the mask worn, which is the professional one unless another is chosen', () => {
    // .8 u e^0 of calming at rest, .05 u behind avoidance: 1 minute is enough, or hardly ever is.
    const CALLS = 38;
    const calmed = (mask: MaskName | null): number => {
      const difficult = { ...fixedAt(1), down: [5, 0, 0] as [number, number, number] };
      const { centre, answer, conclude, people } = seated({ difficult, energy }, CALLS);
      if (mask !== null) centre.apply({ kind: 'mask', agent, mask });
      let calm = 0;
      for (let call = 0; call < CALLS; call++) {
        answer(call);
        centre.advanceTo(10_000 + APART_MS * call + 39_000);
        if (people.of(agent).level === 0) calm++;
        conclude(call);
      }
      return calm;
    };
    const [usual, professional, avoidance] = ([null, 'professional', 'avoidance'] as const).map(
      calmed,
    ) as [number, number, number];
    expect(usual).toBe(professional);
    expect(usual).toBeGreaterThan(avoidance + 10);
  });

  it('[S5] names a limit that holds in a talk that has come to rest', () => {
    const up = [1e3, 1e3, 1e3] as [number, number, number];
    const down = [200, 200, 200] as [number, number, number];
    const difficult = { start: fixedAt(0).start, up, down, limitHolds: 1 };
    const { centre, answer, conclude, people } = seated({ difficult }, 20);
    let named = 0;
    for (let call = 0; call < 20; call++) {
      answer(call);
      // 63 changes of a third of a second: then nothing changes by itself.
      centre.advanceTo(10_000 + APART_MS * call + 25_000);
      if (people.of(agent).level === INCIVILITY) {
        expect(centre.apply({ kind: 'limit', agent, call })).toBeNull();
        centre.advanceTo(10_000 + APART_MS * call + 38_000);
        expect(people.of(agent).level).toBe(0);
        named++;
      }
      conclude(call);
    }
    expect(named).toBeGreaterThan(2);
  });

  it.each([
    ['professional', 1, { level: 0, talks: true }],
    ['professional', 0, { level: INCIVILITY, talks: false }],
    // Who hardly heeds lets it pass.
    ['avoidance', 1, { level: INCIVILITY, talks: true }],
  ] as const)('[S5] leaves it to the computer on leaving: %s, %d', (mask, limitHolds, then) => {
    const { centre, people, answer } = uncivil(limitHolds);
    centre.apply({ kind: 'mask', agent, mask });
    answer(0);
    centre.advanceTo(20_000);
    expect(people.of(agent).level).toBe(INCIVILITY);
    expect(centre.apply({ kind: 'leaveDesk', agent })).toBeNull();
    expect(people.of(agent).level).toBe(then.level);
    expect(centre.world.team.talksAlone(agent)).toBe(then.talks);
    expect(people.of(agent).energyAt(centre.now)).toBeCloseTo(1 - 0.06, 12);
    // Met once: nobody pays again when the talk ends.
    centre.advanceTo(10 * MIN);
    expect(people.of(agent).energyAt(centre.now)).toBeCloseTo(1 - 0.06, 12);
  });

  it('[S5] is refused a limit where nobody is uncivil', () => {
    const { centre, answer } = seated({ difficult: fixedAt(2), energy });
    answer(0);
    centre.advanceTo(20_000);
    expect(centre.apply(limit)).toMatchObject({ code: 'E_STATE' });
  });

  it('[L6] is nobody else’s business, nor is the mask', () => {
    const facts = [
      { n: 0, at: 0, kind: 'limited', call: 1, agent, holds: 1 },
      { n: 1, at: 0, kind: 'masked', agent, mask: 'script' },
    ] as const;
    for (const fact of facts) {
      expect(forAudience(fact, { as: 'wall' })).toBeNull();
      expect(forAudience(fact, { as: 'desk', agent: 1 })).toBeNull();
      expect(forAudience(fact, { as: 'desk', agent })).toEqual(fact);
    }
  });
});
