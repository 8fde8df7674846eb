import { daysLike } from '../staffing/days.ts';
import { beyondRequired, hoursBeyond } from '../staffing/planned.ts';
import type { Probability } from '../staffing/probability.ts';
import { measureOf } from '../staffing/question.ts';
import type { StaffingReport } from '../staffing/report.ts';
import { beginnings, type Cell } from './day-data.ts';
import { UNITS } from './numbers.ts';
import type { Language } from './numerals.ts';
import { choicesOf } from './staffing-choices.ts';
import { groupNames, together } from './staffing-needs.ts';

/** A requirement for spreadsheets: a head, what was chosen, then one row a figure. */

const HEAD: readonly Cell[] = [
  ...['scenario', 'interval', 'group', 'figure', 'unit', 'value', 'low', 'high', 'n', 'says'],
];

/** Figures, one below the other. */
class Figures {
  readonly rows: Cell[][] = [[...HEAD]];
  private readonly begin: readonly string[];
  private readonly names: readonly string[];

  constructor(
    private readonly report: StaffingReport,
    language: Language,
  ) {
    const { intervals, scenario } = report.answer;
    this.begin = beginnings(scenario, intervals.length);
    this.names = groupNames(scenario, language);
  }

  private row(at: number | null, group: number | null, ...cells: Cell[]): void {
    const interval = at === null ? '' : (this.begin[at] ?? '');
    const of = group === null ? '' : (this.names[group] ?? '');
    this.rows.push([this.report.asked, interval, of, ...cells]);
  }

  says(name: string, text: string): void {
    this.row(null, null, name, '', null, null, null, null, text);
  }

  add(figure: string, unit: string, value: number | null, at: At = {}): void {
    this.row(at.interval ?? null, at.group ?? null, figure, unit, value, null, null, null, null);
  }

  /** Nothing where nobody knows. */
  chance(figure: string, p: Probability | null | undefined, at: At = {}): void {
    if (p === undefined || p === null) return;
    const { high, low, n, share } = p;
    this.row(at.interval ?? null, at.group ?? null, figure, '1', share, low, high, n, null);
  }
}

interface At {
  readonly interval?: number;
  readonly group?: number;
}

function required(figures: Figures, { answer }: StaffingReport): void {
  figures.chance('holds', answer.whole);
  figures.chance('holdsJointly', answer.jointly);
  figures.chance('holdsOverDay', answer.wholeDay);
  figures.add('agentHours', 'h', answer.agentHours);
  figures.add('positionHours', 'h', answer.positionHours);
  answer.intervals.forEach((need, interval) => {
    const { erlangC, groups, load, own, promised, rules } = need;
    const at = { interval };
    figures.add('firstCalls', '1/h', load.rate * 3_600, at);
    figures.add('handling', 's', load.handlingS, at);
    figures.add('erlangC', 'agents', erlangC, at);
    for (const [rule, agents] of Object.entries(rules)) figures.add(rule, 'agents', agents, at);
    figures.add('promised', answer.ask.target.kind === 'asa' ? 's' : '1', promised, at);
    figures.chance('holds', own, at);
    if (groups.length > 1) {
      figures.add('agents', 'agents', together(need, 'agents'), at);
      figures.add('positions', 'agents', together(need, 'positions'), at);
    }
    groups.forEach(({ agents, fewer, more, positions }, group) => {
      const of = { interval, group };
      figures.add('agents', 'agents', agents, of);
      figures.add('positions', 'agents', positions, of);
      figures.chance('holdsWithOneLess', fewer?.own, of);
      figures.chance('holdsWithOneMore', more?.own, of);
      figures.chance('allHoldsWithOneLess', fewer?.whole, of);
      figures.chance('allHoldsWithOneMore', more?.whole, of);
    });
  });
}

function scheduled(figures: Figures, { answer, planned }: StaffingReport): void {
  if (planned === undefined) return;
  figures.chance('planned.holds', planned.whole);
  figures.chance('planned.holdsJointly', planned.jointly);
  figures.chance('planned.holdsOverDay', planned.wholeDay);
  figures.add('planned.agentHours', 'h', planned.agentHours);
  const { over, under } = hoursBeyond(planned, answer);
  figures.add('planned.hoursOver', 'h', over);
  figures.add('planned.hoursUnder', 'h', under);
  const beyond = beyondRequired(planned, answer);
  planned.intervals.forEach((need, interval) => {
    const { groups, own } = need;
    figures.chance('planned.holds', own, { interval });
    if (groups.length > 1)
      figures.add('planned.agents', 'agents', together(need, 'agents'), { interval });
    groups.forEach(({ agents, fewer, more }, group) => {
      const at = { interval, group };
      figures.add('planned.agents', 'agents', agents, at);
      figures.add('planned.beyondRequired', 'agents', beyond[group]?.[interval] ?? 0, at);
      figures.chance('planned.holdsWithOneLess', fewer?.own, at);
      figures.chance('planned.holdsWithOneMore', more?.own, at);
    });
  });
}

function further(figures: Figures, { answer, gap, planned, price }: StaffingReport): void {
  const unit = UNITS.get(measureOf(answer.ask.target)) ?? '';
  for (const { assumption, value } of gap ?? []) figures.add(`gap.${assumption}`, unit, value.mean);
  for (const { agents, figures: told, on, whole } of price ?? []) {
    const share = Math.round(100 * on);
    figures.add(`agentsFor${share}`, 'agents', agents);
    figures.chance(`holdsFor${share}`, whole);
    for (const name of ['accessibility', 'lived'])
      figures.add(`${name}For${share}`, UNITS.get(name) ?? '', told[name]?.mean ?? null);
  }
  for (const [prefix, one] of [['', answer], ...(planned ? [['planned.', planned]] : [])] as const)
    for (const { mean, measure, median, worstTenth } of daysLike(one as typeof answer)) {
      const of = UNITS.get(measure) ?? '';
      figures.add(`${prefix}${measure}.mean`, of, mean);
      figures.add(`${prefix}${measure}.medianDay`, of, median);
      figures.add(`${prefix}${measure}.tenthWorstDay`, of, worstTenth);
    }
}

/**
 * A requirement for spreadsheets.
 * @param language that in which the choices behind the figures are said
 */
export function staffingRows(report: StaffingReport, language: Language): Cell[][] {
  const figures = new Figures(report, language);
  for (const { id, says } of choicesOf(report)) figures.says(`choice.${id}`, says[language]);
  required(figures, report);
  scheduled(figures, report);
  further(figures, report);
  return figures.rows;
}
