import { daysLike } from '../staffing/days.ts';
import { beyondRequired, hoursBeyond, verdictOf } from '../staffing/planned.ts';
import type { Probability } from '../staffing/probability.ts';
import { boundOf, measureOf } from '../staffing/question.ts';
import type { StaffingReport } from '../staffing/report.ts';
import { beginnings, type Cell } from './day-data.ts';
import { UNITS } from './numbers.ts';

/** A requirement for other programs: everything but the days. */

const STAFFING_FORMAT = 'contretemps-staffing/1';

const CONVENTIONS = {
  callers: 'the same for every staffing, day by day',
  probability:
    'share of days; low and high: Wilson interval; by month: from mean and spread of days',
  interval: 'of arrival; one in which nobody called meets every target',
  fewer: 'one agent less in this interval, all else as required; felt for 90 min and 3 intervals',
  own: 'the target of the interval alone; whole: all that is asked',
  formulas:
    'first calls alone; Erlang A where callers give up, else C; mol from the mean number busy',
};

/** The schedule as it is written, beside what is required. */
function plannedData({ answer, planned }: StaffingReport): object {
  if (planned === undefined) return {};
  const { agentHours, intervals, jointly, scenario, staffing, whole, wholeDay } = planned;
  const begin = beginnings(scenario, intervals.length);
  return {
    planned: {
      ...{ staffing, whole, jointly, wholeDay, agentHours },
      verdict: verdictOf(whole, planned.ask.on),
      beyondRequired: beyondRequired(planned, answer),
      hoursBeyond: hoursBeyond(planned, answer),
      intervals: intervals.map((need, i) => ({ begins: begin[i], ...need })),
      days: daysLike(planned),
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
    question: { ...ask, measure: measureOf(ask.target), bound: boundOf(ask.target) },
    conventions: CONVENTIONS,
    ...rest,
    groups: scenario.groups.map(({ id }) => id),
    intervals: intervals.map((need, i) => ({ begins: begin[i], ...need })),
    days: daysLike(answer),
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

const HEAD: Cell[] = [
  'scenario',
  'interval',
  'group',
  'figure',
  'unit',
  'value',
  'low',
  'high',
  'n',
];

/** A requirement for spreadsheets: a head, then one row a figure. */
export function staffingRows({ answer, asked, gap, price }: StaffingReport): Cell[][] {
  const { intervals, scenario } = answer;
  const begin = beginnings(scenario, intervals.length);
  const rows: Cell[][] = [HEAD];
  const add = (
    interval: string,
    group: string,
    figure: string,
    unit: string,
    value: number | null,
  ) => rows.push([asked, interval, group, figure, unit, value, null, null, null]);
  const chance = (interval: string, group: string, figure: string, p: Probability | undefined) => {
    if (p !== undefined)
      rows.push([asked, interval, group, figure, '1', p.share, p.low, p.high, p.n]);
  };
  chance('', '', 'holds', answer.whole);
  chance('', '', 'holdsJointly', answer.jointly);
  chance('', '', 'holdsOverDay', answer.wholeDay);
  add('', '', 'agentHours', 'h', answer.agentHours);
  add('', '', 'positionHours', 'h', answer.positionHours);
  intervals.forEach(({ erlangC, groups, load, own, promised, rules }, i) => {
    const at = begin[i] ?? '';
    add(at, '', 'firstCalls', '1/h', load.rate * 3_600);
    add(at, '', 'handling', 's', load.handlingS);
    add(at, '', 'erlangC', 'agents', erlangC);
    for (const [rule, agents] of Object.entries(rules)) add(at, '', rule, 'agents', agents);
    add(at, '', 'promised', answer.ask.target.kind === 'asa' ? 's' : '1', promised);
    chance(at, '', 'holds', own);
    groups.forEach((need, g) => {
      const id = scenario.groups[g]?.id ?? '';
      add(at, id, 'agents', 'agents', need.agents);
      add(at, id, 'positions', 'agents', need.positions);
      chance(at, id, 'holdsWithOneLess', need.fewer?.own);
      chance(at, id, 'holdsWithOneMore', need.more?.own);
      chance(at, id, 'allHoldsWithOneLess', need.fewer?.whole);
      chance(at, id, 'allHoldsWithOneMore', need.more?.whole);
    });
  });
  const unit = UNITS.get(measureOf(answer.ask.target)) ?? '';
  for (const { assumption, value } of gap ?? []) add('', '', `gap.${assumption}`, unit, value.mean);
  for (const { agents, figures, on, whole } of price ?? []) {
    add('', '', `agentsFor${Math.round(100 * on)}`, 'agents', agents);
    chance('', '', `holdsFor${Math.round(100 * on)}`, whole);
    for (const name of ['accessibility', 'lived'])
      add(
        '',
        '',
        `${name}For${Math.round(100 * on)}`,
        UNITS.get(name) ?? '',
        figures[name]?.mean ?? null,
      );
  }
  for (const { mean, measure, median, worstTenth } of daysLike(answer)) {
    const of = UNITS.get(measure) ?? '';
    add('', '', `${measure}.mean`, of, mean);
    add('', '', `${measure}.medianDay`, of, median);
    add('', '', `${measure}.tenthWorstDay`, of, worstTenth);
  }
  return rows;
}
