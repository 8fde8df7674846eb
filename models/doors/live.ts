/** The door of rooms and pages: facts, moves, views, and what travels between them. */

export { LivedNow, type LivedSoFar } from '../folds/measures/lived-now.ts';
export { serviceLevelF3 } from '../folds/measures/service-level.ts';
export { type DayView, meanWaits, type Totals, WAIT_CLASSES_MS } from '../folds/views/day.ts';
export {
  type DeskCall,
  type DeskView,
  startDesk,
  stepDesk,
  talkedMs,
} from '../folds/views/desk.ts';
export { insideOf } from '../folds/views/inside.ts';
export {
  type Line,
  oldestSince,
  type Tie,
  unansweredNow,
  type Waiting,
  waitingNow,
} from '../folds/views/line.ts';
export { type Cross, type Note, type ScoreView, tempoOf } from '../folds/views/score.ts';
export type { AgentNow } from '../folds/views/team.ts';
export { startWall, startWholeDay, stepWall, type WallView } from '../folds/views/wall.ts';
export { type Advice, adviceOf, floorOfType } from '../live/advice.ts';
export { forAudience, type Viewer } from '../live/audience.ts';
export { hashFacts } from '../live/hash.ts';
export {
  Bookkeeper,
  type Concluded,
  type Ledger,
  ROUGHLY,
  startLedger,
  talkOf,
} from '../live/ledger.ts';
export { Mirror } from '../live/mirror.ts';
export { replay, resume, resuming } from '../live/replay.ts';
export { NOTHING, type RightTime, RightTimes } from '../live/right-time.ts';
export type { Rollout } from '../live/rollout.ts';
export { RULES_VERSION, Session } from '../live/session.ts';
export { Sittings } from '../live/sittings.ts';
export { type Phases, phasesOf, priceNow, tableIn, type Voices, voicesOf } from '../live/voices.ts';
export type {
  Ack,
  Asks,
  Audience,
  Batch,
  CatalogueEntry,
  ClockAsk,
  ClockState,
  CommandAsk,
  DayTold,
  Done,
  DoorState,
  FactsAsk,
  Joined,
  Missed,
  OpenedRoom,
  OpenRoomAsk,
  PriceAsk,
  Priced,
  Reply,
  RoomCard,
  RoomScenario,
  Snapshot,
  Tells,
} from '../live/wire.ts';
export {
  FRONT_PAGES,
  ROOM_PAGES,
  WIRE_VERSION,
} from '../live/wire.ts';
export { commandOf, readCommand } from '../words/commands.ts';
export {
  type Fact,
  type FactBody,
  type FactKind,
  LEVEL,
  type MaskName,
  OWN_MASKS,
  OWN_REASONS,
  PARTING,
  USUAL_MASK,
} from '../words/facts.ts';
export {
  AGENT_STATES,
  type AgentState,
  type Choice,
  type Command,
  type CommandKind,
  type DeskCommand,
  MOST_MISSES,
  MOVE_NAMES,
  MOVES,
  type MoveName,
  moveRow,
  type OccasionName,
  type TimedCommand,
} from '../words/moves.ts';
export type { Recorder } from '../words/recorder.ts';
export type { WhatIf, WhatIfRow } from '../words/what-if.ts';
