import type { Arbitration } from '../../scenario/arbitration.ts';
import { leftOut } from '../../scenario/arbitration-gestures.ts';
import { GESTURE } from '../../words/gestures.ts';
import type { MoveName } from '../../words/moves.ts';

/** What persons do on the line gesture by gesture, made ready (RULES G); times in ms. */
export interface GesturePlan {
  /** How long each lasts at speed 1, by its number (GESTURE). */
  readonly lasts: readonly number[];
  readonly breathGain: number;
  /** What each thing said beside a refusal adds to its length. */
  readonly withMs: number;
  readonly claims: number;
  readonly undue: number;
  readonly acceptBare: number;
  readonly acceptWith: number;
  /** How much listening, and explaining, makes a phase whole: none where the day leaves it out. */
  readonly listenMs: number;
  readonly explainMs: number;
  /** Moves that this day leaves out. */
  readonly without: ReadonlySet<MoveName>;
  readonly cord: CordPlan | null;
}

/** A hidden cause that brings some of the callers. */
export interface CordPlan {
  readonly share: number;
  readonly causes: number;
  readonly signals: number;
  readonly afterMs: number;
}

const ms = (seconds: number): number => Math.round(seconds * 1_000);
const minutes = (min: number): number => Math.round(min * 60_000);

/** Null where persons meet callers as the computer does. */
export function gesturePlanOf({ gestures, handling }: Arbitration): GesturePlan | null {
  if (gestures === undefined) return null;
  const { cord } = gestures;
  const lasts: number[] = [];
  lasts[GESTURE.none] = 0;
  lasts[GESTURE.breathe] = ms(gestures.breathS);
  lasts[GESTURE.listen] = minutes(handling.welcomeMin + handling.discoverMin);
  lasts[GESTURE.explain] = minutes(handling.explainMin);
  lasts[GESTURE.acknowledge] = ms(gestures.acknowledgeS);
  lasts[GESTURE.refuse] = ms(gestures.refuseS);
  lasts[GESTURE.brief] = ms(gestures.briefS);
  lasts[GESTURE.signal] = ms(gestures.briefS);
  const without = new Set<MoveName>(leftOut(gestures));
  const whole = (move: 'listen' | 'explain'): number =>
    without.has(move) ? 0 : (lasts[GESTURE[move]] as number);
  return {
    lasts,
    listenMs: whole('listen'),
    explainMs: whole('explain'),
    breathGain: gestures.breathGain,
    withMs: ms(gestures.withS),
    claims: gestures.claims,
    undue: gestures.undue,
    acceptBare: gestures.acceptBare,
    acceptWith: gestures.acceptWith,
    without,
    cord:
      cord === undefined
        ? null
        : {
            ...{ share: cord.share, causes: cord.causes, signals: cord.signals },
            afterMs: minutes(cord.afterMin),
          },
  };
}
