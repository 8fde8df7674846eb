import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Command,
  type Fact,
  type OpenedRoom,
  type Reply,
  resume,
  type TimedCommand,
} from '../../models/doors/live.ts';
import { isProblem, type Scenario } from '../../models/doors/scenario.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { Child } from './child.ts';
import { Player, SMALL } from './stage.ts';

const SPEED = 30;
const PEOPLE = 6;
/** A mark a second, and what a beat and a write may add to it, in simulated ms. */
const CLOCK_LOSS = 2_500 * SPEED;

interface Trainee {
  token: string;
  agent: number;
  /** Ids answered with "done", and when (simulated). */
  readonly acked: Map<string, number>;
  /** Sent, not answered when the server died. */
  unanswered: { id: string; command: Command } | null;
}

/** A generator of one's own, so that a round can be played again. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface KillReport {
  readonly rounds: number;
  readonly acked: number;
  /** Commands whose answer was lost with the server, asked again and answered. */
  readonly askedAgain: number;
  /** Of those, the ones that had been stored before it died. */
  readonly alreadyDone: number;
}

/**
 * Kills a real server at random moments under commands and starts it again, `rounds` times.
 * @throws at the first acked command that is missing, command done twice, fact that was told and is
 * not so, or clock that went back further than a mark.
 */
