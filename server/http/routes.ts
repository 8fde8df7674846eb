import { randomBytes } from 'node:crypto';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { CatalogueEntry, OpenedRoom } from '../../models/doors/live.ts';
import {
  isProblem,
  type Problem,
  problem,
  type Scenario,
  withoutPeople,
} from '../../models/doors/scenario.ts';
import type { Limits } from '../limits.ts';
import type { Door } from '../rooms/door.ts';
import type { Gate } from '../rooms/gate.ts';
import type { Reached } from '../rooms/reached.ts';
import type { Room } from '../rooms/room.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { INTERNAL, SERVER_SLOW, tooManyOpened } from '../rooms/sentences.ts';
import type { LoopWatch } from './busy.ts';
import { fromHere } from './origin.ts';
import { refuse } from './problems.ts';

/** What can be played, and how a scenario from outside is read. */
export interface Scenarios {
  readonly catalogue: () => readonly CatalogueEntry[];
  readonly scenario: (id: string) => Scenario | undefined;
  readonly read: (
    raw: unknown,
  ) =>
    | { readonly ok: true; readonly scenario: Scenario }
    | { readonly ok: false; readonly problems: readonly Problem[] };
}

export interface RouteParts {
  readonly rooms: Rooms;
  readonly gate: Gate;
  readonly door: Door;
  readonly reached: Reached;
  readonly limits: Limits;
  readonly log: Logger;
  readonly busy: LoopWatch;
  readonly scenarios: Scenarios;
  readonly origins: readonly string[];
  /** The addresses of this machine on its network, the likeliest first. */
  readonly network: () => readonly string[];
}

/** The HTTP interface: what is asked before there is a room to join. */
export function routes(parts: RouteParts): Router {
  const { rooms, gate, limits, scenarios, busy } = parts;
  const router = Router();
  router.use((request, response, next) => {
    response.set('cache-control', 'no-store');
    const why = request.method === 'GET' ? null : mayNotWrite(request, parts.origins);
    if (why === null) next();
    else refuse(response, why.problem, why.status);
  });
  router.get('/health', (_request, response) => {
    response.json({ ok: true, rooms: rooms.count, loopDelayMs: Math.round(busy.delayMs) });
  });
  router.get('/scenarios', (_request, response) => {
    response.json({ ok: true, scenarios: scenarios.catalogue() });
  });
  router.get('/network', (request, response) => {
    const [address] = parts.network();
    const origin = address === undefined ? null : `http://${address}:${request.socket.localPort}`;
    response.json({ ok: true, origin });
  });
  router.get('/rooms/:code', async (request, response) => {
    const room = await found(parts, request, response);
    if (room !== null) response.json({ ok: true, ...room.card() });
  });
  router.get('/rooms/:code/what-if', async (request, response) => {
    const room = await found(parts, request, response);
    if (room === null) return;
    const compared = await rooms.whatIfs.of(room, dayAsked(request.query['day']));
    if (isProblem(compared)) refuse(response, compared);
    else response.json({ ok: true, ...compared });
  });
  router.get('/rooms/:code/scenario', async (request, response) => {
    const room = await found(parts, request, response);
    if (room === null) return;
    const scenario = room.scenarioFor(hostIn(request));
    if (isProblem(scenario)) refuse(response, scenario);
    else response.json({ ok: true, scenario });
  });
  const body = express.json({ limit: limits.scenarioBytes, strict: true, inflate: false });
  router.post('/rooms', body, async (request, response) => {
    if (busy.delayMs > limits.busyMs) return refuse(response, SERVER_SLOW);
    const waitMs = await gate.open(request.socket.remoteAddress ?? '');
    if (waitMs > 0) {
      parts.reached('opensPerHour');
      return refuse(response, tooManyOpened(waitMs));
    }
    await open(parts, request, response);
  });
  router.use((_request, response) => refuse(response, NO_ROUTE));
  router.use(failed(parts.log, limits));
  return router;
}

