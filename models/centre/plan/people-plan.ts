import { learnt } from '../../policies/speed.ts';
import { type Arbitration, STANCES } from '../../scenario/arbitration.ts';
import { policyRow } from '../../scenario/policies.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { MASK as MASK_, USUAL_MASK } from '../../words/facts.ts';
import { type GesturePlan, gesturePlanOf } from './gesture-plan.ts';

const MASK = MASK_;

/** What is human in a scenario, made ready (RULES S, N, E). Each part is null where it is off. */
export interface PeoplePlan {
  readonly discover: NonNullable<Arbitration['discover']> | null;
  readonly speed: NonNullable<Arbitration['speed']> | null;
  /** What so many calls have taught, the last number holding beyond; empty without `speed`. */
  readonly learnt: Float64Array;
  readonly fit: NonNullable<Arbitration['fit']> | null;
  readonly mood: NonNullable<Arbitration['mood']> | null;
  readonly difficult: NonNullable<Arbitration['difficult']> | null;
  readonly energy: NonNullable<Arbitration['energy']> | null;
  readonly supports: Supports;
  /** What persons do gesture by gesture. */
  readonly gestures: GesturePlan | null;
  readonly wait: Arbitration['wait'];
  /** The mask that each group wears, or SLIDE where each call pushes towards one. */
  readonly masks: readonly number[];
  readonly types: readonly PersonPlan[];
  /** Length of each phase, ms: welcome, discover, explain, conclude. */
  readonly phasesMs: readonly [number, number, number, number];
}

/** What callers of one type are like. */
export interface PersonPlan {
  readonly stance: number;
  /** Any of the five states of mind. */
  readonly mixed: boolean;
  readonly mood: number;
  readonly custom: boolean;
}

export type Supports = NonNullable<Arbitration['supports']>;

export const SLIDE = -1;
const NO_SUPPORT: Supports = { preparation: 0, rules: 0, vision: 0, latitude: 0, trust: 0 };

/** Nobody answers more calls in a day. */
const LESSONS = 4_096;

/**
 * The masks have the names of the policies that impose them. Where moments are told by how one
 * fits, nobody goes without: there a policy of pace wears the usual one.
 */
function maskOf({ masks, name }: Arbitration['policy'], fits: boolean): number {
  if (masks === 'slide') return SLIDE;
  if (policyRow(name).isMask) return MASK[name as keyof typeof MASK];
  return fits ? MASK[USUAL_MASK] : MASK.none;
}

/** Null where nothing human is on: agents and callers are then all alike, and cost nothing. */
export function peoplePlanOf(scenario: Scenario): PeoplePlan | null {
  const { arbitration } = scenario;
  if (arbitration === undefined) return null;
  const { difficult, discover, energy, fit, gestures, handling, mood, policy } = arbitration;
  const { speed, supports, wait } = arbitration;
  const masks = scenario.groups.map((group) => maskOf(group.policy ?? policy, fit !== undefined));
  const on = [difficult, discover, energy, fit, gestures, mood, speed, supports].some(
    (part) => part !== undefined,
  );
  if (!on && masks.every((mask) => mask === MASK.none)) return null;
  const ms = (minutes: number): number => Math.round(minutes * 60_000);
  return {
    discover: discover ?? null,
    speed: speed ?? null,
    learnt: Float64Array.from({ length: speed === undefined ? 0 : LESSONS }, (_, calls) =>
      learnt(calls, speed?.learning ?? 0, speed?.learningCalls ?? 1),
    ),
    fit: fit ?? null,
    mood: mood ?? null,
    difficult: difficult ?? null,
    energy: energy ?? null,
    supports: supports ?? NO_SUPPORT,
    gestures: gesturePlanOf(arbitration),
    wait,
    masks,
    types: scenario.types.map(({ need }) => ({
      stance: Math.max(0, STANCES.indexOf((need?.stance ?? 'neutral') as (typeof STANCES)[number])),
      mixed: need?.stance === 'mixed',
      mood: need?.mood ?? 0,
      custom: need?.custom ?? false,
    })),
    phasesMs: [
      ms(handling.welcomeMin),
      ms(handling.discoverMin),
      ms(handling.explainMin),
      ms(handling.closingMin),
    ],
  };
}
