import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Fact,
  hashFacts,
  RULES_VERSION,
  readCommand,
  type TimedCommand,
} from '../../models/doors/live.ts';
import {
  isProblem,
  problem,
  readJson,
  readScenario,
  type Scenario,
} from '../../models/doors/scenario.ts';
import { readEntry } from '../rooms/entries.ts';
import { CannotOpen } from '../store/driver.ts';
import { openSqlite } from '../store/sqlite.ts';
import { DamagedRecord, type Store } from '../store/store.ts';
import { unreadable } from './disk.ts';
import { readText } from './files.ts';
import { BAD_INPUT, FAILED, Stop, stop } from './terminal.ts';

/** A played day, as it was stored: all that its facts are made of, and what they were. */
export interface StoredSession {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly rules: string;
  readonly commands: readonly TimedCommand[];
  /** How many facts were stored, and their hash; null where none were kept. */
  readonly facts: { readonly count: number; readonly hash: string } | null;
}

const SESSION_FORMAT = 'contretemps-session/1';

/** The file of a session: JSON, whole in itself. */
export const writeSession = ({ scenario, seed, rules, commands, facts }: StoredSession): string =>
  `${JSON.stringify({ format: SESSION_FORMAT, rules, seed, scenario, commands, facts })}\n`;

const refuse = (path: string, fr: string, en: string): never => {
  throw new Stop([problem('E_TYPE', path, fr, en)]);
};

function readCommands(raw: unknown): TimedCommand[] {
  if (!Array.isArray(raw))
    return refuse(
      'commands',
      'Il manque la liste des commandes ; donnez une session exportée entière.',
      'The list of commands is missing; give a complete exported session.',
    );
  let last = 0;
  return raw.map((one: unknown, i): TimedCommand => {
    const { at, command } = (one ?? {}) as { at?: unknown; command?: unknown };
    if (!Number.isSafeInteger(at) || (at as number) < last)
      refuse(
        `commands.${i}.at`,
        'Cet instant n’est pas un nombre entier de millisecondes après le précédent.',
        'This instant is not a whole number of milliseconds after the one before.',
      );
    last = at as number;
    const known = readCommand(command);
    if (isProblem(known)) throw new Stop([{ ...known, path: `commands.${i}.command` }]);
    return { at: last, command: known };
  });
}

function readFactsMark(raw: unknown): StoredSession['facts'] {
  if (raw === null || raw === undefined) return null;
  const { count, hash } = raw as { count?: unknown; hash?: unknown };
  if (Number.isSafeInteger(count) && typeof hash === 'string' && /^[0-9a-f]{16}$/.test(hash))
    return { count: count as number, hash };
  return refuse(
    'facts',
    'Le nombre des faits ou leur empreinte est illisible ; donnez une session exportée entière.',
    'The number of facts or their hash cannot be read; give a complete exported session.',
  );
}

/** Reads an exported session file. */
async function fromFile(path: string): Promise<StoredSession> {
  const json = readJson(await readText(path));
  if (!json.ok) throw new Stop([json.problem]);
  const raw = (typeof json.value === 'object' ? json.value : null) as Record<
    string,
    unknown
  > | null;
  if (raw === null || raw['format'] !== SESSION_FORMAT)
    return refuse(
      'format',
      `Ce fichier n’est pas une session (format « ${SESSION_FORMAT} ») ; exportez-en une avec --export.`,
      `This file is not a session (format "${SESSION_FORMAT}"); export one with --export.`,
    );
  const reading = readScenario(raw['scenario']);
  if (!reading.ok) throw new Stop(reading.problems, undefined, reading.more);
  const { seed, rules } = raw;
  if (typeof seed !== 'string' || typeof rules !== 'string')
    return refuse(
      'seed',
      'La graine ou la version des règles manque ; donnez une session exportée entière.',
      'The seed or the version of the rules is missing; give a complete exported session.',
    );
  const commands = readCommands(raw['commands']);
  return { scenario: reading.scenario, seed, rules, commands, facts: readFactsMark(raw['facts']) };
}

async function factsOf(store: Store, id: string): Promise<Fact[]> {
  const facts: Fact[] = [];
  for (;;) {
    const some = await store.facts(id, 0, facts.length);
    if (some.length === 0) return facts;
    for (const { body } of some) facts.push(JSON.parse(body) as Fact);
  }
}

async function fromStore(store: Store, code: string | undefined): Promise<StoredSession> {
  const rooms = await store.list();
  const list = rooms.map((room) => room.code).join(', ');
  if (rooms.length === 0) return stop('Ce dossier n’a aucune salle.', 'This folder holds no room.');
  if (code === undefined && rooms.length > 1)
    return stop(
      `Ce dossier a ${rooms.length} salles ; choisissez-en une avec --room : ${list}.`,
      `This folder has ${rooms.length} rooms; choose one with --room: ${list}.`,
    );
  const room = await store.room(code ?? rooms[0]?.id ?? '');
  if (room === null)
    return stop(
      `Aucune salle « ${code} » dans ce dossier ; les salles sont : ${list}.`,
      `No room "${code}" in this folder; the rooms are: ${list}.`,
    );
  const json = readJson(room.scenario);
  const reading = readScenario(json.ok ? json.value : null);
  if (!reading.ok) throw new Stop(reading.problems, BAD_INPUT, reading.more);
  const commands = (await store.log(room.id)).flatMap((line): TimedCommand[] => {
    const entry = readEntry(line);
    return entry.kind === 'command' && entry.day === 0
      ? [{ at: line.at, command: entry.command }]
      : [];
  });
  const facts = await factsOf(store, room.id);
  return {
    scenario: reading.scenario,
    seed: room.seed,
    rules: room.rulesVersion,
    commands,
    facts: { count: facts.length, hash: hashFacts(facts) },
  };
}

/** Reads a room from a data folder. */
async function fromFolder(folder: string, code: string | undefined): Promise<StoredSession> {
  if (!existsSync(join(folder, 'contretemps.sqlite')))
    return stop(
      `Le dossier « ${folder} » n’a pas de base de Contretemps ; donnez celui des données du serveur.`,
      `The folder "${folder}" holds no Contretemps database; give the data folder of the server.`,
    );
  try {
    const { store } = await openSqlite(folder, undefined, { onlyReads: true });
    try {
      return await fromStore(store, code);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof Stop) throw error;
    if (error instanceof CannotOpen) stop(error.says.fr, error.says.en, FAILED);
    if (error instanceof DamagedRecord)
      stop(
        'L’enregistrement de cette salle est abîmé ; il ne peut pas être rejoué.',
        'The record of this room is damaged; it cannot be replayed.',
        BAD_INPUT,
      );
    unreadable(folder, error);
  }
}

/** The session in a file, or of a room of a data folder. */
export async function readSession(path: string, code: string | undefined): Promise<StoredSession> {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const session = isFolder ? await fromFolder(path, code) : await fromFile(path);
  if (session.rules !== RULES_VERSION)
    throw new Stop(
      [
        problem(
          'E_VERSION',
          'rules',
          `Cette session suit les règles ${session.rules}, ce programme les règles ${RULES_VERSION} ; rejouez-la avec le programme de son époque.`,
          `This session follows rules ${session.rules}, this program rules ${RULES_VERSION}; replay it with the program of its time.`,
        ),
      ],
      BAD_INPUT,
    );
  return session;
}
