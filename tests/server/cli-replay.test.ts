import { createHash } from 'node:crypto';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashFacts, RULES_VERSION, Session, type TimedCommand } from '../../models/doors/live.ts';
import { catalogueFile, catalogueScenario, type Scenario } from '../../models/doors/scenario.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { ROOM_FORMAT, type StoredRoom } from '../../server/store/store.ts';
import { ownFolder } from '../support/folder.ts';
import { contretemps } from './cli.ts';

const scenario = catalogueScenario('petit-classique') as Scenario;
const SEED = 'replayed';
/** How far the day had been played when the room was last stored, ms. */
const STORED_AT = 1_200_000;

/** A day at desk 0: whoever rings is answered after 4 s and concluded after a minute. */
function played(): { session: Session; commands: TimedCommand[] } {
  const session = new Session(scenario, SEED);
  const commands: TimedCommand[] = [];
  const give = (at: number, command: TimedCommand['command']): void => {
    session.advanceTo(at);
    if (session.accept(command) === null) commands.push({ at, command });
  };
  give(10_000, { kind: 'takeDesk', agent: 0 });
  give(10_000, { kind: 'ready', agent: 0 });
  let seen = 0;
  for (let at = 11_000; at < STORED_AT; at += 1_000) {
    session.advanceTo(at);
    for (const fact of session.facts.slice(seen)) {
      if (fact.kind !== 'rang' || fact.agent !== 0) continue;
      const { call } = fact;
      give(at + 4_000, { kind: 'answer', agent: 0, call });
      give(at + 64_000, { kind: 'conclude', agent: 0, call });
      give(at + 70_000, { kind: 'ready', agent: 0 });
      at += 70_000;
    }
    seen = session.facts.length;
  }
  session.advanceTo(STORED_AT + 100_000);
  return { session, commands };
}

let folder: Awaited<ReturnType<typeof ownFolder>>;
const inFolder = (name: string): string => join(folder.path, name);
const { session, commands } = played();
const file = {
  format: 'contretemps-session/1',
  rules: RULES_VERSION,
  seed: SEED,
  scenario: catalogueFile('petit-classique'),
  commands,
  facts: { count: session.facts.length, hash: hashFacts(session.facts) },
};
const STORED: StoredRoom = {
  format: ROOM_FORMAT,
  id: 'room1',
  code: 'ABCD-EFGH',
  scenario: JSON.stringify(scenario),
  seed: SEED,
  rulesVersion: RULES_VERSION,
  hostHash: '00',
  createdAt: 1,
};
const write = (name: string, content: object): Promise<void> =>
  writeFile(inFolder(name), JSON.stringify(content));

beforeAll(async () => {
  folder = await ownFolder();
  await write('session.json', file);
  const { store } = await openSqlite(inFolder('data'));
  await store.addRoom(STORED);
  await store.append(
    'room1',
    commands.map(({ at, command }, seq) => ({
      seq,
      day: 0,
      at,
      kind: 'command',
      body: JSON.stringify({ seat: 0, id: `c${seq}`, command }),
    })),
  );
  await store.addFacts(
    'room1',
    0,
    session.facts.map((fact) => ({ n: fact.n, at: fact.at, body: JSON.stringify(fact) })),
    { at: session.now, touchedAt: 2 },
  );
  await store.close();
});
afterAll(() => folder.remove());

const LAST = new RegExp(
  `${commands.length} commands, \\d+ facts, hash [0-9a-f]{16}; ${session.facts.length} stored facts, all found again`,
);

