import type { Fact } from '../../words/facts.ts';
import { GESTURE, REFUSAL, SHEET_LINE } from '../../words/gestures.ts';

/**
 * What is said and done in the talks of one desk (RULES G), line by line, in numbers: `play` has
 * the words. A page that comes later reads the same.
 */

/** What a caller says; what is done, and said, at the desk; what one has come to know. */
export type TalkEvent =
  | 'opening'
  | 'claim'
  | 'state'
  | 'need'
  | 'clue'
  | 'explained'
  | 'cutShort'
  | 'heldBack'
  | 'level'
  | 'acknowledged'
  | 'refusedWell'
  | 'refusedBadly'
  | 'warned'
  | 'ended'
  | 'passedCold'
  | 'passedWarm'
  | 'promisedBack'
  | 'parted'
  | 'gesture'
  | 'refusal'
  | 'limit'
  | 'hold'
  | 'pass'
  | 'promise'
  | 'conclude'
  | 'signal'
  | 'due'
  | 'suited';

export interface TalkLine {
  readonly at: number;
  readonly what: TalkEvent;
  /** The level, the cause, the gesture…: whatever `what` is of; else 0. */
  readonly value: number;
}

/** One talk at this desk: who speaks, and what was said. */
export interface Talk {
  readonly call: number;
  readonly ordinal: number;
  readonly motive: number;
  readonly context: number;
  readonly hint: number;
  readonly attempt: number;
  /** They had been promised a call, and were not reached. */
  readonly promised: boolean;
  readonly lines: TalkLine[];
}

const TALKS = 12;
const LINES = 60;

/** Of a gesture that was made whole, what the caller says. */
const WHOLE: Readonly<Record<number, TalkEvent>> = {
  [GESTURE.explain]: 'explained',
  [GESTURE.acknowledge]: 'acknowledged',
};

/** Those that concern a caller on the line. */
const WITH_CALLER: readonly number[] = [
  ...[GESTURE.listen, GESTURE.explain, GESTURE.acknowledge, GESTURE.refuse, GESTURE.brief],
];

const LEARNT: Readonly<Record<number, TalkEvent>> = {
  [SHEET_LINE.claim]: 'due',
  [SHEET_LINE.state]: 'state',
  [SHEET_LINE.need]: 'need',
};

interface Talking {
  talks: Talk[];
  call: { call: number; attempt: number; unreached: boolean } | null;
}

function begin({ talks, call }: Talking, fact: Fact & { kind: 'voiced' }): void {
  const { at, context, hint, motive, ordinal } = fact;
  const lines: TalkLine[] = [{ at, what: 'opening', value: 0 }];
  const { attempt, unreached: promised } = call ?? { attempt: 0, unreached: false };
  talks.push({ call: fact.call, ordinal, motive, context, hint, attempt, promised, lines });
  if (talks.length > TALKS) talks.shift();
}

/** Folds one fact of this desk, in place. @param lastsMs of the gesture going on */
export function stepTalk(view: Talking, fact: Fact, lastsMs: number): void {
  if (fact.kind === 'voiced') return begin(view, fact);
  const talk = view.talks.at(-1);
  if (talk === undefined) return;
  const say = (what: TalkEvent, value = 0): void => {
    talk.lines.push({ at: fact.at, what, value });
    if (talk.lines.length > LINES) talk.lines.shift();
  };
  switch (fact.kind) {
    case 'claimed':
      return say('claim');
    case 'clue':
      return say('clue', fact.cause);
    case 'learnt': {
      const what = LEARNT[fact.line];
      return what && say(what, fact.value);
    }
    case 'gesture':
      // What is refused, and which cause, is known when it has been said.
      if (fact.gesture === GESTURE.refuse || fact.gesture === GESTURE.signal) return;
      return say('gesture', fact.gesture);
    case 'gestured': {
      const said = fact.doneMs < lastsMs ? cut(fact.gesture) : WHOLE[fact.gesture];
      return said && say(said);
    }
    case 'refused':
      say('refusal', fact.with);
      return say(fact.taken === REFUSAL.accepted ? 'refusedWell' : 'refusedBadly');
    case 'tension':
      return fact.level > 0 ? say('level', fact.level) : undefined;
    case 'limited':
      say('limit');
      return say(fact.holds === 0 ? 'ended' : 'warned');
    case 'held':
      return say('hold');
    case 'resumed':
      return say('heldBack');
    case 'closing':
      return say('conclude');
    case 'transferred':
      return passedOn(talk, say);
    case 'parted':
      return say('parted', fact.how);
    case 'signalled':
      return say('signal', fact.cause);
    case 'suited':
      return say('suited');
    default:
  }
}

const cut = (gesture: number): TalkEvent | undefined =>
  WITH_CALLER.includes(gesture) ? 'cutShort' : undefined;

/** Handed on cold, it seemed: but the caller is to be called back, and knows it. */
export function stepPromise({ talks }: Pick<Talking, 'talks'>, fact: Fact & { kind: 'promised' }) {
  const talk = talks.at(-1);
  if (talk?.call !== fact.call) return;
  const last = talk.lines.at(-1);
  if (last?.what !== 'passedCold' || last.at !== fact.at) return;
  const said = (what: TalkEvent): TalkLine => ({ at: fact.at, what, value: 0 });
  talk.lines.splice(-2, 2, said('promise'), said('promisedBack'));
}

/** With a colleague who was told the whole story, or cold. */
function passedOn({ lines }: Talk, say: (what: TalkEvent) => void): void {
  const last = lines.at(-1);
  const warm = last?.what === 'gesture' && last.value === GESTURE.brief;
  if (!warm) say('pass');
  say(warm ? 'passedWarm' : 'passedCold');
}
