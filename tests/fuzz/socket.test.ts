import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashFacts, type Reply, WIRE_VERSION } from '../../models/doors/live.ts';
import { PROBLEM_CODES } from '../../models/doors/scenario.ts';
import type { Room } from '../../server/rooms/room.ts';
import { Player, Stage } from '../server/stage.ts';

const SEED = 20_240_229;
const MESSAGES = 10_000;
const WINDOW = 250;

type Message = readonly [event: string, ...payload: unknown[]];

let stage: Stage;
let room: Room;
let player: Player;
let code: string;
beforeAll(async () => {
  // The limits that would close a flooding socket have tests of their own.
  stage = await Stage.open({
    limits: { asksPerS: 1e6, asksBurst: 1e6, codesAtOnce: 1e6 },
  });
  code = (await stage.openRoom({ paused: true })).code;
  room = (await stage.app.rooms.find(code)) as Room;
  player = await stage.seated(code);
  await player.does({ kind: 'takeDesk', agent: 0 });
});
afterAll(() => stage.close());

/** A state in one string: whatever changed, it would change. */
const state = (): string =>
  JSON.stringify([
    hashFacts(room.day(0).facts),
    room.days.logEntries,
    room.clock,
    room.card().people,
  ]);

/** Messages that would be taken, were nothing done to them. */
const sound = (): fc.Arbitrary<[string, Record<string, unknown>]> => {
  const id = fc.string({ minLength: 1, maxLength: 64 });
  const kind = (name: string, more: object = {}) =>
    id.map((one): [string, Record<string, unknown>] => [
      'command',
      { id: one, command: { kind: name, agent: 0, ...more } },
    ]);
  return fc.oneof(
    kind('ready'),
    kind('leaveDesk'),
    kind('notReady', { reason: 'break' }),
    kind('conclude', { call: 1 }),
    kind('transfer', { call: 1, group: 0 }),
    fc.constant<[string, Record<string, unknown>]>([
      'join',
      { code, role: 'seat', wire: WIRE_VERSION },
    ]),
    fc.nat(5).map((after): [string, Record<string, unknown>] => ['facts', { after }]),
    fc.constant<[string, Record<string, unknown>]>(['clock', { paused: false, speed: 60 }]),
  );
};

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'x', '', 'ok', 'host', '0', 'é'];
const nest = (depth: number): unknown => {
  let value: unknown = [];
  for (let i = 0; i < depth; i += 1) value = [value];
  return value;
};
/** Nothing of this is a code, an id, a role, a number in range or an object that is wanted. */
const wrong: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, '', 'x'.repeat(5_000), -2, 0.5, 1e308, 2 ** 53, -1e9),
  fc.array(fc.jsonValue(), { maxLength: 4 }),
  fc.nat(2_000).map(nest),
  fc.uint8Array({ minLength: 1, maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
  fc.dictionary(fc.constantFrom(...KEYS), fc.jsonValue(), { minKeys: 1 }).map((given) => given),
);

/** One thing wrong with a sound message, at a place and in a way that chance decides. */
const malformed: fc.Arbitrary<Message> = fc.oneof(
  // An unknown message.
  fc.tuple(
    fc.constantFrom(
      'joins',
      'JOIN',
      'toString',
      '__proto__',
      'constructor',
      '',
      'hasOwnProperty',
      '💥',
    ),
    fc.jsonValue(),
  ),
  // The payload is something else altogether, absent, or not alone.
  fc.tuple(sound(), wrong).map(([[event], payload]): Message => [event, payload]),
  sound().map(([event]): Message => [event]),
  fc.tuple(sound(), fc.jsonValue()).map(([[event, ask], more]): Message => [event, ask, more]),
  sound().map(([event, ask]): Message => [event, JSON.stringify(ask)]),
  sound().map(([event, ask]): Message => [event, [ask]]),
  // A field too many, one too few, or of another kind.
  fc
    .tuple(sound(), fc.constantFrom(...KEYS), fc.jsonValue())
    .map(
      ([[event, ask], key, value]): Message => [
        event,
        JSON.parse(
          `${JSON.stringify(ask).slice(0, -1)},${JSON.stringify(key)}:${JSON.stringify(value)}}`,
        ),
      ],
    ),
  fc.tuple(sound(), fc.nat()).map(([[event, ask], at]): Message => {
    const required = Object.keys(ask).filter((key) => event !== 'clock' || key === 'none');
    const gone = required[at % Math.max(1, required.length)];
    return [event, event === 'clock' ? {} : { ...ask, [gone ?? '']: undefined }];
  }),
  fc.tuple(sound(), fc.nat(), wrong).map(([[event, ask], at, value]): Message => {
    const keys = Object.keys(ask);
    const key = keys[at % keys.length] as string;
    // Any text is a code that may be typed, and any object may be meant as a command.
    return [event, { ...ask, [key]: key === 'code' || key === 'id' ? 7 : value }];
  }),
  // A command with one thing wrong in it.
  fc.tuple(sound(), fc.nat(), wrong).map(([[event, ask], at, value]): Message => {
    const command = { ...(ask['command'] as object | undefined) } as Record<string, unknown>;
    const keys = Object.keys(command);
    const key = keys[at % Math.max(1, keys.length)] ?? 'kind';
    return event === 'command'
      ? [event, { ...ask, command: { ...command, [key]: value } }]
      : [event];
  }),
);

function heard(reply: unknown, message: Message): void {
  const told = JSON.stringify(message)?.slice(0, 300);
  const refusal = reply as Reply;
  expect([told, refusal.ok]).toEqual([told, false]);
  if (refusal.ok) return;
  expect(PROBLEM_CODES).toContain(refusal.problem.code);
  expect([told, refusal.problem.code]).not.toEqual([told, 'E_INTERNAL']);
  expect(refusal.problem.says.fr.length).toBeGreaterThan(15);
  expect(refusal.problem.says.en.length).toBeGreaterThan(15);
}

describe('malformed messages', () => {
  it(`${MESSAGES} of them get as many clear refusals, and change nothing`, async () => {
    const before = state();
    const messages = fc.sample(malformed, { numRuns: MESSAGES, seed: SEED });
    const codes = new Map<string, number>();
    for (let i = 0; i < messages.length; i += WINDOW)
      await Promise.all(
        messages.slice(i, i + WINDOW).map(async (message) => {
          const reply = await player.ask(...(message as [string, ...unknown[]]));
          heard(reply, message);
          if (!reply.ok) codes.set(reply.problem.code, (codes.get(reply.problem.code) ?? 0) + 1);
        }),
      );
    expect([...codes.values()].reduce((sum, n) => sum + n, 0)).toBe(MESSAGES);
    expect(codes.size).toBeGreaterThanOrEqual(3);
    expect(state()).toBe(before);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    await player.does({ kind: 'ready', agent: 0 });
  });

  it('without a way to answer are dropped in silence, and change nothing', async () => {
    const before = state();
    const messages = fc.sample(malformed, { numRuns: 1_000, seed: SEED + 1 });
    const socket = player.socket as unknown as { emit(...message: unknown[]): void };
    for (const message of messages) socket.emit(...message);
    await player.ask('facts', { after: 0 });
    expect(state()).toBe(before);
  });

  it('that are no messages at all close their own connection at worst', async () => {
    const before = state();
    const frames = fc.sample(
      fc.oneof(
        fc.string({ maxLength: 200 }),
        fc.string({ maxLength: 50 }).map((text) => `42${text}`),
        fc.json().map((json) => `42${json}`),
        fc.constantFrom(
          '40',
          '41',
          '2',
          '3',
          '4',
          '42',
          '420[',
          '451-["x",{"_placeholder":true,"num":0}]',
          '42["disconnect",{}]',
          '42["connect",{}]',
          '42["error",null]',
          '43[]',
          '430[]',
          '44{}',
          '42/x,["join"]',
          '4299999999999999999999["join",{}]',
          '5999-["join"]',
          '42["join",{}]',
        ),
      ),
      { numRuns: 2_000, seed: SEED + 2 },
    );
    for (let i = 0; i < frames.length; i += 40) {
      const intruder = await Player.connect(stage.url);
      const engine = intruder.socket.io.engine as unknown as {
        transport: { ws: { send(data: string): void; readyState: number } };
      };
      for (const frame of frames.slice(i, i + 40))
        if (engine.transport.ws.readyState === 1) engine.transport.ws.send(frame);
      intruder.close();
    }
    expect(await player.ask('facts', { after: 0 })).toMatchObject({ ok: true });
    expect(state()).toBe(before);
  });
});
