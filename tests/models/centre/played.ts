import { type Command, type Fact, type FactKind, Session } from '../../../models/doors/live.ts';
import { type Problem, readScenario, type ScenarioFile } from '../../../models/doors/scenario.ts';

/** Small centres whose every call is written down, and days played on them, for tests of rules. */

/** One call of the script: when, how long with an agent, how long it would wait. Seconds. */
export interface Scripted {
  readonly atS: number;
  readonly handlingS?: number;
  readonly patienceS?: number;
  readonly type?: number;
}

export const ms = (seconds: number): number => Math.round(seconds * 1_000);

/** A centre of two types and one group, in which exactly these calls come. */
export function scripted(calls: readonly Scripted[], patch: Partial<ScenarioFile> = {}): Session {
  const type = (id: string): ScenarioFile['types'][number] => ({
    id,
    name: id,
    handling: { law: 'deterministic', valueS: 100 },
  });
  const reading = readScenario({
    format: 'contretemps/1',
    name: 'Scripted',
    day: { lengthMin: 60 },
    types: [type('a'), type('b')],
    groups: [{ id: 'g', name: 'G', staff: 1, skills: [{ type: 'a' }, { type: 'b' }] }],
    trace: {
      source: 'written for a test',
      atS: calls.map(({ atS }) => atS),
      type: calls.map((call) => call.type ?? 0),
      handlingS: calls.map(({ handlingS }) => handlingS ?? 100),
      patienceS: calls.map(({ patienceS }) => patienceS ?? null),
    },
    ...patch,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return new Session(reading.scenario, 'script');
}

/** Goes to that instant and gives the command. */
export function at(session: Session, seconds: number, command: Command): Problem | null {
  session.advanceTo(ms(seconds));
  return session.accept(command);
}

type Of<Kind extends FactKind> = Extract<Fact, { kind: Kind }>;

/** Facts of these kinds, in order. */
export const told = <Kind extends FactKind>(session: Session, ...kinds: Kind[]): Of<Kind>[] =>
  session.facts.filter((fact): fact is Of<Kind> => kinds.includes(fact.kind as Kind));

/** The facts as short lines: seconds, kind, call, agent. */
export const lines = (session: Session, ...kinds: FactKind[]): string[] =>
  session.facts
    .filter(({ kind }) => kinds.includes(kind))
    .map((fact) => {
      const call = 'call' in fact ? ` call ${fact.call}` : '';
      const agent = 'agent' in fact ? ` by ${fact.agent}` : '';
      return `${fact.at / 1_000} ${fact.kind}${call}${agent}`;
    });