/** The day a query speaks of: the first where it names none, and one that is not where it errs. */
const dayAsked = (day: unknown): number =>
  day === undefined ? 0 : typeof day === 'string' && /^\d{1,4}$/.test(day) ? Number(day) : Infinity;

/** The host's token, where whoever asks shows one: it stands in no address, which would be kept. */
const hostIn = (request: Request<{ code: string }>): string | undefined =>
  /^Bearer ([\w-]{1,64})$/.exec(request.get('authorization') ?? '')?.[1];

/** The room whose code is asked for; or null, and why there is none has been answered. */
async function found(
  { door }: RouteParts,
  request: Request<{ code: string }>,
  response: Response,
): Promise<Room | null> {
  const room = await door.room(request.params.code, request.socket.remoteAddress ?? '');
  if (!isProblem(room)) return room;
  refuse(response, room);
  return null;
}

async function open(parts: RouteParts, request: Request, response: Response): Promise<void> {
  const ask = openShape(parts.limits).safeParse(request.body);
  if (!ask.success) return refuse(response, misshapen(ask.error, parts.limits));
  const {
    again,
    scenario,
    seed,
    speed,
    paused = false,
    people,
    startMin = 0,
    teams = 1,
  } = ask.data;
  if (again !== undefined) return openAgain(parts, { ...ask.data, again }, request, response);
  const reading = readIt(parts.scenarios, scenario ?? '');
  if (!reading.ok)
    return refuse(response, reading.problems[0] ?? INTERNAL, undefined, reading.problems);
  const { lengthMin } = reading.scenario.day;
  if (startMin >= lengthMin) return refuse(response, startsTooLate(lengthMin));
  const opened = await parts.rooms.open({
    scenario: people === false ? withoutPeople(reading.scenario) : reading.scenario,
    seed: seed ?? randomBytes(16).toString('hex'),
    speed: speed ?? parts.limits.usualSpeed,
    paused,
    startMin,
    teams,
  });
  answerOpened(opened, response);
}

/** The same day with the same callers, in a room of its own, where those of the first are led. */
async function openAgain(
  parts: RouteParts,
  ask: OpenAsked & { readonly again: string },
  request: Request,
  response: Response,
): Promise<void> {
  const { again, host, paused = false, people, seed, speed, startMin = 0 } = ask;
  if (seed !== undefined) return refuse(response, asBefore('seed'));
  if (people !== undefined) return refuse(response, asBefore('people'));
  const room = await parts.door.room(again, request.socket.remoteAddress ?? '');
  if (isProblem(room)) return refuse(response, room);
  const callers = room.callers();
  if (isProblem(callers)) return refuse(response, callers);
  const { lengthMin } = callers.scenario.day;
  if (startMin >= lengthMin) return refuse(response, startsTooLate(lengthMin));
  const day = { ...callers, speed: speed ?? room.clock.speed, paused, startMin };
  const opening = () => parts.rooms.open(day);
  const opened = await (host === undefined ? opening() : room.openAgain(host, opening));
  return answerOpened(opened, response);
}

function answerOpened(opened: OpenedRoom | Problem, response: Response): void {
  if (isProblem(opened)) return refuse(response, opened);
  response.status(201).json({ ok: true, ...opened });
}

type OpenAsked = z.output<ReturnType<typeof openShape>>;

const openShape = (limits: Limits) =>
  z
    .strictObject({
      scenario: z.union([z.string().max(64), z.record(z.string(), z.unknown())]).optional(),
      again: z.string().max(64).optional(),
      host: z.string().max(64).optional(),
      seed: z.string().min(1).max(limits.seedLength).optional(),
      speed: z.number().min(limits.minSpeed).max(limits.maxSpeed).optional(),
      paused: z.boolean().optional(),
      startMin: z.number().min(0).optional(),
      people: z.boolean().optional(),
      teams: z.int().min(1).max(limits.teams).optional(),
    })
    .refine(({ again, scenario }) => (again === undefined) !== (scenario === undefined), {
      path: ['scenario'],
    });

