import { parseArgs } from 'node:util';
import type { DeskDay } from '../../models/play/desk/desk-days.ts';
import {
  computerIn,
  HABIT_NAMES,
  HABITS,
  hasPlace,
  IN_CHAPTERS,
  type InChapter,
  meanOf,
  median,
  NATURAL,
  playedBy,
  say,
  seedsOf,
} from './chapter-bots.ts';

/**
 * `npm run habits [-- --days 200]`: eight habits in the nine chapters beside the computer that goes
 * by the price of the next minute, and le naturel. Exit code 1 where a habit is first both in lived
 * experience and in harm, or where a chapter is not of the size that it is meant to have.
 */
const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '200' },
    seed: { type: 'string', default: 'chapter' },
    chapters: { type: 'string' },
  },
});
const DAYS = Number(values.days);

interface Row {
  readonly name: string;
  readonly habit: boolean;
  readonly days: readonly DeskDay[];
  readonly harm: number;
  readonly lived: number;
}

/** Callers are those who would have come had no cause been found: the same for all. */
function rowOf(name: string, habit: boolean, days: readonly DeskDay[], callers: number): Row {
  const sum = (of: (day: DeskDay) => number): number => meanOf(days, of) * days.length;
  return {
    ...{ name, habit, days },
    harm: sum(({ wme }) => wme) / callers,
    lived: sum(({ lived }) => lived) / sum(({ journeys }) => journeys),
  };
}

const failures: string[] = [];
const bar = (holds: boolean, says: string): string => {
  if (!holds) failures.push(says);
  return `${holds ? ' ' : '!'} ${says}`;
};
const one = (x: number): string => x.toFixed(1);
const two = (x: number): string => x.toFixed(2);
const percent = (x: number): string => `${(100 * x).toFixed(0)} %`;

function rowsOf(chapter: InChapter, seeds: readonly string[]): readonly Row[] {
  const led = seeds.map((seed) => chapter.days.led(seed));
  const callers = meanOf(led, (day) => day.callers) * led.length;
  const rows = [rowOf('priceNext', false, led, callers)];
  rows.push(rowOf('le naturel', false, playedBy(chapter, NATURAL, seeds), callers));
  for (const name of HABIT_NAMES)
    if (hasPlace(chapter, name))
      rows.push(rowOf(name, true, playedBy(chapter, HABITS[name], seeds), callers));
  return rows;
}

/** What a chapter is meant to be like. */
function sizes(chapter: InChapter, rows: readonly Row[], seeds: readonly string[]): void {
  const { number } = chapter;
  const of = (name: string): Row => rows.find((row) => row.name === name) as Row;
  const [led, natural] = [of('priceNext').days, of('le naturel').days];
  const met = [median(led.map((day) => day.met)), median(natural.map((day) => day.met))] as const;
  const within = met.every((calls) => calls >= 6 && calls <= 12);
  say(bar(within, `chapter ${number}: calls at the desk ${met.join(' and ')}, of 6 to 12`));
  if (number === 1) {
    const free = meanOf(natural, ({ ahead }) =>
      ahead.slice(0, 2).every((calls) => calls === 0) ? 1 : 0,
    );
    say(bar(free >= 0.95, `chapter 1: first two callers find nobody waiting ${percent(free)}`));
    const gaveUp = meanOf(natural, (day) => day.gaveUp);
    say(bar(gaveUp <= 0.5, `chapter 1: callers who give up ${two(gaveUp)} a day, of .5 at most`));
  }
  if (number !== 7 && number !== 9) return;
  for (const [name, days] of [
    ['priceNext', led],
    ['le naturel', natural],
  ] as const) {
    const uncivil = meanOf(days, (day) => day.uncivil);
    const complaints = meanOf(days, (day) => day.complaints);
    say(bar(uncivil >= 1, `chapter ${number}, ${name}: incivilities ${two(uncivil)}, 1 at least`));
    say(
      bar(complaints >= 2, `chapter ${number}, ${name}: complaints ${two(complaints)}, 2 at least`),
    );
  }
  const computer = computerIn(chapter, seeds);
  const lowest = median(computer.lowest);
  say(
    bar(
      lowest >= 0.3 && lowest <= 0.6,
      `chapter ${number}: lowest energy ${two(lowest)}, .3 to .6`,
    ),
  );
  for (const { name, share } of computer.masks)
    if (name !== 'none' && name !== 'script')
      say(
        bar(share >= 0.05, `chapter ${number}: ${name} ${percent(share)} of answers, 5 % at least`),
      );
}

for (const chapter of IN_CHAPTERS) {
  if (values.chapters !== undefined && !values.chapters.includes(String(chapter.number))) continue;
  const seeds = seedsOf(chapter, DAYS, values.seed);
  const rows = rowsOf(chapter, seeds);
  const first = {
    lived: Math.max(...rows.map((row) => row.lived)),
    harm: Math.min(...rows.map((row) => row.harm)),
  };
  say(`\nChapter ${chapter.number}, ${DAYS} days    harm a caller  lived    calls  gave up`);
  for (const { days, habit, harm, lived, name } of rows) {
    const [isLived, isHarm] = [lived === first.lived, harm === first.harm];
    const met = median(days.map((day) => day.met));
    const gaveUp = meanOf(days, (day) => day.gaveUp);
    say(
      `  ${name.padEnd(20)} ${two(harm).padStart(8)} ${isHarm ? 'first' : '     '} ${one(lived).padStart(8)} ${isLived ? 'first' : '     '} ${String(met).padStart(4)} ${one(gaveUp).padStart(6)}`,
    );
    if (habit && isLived && isHarm)
      failures.push(`chapter ${chapter.number}: ${name} is first in both`);
  }
  for (const name of HABIT_NAMES)
    if (!hasPlace(chapter, name)) say(`  ${name.padEnd(20)} has no place here`);
  sizes(chapter, rows, seeds);
}

say(failures.length === 0 ? '\nAll bars hold.' : `\nNot held:\n  ${failures.join('\n  ')}`);
process.exitCode = failures.length === 0 ? 0 : 1;
