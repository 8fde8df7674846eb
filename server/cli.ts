import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CommanderError } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import type { IdeasOptions } from './cli/ideas.ts';
import { watchOutput } from './cli/output.ts';
import { programOf } from './cli/program.ts';
import {
  BAD_INPUT,
  checkLanguage,
  DONE,
  FAILED,
  languageOf,
  Stop,
  Terminal,
} from './cli/terminal.ts';
import { usageProblem } from './cli/usage.ts';
import { ROOT } from './root.ts';

/** Help and version go to stdout and are what was asked for. */
const ASKED = ['commander.helpDisplayed', 'commander.version'];

/**
 * The command line (`contretemps …`): the same functions as the server, for scripts and planners.
 * Resolves with the exit code: 0 done, 1 the work failed, 2 bad usage or input.
 */
export async function main(words: readonly string[]): Promise<number> {
  const terminal = new Terminal(languageOf(words, process.env));
  watchOutput(terminal);
  let code: number = DONE;
  const actions = {
    run: async (...args: [string, never]) => (await import('./cli/run.ts')).run(...args, terminal),
    study: async (...args: [string[], never]) =>
      (await import('./cli/study.ts')).study(...args, terminal),
    staff: async (...args: [string, never]) =>
      (await import('./cli/staff.ts')).staff(...args, terminal),
    report: async (...args: [string, never, readonly string[]]) =>
      (await import('./cli/report.ts')).report(...args, terminal),
    importRecords: async (...args: [string, never]) =>
      (await import('./cli/import.ts')).importRecords(...args, terminal),
    fit: async (...args: [string, never]) => (await import('./cli/fit.ts')).fit(...args, terminal),
    validate: async (...args: [string, never]) =>
      (await import('./cli/validate.ts')).validate(...args, terminal),
    replay: async (...args: [string, never]) =>
      (await import('./cli/replay.ts')).replay(...args, terminal),
    ideas: async (options: IdeasOptions) =>
      (await import('./cli/ideas.ts')).ideas(terminal, options),
    schema: async () => (await import('./cli/schema.ts')).schema(terminal),
    serve: async () => {
      await import(pathToFileURL(join(ROOT, 'server/start.mjs')).href);
      return DONE;
    },
  };
  const program = programOf(terminal, manifest.version, actions, (ended) => {
    code = ended;
  });
  try {
    if (words.length === 0) {
      process.stderr.write(program.helpInformation());
      return BAD_INPUT;
    }
    checkLanguage(words);
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof Stop) {
      terminal.tell(error);
      return error.code;
    }
    if (error instanceof CommanderError) {
      if (ASKED.includes(error.code)) return DONE;
      const commands = program.commands.map((command) => command.name());
      terminal.note(usageProblem(error, commands));
      return BAD_INPUT;
    }
    // A fault of ours: the sentence for the person, the trace for whoever mends it.
    terminal.note({
      fr: 'Le programme s’est trompé ; voici de quoi le dire à ses auteurs :',
      en: 'The program went wrong; this is what its authors need to know:',
    });
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return FAILED;
  }
}
