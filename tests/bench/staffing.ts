import { isProblem, readScenario, type Scenario } from '../../models/doors/scenario.ts';
import { playStaffing, STAFFING_ASK, staffingOf } from '../../models/doors/study.ts';
import { Studies } from '../../server/jobs/studies.ts';

/** A joint requirement of 48 half-hours with returns, as the command line searches it. */
export interface Requirement {
  readonly intervals: number;
  /** Days played of all staffings that were tried. */
  readonly days: number;
  readonly tried: number;
  /** Half-width of the joint probability, points. */
  readonly points: number;
  readonly seconds: number;
}

const CORES = 2;

/** A day and a night: quiet at both ends, 40 calls an hour at most, most of whom call again. */
function night(): Scenario {
  const perHour = Array.from({ length: 48 }, (_, i) => 8 + Math.min(32, 4 * Math.min(i, 47 - i)));
  const reading = readScenario({
    format: 'contretemps/1',
    name: '48 half-hours',
    day: { opensAt: '00:00', lengthMin: 1_440, intervalMin: 30 },
    arrivals: { busynessCv: 0.1 },
    types: [
      {
        id: 'call',
        name: 'Call',
        perHour,
        handling: { law: 'lognormal', meanS: 200, cv: 1.1 },
        patience: { law: 'exponential', meanS: 240 },
        redial: { probability: 0.6, delay: { law: 'exponential', meanS: 600 } },
        repeat: { probability: 0.1, delay: { law: 'exponential', meanS: 3_600 } },
      },
    ],
    groups: [{ id: 'team', name: 'Team', staff: 4, skills: [{ type: 'call' }] }],
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
}

/** The requirement of that day: all intervals at once, on 80 % of days, within 3 points. */
export async function jointRequirement(): Promise<Requirement> {
  const studies = new Studies({ threads: CORES });
  const from = performance.now();
  const ask = { ...STAFFING_ASK, joint: true };
  const answer = await playStaffing(staffingOf(night(), ask), studies).ended;
  const seconds = (performance.now() - from) / 1_000;
  if (answer === 'aborted' || isProblem(answer)) throw new Error(JSON.stringify(answer));
  const { high, low } = answer.jointly;
  return {
    intervals: answer.intervals.length,
    days: answer.played,
    tried: answer.tried,
    points: 50 * (high - low),
    seconds,
  };
}
