import { log } from '../../kernel/log.ts';
import type { Compared } from '../comparison/comparison.ts';
import { FEWEST_WEIGHED, isBetter, type Order } from '../ranking.ts';
import type { Weighing } from '../weights.ts';
import { listed, type StudyWords } from './study-words.ts';

/** Who is first in fewer draws is not told of. */
const LEAST_SHARE = 0.01;
/** A weight this many times its usual value is worth a word. */
const MUCH = 1.15;
/** Mean of a weight drawn log-uniformly from a third to three times: (3 - 1/3) / (2 ln 3). */
const MEAN_OF_SPREAD = (3 - 1 / 3) / (2 * log(3));

/** A ranking under other weights than those given. */
export interface WeighingSaid {
  readonly says: string;
  /** Where none wins everywhere: in how large a share of the weightings each does, and when. */
  readonly winners: readonly { readonly share: string; readonly says: string }[];
}

/** Weights of lived experience in words; a quarter each is no preference. */
function valued(words: StudyWords, central: readonly number[]): string {
  const parts = [
    words.say('la résolution', 'resolution'),
    words.say('l’attente', 'waiting'),
    words.say('l’effort', 'effort'),
    words.say('la relation', 'the relationship'),
  ];
  const told = (i: number): string => `${parts[i]} (${words.percent(central[i] as number)})`;
  const all = parts.map((_, i) => i);
  const much = all.filter((i) => (central[i] as number) > 0.25 * MUCH);
  const little = all.filter((i) => (central[i] as number) < 0.25 / MUCH);
  if (much.length + little.length === 0)
    return words.say('sans rien privilégier', 'with no particular preference');
  const [most, least] = [much, little].map((some) => listed(some.map(told), words.language));
  const and = words.say(', et peu ', ', and what counts little is ');
  if (little.length === 0)
    return words.say(`si compte surtout ${most}`, `where what counts most is ${most}`);
  if (much.length === 0)
    return words.say(`si compte peu ${least}`, `where what counts little is ${least}`);
  return words.say(`si compte surtout ${most}`, `where what counts most is ${most}`) + and + least;
}

/** Costs in words, beside what each is over all draws. */
function dearer(words: StudyWords, costs: Compared['costs'], central: readonly number[]): string {
  const { abandoned, lost, unresolved } = costs;
  const parts = [
    { cost: abandoned, name: words.say('un abandon', 'an abandonment') },
    { cost: unresolved, name: words.say('un contact en vain', 'a fruitless contact') },
    { cost: lost, name: words.say('un client perdu', 'a lost customer') },
  ];
  const said = parts.flatMap(({ cost, name }, i) => {
    const drawn = central[i + 1] as number;
    const usual = cost * MEAN_OF_SPREAD;
    if (usual === 0 || (drawn < usual * MUCH && drawn > usual / MUCH)) return [];
    const [fr, en] = drawn > usual ? ['coûte plus', 'costs more'] : ['coûte moins', 'costs less'];
    const [is, was] = [words.short(drawn), words.short(usual)];
    return words.say(
      `${name} ${fr} (${is} wme ; ${was} en moyenne)`,
      `${name} ${en} (${is} wme; ${was} on average)`,
    );
  });
  if (said.length === 0)
    return words.say('aux coûts donnés ou presque', 'at the given costs or close to them');
  return `${words.say('où', 'where')} ${listed(said, words.language)}`;
}

/** What the weighings are, or why there are none. */
export function weighingTitle(words: StudyWords, { days, ranking }: Compared): string {
  const { cost, lived } = ranking.weights;
  const draws = words.numbers.fixed((cost ?? lived)?.draws ?? 0, 0);
  if (days < FEWEST_WEIGHED)
    return words.say(
      `Selon ce que l’on privilégie : rien n’en est dit sous ${FEWEST_WEIGHED} journées.`,
      `Depending on what you value: nothing is said of it below ${FEWEST_WEIGHED} days.`,
    );
  if (cost === null && lived === null)
    return words.say(
      'Selon ce que l’on privilégie : rien n’en est dit sans client.',
      'Depending on what you value: nothing is said of it without customers.',
    );
  return words.say(
    `Selon ce que l’on privilégie (${draws} pondérations au hasard, journées rééchantillonnées)`,
    `Depending on what you value (${draws} random weightings, days resampled)`,
  );
}

/** First nearly everywhere, yet not told apart from whom: nobody wins. */
function alikeSaid(
  words: StudyWords,
  order: Order,
  { first, winners }: Weighing,
  head: string,
): WeighingSaid {
  const leading = winners.map(({ policy }) => policy);
  const share = words.percent(winners.reduce((sum, one) => sum + one.share, 0));
  const others = first
    .map((_, i) => i)
    .filter((i) => !leading.includes(i) && !leading.every((a) => isBetter(order, a, i)));
  const [fr, en] = leading.length > 1 ? ['viennent', 'come'] : ['vient', 'comes'];
  const says = words.say(
    `${head} : ${words.called(leading)} ${fr} en tête dans ${share} des pondérations, mais ces journées n’en distinguent pas ${words.called(others)}.`,
    `${head}: ${words.called(leading)} ${en} first in ${share} of the weightings, but these days do not tell it apart from ${words.called(others)}.`,
  );
  return { says, winners: [] };
}

/** How the ranking stands under other weights; null where it was not weighed. */
export function weighingSaid(
  words: StudyWords,
  { costs, ranking }: Compared,
  kind: 'cost' | 'lived',
): WeighingSaid | null {
  const weighing = ranking.weights[kind];
  if (weighing === null) return null;
  const { verdict, winners } = weighing;
  const order = ranking[kind];
  const head = kind === 'cost' ? words.say('Coûts', 'Costs') : words.say('Vécu', 'Experience');
  if (verdict === 'alike') return alikeSaid(words, order, weighing, head);
  if (verdict === 'stated') {
    const share = words.percent(winners.reduce((sum, one) => sum + one.share, 0));
    const who = words.called(winners.map(({ policy }) => policy));
    const [fr, en] = winners.length > 1 ? ['gagnent', 'win'] : ['gagne', 'wins'];
    const says = words.say(
      `${head} : ${who} ${fr} dans ${share} des pondérations.`,
      `${head}: ${who} ${en} in ${share} of the weightings.`,
    );
    return { says, winners: [] };
  }
  const told = winners.filter(({ share }) => share >= LEAST_SHARE);
  const isTold = told.some((a) => told.some((b) => isBetter(order, a.policy, b.policy)));
  return {
    says: isTold
      ? words.say(
          `${head} : dépend de ce que l’on privilégie.`,
          `${head}: depends on what you value.`,
        )
      : words.say(
          `${head} : dépend de ce que l’on privilégie ; aux pondérations données, ces journées ne les distinguent pas.`,
          `${head}: depends on what you value; at the given weightings these days do not tell them apart.`,
        ),
    winners: told.map(({ central, policy, share }) => {
      const when = kind === 'cost' ? dearer(words, costs, central) : valued(words, central);
      return { share: words.percent(share), says: `${words.called([policy])}, ${when}` };
    }),
  };
}
