import { dayCost, MAX_STUDY_EVENTS } from '../../scenario/cost.ts';
import { intervalCount, type Scenario } from '../../scenario/scenario.ts';
import { type Problem, problem } from '../../words/problem.ts';
import { designStudy, type Study } from '../design.ts';
import { roughDays } from './levels.ts';
import { blocksOf, runsOf } from './moves.ts';
import { asAsked, type StaffingAsk } from './question.ts';

/** What an answer costs, told before anything is played. */

/** Days to judge one staffing: as it is, and with an agent less and one more everywhere. */
export const judging = (scenario: Scenario, ask: StaffingAsk): number =>
  (1 + 2 * runsOf(scenario, ask).length) * ask.days;

/** A requirement may be the same all day; a schedule is what it is in each interval. */
export const uneven = (ask: StaffingAsk): StaffingAsk => ({ ...ask, level: false });

/** No search goes on for more rounds, in each of which every agent is tried. */
export const MOST_ROUNDS = 40;

/**
 * Rounds that searches took (mean over the catalogue, on 60 days and on 240): some for each group
 * and interval of a day. Where there is but one number for all day, one agent at a time is left.
 */
const ROUNDS = { begun: 1, each: 0.25, level: 3 } as const;

function roundsFor(scenario: Scenario, ask: StaffingAsk): number {
  const blocks = blocksOf(scenario, ask).length;
  if (blocks === 1) return ROUNDS.level;
  return Math.min(MOST_ROUNDS, ROUNDS.begun + ROUNDS.each * scenario.groups.length * blocks);
}

/**
 * Days that an answer takes, as a rule: the search roughly, then agent by agent, round by round;
 * judging; where one is planned, judging that schedule too.
 */
export function daysToAnswer(scenario: Scenario, ask: StaffingAsk, isPlanned = false): number {
  const runs = runsOf(scenario, ask).length;
  const search = roughDays(ask) + roundsFor(scenario, ask) * (1 + runs) * ask.days;
  const planned = isPlanned ? judging(scenario, uneven(ask)) : 0;
  return Math.round(search + judging(scenario, ask) + planned);
}

/** A week of quarter-hours. */
const MOST_INTERVALS = 672;
/** Some tenths of a second. */
const AMPLE_EVENTS = 40_000;

/** A few days, by which whoever will play an answer sees how fast they do. */
export function calibration(scenario: Scenario, ask: StaffingAsk): Study {
  const days = Math.ceil(AMPLE_EVENTS / Math.max(200, dayCost(scenario).events));
  return designStudy(asAsked(scenario, ask), 'calibration', Math.max(4, Math.min(400, days)));
}

/** Why an answer would never end, or null. */
function tooCostly(scenario: Scenario, ask: StaffingAsk, isPlanned: boolean): Problem | null {
  const days = daysToAnswer(scenario, ask, isPlanned);
  const most = MAX_STUDY_EVENTS / Math.max(1, dayCost(scenario).events);
  if (days <= most) return null;
  const [asked, allowed] = [days, most].map((n) => Math.round(n));
  return problem(
    'E_COST',
    'days',
    `Répondre demanderait environ ${asked} journées de ce centre, au plus ${allowed} : allongez les intervalles, demandez moins de journées, ou raccourcissez le jour.`,
    `An answer would take about ${asked} days of this centre, at most ${allowed}: make the intervals longer, ask for fewer days, or shorten the day.`,
  );
}

/** Why nothing can be answered, or null; `isPlanned`: nor said of the schedule as it is written. */
export function unanswerable(
  scenario: Scenario,
  ask: StaffingAsk,
  isPlanned = false,
): Problem | null {
  const absent = scenario.groups.find(({ shrinkage }) => shrinkage > 0);
  if (ask.shrinkage > 0 && absent !== undefined)
    return problem(
      'E_TYPE',
      `groups.${absent.id}.shrinkage`,
      'Les absences de ce groupe sont déjà simulées : les compter une seconde fois demanderait trop de monde ; laissez l’une des deux.',
      'The absences of this group are simulated already: counting them twice would ask for too many people; leave one of the two out.',
    );
  if (intervalCount(scenario) > MOST_INTERVALS)
    return problem(
      'E_RANGE',
      'day.intervalMin',
      `Cette journée a ${intervalCount(scenario)} intervalles ; on en dimensionne au plus ${MOST_INTERVALS} : allongez-les.`,
      `This day has ${intervalCount(scenario)} intervals; at most ${MOST_INTERVALS} can be staffed: make them longer.`,
    );
  return tooCostly(scenario, ask, isPlanned);
}
