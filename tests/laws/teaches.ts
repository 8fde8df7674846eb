import { parseArgs } from 'node:util';
import { ADVICE_SAYS, type Advice, adviceFor } from '../../models/doors/play.ts';
import type { DeskDay } from '../../models/play/desk/desk-days.ts';
import { playerOf } from '../../models/play/desk/manner.ts';
import { advised } from '../../models/play/desk/rules.ts';
import { isProblem } from '../../models/words/problem.ts';
import {
  AGENT,
  type Apart,
  apartOf,
  HABIT_NAMES,
  HABITS,
  type HabitName,
  hasPlace,
  IN_CHAPTERS,
  type InChapter,
  meanOf,
  playedBy,
  say,
  seedsOf,
} from './chapter-bots.ts';

/**
 * `npm run teaches [-- --days 200]`: each of eight habits plays a day of each chapter, is given its
 * first advice, applies only that, and plays again on fresh callers. A cell counts where the habit
 * does more harm than the price of the next minute beyond doubt. Exit code 1 where fewer than 40
 * count, fewer than 80 % of these are given an advice, or fewer than 90 % of the given help.
 */
const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '200' },
    chapters: { type: 'string' },
    seed: { type: 'string', default: 'chapter' },
  },
});
const DAYS = Number(values.days);
const LEAST_CELLS = 40;
const GIVEN = 0.8;
const HELP = 0.9;

interface Cell {
  readonly counts: boolean;
  readonly worse: Apart;
  readonly advice: Advice;
  /** With the advice less without, on fresh callers; null where none was given. */
  readonly after: Apart | null;
  /** The same of lived experience. */
  readonly lived: number | null;
}

const livedOf = (all: readonly DeskDay[]): number =>
  meanOf(all, (day) => day.lived) / meanOf(all, (day) => day.journeys);

function cellOf(chapter: InChapter, habit: HabitName): Cell {
  const { at, days, scenario } = chapter;
  const player = playerOf(HABITS[habit], at);
  const seeds = seedsOf(chapter, DAYS, values.seed);
  const plain = playedBy(chapter, HABITS[habit], seeds);
  const worse = apartOf(
    plain,
    seeds.map((seed) => days.led(seed)),
  );
  const recorded = `${values.seed}, as told`;
  days.play(recorded, player);
  const advice = adviceFor(scenario, recorded, days.commands, AGENT);
  if (isProblem(advice)) throw new Error(advice.says.en);
  const { advice: id } = advice;
  const told = id === null ? null : advised(player, id, at);
  const better = told === null ? null : seeds.map((seed) => days.play(seed, told));
  return {
    ...{ counts: worse.mean > worse.halfWidth, worse, advice },
    after: better && apartOf(better, plain),
    lived: better && livedOf(better) - livedOf(plain),
  };
}

const two = ({ halfWidth, mean }: Apart): string =>
  `${mean.toFixed(2).padStart(6)} ±${halfWidth.toFixed(2).padStart(5)}`;
const helps = ({ after }: Cell): boolean => after !== null && after.mean + after.halfWidth < 0;

const cells: Cell[] = [];
say(`${DAYS} days a cell; harm a caller, in waiting-minute equivalents`);
say(
  '                          above the price  counts  advice          with it, less without  lived',
);
for (const chapter of IN_CHAPTERS) {
  if (values.chapters !== undefined && !values.chapters.includes(String(chapter.number))) continue;
  for (const habit of HABIT_NAMES) {
    const label = `${chapter.number} ${habit}`.padEnd(24);
    if (!hasPlace(chapter, habit)) {
      say(`${label}  has no place here`);
      continue;
    }
    const cell = cellOf(chapter, habit);
    const { advice, after, counts, lived, worse } = cell;
    const verdict = after === null ? '' : helps(cell) ? '  better' : '  not clear';
    say(
      `${label}  ${two(worse)}  ${counts ? 'yes' : '   '}     ${(advice.advice ?? '-').padEnd(14)} ${after === null ? '' : `${two(after)}  ${(lived ?? 0).toFixed(1).padStart(5)}`}${verdict}`,
    );
    cells.push(cell);
  }
}

const counted = cells.filter(({ counts }) => counts);
const given = counted.filter(({ after }) => after !== null);
const helped = given.filter(helps);
const allGiven = cells.filter(({ after }) => after !== null);
const bars: readonly (readonly [boolean, string])[] = [
  [counted.length >= LEAST_CELLS, `${counted.length} cells count, of ${LEAST_CELLS} at least`],
  [
    given.length >= GIVEN * counted.length,
    `${given.length} of these are given an advice, of ${Math.ceil(GIVEN * counted.length)} at least`,
  ],
  [
    helped.length >= HELP * given.length,
    `${helped.length} of the given help on fresh callers, of ${Math.ceil(HELP * given.length)} at least`,
  ],
];
const told = new Set(allGiven.flatMap(({ advice: { advice } }) => advice ?? []));
say('');
for (const id of told) say(`${id.padEnd(14)} ${ADVICE_SAYS[id].fr} / ${ADVICE_SAYS[id].en}`);
say('');
for (const [holds, says] of bars) say(`${holds ? ' ' : '!'} ${says}`);
say(
  `  elsewhere ${allGiven.length - given.length} more are given, ${allGiven.filter(helps).length - helped.length} of them help`,
);
process.exitCode = bars.every(([holds]) => holds) ? 0 : 1;
