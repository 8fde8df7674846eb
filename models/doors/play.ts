/** The door of what was played: a debrief, and what a day would have been otherwise. */

export {
  type CallerContact,
  type CallersView,
  type CallerView,
  isSettled,
  sharedCallers,
  startCallers,
  stepCallers,
  waitedMs,
  waitedUntil,
} from '../folds/views/callers.ts';
export type { DayRecord, DebriefAsk, Debriefed } from '../live/wire.ts';
export { adviceFor } from '../play/advice.ts';
export { ADVICE_SAYS } from '../play/advice-words.ts';
export { type DebriefFound, type DebriefWhat, debriefAnswer } from '../play/answers.ts';
export { debriefOf } from '../play/debrief.ts';
export { onAverage } from '../play/et-si/on-average.ts';
export { thatDay } from '../play/et-si/that-day.ts';
export { IDEAS, type Idea, MECHANICS } from '../play/ideas.ts';
export { fortuneOf } from '../play/reference.ts';
export { ADVICES, type Advice, type AdviceId } from '../words/advice.ts';
export type {
  Competency,
  CompetencyName,
  Cue,
  Debrief,
  Decision,
  FeatureName,
  Fortune,
  Further,
  MaskShare,
  Masks,
  OnAverage,
  Return,
  Sign,
  ThatDay,
} from '../words/debrief.ts';
export { LEFT } from '../words/facts.ts';
export { STATES } from '../words/sheet.ts';
