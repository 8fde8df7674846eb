/**
 * What somebody is by nature, as they say it themselves in two answers of three: how warm (0
 * reserved, 2 warm), and how much they guide (0 lets others lead, 2 leads); 1 is neither.
 */

const ANSWERS = 3;
/** How many there are. */
export const NATURES = ANSWERS * ANSWERS;

export interface Nature {
  readonly warmth: number;
  readonly guidance: number;
}

/** Both answers as one number. */
export const natureOf = ({ guidance, warmth }: Nature): number => ANSWERS * guidance + warmth;

/** One number as both answers. */
export const answersOf = (nature: number): Nature => ({
  warmth: nature % ANSWERS,
  guidance: Math.floor(nature / ANSWERS),
});
