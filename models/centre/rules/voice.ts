import { PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import { CLAIM, SHEET_LINE } from '../../words/gestures.ts';
import { FIFTHS, PAIRS, pairOf, STATE_OF_MIND, STATES } from '../../words/sheet.ts';
import { SOURCE_IDS } from '../plan/plan.ts';
import type { Call } from '../state/calls.ts';
import type { Human } from '../state/people.ts';
import type { World } from '../state/world.ts';
import { tellClue } from './cord.ts';
import { stanceOf } from './meeting.ts';
import { tellSuited } from './nature.ts';
import { needDraw } from './need.ts';

const PURPOSE = PURPOSE_;

/** What a caller lets a person hear, in numbers: all of it is the caller's own (RULES G2, A8). */

/** First callers are numbered across those who bring them, so that no two are near each other. */
function ordinalOf(w: World, call: Call): number {
  const { sources } = w.plan;
  const source = sources.findIndex(({ id }) => id === call.person % SOURCE_IDS);
  return Math.floor(call.person / SOURCE_IDS) * sources.length + Math.max(0, source);
}

/** The state of mind in the words of the sheet, which tells the lost from the worried. */
function stateOf(w: World, call: Call, human: Human): number {
  const person = human.plan.types[call.type];
  if (person === undefined) return STATE_OF_MIND[0] as number;
  const stance = stanceOf(w, call, person);
  const lost = w.luck.draw(call.key, 0, PURPOSE.LOST) < 0.5;
  return STATE_OF_MIND[stance + (lost ? STATE_OF_MIND.length / 2 : 0)] as number;
}

/** In which fifth of what callers need this one’s need lies, from the smallest. */
const fifthOf = (w: World, call: Call): number =>
  Math.min(FIFTHS - 1, Math.floor(FIFTHS * needDraw(call, w.luck)));

/** The caller begins to speak; and asks for more than the matter, where they do. */
export function voice(w: World, call: Call, human: Human): void {
  const { encounter, plan } = human;
  if (encounter === null || plan.gestures === null) return;
  const { claims, undue } = plan.gestures;
  const ordinal = ordinalOf(w, call);
  const start = Math.floor(PAIRS * w.luck.uniform(0, 0, PURPOSE.SCENE));
  const { context, motive } = pairOf(start, ordinal);
  const feels = w.luck.draw(call.key, call.attempt, PURPOSE.HINT) < 0.5;
  const hint = feels ? stateOf(w, call, human) : STATES + fifthOf(w, call);
  const { number } = call;
  w.recorder.voiced(w.now, number, human.agent, ordinal, motive, context, hint);
  tellClue(w, call, human.agent);
  if (w.luck.draw(call.key, 0, PURPOSE.CLAIM) >= claims) return;
  const isUndue = w.luck.draw(call.key, 0, PURPOSE.DUE) < undue;
  encounter.claim = isUndue ? CLAIM.undue : CLAIM.due;
  w.recorder.claimed(w.now, number, human.agent);
}

/** The lines of the sheet of the caller in hand, in the order in which listening turns them. */
const linesOf = (human: Human): readonly number[] =>
  human.encounter?.claim === CLAIM.none
    ? [SHEET_LINE.state, SHEET_LINE.need]
    : [SHEET_LINE.claim, SHEET_LINE.state, SHEET_LINE.need];

/** Is there a line that listening has not turned yet? */
export const isUnheard = (human: Human): boolean =>
  (human.encounter?.turned ?? 0) < linesOf(human).length;

/** The caller was listened to the end: what stands on the next line of the sheet. */
export function turnLine(w: World, call: Call, human: Human): void {
  const { encounter } = human;
  const line = linesOf(human)[encounter?.turned ?? 0];
  if (encounter === null || line === undefined) return;
  encounter.turned++;
  if (line === SHEET_LINE.state) tellSuited(w, call, human);
  const value =
    line === SHEET_LINE.claim
      ? encounter.claim
      : line === SHEET_LINE.state
        ? stateOf(w, call, human)
        : fifthOf(w, call);
  w.recorder.learnt(w.now, call.number, human.agent, line, value);
}
