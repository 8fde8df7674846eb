import { describe, expect, it } from 'vitest';
import { Centre } from '../../models/centre/centre.ts';
import type { Command } from '../../models/doors/live.ts';
import { Measures } from '../../models/folds/measures/measures.ts';
import { pairedDifference } from '../../models/kernel/tally.ts';
import { CHAPTERS, chapterScenario } from '../../models/play/chapters.ts';
import { AtHand } from '../../models/play/desk/at-hand.ts';
import { DeskDays } from '../../models/play/desk/desk-days.ts';
import { HABITS, NATURAL } from '../../models/play/desk/habits.ts';
import { type Manner, playerOf } from '../../models/play/desk/manner.ts';
import { frameOf } from '../../models/study/frame.ts';
import { type Arbitrated, apart, expectAbove, known } from './policies.ts';
import { type Day, figure, study } from './study.ts';

/**
 * One yardstick for a moment: where people are on every talk has a posture, and on the same callers
 * the professional encounter comes first of them, avoidance last (MODEL 6.1).
 */

const POSTURES = ['professional', 'natural', 'script', 'disengagement', 'avoidance'] as const;
type Posture = (typeof POSTURES)[number];
const DAYS = 100;

/** The town hall with people in it, all of whom follow one policy. */
function townHall(patch: (scenario: Arbitrated) => void = () => {}): Arbitrated {
  const scenario = structuredClone(known('accueil-humain'));
  for (const group of scenario.groups) delete group.policy;
  scenario.arbitration.policy.masks = 'imposed';
  patch(scenario);
  return scenario;
}

/** Callers and agents of one nature: everybody cheerful. */
function cheerful({ arbitration, types }: Arbitrated): void {
  for (const type of types) Object.assign(type.need ?? {}, { stance: 'cheerful' });
  Object.assign(arbitration.fit ?? {}, { warmth: 0.8, guidance: 0, temperamentSd: 0 });
}

function played(name: Posture | 'fixed', patch?: (scenario: Arbitrated) => void): readonly Day[] {
  const scenario = townHall(patch);
  scenario.arbitration.policy.name = name;
  return study(scenario, DAYS, 'postures');
}

type Played = Readonly<Record<Posture, readonly Day[]>>;
const all = (of: (name: Posture) => readonly Day[]): Played =>
  Object.fromEntries(POSTURES.map((name) => [name, of(name)])) as Played;

/** The first of the postures before each other one, the last behind each, beyond doubt. */
function expectOrder(days: Played): void {
  const { avoidance, professional } = days;
  for (const name of POSTURES.slice(1)) {
    expect(days[name].map(figure('firstAttempts'))).toEqual(
      professional.map(figure('firstAttempts')),
    );
    expectAbove(professional, days[name], 'lived', `professional over ${name}`);
  }
  for (const name of POSTURES.slice(0, -1))
    expectAbove(days[name], avoidance, 'lived', `${name} over avoidance`);
}

/** How much less than the professional a posture is worth, over how much less avoidance is. */
const share = (days: Played, name: Posture): number =>
  apart(days.professional, days[name], 'lived').mean /
  apart(days.professional, days.avoidance, 'lived').mean;

describe('the postures of the computer', () => {
  it('[S2, E3] of the postures the professional encounter is first, avoidance last', () =>
    expectOrder(all((name) => played(name))));

  it('[S1, E3] no way of working does better by wearing none', () => {
    const [plain, professional] = [played('fixed'), played('professional')];
    expect(apart(plain, professional, 'lived').mean).toBe(0);
  });

  it('[S2, E3] the natural is within reach of the professional where it fits', () => {
    const fitting = all((name) => played(name, cheerful));
    for (const name of ['script', 'disengagement', 'avoidance'] as const)
      expectAbove(fitting.natural, fitting[name], 'lived', `natural over ${name}`);
    const usual = all((name) => played(name));
    expect(share(fitting, 'natural')).toBeLessThan(0.25);
    expect(share(usual, 'natural')).toBeGreaterThan(share(fitting, 'natural'));
  });
});

