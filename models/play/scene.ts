import type { SceneName } from '../scenario/arbitration-gestures.ts';
import { CLAIM } from '../words/gestures.ts';
import type { Says } from '../words/problem.ts';
import { CONTEXTS, FIFTHS, MOTIVES, STATES } from '../words/sheet.ts';
import anywhere from './scenes/anywhere.json' with { type: 'json' };
import littleStation from './scenes/little-station.json' with { type: 'json' };
import townHall from './scenes/town-hall.json' with { type: 'json' };

/**
 * The worlds that callers come from. A text is a pair: French, written first, then English; what
 * stands at the same place in both is said by the same caller, so two phones in two languages meet
 * the same one. `{}` in a text is where another goes: the caller's matter, or what it is about.
 * French ones agree with nobody: the same caller's next words come from another list.
 */

export type Language = keyof Says;

/** A text in French and in English, as the files have it. */
export type Pair = readonly string[];

/** What differs from one world to another. */
const HERE = { 'town-hall': townHall, 'little-station': littleStation } as const;

export const WORLDS = Object.keys(HERE) as readonly SceneName[];

/** What people say on any line. */
export const ANYWHERE = anywhere;

/** How somebody feels of what was done: relieved, aggrieved, ready to go on. */
export type After = 'good' | 'bad' | 'on';

export interface Cause {
  readonly id: string;
  readonly name: Pair;
  readonly clues: readonly Pair[];
}

export interface Scene {
  readonly name: Pair;
  /** Of each motive: its label; what it is, as said after `for`. */
  readonly motives: { readonly label: readonly Pair[]; readonly thing: readonly Pair[] };
  readonly contexts: readonly Pair[];
  readonly states: readonly Pair[];
  readonly needs: readonly Pair[];
  /** What a claim turns out to be (CLAIM). */
  readonly claimed: readonly Pair[];
  /** What a caller comes with: of each motive, in each context. */
  readonly matter: readonly (readonly Pair[])[];
  /** Turns of phrase that betray a state of mind, then those that betray a need. */
  readonly tells: readonly (readonly Pair[])[];
  /**
   * Of each motive: what is claimed, which may be due or not; what shows that it is, or is not; the
   * reason for saying no, and what there is instead.
   */
  readonly claims: readonly (readonly Pair[])[];
  readonly due: readonly Pair[];
  readonly undue: readonly Pair[];
  readonly because: readonly Pair[];
  readonly instead: readonly Pair[];
  /** What one adds where it went well, where it did not, and to go on; of each motive. */
  readonly after: Readonly<Record<After, readonly (readonly Pair[])[]>>;
  /** Hidden causes that bring callers. */
  readonly causes: readonly Cause[];
}

const sceneIn = (world: SceneName): Scene => {
  const here = HERE[world];
  return {
    ...here,
    states: anywhere.states,
    needs: anywhere.needs,
    claimed: anywhere.claims,
    tells: anywhere.tells.map((tells, hint) => [...tells, ...(here.tells[hint] ?? [])]),
  };
};

const SCENES: Record<SceneName, Scene> = {
  'town-hall': sceneIn('town-hall'),
  'little-station': sceneIn('little-station'),
};

export const sceneOf = (world: SceneName): Scene => SCENES[world];

/** The text of a pair in one language. */
export const inLanguage = (pair: Pair, language: Language): string =>
  pair[language === 'fr' ? 0 : 1] ?? '';

/** One of a list, whose end is followed by its beginning. */
export function oneOf<T>(list: readonly T[], n: number): T {
  const one = list[n % list.length];
  if (one === undefined) throw new RangeError(`no text number ${n}`);
  return one;
}

/** The lines of a sheet, and how many values each has. */
export const LINES = {
  motive: MOTIVES,
  context: CONTEXTS,
  state: STATES,
  need: FIFTHS,
  claim: Object.keys(CLAIM).length,
} as const;
export type Line = keyof typeof LINES;

/** What a line of the sheet says once it is turned: a few words. */
export function labelOf(scene: Scene, line: Line, value: number, language: Language): string {
  const labels = {
    motive: scene.motives.label,
    context: scene.contexts,
    state: scene.states,
    need: scene.needs,
    claim: scene.claimed,
  };
  return inLanguage(oneOf(labels[line], value), language);
}

/** The hidden causes of a scene, as they are named in after-call work. */
export const causes = (scene: Scene, language: Language): { id: string; name: string }[] =>
  scene.causes.map(({ id, name }) => ({ id, name: inLanguage(name, language) }));
