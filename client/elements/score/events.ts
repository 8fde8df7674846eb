import type { DayView } from '../../../models/doors/live.ts';
import type { ScoreEvent } from '../../charts/score/events.ts';
import { say } from '../../text/language.ts';

/** What has happened to everybody, as the score draws it. */
export const eventsOf = ({ events }: DayView): ScoreEvent[] =>
  events.map(({ at, easedAt, name }) => ({ at, easedAt, name: say(name) }));
