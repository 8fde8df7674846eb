import type { ScenarioFile } from '../../scenario/scenario.ts';
import type { Says } from '../../words/problem.ts';
import { short } from '../report/numerals.ts';
import type { AfterCall } from './after-call.ts';
import type { CallRecord } from './calls.ts';

/** Why a simulated day is not the recorded one: what the records leave to chance, in sentences. */

export const afterCallSays = ({ meanS, n }: AfterCall): Says => ({
  fr: `Clôture ajustée : ${short(meanS, 1, 'fr')} s en moyenne, d’après ${n} silences d’un conseiller entre deux appels pendant qu’un client attendait.`,
  en: `After-call work fitted: ${meanS} s on average, from ${n} silences of an agent between two calls while a caller was waiting.`,
});

/** What had to be drawn on a day. None: a simulation of it gives exactly its figures. */
export function reasonsOf(day: {
  readonly afterCall: AfterCall | null;
  readonly calls: readonly CallRecord[];
  readonly groups: ScenarioFile['groups'];
  readonly overlaps: number;
}): Says[] {
  const reasons: Says[] = [];
  const { afterCall, calls, groups, overlaps } = day;
  const staff = groups.flatMap((group) => (typeof group.staff === 'number' ? [] : group.staff));
  if (staff.some((n) => !Number.isInteger(n)))
    reasons.push({
      fr: 'Les présences ne sont connues que par intervalle : qui est là à chaque minute est tiré au sort.',
      en: 'Presence is known by interval only: who is there at each minute is drawn.',
    });
  if (afterCall !== null)
    reasons.push({
      fr: `La clôture de chaque appel est tirée de sa loi (${short(afterCall.meanS, 1, 'fr')} s en moyenne) : la vraie n’est visible que lorsqu’un client attend.`,
      en: `The after-call work of each call is drawn from its law (${afterCall.meanS} s on average): the real one shows only while a caller waits.`,
    });
  if (groups.length > 1)
    reasons.push({
      fr: 'Qui prend quels appels est déduit des appels pris : les vraies compétences peuvent différer.',
      en: 'Who takes which calls is inferred from the calls taken: the real skills may differ.',
    });
  if (overlaps > 0)
    reasons.push({
      fr:
        overlaps === 1
          ? '1 appel commence pendant un autre du même conseiller : simulé, il attend.'
          : `${overlaps} appels commencent pendant un autre appel du même conseiller : simulés, ils attendent.`,
      en:
        overlaps === 1
          ? '1 call begins during another of the same agent: simulated, it waits.'
          : `${overlaps} calls begin during another of the same agent: simulated, they wait.`,
    });
  const unknown = calls.filter((call) =>
    call.served ? Number.isNaN(call.serviceS) : Number.isNaN(call.waitS),
  ).length;
  if (unknown > 0)
    reasons.push({
      fr: `${unknown === 1 ? '1 appel ne dit pas sa durée ou son attente' : `${unknown} appels ne disent pas leur durée ou leur attente`} : elle est tirée au sort.`,
      en: `${unknown === 1 ? '1 call does not say how long it' : `${unknown} calls do not say how long they`} took or waited: it is drawn.`,
    });
  return reasons;
}
