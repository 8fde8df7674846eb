import type { Cross, Note, Waiting, WallView } from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { clockTime, duration, figure } from '../../text/figures.ts';
import { say } from '../../text/language.ts';
import { wallWords } from '../../text/wall.ts';

const ROWS = 12;

type Row = readonly [
  arrived: string,
  desk: string,
  type: string,
  waited: string,
  lasted: string,
  what: string,
];

/** The latest calls as rows of words: the score for those who hear it. Newest first. */
export function latestOf(view: WallView, publicView: PublicView, now: number): Row[] {
  const { what } = wallWords();
  const time = (at: number) => (at < 0 ? '–' : clockTime(publicView.opensAtMs + at));
  const type = (i: number) => (publicView.types[i] ? say(publicView.types[i].name) : '–');
  const again = (attempt: number) => (attempt > 0 ? `, ${what.repeat(attempt + 1)}` : '');
  const desk = (agent: number) => figure(agent + 1);
  const ofNote = (one: Note): Row => {
    const end = one.concludedAt < 0 ? now : one.concludedAt;
    const ended = one.transferred ? what.handed : what.done;
    const going = one.closingAt < 0 ? what.going : what.leaving;
    const state = one.concludedAt < 0 ? going : ended;
    const back = one.returnedAt >= 0 ? `, ${what.back}` : '';
    const [waited, lasted] = [duration(one.answeredAt - one.since), duration(end - one.answeredAt)];
    return [
      time(one.since),
      desk(one.agent),
      type(one.type),
      waited,
      lasted,
      state + again(one.attempt) + back,
    ];
  };
  const ofCross = (one: Cross): Row => {
    const state = one.blocked ? what.refused : what.lost;
    return [
      time(one.since),
      '–',
      type(one.type),
      duration(one.at - one.since),
      '–',
      state + again(one.attempt),
    ];
  };
  const ofWaiting = (one: Waiting): Row => [
    time(one.since),
    one.ringing < 0 ? '–' : desk(one.ringing),
    type(one.type),
    duration(now - one.since),
    '–',
    what.waits + again(one.attempt),
  ];
  const rows: { since: number; row: Row }[] = [
    ...view.score.notes.slice(-ROWS).map((one) => ({ since: one.since, row: ofNote(one) })),
    ...view.score.crosses.slice(-ROWS).map((one) => ({ since: one.since, row: ofCross(one) })),
    ...view.line.calls.slice(-ROWS).map((one) => ({ since: one.since, row: ofWaiting(one) })),
  ];
  return rows
    .sort((a, b) => b.since - a.since)
    .slice(0, ROWS)
    .map(({ row }) => row);
}
