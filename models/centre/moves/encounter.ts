import { MASK, REGISTER } from '../../words/facts.ts';
import { NATURES } from '../../words/nature.ts';
import { problem } from '../../words/problem.ts';
import { beLike } from '../rules/nature.ts';
import { isUncivil, setLimit } from '../rules/tension.ts';
import { isLeftOut } from './gestures.ts';
import type { MoveRules } from './move.ts';

const NO_MASKS = problem(
  'E_STATE',
  'kind',
  'Dans cette journée, personne ne porte de masque.',
  'On this day nobody wears a mask.',
);
const NO_INCIVILITY = problem(
  'E_STATE',
  'kind',
  'Personne ne vous manque de respect en ce moment : il n’y a pas de limite à poser.',
  'Nobody is being disrespectful right now: there is no limit to set.',
);

const NOT_WORN = problem(
  'E_STATE',
  'mask',
  'L’évitement et le désengagement ne se choisissent pas : ce sont des choses que l’on fait.',
  'Avoidance and disengagement are not chosen: they are things one does.',
);

const NOT_CHOSEN = problem(
  'E_STATE',
  'kind',
  'Dans cette journée, chacun parle de la même manière : votre naturel n’y change rien.',
  'On this day everybody speaks in one manner: how you are by nature changes nothing.',
);

const NO_NATURE = problem(
  'E_UNKNOWN',
  'nature',
  `Cette réponse n’existe pas ; donnez un nombre de 0 à ${NATURES - 1}.`,
  `There is no such answer; give a number from 0 to ${NATURES - 1}.`,
);

/** How one meets a caller (RULES S1, S5, G9). */
export const encounter = {
  /** From the next answer on. */
  mask: {
    whyNot(_, { human }, { mask }) {
      if (human === null) return NO_MASKS;
      return human.encounter !== null && !REGISTER.includes(mask) ? NOT_WORN : null;
    },
    does(w, { agent, human }, { mask }) {
      if (human === null) return;
      human.chosen = MASK[mask];
      w.recorder.masked(w.now, agent, mask);
    },
  },
  /** The talk in hand was begun as one was thought to be. */
  nature: {
    whyNot(w, { human }, { nature }) {
      if (human === null) return NO_MASKS;
      if (isLeftOut(w, 'mask')) return NOT_CHOSEN;
      return nature < NATURES ? null : NO_NATURE;
    },
    does(_, { human }, { nature }) {
      if (human !== null) beLike(human, nature);
    },
  },
  limit: {
    whyNot: (_, { human }) => (human !== null && isUncivil(human) ? null : NO_INCIVILITY),
    does(w, { human }) {
      if (human !== null) setLimit(w, human);
    },
  },
} satisfies MoveRules;
