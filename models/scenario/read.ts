import { type Problem, problem } from '../words/problem.ts';
import { disagreements } from './coherence.ts';
import { jsonFault } from './json.ts';
import { Scenario } from './scenario.ts';
import { sentencesOf } from './sentences.ts';
import { crossBorder, MAX_TEXT } from './untrusted.ts';

export { MAX_TEXT };

/** Problems told at once; a person mends a few and reads again. */
export const MAX_TOLD = 20;

/** A scenario with all its defaults, or what to mend: at most 20 problems, and how many more. */
export type Reading =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly more: number };

const refused = (problems: readonly Problem[]): Reading => ({
  ok: false,
  problems: problems.slice(0, MAX_TOLD),
  more: Math.max(0, problems.length - MAX_TOLD),
});

/**
 * Reads anything into a scenario that can be run as it stands. One function is the authority on
 * the server, the adviser in the browser and the gate of the command line.
 */
export function readScenario(raw: unknown): Reading {
  const crossed = crossBorder(raw);
  if (!crossed.ok) return refused([crossed.problem]);
  const parsed = Scenario.safeParse(crossed.value);
  if (!parsed.success) {
    const told = parsed.error.issues.flatMap((issue) => sentencesOf(crossed.value, issue));
    // One problem a place: a value can break two limits, the tighter of which comes last.
    return refused([...new Map(told.map((one) => [one.path, one])).values()]);
  }
  // Read again, for defaults that carry defaults: what is read then reads back as itself.
  const scenario = Scenario.parse(parsed.data);
  const problems = disagreements(scenario);
  return problems.length > 0 ? refused(problems) : { ok: true, scenario };
}

/** JSON text as a value, or one problem that says line, column and what was expected. */
export function readJson(
  text: string,
):
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem } {
  if (text.length > MAX_TEXT) {
    const millions = Math.round(MAX_TEXT / 1e6);
    return {
      ok: false,
      problem: problem(
        'E_SIZE',
        '',
        `Ce fichier dépasse ${millions} millions de caractères ; raccourcissez-le.`,
        `This file exceeds ${millions} million characters; shorten it.`,
      ),
    };
  }
  // A byte order mark is what some editors put at the beginning of a file; it means nothing.
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    return { ok: true, value: JSON.parse(clean) };
  } catch {
    const fault = jsonFault(clean);
    const { line, column, fr, en } = fault ?? {
      line: 1,
      column: 1,
      fr: 'ce n’est pas du JSON',
      en: 'this is not JSON',
    };
    return {
      ok: false,
      problem: problem(
        'E_TYPE',
        '',
        `Ligne ${line}, colonne ${column} : ${fr}.`,
        `Line ${line}, column ${column}: ${en}.`,
      ),
    };
  }
}

/** Reads the text of a scenario file. */
export function readScenarioText(text: string): Reading {
  const json = readJson(text);
  return json.ok ? readScenario(json.value) : refused([json.problem]);
}
