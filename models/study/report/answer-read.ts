import { readScenario } from '../../scenario/read.ts';
import { type Problem, problem } from '../../words/problem.ts';
import { misfit } from './misfit.ts';
import type { StaffingPrinted } from './report.ts';
import { ASK, damaged, fields, TARGETS } from './report-read.ts';
import { STAFFING_FORMAT } from './staffing-data.ts';

/** Reads an answer as JSON (`staffingJson`): its question can be asked again of its scenario. */

/** What was asked, and what was answered then. */
export interface ReadAnswer
  extends Pick<StaffingPrinted, 'asked' | 'ask' | 'rules' | 'scenario' | 'wanted'> {
  /** The figures as they are in the file. */
  readonly data: object;
}

const ANSWER = fields({ rules: 'text', asked: 'text', question: ASK });

interface Claimed {
  readonly rules: string;
  readonly asked: string;
  readonly question: StaffingPrinted['ask'] & {
    readonly measure?: string;
    readonly bound?: number;
  };
  readonly scenario: unknown;
  readonly gap?: unknown;
  readonly price?: unknown;
  readonly sensitivity?: unknown;
  readonly planned?: unknown;
}

/** Whether plain data are an answer. */
export const isAnswer = (value: unknown): boolean =>
  (value as { format?: unknown } | null)?.format === STAFFING_FORMAT;

/** Reads an answer; `value` is one, as far as its format says. */
export function readAnswer(value: object): ReadAnswer | Problem {
  const { target } = (value as Partial<Claimed>).question ?? {};
  const wrong =
    misfit(value, ANSWER) ??
    misfit(target, TARGETS[target?.kind ?? ''] ?? 'text', 'question.target');
  if (wrong !== null) return damaged(wrong);
  const claimed = value as Claimed;
  if (claimed.scenario === undefined)
    return problem(
      'E_VERSION',
      'scenario',
      'Cette réponse ne contient pas son scénario : refaites-la avec staff --json.',
      'This answer does not hold its scenario: make it anew with staff --json.',
    );
  const reading = readScenario(claimed.scenario);
  if (!reading.ok) return damaged(`scenario.${reading.problems[0]?.path ?? ''}`);
  const { bound: _bound, measure: _measure, ...ask } = claimed.question;
  const told = (part: unknown): boolean => part !== undefined && part !== null;
  const { asked, gap, planned, price, rules, sensitivity } = claimed;
  return {
    ...{ asked, ask, rules, scenario: reading.scenario, data: value },
    wanted: {
      ...{ gap: told(gap), price: told(price), sensitivity: told(sensitivity) },
      ...(told(planned) ? { planned: true } : {}),
    },
  };
}