describe('contretemps replay', () => {
  it('was given a day worth replaying', () => {
    expect(commands.map((one) => one.command.kind)).toContain('conclude');
    expect(commands.length).toBeGreaterThan(8);
    expect(session.facts.some((fact) => fact.kind === 'answered' && fact.agent === 0)).toBe(true);
  });

  it('replays a session file: measures, and the hash of the whole day', async () => {
    const { code, out, err } = await contretemps(['replay', inFolder('session.json')]);
    expect(err).toMatch(LAST);
    expect(code).toBe(0);
    expect(out).toContain('Service level, target 30 s');
    const whole = new Session(scenario, SEED);
    for (const { at, command } of commands) {
      whole.advanceTo(at);
      whole.accept(command);
    }
    whole.run();
    const json = await contretemps(['replay', inFolder('session.json'), '--json']);
    const told = JSON.parse(json.out) as {
      replayed: unknown;
      day: Record<string, { mean: number }>;
    };
    expect(told.replayed).toEqual({
      facts: whole.facts.length,
      commands: commands.length,
      hash: hashFacts(whole.facts),
    });
    const answered = whole.facts.filter((fact) => fact.kind === 'answered').length;
    expect(told.day['answered']?.mean).toBe(answered);
  });

  it('replays a room of a data folder, and exports it', async () => {
    const words = [
      'replay',
      inFolder('data'),
      '--room',
      'ABCD-EFGH',
      '--export',
      inFolder('out.json'),
    ];
    const folderRun = await contretemps(words);
    expect(folderRun.err).toMatch(LAST);
    expect(folderRun.code).toBe(0);
    const fileRun = await contretemps(['replay', inFolder('out.json')]);
    expect(fileRun.out).toBe(folderRun.out);
    const exported = JSON.parse(await readFile(inFolder('out.json'), 'utf8')) as typeof file;
    expect([exported.commands, exported.facts]).toEqual([file.commands, file.facts]);
  });

  it('ends with code 1 where the stored facts are not those it makes again', async () => {
    await write('changed.json', { ...file, facts: { ...file.facts, hash: '0'.repeat(16) } });
    const { code, out, err } = await contretemps(['replay', inFolder('changed.json')]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^facts: The \d+ stored facts are not those the session makes again/);
    const fewer = commands.filter((one) => one.command.kind !== 'conclude');
    await write('fewer.json', { ...file, commands: fewer });
    expect((await contretemps(['replay', inFolder('fewer.json')])).code).toBe(1);
  });

  it('ends with code 2 where the rules are others, with 1 where a command is refused now', async () => {
    await write('old.json', { ...file, rules: '0' });
    const old = await contretemps(['replay', inFolder('old.json')]);
    expect([old.code, old.err.startsWith('rules: This session follows rules 0')]).toEqual([
      2,
      true,
    ]);
    const wrong = { at: 0, command: { kind: 'answer', agent: 0, call: 7 } };
    await write('wrong.json', { ...file, commands: [wrong, ...commands] });
    const refused = await contretemps(['replay', inFolder('wrong.json')]);
    expect([refused.code, refused.err.includes('its command 0 is refused')]).toEqual([1, true]);
  });

  it('does not read a folder under a running server', async () => {
    const { store } = await openSqlite(inFolder('data'));
    try {
      const { code, out, err } = await contretemps(['replay', inFolder('data')]);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/in use|another/);
    } finally {
      await store.close();
    }
  });

  it('says which rooms there are to choose from, or that there is none', async () => {
    const several = await openSqlite(inFolder('several'));
    for (const code of ['AAAA-AAAA', 'BBBB-BBBB'])
      await several.store.addRoom({ ...STORED, id: code, code });
    await several.store.close();
    await (await openSqlite(inFolder('none'))).store.close();
    for (const [words, says] of [
      [['several'], 'This folder has 2 rooms; choose one with --room: AAAA-AAAA, BBBB-BBBB.\n'],
      [
        ['several', '--room', 'CCCC-CCCC'],
        'No room "CCCC-CCCC" in this folder; the rooms are: AAAA-AAAA, BBBB-BBBB.\n',
      ],
      [['none'], 'This folder holds no room.\n'],
    ] as const) {
      const [name, ...more] = words;
      const { code, out, err } = await contretemps(['replay', inFolder(name), ...more]);
      expect([code, out, err]).toEqual([2, '', says]);
    }
  });

  it('leaves a folder as it is, that of a server that was killed too', async () => {
    await (await openSqlite(inFolder('running'))).store.close();
    const { store } = await openSqlite(inFolder('running'));
    await store.addRoom(STORED);
    await cp(inFolder('running'), inFolder('killed'), { recursive: true });
    await store.close();
    const content = async (): Promise<[string, string][]> => {
      const names = (await readdir(inFolder('killed'))).filter((name) => name.includes('sqlite'));
      const text = (name: string) => readFile(join(inFolder('killed'), name), 'latin1');
      const sum = async (name: string) =>
        createHash('sha1')
          .update(await text(name))
          .digest('hex');
      return Promise.all(names.sort().map(async (name) => [name, await sum(name)]));
    };
    const before = await content();
    expect(before.map(([name]) => name)).toContain('contretemps.sqlite-wal');
    const { code, err } = await contretemps(['replay', inFolder('killed')]);
    expect([code, err]).toEqual([0, expect.stringContaining('0 stored facts, all found again')]);
    expect(await content()).toEqual(before);
    const opened = await openSqlite(inFolder('killed'));
    expect(opened.lost).toBeNull();
    expect(await opened.store.room('room1')).toEqual(STORED);
    await opened.store.close();
  });

  it('refuses a file that is not whole, with its place', async () => {
    const cases: [object, string][] = [
      [{ ...file, commands: undefined }, 'commands: The list of commands is missing'],
      [{ ...file, commands: [{ at: -1, command: {} }] }, 'commands.0.at: This instant'],
      [
        { ...file, commands: [{ at: 1, command: { kind: 'fly' } }] },
        'commands.0.command: Unknown command',
      ],
      [{ ...file, seed: 3 }, 'seed: The seed'],
      [{ ...file, facts: { count: 'x' } }, 'facts: The number of facts'],
      [{ ...file, scenario: {} }, 'format: '],
    ];
    for (const [content, says] of cases) {
      await write('bad.json', content);
      const { code, err } = await contretemps(['replay', inFolder('bad.json')]);
      expect([code, err.startsWith(says)], err).toEqual([2, true]);
    }
  });
});
