import {
  type Fact,
  hashFacts,
  RULES_VERSION,
  replay as replayFacts,
} from '../../models/doors/live.ts';
import { isProblem, problem } from '../../models/doors/scenario.ts';
import { Centre, frameOf, Measures, packDays, Summing } from '../../models/doors/study.ts';
import { asJson, asTable } from './day-text.ts';
import { checkPlaces, writeText } from './files.ts';
import { readSession, type StoredSession, writeSession } from './session-file.ts';
import { DONE, FAILED, Stop, type Terminal } from './terminal.ts';

/** `contretemps replay`: a played day again; its facts must be those that were stored. */

export interface ReplayOptions {
  readonly room?: string;
  readonly export?: string;
  readonly json?: boolean;
}

/** The day of a session, measured. */
function measure({ scenario, seed, commands }: StoredSession): Summing {
  const frame = frameOf(scenario);
  const measures = new Measures(frame);
  const centre = new Centre(scenario, seed, measures.recorder);
  for (const { at, command } of commands) {
    centre.advanceTo(at);
    centre.apply(command);
  }
  centre.run();
  const summing = new Summing(frame);
  summing.add(packDays([measures.sums()], frame));
  return summing;
}

/** Stored facts are the first ones of the day; a replay goes on to its end. */
function checkFacts(stored: StoredSession['facts'], facts: readonly Fact[]): void {
  if (stored === null) return;
  const hash = stored.count > facts.length ? '' : hashFacts(facts.slice(0, stored.count));
  if (hash === stored.hash) return;
  throw new Stop(
    [
      problem(
        'E_DESYNC',
        'facts',
        `Les ${stored.count} faits enregistrés ne sont pas ceux que la session refait (${stored.hash} contre ${hash || 'moins de faits'}) ; l’un des deux a été changé.`,
        `The ${stored.count} stored facts are not those the session makes again (${stored.hash} against ${hash || 'fewer facts'}); one of the two was changed.`,
      ),
    ],
    FAILED,
  );
}

export async function replay(
  path: string,
  options: ReplayOptions,
  terminal: Terminal,
): Promise<number> {
  await checkPlaces(options.export);
  const session = await readSession(path, options.room);
  const facts = replayFacts(session.scenario, session.seed, session.commands);
  if (isProblem(facts)) throw new Stop([facts], FAILED);
  checkFacts(session.facts, facts);
  if (options.export !== undefined) await writeText(options.export, writeSession(session));
  const { scenario, seed, commands } = session;
  const summary = measure(session).summary();
  const report = { scenario, seed, rules: RULES_VERSION, summary };
  const hash = hashFacts(facts);
  const replayed = { facts: facts.length, commands: commands.length, hash };
  if (options.json) terminal.out(asJson({ ...report, replayed }));
  else terminal.out(asTable(report, terminal.language));
  const stored = session.facts?.count ?? 0;
  terminal.note({
    fr: `${commands.length} commandes, ${facts.length} faits, empreinte ${hash} ; ${stored} faits enregistrés, tous retrouvés.`,
    en: `${commands.length} commands, ${facts.length} facts, hash ${hash}; ${stored} stored facts, all found again.`,
  });
  return DONE;
}