export async function killRounds(
  rounds: number,
  seed: number,
  tell: (round: number) => void = () => {},
): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'contretemps-kill-'));
  const random = chance(seed);
  const trainees: Trainee[] = [];
  let room: OpenedRoom | null = null;
  let askedAgain = 0;
  let alreadyDone = 0;
  let last: Truth | null = null;
  try {
    for (let round = 0; round < rounds; round += 1) {
      const { child, url } = await Child.start({ DATA_DIR: folder });
      try {
        room ??= await openRoom(url);
        const players = await comeBack(url, room.code, trainees, last);
        for (const [i, trainee] of trainees.entries()) {
          if (trainee.unanswered === null) continue;
          const { id, command } = trainee.unanswered;
          const reply = await (players[i] as Player).command(command, id);
          askedAgain += 1;
          if (last?.ids.has(`${i} ${id}`)) {
            alreadyDone += 1;
            if (!reply.ok)
              throw new Error(`${id} was stored, yet is refused: ${reply.problem.says.en}`);
          }
          settle(trainee, id, command, reply);
        }
        const moment = new Moment(random);
        const stop = play(players, trainees, random, moment);
        await moment.come;
        await child.kill();
        await stop();
        last = await readTruth(folder);
        check(last, trainees, players);
      } finally {
        await child.kill();
      }
      tell(round + 1);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const acked = trainees.reduce((sum, trainee) => sum + trainee.acked.size, 0);
  return { rounds, acked, askedAgain, alreadyDone };
}

/**
 * When to kill: after a while, at any instant, or in the very instant that a command is acked (what
 * was told too early is then lost), or just after one was sent (it may be stored, and not acked).
 */
class Moment {
  readonly come: Promise<void>;
  readonly #kind: number;
  readonly #delayMs: number;
  #now: () => void = () => {};
  #ripe = false;

  constructor(random: () => number) {
    this.#kind = Math.floor(3 * random());
    this.#delayMs = 12 * random();
    this.come = new Promise((resolve) => {
      this.#now = resolve;
    });
    setTimeout(
      () => {
        this.#ripe = true;
        if (this.#kind === 0) this.#now();
      },
      30 + 900 * random(),
    );
  }

  acked(): void {
    if (this.#ripe && this.#kind === 1) this.#now();
  }

  asked(): void {
    if (this.#ripe && this.#kind === 2) setTimeout(this.#now, this.#delayMs);
  }
}

async function openRoom(url: string): Promise<OpenedRoom> {
  const response = await fetch(`${url}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      scenario: { ...SMALL, day: { lengthMin: 2_000 } },
      seed: 'kill',
      speed: SPEED,
    }),
  });
  const reply = (await response.json()) as Reply<OpenedRoom>;
  if (!reply.ok) throw new Error(reply.problem.says.en);
  return reply;
}

/**
 * Everybody joins, again or for the first time, and finds the desk and the clock of before. One
 * after the other: the number of a seat is its place in the list.
 */
async function comeBack(
  url: string,
  code: string,
  trainees: Trainee[],
  last: Truth | null,
): Promise<Player[]> {
  const players: Player[] = [];
  for (let i = 0; i < PEOPLE; i += 1) {
    const player = await Player.connect(url);
    const trainee = trainees[i];
    const joined = await player.join(code, 'seat', trainee?.token);
    players.push(player);
    if (trainee === undefined)
      trainees.push({ token: joined.token, agent: -1, acked: new Map(), unanswered: null });
    else {
      const agent = last?.agents.get(i) ?? -1;
      if (joined.agent !== agent) throw new Error(`desk ${agent} became ${joined.agent}`);
      trainee.agent = joined.agent;
      if (last !== null && joined.clock.at < last.at)
        throw new Error(`the clock went back from ${last.at} to ${joined.clock.at}`);
    }
  }
  return players;
}

/** Everybody does what comes to mind, until stopped. */
function play(
  players: readonly Player[],
  trainees: readonly Trainee[],
  random: () => number,
  moment: Moment,
): () => Promise<void> {
  let stopped = false;
  let serial = 0;
  const born = Math.floor(random() * 2 ** 32).toString(36);
  const lives = players.map(async (player, i) => {
    const trainee = trainees[i] as Trainee;
    while (!stopped && player.socket.connected) {
      const id = `${born}-${serial++}`;
      const command = whim(trainee, player, random);
      trainee.unanswered = { id, command };
      moment.asked();
      try {
        const reply = await answered(player, id, command, moment);
        settle(trainee, id, command, reply);
      } catch {
        break;
      }
      await new Promise((later) => setTimeout(later, 20 + 60 * random()));
    }
  });
  return async () => {
    stopped = true;
    await Promise.all(lives);
    for (const player of players) player.close();
  };
}

/** The answer, or an exception as soon as the connection is gone. */
const answered = (
  player: Player,
  id: string,
  command: Command,
  moment: Moment,
): ReturnType<Player['command']> =>
  new Promise((resolve, reject) => {
    const gone = (): void => reject(new Error('gone'));
    player.socket.once('disconnect', gone);
    player.socket.emit('command', { id, command }, (reply) => {
      if (reply.ok) moment.acked();
      player.socket.off('disconnect', gone);
      resolve(reply);
    });
  });

function whim(trainee: Trainee, player: Player, random: () => number): Command {
  const { agent } = trainee;
  if (agent < 0) return { kind: 'takeDesk', agent: Math.floor(10 * random()) };
  const rang = player.facts.findLast((fact) => fact.kind === 'rang' && fact.agent === agent);
  const call = rang?.kind === 'rang' ? rang.call : 0;
  const kinds: Command[] = [
    { kind: 'ready', agent },
    { kind: 'notReady', agent, reason: 'break' },
    { kind: 'answer', agent, call },
    { kind: 'answer', agent, call },
    { kind: 'hold', agent, call },
    { kind: 'conclude', agent, call },
    { kind: 'transfer', agent, call, group: 1 },
    { kind: 'leaveDesk', agent },
  ];
  return kinds[Math.floor(random() * kinds.length)] as Command;
}

function settle(
  trainee: Trainee,
  id: string,
  command: Command,
  reply: Awaited<ReturnType<Player['command']>>,
): void {
  trainee.unanswered = null;
  if (!reply.ok) return;
  trainee.acked.set(id, reply.at);
  if (command.kind === 'takeDesk') trainee.agent = command.agent;
  if (command.kind === 'leaveDesk') trainee.agent = -1;
}

/** What the disk holds once the server is dead. */
interface Truth {
  /** Simulated ms at which the room will be back. */
  readonly at: number;
  /** `seat id` of every command of a person. */
  readonly ids: ReadonlySet<string>;
  readonly doubles: readonly string[];
  /** The desk of each seat, where it has one. */
  readonly agents: ReadonlyMap<number, number>;
  /** What the log alone makes of the day, up to `at`. */
  readonly facts: readonly Fact[];
}

async function readTruth(folder: string): Promise<Truth> {
  const { store, lost } = await openSqlite(folder);
  try {
    if (lost !== null) throw new Error(`a kill alone is told as a loss: ${lost.what}`);
    const id = (await store.list())[0]?.id ?? '';
    const stored = await store.room(id);
    const log = await store.log(id);
    const commands: TimedCommand[] = [];
    const ids = new Set<string>();
    const doubles: string[] = [];
    const agents = new Map<number, number>();
    for (const entry of log) {
      if (entry.kind !== 'command') continue;
      const body = JSON.parse(entry.body) as { seat: number; id: string; command: Command };
      const key = `${body.seat} ${body.id}`;
      commands.push({ at: entry.at, command: body.command });
      if (body.id !== '' && ids.has(key)) doubles.push(key);
      ids.add(key);
      if (body.command.kind === 'takeDesk') agents.set(body.seat, body.command.agent);
      if (body.command.kind === 'leaveDesk') agents.delete(body.seat);
    }
    const at = Math.max((await store.mark(id))?.at ?? 0, log.at(-1)?.at ?? 0);
    const scenario = JSON.parse(stored?.scenario ?? '') as Scenario;
    const session = resume(scenario, stored?.seed ?? '', commands, at);
    if (isProblem(session)) throw new Error(session.says.en);
    return { at, ids, doubles, agents, facts: session.facts };
  } finally {
    await store.close();
  }
}

function check(truth: Truth, trainees: readonly Trainee[], players: readonly Player[]): void {
  if (truth.doubles.length > 0) throw new Error(`done twice: ${truth.doubles.join(', ')}`);
  for (const [i, trainee] of trainees.entries())
    for (const [id, at] of trainee.acked) {
      if (!truth.ids.has(`${i} ${id}`)) throw new Error(`acked, then lost: ${i} ${id}`);
      if (at > truth.at)
        throw new Error(`the clock, ${truth.at}, is before an acked command, ${at}`);
    }
  for (const player of players) {
    const seen = player.batches.at(-1)?.clock.at ?? 0;
    if (seen - truth.at > CLOCK_LOSS) throw new Error(`the clock lost ${seen - truth.at} ms`);
    for (const told of player.facts) {
      if (told.at > truth.at) break;
      const fact = truth.facts[told.n];
      if (fact?.at !== told.at || fact.kind !== told.kind)
        throw new Error(`fact ${told.n} was told as ${told.kind} and is ${fact?.kind}`);
    }
  }
}
