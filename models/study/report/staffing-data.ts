import type { StaffingAnswer } from '../staffing/answer.ts';
import { dayFigures } from '../staffing/days.ts';
import { beyondRequired, hoursBeyond } from '../staffing/planned.ts';
import { type Verdict, verdictOf } from '../staffing/probability.ts';
import { boundOf, measureOf } from '../staffing/question.ts';
import type { StaffingReport } from '../staffing/report.ts';
import { beginnings } from './day-data.ts';

/** A requirement for other programs: everything but the days. */

export const STAFFING_FORMAT = 'contretemps-staffing/1';

const CONVENTIONS = {
  callers: 'the same for every staffing, day by day',
  probability:
    'share of days; low and high: Wilson interval; by month: from mean and spread of days',
  interval: 'of arrival; one in which nobody called meets every target',
  fewer: 'one agent less in this interval, all else as required; felt for 90 min and 3 intervals',
  own: 'the target of the interval alone; whole: all that is asked',
  verdict: 'of an interval: at this confidence for all intervals at once (Bonferroni)',
  formulas:
    'first calls alone; Erlang A where callers give up, else C; mol from the mean number busy',
};

/** Of intervals each for itself the worst decides; else all that is asked. */
function plannedVerdict({ ask, intervals, whole }: StaffingAnswer): Verdict {
  if (ask.by !== 'interval' || ask.joint) return verdictOf(whole, ask.on);
  const said = intervals.map(({ verdict }) => verdict);
  return said.includes('fails') ? 'fails' : said.includes('unsure') ? 'unsure' : 'holds';
}

/** The schedule as it is written, beside what is required. */
function plannedData({ answer, planned }: StaffingReport): object {
  if (planned === undefined) return {};
  const { agentHours, intervals, jointly, scenario, staffing, whole, wholeDay } = planned;
  const begin = beginnings(scenario, intervals.length);
  return {
    planned: {
      ...{ staffing, whole, jointly, wholeDay, agentHours },
      verdict: plannedVerdict(planned),
      beyondRequired: beyondRequired(planned, answer),
      hoursBeyond: hoursBeyond(planned, answer),
      intervals: intervals.map((need, i) => ({ begins: begin[i], ...need })),
      days: dayFigures(planned),
    },
  };
}

/** A requirement for other programs. */
export function staffingData(report: StaffingReport): object {
  const { answer, asked, gap, price, rules, sensitivity } = report;
  const { ask, intervals, rows: _rows, scenario, ...rest } = answer;
  const begin = beginnings(scenario, intervals.length);
  return {
    format: STAFFING_FORMAT,
    rules,
    asked,
    name: scenario.name,
    ...(scenario.supposed === undefined ? {} : { supposed: scenario.supposed }),
    question: { ...ask, measure: measureOf(ask.target), bound: boundOf(ask.target) },
    conventions: CONVENTIONS,
    ...rest,
    groups: scenario.groups.map(({ id }) => id),
    intervals: intervals.map((need, i) => ({ begins: begin[i], ...need })),
    days: dayFigures(answer),
    ...plannedData(report),
    gap,
    price: price?.map(({ figures, more, ...point }) => ({
      ...point,
      ...Object.fromEntries(pricedOf(answer).map((name) => [name, figures[name]])),
      more: Object.fromEntries(pricedOf(answer).map((name) => [name, more?.[name]])),
    })),
    sensitivity,
  };
}

/** The measures that a price is told with. */
const pricedOf = ({ ask }: StaffingReport['answer']): string[] => [
  ...new Set([measureOf(ask.target), 'accessibility', 'meanWait', 'lived']),
];
