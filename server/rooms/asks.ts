import { z } from 'zod';
import { type Problem, problem } from '../../models/doors/scenario.ts';
import { LIMITS } from '../limits.ts';

/** A day of a room, by number. */
const DAY = z.int().min(0);

/** The shapes of what a socket may ask: closed objects, every text bounded. */
const ASKS = {
  join: z.strictObject({
    code: z.string().max(LIMITS.idLength),
    role: z.enum(['wall', 'seat', 'host']),
    token: z.string().max(LIMITS.idLength).optional(),
    host: z.string().max(LIMITS.idLength).optional(),
    key: z.string().max(LIMITS.idLength).optional(),
    day: DAY.optional(),
    every: z.boolean().optional(),
    wire: z.int().min(1).optional(),
  }),
  command: z.strictObject({
    id: z.string().min(1).max(LIMITS.idLength),
    day: DAY.optional(),
    // Read by readCommand, which has a sentence for each way of being wrong.
    command: z.unknown(),
  }),
  facts: z.strictObject({
    after: z.int().min(-1),
    day: DAY.optional(),
    over: z.boolean().optional(),
  }),
  clock: z
    .strictObject({
      speed: z.number().min(LIMITS.minSpeed).max(LIMITS.maxSpeed).optional(),
      paused: z.boolean().optional(),
      toNextCall: z.boolean().optional(),
    })
    .refine(({ paused, speed, toNextCall }) =>
      [paused, speed, toNextCall].some((x) => x !== undefined),
    ),
  door: z.strictObject({ locked: z.boolean() }),
  price: z.strictObject({
    day: DAY.optional(),
    ahead: z.number().min(LIMITS.minAhead).max(LIMITS.maxAhead).optional(),
  }),
  debrief: z
    .strictObject({
      what: z.enum(['advice', 'begin', 'luck', 'record', 'thatDay', 'onAverage']),
      day: DAY.optional(),
      agent: z.int().min(0).optional(),
      talk: z.int().min(0).optional(),
      minutes: z.number().min(-LIMITS.maxAhead).max(LIMITS.maxAhead).multipleOf(0.5).optional(),
    })
    .refine(({ minutes, talk, what }) => {
      const ofTalk = what === 'thatDay' || what === 'onAverage';
      return ofTalk === (talk !== undefined) && ofTalk === (minutes !== undefined);
    }),
};

export type AskName = keyof typeof ASKS;
export type AskOf<N extends AskName> = z.output<(typeof ASKS)[N]>;

const WANTS: Record<AskName, string> = {
  join: '{code, role: "wall" | "seat" | "host", token?, host?, key?, day?, every?, wire?}',
  command: '{id (1–64), day?, command}',
  facts: '{after: −1, 0, 1…, day?, over?}',
  clock: `{speed? (${LIMITS.minSpeed}–${LIMITS.maxSpeed}), paused?, toNextCall?}`,
  door: '{locked}',
  price: `{day?, ahead? (${LIMITS.minAhead}–${LIMITS.maxAhead})}`,
  debrief: `{what: "advice" | "begin" | "luck" | "record", day?, agent?} / {what: "thatDay" | "onAverage", talk, minutes (±0.5…${LIMITS.maxAhead}), day?, agent?}`,
};

export const isAsk = (name: unknown): name is AskName =>
  typeof name === 'string' && Object.hasOwn(ASKS, name);

/** No such message. */
export const unknownAsk = (): Problem => {
  const list = Object.keys(ASKS).join(', ');
  return problem(
    'E_TYPE',
    '',
    `Message inconnu ; les messages sont : ${list}.`,
    `Unknown message; the messages are: ${list}.`,
  );
};

/** Reads the payload of a message, or says where it is wrong and what is expected. */
export function readAsk<N extends AskName>(
  name: N,
  payload: readonly unknown[],
): AskOf<N> | Problem {
  const wanted = WANTS[name];
  if (payload.length !== 1)
    return problem(
      'E_TYPE',
      '',
      `Le message « ${name} » prend un seul objet, ${wanted}, puis une fonction de réponse.`,
      `The message "${name}" takes one object, ${wanted}, then a callback.`,
    );
  const read = ASKS[name].safeParse(payload[0]);
  if (read.success) return read.data as AskOf<N>;
  const issue = read.error.issues[0];
  const path = (issue?.path ?? []).map((part) => String(part).slice(0, 40)).join('.');
  const large = issue?.code === 'too_big' && issue.origin === 'string';
  const outside = issue?.code === 'too_big' || issue?.code === 'too_small';
  return problem(
    large ? 'E_SIZE' : outside ? 'E_RANGE' : 'E_TYPE',
    path,
    `Le message « ${name} » n’a pas la forme attendue : ${wanted}.`,
    `The message "${name}" is not of the expected form: ${wanted}.`,
  );
}
