import { GESTURE, type GestureNow } from '../../../models/doors/game.ts';
import { type AgentState, type DeskView, moveRow } from '../../../models/doors/live.ts';
import { type Move, movesIn, type Occasion } from './moves.ts';

/**
 * The moves of a desk where things are done by gestures: each has one digit all day, and never more
 * than five are shown at once. Handing on is one button, which asks how.
 */

/** What a button does: a move, or to hand the caller on in one of three ways. */
export type Act = Move | 'pass';

export interface GestureButton {
  readonly act: Act;
  /** Printed on it; '' where a letter alone does it. */
  readonly digit: string;
  /** It is done already: why it need not be done again. */
  readonly done: 'allHeard' | 'allExplained' | null;
  /** It goes on now. */
  readonly going: GestureNow | null;
}

export interface GestureButtons {
  readonly shown: readonly GestureButton[];
  /** Those for which there is no room. */
  readonly more: readonly GestureButton[];
}

const MOST = 5;

/** The gesture that a move begins, where it begins one. */
const BEGINS: Partial<Record<Act, number>> = {
  breathe: GESTURE.breathe,
  listen: GESTURE.listen,
  explain: GESTURE.explain,
  acknowledge: GESTURE.acknowledge,
  refuse: GESTURE.refuse,
  pass: GESTURE.brief,
  signal: GESTURE.signal,
};

/** What gives way first where five are not enough. */
const LAST: readonly Act[] = ['hold', 'notReady', 'mask'];

const WAYS = ['transfer', 'brief', 'promise'] as const satisfies readonly Move[];

/** The ways of handing the caller on that this moment allows. */
export const waysToPass = (state: AgentState, occasion: Occasion): readonly Move[] =>
  movesIn(state, occasion).filter((move) => WAYS.some((way) => way === move));

const digitOf = (act: Act): string => (act === 'pass' ? '6' : (moveRow(act).digit ?? ''));

/** What can be done now, one act a digit: the first of the table has it. */
function acts(state: AgentState, occasion: Occasion): Act[] {
  const found: Act[] = [];
  for (const move of movesIn(state, occasion)) {
    const act = WAYS.some((way) => way === move) ? 'pass' : move;
    if (!found.includes(act)) found.push(act);
  }
  return found;
}

function doneOf(act: Act, { call }: DeskView): GestureButton['done'] {
  const encounter = call?.encounter;
  if (!encounter) return null;
  const [claim, ...others] = encounter.sheet;
  const heard = others.every((value) => value >= 0) && (!encounter.claims || claim >= 0);
  if (act === 'listen' && heard) return 'allHeard';
  return act === 'explain' && encounter.explained ? 'allExplained' : null;
}

/** The buttons of this moment: in the order of their digits, so that each keeps its place. */
export function gestureButtons(
  state: AgentState,
  occasion: Occasion,
  view: DeskView,
  missed = false,
): GestureButtons {
  const { breathed, gesture } = view;
  const taken = new Set<string>();
  const [first, second]: [GestureButton[], GestureButton[]] = [[], []];
  for (const act of acts(state, occasion)) {
    const going = gesture !== null && BEGINS[act] === gesture.gesture ? gesture : null;
    // Once a caller is enough, and who is not ready by choice is so already.
    if (act === 'breathe' && breathed && going === null) continue;
    if (act === 'notReady' && state === 'notReady' && !missed) continue;
    const digit = digitOf(act);
    const button = { act, digit: taken.has(digit) ? '' : digit, done: doneOf(act, view), going };
    // Before picking up there is one thing more to do than digits say; else the second waits.
    const room = !taken.has(digit) || state === 'ringing';
    taken.add(digit);
    (room ? first : second).push(button);
  }
  for (const last of LAST) {
    const at = first.findIndex(({ act }) => act === last);
    if (first.length > MOST && at >= 0) second.push(...first.splice(at, 1));
  }
  const rank = ({ digit }: GestureButton) => (digit === '0' ? 10 : Number(digit || 9));
  first.sort((a, b) => rank(a) - rank(b));
  return { shown: first.slice(0, MOST), more: [...first.slice(MOST), ...second] };
}

/** What a digit, or a letter, does now; null: nothing, or it goes on or is done already. */
export function actOf(
  key: string,
  state: AgentState,
  occasion: Occasion,
  view: DeskView,
): Act | null {
  const { more, shown } = gestureButtons(state, occasion, view);
  const all = [...shown, ...more];
  const letter = (act: Act): string => (act === 'pass' ? 't' : (moveRow(act).key ?? ''));
  const found =
    all.find(({ digit }) => digit !== '' && digit === key) ??
    all.find(({ act }) => letter(act) === key.toLowerCase());
  return found && found.going === null && found.done === null ? found.act : null;
}
