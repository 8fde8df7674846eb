import {
  type AgentState,
  type Command,
  type Priced,
  startDesk,
  stepDesk,
  type WhatIf,
} from '../../../models/doors/live.ts';
import { catalogueScenario, readScenario, type Scenario } from '../../../models/doors/scenario.ts';
import { LocalRoom, LocalWire } from '../local.ts';
import { STATION } from '../station.ts';
import { GAME_SCENES } from './game-scenes.ts';

const MINUTE_MS = 60_000;
/** A centre in which the length of a call is a decision. */
export const TEN = catalogueScenario('dix-conseillers') as Scenario;

/** The same with people in it: masks, moods, and callers who are all uncivil. */
function uncivil(): Scenario {
  const difficult = { start: [0, 0, 0, 1], up: [0, 0, 0], down: [0, 0, 0], limitHolds: 1 };
  const people = { mood: {}, energy: {}, fit: {}, difficult };
  const reading = readScenario({ ...TEN, arbitration: { ...TEN.arbitration, ...people } });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
}
const UNCIVIL = uncivil();

/** The same, while something happens to everybody, and callers who say much. */
function eventful(): Scenario {
  const both = (fr: string, en: string) => ({ fr, en });
  const name = both('La neige arrête les trains', 'Snow stops the trains');
  const bursts = [{ atMin: 150, calls: 14, lengthMin: 60, name }];
  const says = [
    both(
      'Nous sommes douze, avec les enfants de l’école, et il n’y a plus personne au guichet.',
      'There are twelve of us, with the school children, and nobody left at the window.',
    ),
  ];
  const types = TEN.types.map((type) => ({ ...type, bursts, says }));
  const reading = readScenario({ ...TEN, types });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
}

/** How long one talks, and how long the state has lasted when the scene is set, s. */
interface Play {
  readonly talkS: number;
  readonly heldS: number;
}
const SHORT: Play = { talkS: 100, heldS: 4 };

/** Plays a desk until it is in this state after this minute: answers, talks, goes on. */
function playUntil(
  room: LocalRoom,
  agent: number,
  state: AgentState,
  minute: number,
  { talkS, heldS }: Play,
): void {
  room.accept({ kind: 'takeDesk', agent });
  const view = startDesk(room.publicView, agent);
  let n = 0;
  const now = () => {
    const { facts } = room.session;
    for (let fact = facts[n]; fact; fact = facts[++n]) stepDesk(view, fact);
    return view.team[agent] ?? { state: 'out' as const, call: -1, since: 0 };
  };
  for (let at = 0; at < (minute + 60) * MINUTE_MS; at += 4_000) {
    room.advanceTo(at);
    const me = now();
    const { call } = me;
    const spent = at - me.since;
    if (me.state === state && at >= minute * MINUTE_MS && spent >= heldS * 1_000) return;
    const then: Partial<Record<AgentState, Command>> = {
      notReady: { kind: 'ready', agent },
      ringing: { kind: 'answer', agent, call },
      wrapping: { kind: 'ready', agent },
    };
    if (me.state === 'talking' && at >= minute * MINUTE_MS && state === 'hold')
      room.accept({ kind: 'hold', agent, call });
    else if (me.state === 'talking' && at >= minute * MINUTE_MS && state === 'closing')
      room.accept({ kind: 'conclude', agent, call });
    else if (me.state === 'talking' && spent > talkS * 1_000)
      room.accept({ kind: 'conclude', agent, call });
    else if (me.state === state && at >= minute * MINUTE_MS) continue;
    else if (then[me.state]) room.accept(then[me.state] as Command);
  }
}

const desk =
  (state: AgentState, minute: number, scenario = STATION, play = SHORT) =>
  (): [LocalRoom, number] => {
    const room = new LocalRoom(scenario);
    playUntil(room, 2, state, minute, play);
    return [room, 2];
  };