describe.each(CHAPTERS)('the postures on the day of $id', ({ id }) => {
  const days = all((name) => {
    const scenario = structuredClone(chapterScenario(id)) as Arbitrated;
    Object.assign(scenario.arbitration.policy, { masks: 'imposed', name });
    return study(scenario, DAYS, `postures of ${id}`);
  });

  it('[S2, E3] of the postures the professional encounter is first, avoidance last', () =>
    expectOrder(days));

  it('[S2, E3] the natural is within reach of the professional', () =>
    expect(share(days, 'natural')).toBeLessThan(1 / 3));
});

/** What people lived on the days of a chapter with somebody at desk 0, one figure a day. */
function livedWith(id: string, manner: Manner): readonly number[] {
  const scenario = chapterScenario(id) as Arbitrated;
  const days = new DeskDays(scenario);
  const player = playerOf(manner, new AtHand(scenario, 0));
  return Array.from({ length: 2 * DAYS }, (_, i) => {
    const { journeys, lived: sum } = days.play(`register ${i}`, player);
    return sum / journeys;
  });
}

describe.each(['chapitre-7', 'chapitre-9'])('the registers of a person in %s', (id) => {
  const wearing = (mask: Manner['mask']) => livedWith(id, { ...NATURAL, mask });
  const professional = wearing('professional');
  const above = (other: readonly number[]) => pairedDifference(professional, other, 0.999);

  it('[S2, E3] on the same callers the professional encounter is first', () => {
    for (const mask of ['natural', 'script'] as const) {
      const { halfWidth, mean } = above(wearing(mask));
      expect(mean, mask).toBeGreaterThan(halfWidth);
    }
  });

  it('[S2, E3] the natural is within reach of it, and who shuns callers is not', () => {
    const shunned = above(livedWith(id, HABITS.neverAnswers)).mean;
    expect(above(wearing('natural')).mean).toBeLessThan(shunned / 5);
  });
});

/** Desks all played by persons, who answer after three seconds and talk for so long. */
const ANSWER_MS = 3_000;
const TALK_MS = 200_000;
const WRAP_MS = 10_000;
const STEP_MS = 1_000;

/** Hears a day, and what its persons do next. */
class Persons extends Measures {
  readonly next: { at: number; command: Command }[] = [];
  rang(at: number, call: number, agent: number): void {
    this.next.push({ at: at + ANSWER_MS, command: { kind: 'answer', agent, call } });
  }
  override answered(...told: Parameters<Measures['answered']>): void {
    super.answered(...told);
    const [at, call, , , agent] = told;
    this.next.push({ at: at + TALK_MS, command: { kind: 'conclude', agent, call } });
  }
  override calledBack(...told: Parameters<Measures['calledBack']>): void {
    super.calledBack(...told);
    const [at, call, , , agent] = told;
    this.next.push({ at: at + TALK_MS, command: { kind: 'conclude', agent, call } });
  }
  override concluded(...told: Parameters<Measures['concluded']>): void {
    super.concluded(...told);
    const [at, , , agent] = told;
    this.next.push({ at: at + WRAP_MS, command: { kind: 'ready', agent } });
  }
}

/** @param mask what all put on; null: what they find on sitting down */
function lived(mask: Posture | null, days: number): readonly Day[] {
  const scenario = townHall();
  return Array.from({ length: days }, (_, i) => {
    const persons = new Persons(frameOf(scenario));
    const centre = new Centre(scenario, `persons ${i}`, persons.recorder);
    centre.advanceTo(0);
    for (let agent = 0; agent < 5; agent++) {
      centre.apply({ kind: 'takeDesk', agent });
      if (mask !== null) expect(centre.apply({ kind: 'mask', agent, mask })).toBeNull();
      centre.apply({ kind: 'ready', agent });
    }
    for (let at = STEP_MS; !centre.over; at += STEP_MS) {
      centre.advanceTo(at);
      for (const one of persons.next.splice(0))
        if (one.at <= at) centre.apply(one.command);
        else persons.next.push(one);
    }
    return { ...persons.sums(), waits: 0 };
  });
}

describe('the postures of persons', () => {
  it('[S1] whoever chooses none meets callers as they need it: the professional encounter', () => {
    const [found, chosen] = [lived(null, 3), lived('professional', 3)];
    expect(found).toEqual(chosen);
    expect(found.every((day) => figure('answered')(day) > 20)).toBe(true);
  });

  it('[S2, E3] on the same callers the professional encounter is first, avoidance last', () =>
    expectOrder(all((name) => lived(name, DAYS))));
});