function readIt(scenarios: Scenarios, given: unknown): ReturnType<Scenarios['read']> {
  if (typeof given !== 'string') return scenarios.read(given);
  const scenario = scenarios.scenario(given);
  if (scenario !== undefined) return { ok: true, scenario };
  const list = scenarios
    .catalogue()
    .map((entry) => entry.id)
    .join(', ');
  const unknown = problem(
    'E_UNKNOWN',
    'scenario',
    `Ce scénario n’est pas au catalogue, qui contient : ${list}.`,
    `This scenario is not in the catalogue, which holds: ${list}.`,
  );
  return { ok: false, problems: [unknown] };
}

function misshapen(error: z.ZodError, limits: Limits): Problem {
  const path = (error.issues[0]?.path ?? []).map((part) => String(part).slice(0, 40)).join('.');
  if (path === 'people') return PEOPLE;
  const wanted = `{scenario | again, host?, seed? (1–${limits.seedLength}), speed? (${limits.minSpeed}–${limits.maxSpeed}), paused?, startMin?, people?, teams? (1–${limits.teams})}`;
  return problem(
    'E_TYPE',
    path,
    `La demande d’ouverture n’a pas la forme attendue : ${wanted}.`,
    `The request to open a room is not of the expected form: ${wanted}.`,
  );
}

const startsTooLate = (lengthMin: number): Problem =>
  problem(
    'E_RANGE',
    'startMin',
    `La journée dure ${lengthMin} minutes ; choisissez un début avant sa fin.`,
    `The day lasts ${lengthMin} minutes; choose a start before its end.`,
  );

const asBefore = (path: 'seed' | 'people'): Problem =>
  problem(
    'E_TYPE',
    path,
    `« again » rejoue la même journée, avec les mêmes clients ; retirez « ${path} », ou donnez « scenario » à la place d’« again ».`,
    `"again" plays the same day with the same callers; leave out "${path}", or give "scenario" instead of "again".`,
  );

const PEOPLE = problem(
  'E_TYPE',
  'people',
  'people attend true, ou false pour jouer sans les hypothèses humaines.',
  'people expects true, or false to play without the human hypotheses.',
);

/** Writes come from our own pages or from programmes, in JSON: nothing a foreign page can send. */
function mayNotWrite(
  request: Request,
  origins: readonly string[],
): { problem: Problem; status: number } | null {
  const site = request.headers['sec-fetch-site'];
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (foreign || !fromHere(request, origins)) return { problem: FOREIGN, status: 403 };
  if (!request.is('application/json')) return { problem: NOT_JSON, status: 415 };
  return null;
}

const FOREIGN = problem(
  'E_FORBIDDEN',
  '',
  'Cette demande vient d’un autre site ; ouvrez la page de ce serveur et recommencez.',
  'This request comes from another site; open this server’s own page and try again.',
);
const NOT_JSON = problem(
  'E_TYPE',
  '',
  'Envoyez du JSON, avec l’en-tête content-type: application/json.',
  'Send JSON, with the header content-type: application/json.',
);
const NO_ROUTE = problem(
  'E_UNKNOWN',
  '',
  'Il n’y a rien à cette adresse ; voyez GET /api/scenarios, POST /api/rooms et GET /api/rooms/CODE.',
  'There is nothing at this address; see GET /api/scenarios, POST /api/rooms and GET /api/rooms/CODE.',
);

/** The last handler: a body that cannot be read is the sender's fault; anything else is ours. */
export const failed =
  (log: Logger, limits: Limits) =>
  (error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) return next(error);
    if (error instanceof URIError) return refuse(response, NO_ROUTE);
    const { type, status } = error as { type?: string; status?: number };
    if (type === 'entity.too.large')
      return refuse(
        response,
        problem(
          'E_SIZE',
          '',
          `Cet envoi dépasse ${limits.scenarioBytes / 1024} Ko ; raccourcissez le scénario.`,
          `This body exceeds ${limits.scenarioBytes / 1024} KB; shorten the scenario.`,
        ),
      );
    if (status !== undefined && status >= 400 && status < 500)
      return refuse(response, NOT_JSON, status);
    log.error({ err: error }, 'E_INTERNAL');
    refuse(response, INTERNAL);
  };
