import { LedFork } from '../../models/centre/fork/led-fork.ts';
import { interval, Moments } from '../../models/kernel/tally.ts';
import { harmApart } from '../../models/play/advice.ts';
import { CHAPTERS, chapterScenario } from '../../models/play/chapters.ts';
import { AtHand } from '../../models/play/desk/at-hand.ts';
import { type DeskDay, DeskDays } from '../../models/play/desk/desk-days.ts';
import {
  HABIT_NAMES,
  HABITS,
  type HabitName,
  NATURAL,
  NEEDS_MOVE,
} from '../../models/play/desk/habits.ts';
import { Heard } from '../../models/play/desk/heard.ts';
import { type Manner, playerOf } from '../../models/play/desk/manner.ts';
import type { LearntMove } from '../../models/scenario/arbitration-gestures.ts';
import type { Scenario } from '../../models/scenario/scenario.ts';
import { MASK_NAMES } from '../../models/words/facts.ts';

/** Bots in the chapters of the game, for `npm run habits` and `npm run teaches`. */

export interface InChapter {
  readonly number: number;
  readonly scenario: Scenario;
  readonly at: AtHand;
  readonly days: DeskDays;
}

export const AGENT = 0;

export const IN_CHAPTERS: readonly InChapter[] = CHAPTERS.map(({ id, number }) => {
  const scenario = chapterScenario(id) as Scenario;
  const at = new AtHand(scenario, AGENT);
  return { number, scenario, at, days: new DeskDays(scenario, AGENT) };
});

/** Has the chapter a place for this habit? */
export function hasPlace({ at }: InChapter, habit: HabitName): boolean {
  const move = (NEEDS_MOVE as Partial<Record<HabitName, LearntMove>>)[habit];
  return move === undefined || at.may(move);
}

export { HABIT_NAMES, HABITS, type HabitName, NATURAL };

export const seedsOf = ({ number }: InChapter, days: number, name: string): readonly string[] =>
  Array.from({ length: days }, (_, r) => `${name} ${number}/${r}`);

export function playedBy(
  chapter: InChapter,
  manner: Manner,
  seeds: readonly string[],
): readonly DeskDay[] {
  const player = playerOf(manner, chapter.at);
  return seeds.map((seed) => chapter.days.play(seed, player));
}

/** A mean of differences, day by day, on the same callers. */
export interface Apart {
  readonly mean: number;
  readonly halfWidth: number;
}

export function apartOf(
  one: readonly DeskDay[],
  other: readonly DeskDay[],
  of: (a: DeskDay, b: DeskDay) => number = harmApart,
): Apart {
  const moments = new Moments();
  one.forEach((day, i) => moments.add(of(day, other[i] as DeskDay)));
  return { mean: moments.mean, halfWidth: interval(moments) };
}

/** A centre in which one may look at how an agent is. */
class Opened extends LedFork {
  maskOf(agent: number): number {
    return this.w.people?.of(agent).mask ?? 0;
  }
  energyOf(agent: number): number {
    return this.w.people?.of(agent).energyAt(this.now) ?? 1;
  }
}

const BUSY = 3;

/** Also counts which masks the computer answers with while three or more wait. */
class Masks extends Heard {
  centre: Opened | null = null;
  leastEnergy = 1;
  readonly counts = MASK_NAMES.map(() => 0);

  private looks(waiting: number, agent: number): void {
    if (this.centre === null) return;
    if (agent === this.agent)
      this.leastEnergy = Math.min(this.leastEnergy, this.centre.energyOf(agent));
    const mask = this.centre.maskOf(agent);
    if (waiting >= BUSY) this.counts[mask] = (this.counts[mask] ?? 0) + 1;
  }

  override answered(...told: Parameters<Heard['answered']>): void {
    const waiting = this.seen.waiting;
    super.answered(...told);
    this.looks(waiting, told[4]);
  }
  override concluded(...told: Parameters<Heard['concluded']>): void {
    super.concluded(...told);
    this.looks(0, told[3]);
  }
}

export interface Computer {
  /** The lowest energy of the desk, by day. */
  readonly lowest: readonly number[];
  /** Share of each mask among the answers while three or more wait. */
  readonly masks: readonly { readonly name: string; readonly share: number }[];
}

/** What the computer is like when it plays every desk. */
export function computerIn({ scenario }: InChapter, seeds: readonly string[]): Computer {
  const masks = new Masks(scenario, AGENT);
  const lowest = seeds.map((seed) => {
    masks.clear();
    masks.leastEnergy = 1;
    const centre = new Opened(scenario, seed, masks.recorder, AGENT);
    masks.centre = centre;
    centre.lead();
    centre.run();
    return masks.leastEnergy;
  });
  const all = masks.counts.reduce((sum, count) => sum + count, 0);
  return {
    lowest,
    masks: MASK_NAMES.map((name, i) => ({ name, share: (masks.counts[i] ?? 0) / all })),
  };
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export const meanOf = (days: readonly DeskDay[], of: (day: DeskDay) => number): number =>
  days.reduce((sum, day) => sum + of(day), 0) / days.length;

/** Prints, to be read by people. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);
