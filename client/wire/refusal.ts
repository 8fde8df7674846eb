import { type Problem, problem } from '../../models/doors/scenario.ts';
import { en } from '../text/en.ts';
import { fr } from '../text/fr.ts';

/** Why the client itself could not do what was asked: the reasons a server never gives. */
export type Refusal = 'refusedOffline' | 'noAnswer' | 'cut' | 'unreachable' | 'odd';

/** A server that did not answer may do so soon. */
const AGAIN_MS = 2_000;

/** A refusal in the same shape as those of the server. */
export const refusal = (why: Refusal): Problem => ({
  ...problem(why === 'odd' ? 'E_INTERNAL' : 'E_BUSY', '', fr.link[why], en.link[why]),
  ...(why === 'noAnswer' || why === 'cut' ? { afterMs: AGAIN_MS } : {}),
});

export const refused = (why: Refusal): { ok: false; problem: Problem } => ({
  ok: false,
  problem: refusal(why),
});
