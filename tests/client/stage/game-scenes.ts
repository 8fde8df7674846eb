import { chapterScenario, GESTURE } from '../../../models/doors/game.ts';
import { type Command, type DeskView, startDesk, stepDesk } from '../../../models/doors/live.ts';
import type { Scenario } from '../../../models/doors/scenario.ts';
import { LocalRoom } from '../local.ts';

/** Scenes of the game: a chapter's day, played at its first desk until something is so. */

const AGENT = 0;

export const chapter = (n: number): Scenario => {
  const scenario = chapterScenario(`chapitre-${n}`);
  if (!scenario) throw new Error(`There is no chapter ${n}.`);
  return scenario;
};

/** What a player does at this instant, besides picking up and being ready. */
type Plays = (view: DeskView, call: number, talkedMs: number) => Command | null;
type Until = (view: DeskView, at: number) => boolean;

const conclude: Plays = (_, call, talkedMs) =>
  talkedMs > 70_000 ? { kind: 'conclude', agent: AGENT, call } : null;

/** Plays until it is so, or the day is over. */
export function playGame(
  scenario: Scenario,
  until: Until,
  plays: Plays = conclude,
  seed = 'fixture',
): LocalRoom {
  const room = new LocalRoom(scenario, 'GAME2345', seed);
  room.accept({ kind: 'takeDesk', agent: AGENT });
  const view = startDesk(room.publicView, AGENT);
  let n = 0;
  for (let at = 0; !room.clock.over; at += 1_000) {
    room.advanceTo(at);
    const { facts } = room.session;
    for (let fact = facts[n]; fact; fact = facts[++n]) stepDesk(view, fact);
    const me = view.team[AGENT] ?? { state: 'out' as const, call: -1, since: 0 };
    if (until(view, at)) break;
    const { call } = me;
    if (me.state === 'ringing') room.accept({ kind: 'answer', agent: AGENT, call });
    else if (me.state === 'notReady' || me.state === 'wrapping')
      room.accept({ kind: 'ready', agent: AGENT });
    else if (me.state === 'talking') {
      const said = plays(view, call, at - (view.call?.answeredAt ?? at));
      if (said) room.accept(said);
    }
  }
  return room;
}

const inState = (view: DeskView) => view.team[AGENT]?.state;

/** Listens until all is said, then works. */
const listens: Plays = (view, call, talkedMs) => {
  const heard = view.call?.encounter?.sheet.slice(1).every((value) => value >= 0);
  if (!heard && view.gesture === null) return { kind: 'listen', agent: AGENT, call };
  return heard && talkedMs > 150_000 ? { kind: 'conclude', agent: AGENT, call } : null;
};

/** Lets pass what one is told. */
const lingers: Plays = (_, call, talkedMs) =>
  talkedMs > 120_000 ? { kind: 'conclude', agent: AGENT, call } : null;

const scene = (n: number, until: Until, plays?: Plays) => (): [LocalRoom, number] => [
  playGame(chapter(n), until, plays),
  AGENT,
];

const after =
  (seconds: number, then: (view: DeskView) => boolean): Until =>
  (view, at) =>
    at >= seconds * 1_000 && then(view);

/** Each screen of the game worth looking at, by the code in its address. */
export const GAME_SCENES: Record<string, () => [LocalRoom, number]> = {
  GBEGN222: scene(1, () => true),
  GWARN222: scene(7, () => true),
  GRING222: scene(
    1,
    after(60, (view) => inState(view) === 'ringing'),
  ),
  GLIST222: scene(
    3,
    after(60, ({ gesture }) => gesture?.gesture === GESTURE.listen),
    listens,
  ),
  GKNOW222: scene(
    3,
    after(90, ({ call, gesture }) => gesture === null && (call?.encounter?.sheet[2] ?? -1) >= 0),
    listens,
  ),
  GWRAP222: scene(
    1,
    after(60, (view) => inState(view) === 'wrapping'),
  ),
  GPASS222: scene(
    5,
    after(150, (view) => inState(view) === 'talking'),
    listens,
  ),
  GCLAI222: scene(
    6,
    (view) => view.call?.encounter?.claims === true && inState(view) === 'talking',
  ),
  GREGI222: scene(
    7,
    after(30, (view) => inState(view) === 'ringing'),
  ),
  GFELL222: scene(7, ({ fell }) => fell !== null, lingers),
  GCORD222: scene(
    8,
    (view) => inState(view) === 'wrapping' && (view.call?.encounter?.clue ?? -1) >= 0,
  ),
  GOVER222: scene(1, () => false),
};
