import { constants, existsSync, statSync } from 'node:fs';
import { access, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { chapterFile } from '../../models/doors/game.ts';
import {
  CATALOGUE_IDS,
  catalogueFile,
  MAX_TEXT,
  overridden,
  readJson,
  readScenario,
  type Scenario,
  setPath,
  stillSupposed,
  withoutPeople,
} from '../../models/doors/scenario.ts';
import { unreadable, unwritable } from './disk.ts';
import { Stop, stop, type Terminal } from './terminal.ts';

/** Files a command reads and writes; whatever cannot be is told in a sentence. */

/** The text of a file, or of stdin for '-'. */
export async function readText(path: string): Promise<string> {
  try {
    if (path !== '-') return await readFile(path, 'utf8');
    const parts: Buffer[] = [];
    let length = 0;
    for await (const part of process.stdin) {
      parts.push(part as Buffer);
      length += (part as Buffer).length;
      if (length > 4 * MAX_TEXT) break;
    }
    return Buffer.concat(parts).toString('utf8');
  } catch (error) {
    return unreadable(path, error);
  }
}

export async function writeText(path: string, text: string | Uint8Array): Promise<void> {
  await writeFile(path, text).catch((error) => unwritable(path, error));
}

/** Says before the work why what it comes to could not be written at one of these places. */
export async function checkPlaces(...paths: readonly (string | undefined)[]): Promise<void> {
  for (const path of paths) {
    if (path === undefined) continue;
    try {
      const there = await stat(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (there?.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' });
      await access(there === null ? dirname(path) : path, constants.W_OK);
    } catch (error) {
      unwritable(path, error);
    }
  }
}

/** Whether there is anything of that name; what may not be looked at is there. */
const isThere = (path: string): boolean => {
  try {
    statSync(path);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
};

/** The content of a scenario: of the catalogue, of a file, or of stdin ('-'). */
export async function scenarioFile(name: string): Promise<unknown> {
  if (!existsSync(name)) {
    const file = CATALOGUE_IDS.includes(name) ? catalogueFile(name) : chapterFile(name);
    if (file !== undefined) return file;
  }
  if (name !== '-' && !isThere(name)) {
    const list = CATALOGUE_IDS.join(', ');
    stop(
      `Il n’y a pas de fichier « ${name} » ; le catalogue a : ${list}.`,
      `There is no file "${name}"; the catalogue has: ${list}.`,
    );
  }
  const json = readJson(await readText(name));
  if (!json.ok) throw new Stop([json.problem]);
  return json.value;
}

/** Tells of each change that the scenario, as it is then played, has no use for. */
export function tellOverridden(
  scenario: Scenario,
  sets: readonly string[],
  terminal: Terminal,
): void {
  for (const set of sets)
    for (const says of overridden(scenario, set.slice(0, set.indexOf('=')))) terminal.note(says);
}

/** A scenario ready to run, after the changes of --set (`path=value`). */
export const readScenarioNamed = async (
  name: string,
  sets: readonly string[] = [],
): Promise<Scenario> => readChanged(await scenarioFile(name), sets);

/** The same of a file that was read. */
export function readChanged(given: unknown, sets: readonly string[]): Scenario {
  let file = given;
  for (const set of sets) {
    const at = set.indexOf('=');
    if (at <= 0)
      stop(
        `--set attend chemin=valeur, par exemple groups.0.staff=12 ; reçu « ${set} ».`,
        `--set expects path=value, for instance groups.0.staff=12; got "${set}".`,
      );
    const done = setPath(file, set.slice(0, at), set.slice(at + 1));
    if (!done.ok) throw new Stop([done.problem]);
    file = done.file;
  }
  const reading = readScenario(stillSupposed(given, file));
  if (!reading.ok) throw new Stop(reading.problems, undefined, reading.more);
  return reading.scenario;
}

/** The scenario without its human hypotheses, which is said, and so is that it has none. */
export function leavePeopleOut(name: string, scenario: Scenario, terminal: Terminal): Scenario {
  const without = withoutPeople(scenario);
  terminal.note(
    without === scenario
      ? {
          fr: `« ${name} » n’a pas d’hypothèses humaines : rien ne change.`,
          en: `"${name}" has no human hypotheses: nothing changes.`,
        }
      : {
          fr: `« ${name} » sans les hypothèses humaines.`,
          en: `"${name}" without the human hypotheses.`,
        },
  );
  return without;
}
