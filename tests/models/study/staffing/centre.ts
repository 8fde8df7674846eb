import { readScenario, type Scenario } from '../../../../models/doors/scenario.ts';
import {
  InlineExecutor,
  playStaffing,
  STAFFING_ASK,
  type StaffingAsk,
  staffingOf,
} from '../../../../models/doors/study.ts';

/** A centre of one type and one group, and questions put to it. */
export function centre(given: {
  readonly day?: object;
  readonly type?: object;
  readonly group?: object;
  readonly more?: object;
}): Scenario {
  const reading = readScenario({
    format: 'contretemps/1',
    name: 'Centre',
    day: { lengthMin: 60, intervalMin: 60, ...given.day },
    types: [
      {
        id: 'calls',
        name: 'Calls',
        perHour: 200,
        handling: { law: 'exponential', meanS: 180 },
        ...given.type,
      },
    ],
    groups: [{ id: 'front', name: 'Front', staff: 3, skills: [{ type: 'calls' }], ...given.group }],
    ...given.more,
  });
  if (!reading.ok) throw new Error(reading.problems[0]?.says.en);
  return reading.scenario;
}

export const inline = () => new InlineExecutor(() => Promise.resolve());

/** What is answered of a question, unless it is told otherwise that of `STAFFING_ASK`. */
export async function answered(scenario: Scenario, ask: Partial<StaffingAsk> = {}) {
  const { ended } = playStaffing(staffingOf(scenario, { ...STAFFING_ASK, ...ask }), inline());
  const answer = await ended;
  if (answer === 'aborted' || 'code' in answer) throw new Error(JSON.stringify(answer));
  return answer;
}

/** Agents required, group by group and interval by interval, in one row. */
export const agentsIn = ({ staffing }: Awaited<ReturnType<typeof answered>>): number[] =>
  staffing.flat();
