import type { Compared } from '../comparison/comparison.ts';
import { candidatesOf, pairIn } from '../ranking.ts';
import type { Sacrifice } from '../sacrifice.ts';
import { SELECTION_RULE, type SelectionState } from '../select.ts';
import { Numbers } from './numbers.ts';
import { type Language, short, significant } from './numerals.ts';
import { policyName } from './policy-names.ts';

/** What a study has to say in sentences: codes and numbers in, words out. */

/** How more is asked of a study, in the words of whoever shows it: options, or fields of a page. */
export interface AskingAgain {
  /** So many days of each policy. */
  readonly days: (days: number) => string;
  /** An indifference zone so wide, waiting-minute equivalents a customer. */
  readonly zone: (wme: string) => string;
}

export const listed = (words: readonly string[], language: Language): string =>
  words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} ${language === 'fr' ? 'et' : 'and'} ${words.at(-1)}`;

/** So many journeys unfinished, or more, are told of. */
const UNFINISHED = 0.05;

/** A selection that chose. */
type Decided = SelectionState & {
  readonly chosen: number;
  readonly guarantee: NonNullable<SelectionState['guarantee']>;
};

/** The words of one study in one language. */
export class StudyWords {
  /** What each policy is called, by number. */
  readonly names: readonly string[];
  readonly numbers: Numbers;
  readonly language: Language;
  private readonly compared: Compared;

  constructor(compared: Compared, language: Language) {
    this.compared = compared;
    this.language = language;
    this.numbers = new Numbers(language);
    this.names = compared.players.map((player) => policyName(player, language));
  }

  say(fr: string, en: string): string {
    return this.language === 'fr' ? fr : en;
  }

  short(x: number): string {
    return short(x, 2, this.language);
  }

  percent(share: number): string {
    // Never 100 % for what is not all.
    return `${this.numbers.fixed(Math.floor(share * 1_000 + 1e-9) / 10, 1)} %`;
  }

  called(policies: readonly number[]): string {
    return listed(
      policies.map((i) => this.say(`« ${this.names[i]} »`, `"${this.names[i]}"`)),
      this.language,
    );
  }

  /** The first, those that are not told apart from it after `≈`, and the others after `>`. */
  order(order: Compared['ranking']['lived']): string {
    const [first, ...others] = order.order;
    if (first === undefined) return '';
    const alike = others.filter((i) => !pairIn(order, first, i)?.apart);
    const behind = others.filter((i) => !alike.includes(i));
    return [[first], alike, behind]
      .map((some, at) => (some.length === 0 ? '' : ['', ' ≈ ', ' > '][at] + this.namesOf(some)))
      .join('');
  }

  /** What the selection of the best guarantees, what the intervals tell, or what it would take. */
  guarantee(delta: number, again: AskingAgain): string {
    const { cost, selection } = this.compared.ranking;
    const zone = significant(delta, 3, this.language);
    if (selection === null)
      return this.say(
        'Rien ne peut être dit de la meilleure : moins de deux des premières journées ont eu des clients.',
        'Nothing can be said of the best: fewer than two of the first days had any customers.',
      );
    const { chosen, guarantee, status, replications, systems } = selection;
    if (status === 'decided' && chosen !== null && guarantee !== null)
      return this.decided(selection as Decided, zone);
    // Whom KN dropped is out; so is whom the intervals tell to be worse than another.
    const open = candidatesOf(cost).filter((i, at) => at === 0 || systems[i]?.in);
    if (open.length < 2) return this.toldApart(open[0] ?? 0);
    const says = this.say(
      `Après ${replications} journées, on ne sait pas encore laquelle est la meilleure à ${zone} wme près, parmi ${this.withGaps(open)}`,
      `After ${replications} days it is still undecided which is the best, to within ${zone} wme, among ${this.withGaps(open)}`,
    );
    const going = status === 'going';
    return `${says}${this.remedy(selection.bound, going, delta, open.slice(1), again)}`;
  }

  /** What KN chose, beside what all the days say where that is another. */
  private decided({ chosen, guarantee, replications, tied }: Decided, zone: string): string {
    const { cost } = this.compared.ranking;
    const first = cost.order[0] ?? chosen;
    const apart = pairIn(cost, first, chosen);
    if (apart?.apart)
      return this.say(
        `KN avait retenu ${this.called([chosen])} à la journée ${replications}, à ${zone} wme près ; toutes les journées en distinguent ${this.withGaps([chosen, first])}, moins chère.`,
        `KN had chosen ${this.called([chosen])} on day ${replications}, to within ${zone} wme; all the days tell it from ${this.withGaps([chosen, first])}, which costs less.`,
      );
    const equals = tied.filter((i) => !pairIn(cost, i, chosen)?.apart);
    const even =
      equals.length === 0
        ? ''
        : this.say(`, à égalité avec ${this.called(equals)}`, `, tied with ${this.called(equals)}`);
    const likely = this.short(guarantee.probability * 100);
    const by =
      apart === undefined || apart.mean === 0
        ? ''
        : this.say(
            ` ; ${this.called([first])}, première ici, n’en est pas distinguée`,
            `; ${this.called([first])}, first here, is not told apart from it`,
          );
    return this.say(
      `Avec une probabilité d’au moins ${likely} %, la meilleure, ou à moins de ${zone} wme d’elle, est ${this.called([chosen])}${even} (KN, décidé à la journée ${replications})${by}.`,
      `With a probability of at least ${likely} %, the best, or one within ${zone} wme of it, is ${this.called([chosen])}${even} (KN, decided on day ${replications})${by}.`,
    );
  }

  /** The first alone is left: every other is told apart from one that is better. */
  private toldApart(first: number): string {
    const level = this.short(100 * this.compared.ranking.level);
    return this.say(
      `La moins chère est ${this.called([first])} : les écarts, dont les intervalles tiennent ensemble à ${level} %, la distinguent de toutes les autres.`,
      `The cheapest is ${this.called([first])}: the differences, whose intervals hold together at ${level} %, tell it apart from all the others.`,
    );
  }

  private namesOf(policies: readonly number[]): string {
    return policies.map((i) => this.names[i]).join(', ');
  }

  /** Policies with, after the first, how far each is from it, all pairs holding together. */
  private withGaps([first, ...others]: readonly number[]): string {
    const { cost } = this.compared.ranking;
    const all = [first as number, ...others].map((i) => {
      const pair = i === first ? undefined : pairIn(cost, first as number, i);
      if (pair?.mean == null) return this.called([i]);
      const mean = pair.a === i ? pair.mean : -pair.mean;
      const gap = this.numbers.figure({ ...pair, mean, halfWidth: pair.together }, 'wme');
      return `${this.called([i])} (${mean < 0 ? '' : '+'}${gap.join(' ').trimEnd()})`;
    });
    return listed(all, this.language);
  }

  private remedy(
    bound: number | null,
    going: boolean,
    delta: number,
    alike: readonly number[],
    again: AskingAgain,
  ): string {
    // Days fall with the square of the zone; rounded up to hundredths.
    const { most } = SELECTION_RULE;
    const enough = delta * Math.sqrt(Math.max(4, (bound ?? 0) / most));
    const wider = (Math.ceil(100 * enough - 1e-9) / 100).toFixed(2).replace(/0$/, '');
    if (bound === null)
      return this.say(
        ` ; il y faut au moins 20 journées : ajoutez ${again.days(100)}.`,
        `; at least 20 days are needed: add ${again.days(100)}.`,
      );
    if (going && bound <= most)
      return this.say(
        ` ; ${bound} journées suffiront : ${again.days(bound)}, ou une zone plus large, par exemple ${again.zone(wider)}.`,
        `; ${bound} days will be enough: ${again.days(bound)}, or a wider zone, for instance ${again.zone(wider)}.`,
      );
    // KN bounds what it may take at worst; it is no forecast of what it takes.
    const [days, who] = [this.numbers.fixed(most, 0), this.called(alike)];
    return this.say(
      ` ; ${days} journées pourraient n’y pas suffire : élargissez la zone, par exemple ${again.zone(wider)}, ou tenez pour égales à la première celles qui ne s’en distinguent pas : ${who}.`,
      `; even ${days} days might not be enough: widen the zone, for instance ${again.zone(wider)}, or count as tied with the first those that cannot be told apart from it: ${who}.`,
    );
  }

  /** Where many journeys are not finished at closing: how they are scored, and how many. */
  unfinished(): string[] {
    const { figures, ranking } = this.compared;
    const many = ranking.cost.order.flatMap((i) => {
      const share = figures[i]?.['tomorrowPerCustomer']?.mean ?? 0;
      return share < UNFINISHED ? [] : `${this.called([i])} (${this.numbers.plain(share, '1')})`;
    });
    if (many.length === 0) return [];
    const who = listed(many, this.language);
    return [
      this.say(
        `Attention : des clients appelleront encore demain ; leur parcours est noté tel qu’il est à la fermeture ; leur part : ${who}.`,
        `Beware: some customers will call again tomorrow; their journey is scored as it stands at closing; their share: ${who}.`,
      ),
    ];
  }

  /** Who pays for a first place: a sentence for each policy that owes it to the hard calls. */
  sacrifices(): string[] {
    const { sacrifices } = this.compared;
    const policies = [...new Set(sacrifices.map(({ policy }) => policy))];
    return policies.map((policy) => {
      const by = sacrifices.filter((one) => one.policy === policy);
      const [fr, en] =
        by.length > 1
          ? ['par le coût et par le vécu', 'by cost and by customer experience']
          : by[0]?.by === 'lived'
            ? ['par le vécu', 'by customer experience']
            : ['par le coût', 'by cost'];
      return this.sacrifice(by[0] as Sacrifice, fr, en);
    });
  }

  private sacrifice({ hard, policy, than }: Sacrifice, fr: string, en: string): string {
    const share = (i: number, measure: string): string =>
      this.numbers.plain(this.compared.figures[i]?.[measure]?.mean ?? null, '1');
    const [hardOf, hardThan] = [share(policy, 'resolutionHard'), share(than, 'resolutionHard')];
    const [easyOf, easyThan] = [share(policy, 'resolutionEasy'), share(than, 'resolutionEasy')];
    const apart = this.numbers.figure(hard, '1').join(' ');
    const wins = this.say(
      `Attention : ${this.called([policy])} vient en tête ${fr} en sacrifiant les appels difficiles`,
      `Beware: ${this.called([policy])} comes first ${en} by sacrificing the hard calls`,
    );
    const how = this.say(
      ` : ${hardOf} résolus au premier contact, contre ${hardThan} avec ${this.called([than])} (${apart}), et des faciles ${easyOf} contre ${easyThan}.`,
      `: ${hardOf} resolved at first contact, against ${hardThan} with ${this.called([than])} (${apart}), and ${easyOf} of the easy ones against ${easyThan}.`,
    );
    const so = this.say(
      ' C’est un tri ; n’en faites pas la règle sans le dire.',
      ' This is triage; do not make it the rule without saying so.',
    );
    return wins + how + so;
  }
}