/** Each screen worth looking at, by the code in its address. */
export const SCENES: Record<string, () => [LocalRoom, number]> = {
  ...GAME_SCENES,
  FRESH222: () => [new LocalRoom(STATION), -1],
  SEATS222: () => {
    const room = new LocalRoom(STATION);
    room.accept({ kind: 'takeDesk', agent: 1 });
    room.advanceTo(10 * MINUTE_MS);
    return [room, -1];
  },
  BEGIN222: () => {
    const room = new LocalRoom(STATION);
    room.accept({ kind: 'takeDesk', agent: 2 });
    return [room, 2];
  },
  READY222: desk('ready', 4),
  PAUSE222: () => {
    const [room, agent] = desk('ready', 4)();
    room.accept({ kind: 'notReady', agent, reason: 'admin' });
    return [room, agent];
  },
  RINGS222: desk('ringing', 20),
  TALKS222: desk('talking', 36),
  HOLDS222: desk('hold', 36),
  WRAPS222: desk('wrapping', 20),
  // Where time has a price: nobody waits; a talk begins; one lasts while others wait; it ends.
  TFREE222: desk('ready', 4, TEN),
  TRING222: desk('ringing', 165, TEN),
  TCARE222: desk('talking', 14, TEN, { talkS: 100, heldS: 60 }),
  THURR222: desk('talking', 164, TEN, { talkS: 400, heldS: 240 }),
  THOLD222: desk('hold', 165, TEN),
  TSNOW222: () => desk('talking', 164, eventful(), { talkS: 400, heldS: 240 })(),
  TLEAV222: desk('closing', 165, TEN, { talkS: 200, heldS: 12 }),
  TWRAP222: desk('wrapping', 165, TEN),
  // Where people meet: the moment to choose a mask, and the moment to set a limit.
  TMASK222: desk('ringing', 165, UNCIVIL),
  TLIMI222: desk('talking', 165, UNCIVIL),
  OVERS222: () => {
    const [room, agent] = desk('wrapping', 70)();
    room.accept({ kind: 'notReady', agent, reason: 'other' });
    room.advanceTo(4 * 60 * MINUTE_MS);
    return [room, agent];
  },
  TOVER222: () => {
    const [room, agent] = desk('wrapping', 165, TEN)();
    room.accept({ kind: 'notReady', agent, reason: 'other' });
    for (let hour = 4; hour < 30 && !room.clock.over; hour++) room.advanceTo(hour * 60 * MINUTE_MS);
    return [room, agent];
  },
};

/** The same callers met otherwise, as a server might give it. */
export const SAME: WhatIf = {
  rows: [
    {
      ...{ who: 'played', paceMin: null, costPerCustomer: 14.62 },
      ...{ attemptsPerCustomer: 1.61, meanWaitS: 214, abandonRate: 0.14, lived: 62.4 },
    },
    {
      ...{ who: 'hurry', paceMin: 2.5, costPerCustomer: 21.3 },
      ...{ attemptsPerCustomer: 2.38, meanWaitS: 187, abandonRate: 0.11, lived: 51.2 },
    },
    {
      ...{ who: 'care', paceMin: 7, costPerCustomer: 11.94 },
      ...{ attemptsPerCustomer: 1.27, meanWaitS: 402, abandonRate: 0.24, lived: 58.9 },
    },
    {
      ...{ who: 'price', paceMin: null, costPerCustomer: 9.47 },
      ...{ attemptsPerCustomer: 1.34, meanWaitS: 151, abandonRate: 0.09, lived: null },
    },
  ],
};

/** A price by other ways of counting than the table, as a server once gave it. */
export const PRICED: Priced = {
  day: 0,
  at: 9_900_000,
  rollout: {
    ...{ by: 'rollout', ahead: 1, price: 2.43, halfWidth: 0.19 },
    ...{ waitedMin: 0.62, lost: 0.14, pairs: 1_216 },
  },
};

/** A wire to the scene of this code, its day going by if the address ends with ?run. */
export function openScene(code: string): LocalWire {
  const scene = SCENES[code] ?? SCENES['TALKS222'];
  const [room, agent] = scene?.() ?? [new LocalRoom(STATION), -1];
  const wire = new LocalWire(room);
  wire.price = { ok: true, ...PRICED };
  wire.agent = location.pathname.startsWith('/wall') ? -1 : agent;
  room.clock = { ...room.clock, paused: /^(FRESH|BEGIN|GBEGN|GWARN)/.test(code) };
  const run = new URLSearchParams(location.search).get('run');
  if (Number(run) > 0) room.clock = { ...room.clock, speed: Number(run) };
  if (run !== null)
    setInterval(() => {
      const { clock } = room;
      if (!clock.paused && !clock.over) room.advanceTo(clock.at + 250 * clock.speed);
    }, 250);
  return wire;
}
