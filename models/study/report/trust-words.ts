import type { Says } from '../../words/problem.ts';
import type { Fit } from '../fit/fitted.ts';
import type { Later, Reliability } from '../fit/reliability.ts';
import type { Validation } from '../fit/validate.ts';
import { isDoubtful } from './fit-words.ts';
import { fixed } from './numerals.ts';
import { both, daysIn, percent, type Say } from './said.ts';
import { givesBack } from './validate-words.ts';

/** One sentence above all verdicts on a fit: whether to rely on it, and why. */

/** A level that moved by less is as good as still. */
const STILL = 0.05;

/** Whether to rely on it, by the weeks that were predicted from the others. */
function advice(weeks: Reliability, isLike: boolean, say: Say): string {
  const unsure = isDoubtful(weeks);
  if (weeks.verdict === 'narrow')
    return unsure
      ? say('Ne vous y fiez pas encore', 'Do not rely on it yet')
      : say('Ne vous y fiez pas tel quel', 'Do not rely on it as it is');
  if (!isLike) return say('Ne vous y fiez qu’avec réserve', 'Rely on it only with reservations');
  return unsure
    ? say(
        'Vous pouvez sans doute vous y fier, mais le relevé est trop court pour en être sûr',
        'You can probably rely on it, though the records are too short to be certain',
      )
    : say('Vous pouvez vous y fier', 'You can rely on it');
}

/** Where days that the fit has not seen lie, and what follows for a staffing. */
function reason({ verdict }: Reliability, say: Say): string {
  if (verdict === 'holds')
    return say(
      'les jours qu’il n’a pas vus tombent là où il les attend',
      'days it has not seen fall where it expects them',
    );
  return verdict === 'narrow'
    ? say(
        'les vrais jours varient plus qu’il ne le croit, et l’effectif qui en est tiré sera débordé plus souvent que promis',
        'real days vary more than it assumes, and staffing based on it will fall short more often than promised',
      )
    : say(
        'les vrais jours varient moins qu’il ne le croit, et l’effectif qui en est tiré sera plutôt généreux',
        'real days vary less than it assumes, and staffing based on it will tend to be generous',
      );
}

/** Whether the level moved by what is worth telling, and by more than chance would have it. */
function hasMoved({ level, levelMargin }: Later): boolean {
  const by = Math.abs(level - 1);
  return levelMargin !== null && by >= STILL && by > levelMargin;
}

/** What the second half of the records adds, having been predicted from the first. */
function sinceThen(
  { later, weeks }: Pick<Fit['reliability'], 'later' | 'weeks'>,
  say: Say,
): string {
  if (later.verdict === 'unknown') return '';
  if (hasMoved(later)) {
    const by = (language: 'fr' | 'en'): string => percent(Math.abs(later.level - 1), 0, language);
    return later.level > 1
      ? say(
          ` ; mais le volume a monté de ${by('fr')} dans la seconde moitié du relevé : tenez-en compte dans la croissance, si cette hausse doit durer`,
          `; but the volume rose by ${by('en')} in the second half of the records: if you expect that to last, include it in the growth you enter`,
        )
      : say(
          ` ; mais le volume a baissé de ${by('fr')} dans la seconde moitié du relevé : si cette baisse doit durer, indiquez une croissance négative`,
          `; but the volume fell by ${by('en')} in the second half of the records: if you expect that to last, enter a negative growth`,
        );
  }
  const varies = later.verdict === 'narrow' && !isDoubtful(later);
  return varies && weeks.verdict !== 'narrow'
    ? say(
        ' ; mais la seconde moitié du relevé varie plus que la première ne le laissait prévoir',
        '; but the second half of the records varies more than the first led one to expect',
      )
    : '';
}

/** What the simulated day adds, once it was held against those recorded. */
function simulated({ compared, outside }: Validation, isLike: boolean, say: Say): string {
  if (compared === 0) return '';
  if (isLike)
    return say(
      ' ; la journée simulée ressemble aux vôtres',
      '; the simulated day is like those recorded',
    );
  const [fr, en] = (['fr', 'en'] as const).map((language) =>
    [outside, compared].map((n) => fixed(n, 0, language)),
  ) as [string[], string[]];
  return say(
    ` ; la journée simulée s’écarte des vôtres sur ${fr[0]} chiffres de ${fr[1]}`,
    `; the simulated day differs from those recorded in ${en[0]} of ${en[1]} figures`,
  );
}

/** Whether to rely on a fit, and why; also by its validation, once there is one. */
export function trustSays(
  { reliability }: { readonly reliability: Pick<Fit['reliability'], 'later' | 'weeks'> },
  validation: Validation | null = null,
): Says {
  const { weeks } = reliability;
  const isLike = validation === null || validation.compared === 0 || givesBack(validation);
  return both((say, language) => {
    if (weeks.verdict === 'unknown') {
      const days = daysIn(weeks.predicted, language);
      return weeks.predicted === 0
        ? say(
            'Rien ne dit encore s’il faut s’y fier : aucun de ces jours ne peut être prédit par les autres ; donnez-en quelques semaines.',
            'Nothing tells yet whether to rely on it: none of these days can be predicted from the others; give some weeks of them.',
          )
        : say(
            `Rien ne dit encore s’il faut s’y fier : ${days} à prédire, c’est trop peu ; donnez-en quelques semaines.`,
            `Nothing tells yet whether to rely on it: ${days} to predict are too few; give some weeks of them.`,
          );
    }
    const held = validation === null ? '' : simulated(validation, isLike, say);
    const because = `${reason(weeks, say)}${sinceThen(reliability, say)}${held}`;
    return `${advice(weeks, isLike, say)}${say(' : ', ': ')}${because}.`;
  });
}
