import type { Fact } from '../../words/facts.ts';
import type { PublicView } from '../../words/public-view.ts';
import { type DayView, noteQueue, startDay, stepDay } from './day.ts';
import { type Line, startLine, stepLine, waitingNow } from './line.ts';
import { type ScoreView, startScore, stepScore } from './score.ts';
import { type AgentNow, agentCount, startTeam, stepTeam } from './team.ts';

/**
 * What the wall shows, as plain JSON data of bounded size: the state of every agent and of the
 * line, the recent score, the day so far.
 */
export interface WallView {
  /** Instant of the last fact folded. */
  at: number;
  team: AgentNow[];
  line: Line;
  day: DayView;
  score: ScoreView;
}

const LINE = 1_000;

export const startWall = (publicView: PublicView): WallView => ({
  at: 0,
  team: startTeam(publicView),
  line: startLine(LINE),
  day: startDay(publicView),
  score: startScore(agentCount(publicView)),
});

/** The same that forgets nothing of the score: for a day that is over, and of no bounded size. */
export const startWholeDay = (publicView: PublicView): WallView => {
  const forever = { windowMs: Infinity, limit: Infinity, endsLimit: Infinity };
  const view = startWall(publicView);
  return { ...view, score: { ...view.score, ...forever } };
};

/** Folds one fact into the view, in place. A snapshot and what follows fold to the same as all. */
export function stepWall(view: WallView, fact: Fact): void {
  const before = waitingNow(view.line);
  view.at = fact.at;
  const entry = stepLine(view.line, fact);
  stepTeam(view.team, fact, entry);
  stepDay(view.day, fact);
  stepScore(view.score, fact, entry);
  noteQueue(view.day, fact.at, before, waitingNow(view.line));
}
