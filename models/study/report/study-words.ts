import type { Compared } from '../comparison/comparison.ts';
import type { Sacrifice } from '../sacrifice.ts';
import { SELECTION_RULE } from '../select.ts';
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

  /** Policies from the best on: `>` where two neighbours are told apart, `≈` where they are not. */
  order({ order, neighbours }: Compared['ranking']['lived']): string {
    return order
      .map((i, p) => (p === 0 ? '' : neighbours[p - 1] ? ' > ' : ' ≈ ') + this.names[i])
      .join('');
  }

  /** What the selection of the best guarantees, or what it would take. */
  guarantee(delta: number, again: AskingAgain): string {
    const { selection } = this.compared.ranking;
    const zone = significant(delta, 3, this.language);
    if (selection === null)
      return this.say(
        'Rien ne peut être dit de la meilleure : moins de deux journées ont eu des clients.',
        'Nothing can be said of the best: fewer than two days had any customers.',
      );
    const { chosen, guarantee, status, replications, tied } = selection;
    if (status === 'decided' && chosen !== null && guarantee !== null) {
      const even =
        tied.length === 0
          ? ''
          : this.say(`, à égalité avec ${this.called(tied)}`, `, tied with ${this.called(tied)}`);
      const likely = this.short(guarantee.probability * 100);
      return this.say(
        `Avec une probabilité d’au moins ${likely} %, la meilleure, ou à moins de ${zone} wme d’elle, est ${this.called([chosen])}${even} (KN, décidé à la journée ${replications}).`,
        `With a probability of at least ${likely} %, the best, or one within ${zone} wme of it, is ${this.called([chosen])}${even} (KN, decided on day ${replications}).`,
      );
    }
    const inside = this.compared.ranking.cost.order.filter((i) => selection.systems[i]?.in);
    const open = this.say(
      `Après ${replications} journées, on ne sait pas encore laquelle est la meilleure à ${zone} wme près, parmi ${this.called(inside)}`,
      `After ${replications} days it is still undecided which is the best, to within ${zone} wme, among ${this.called(inside)}`,
    );
    const going = status === 'going';
    return `${open}${this.remedy(selection.bound, going, delta, this.likeFirst(inside), again)}`;
  }

  /** Of these policies, those that their difference does not tell apart from the cheapest. */
  private likeFirst(inside: readonly number[]): number[] {
    const { order, pairs } = this.compared.ranking.cost;
    const first = order[0] ?? 0;
    return inside.filter((i) =>
      pairs.some(
        ({ a, apart, b }) => !apart && ((a === first && b === i) || (a === i && b === first)),
      ),
    );
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
    const [days, who] = [this.numbers.fixed(most, 0), this.called(alike)];
    const equal =
      alike.length === 0
        ? ''
        : this.say(
            `, ou tenez pour égales à la première celles qui ne s’en distinguent pas : ${who}`,
            `, or count as tied with the first those that cannot be told apart from it: ${who}`,
          );
    return this.say(
      ` ; il y faudrait plus de ${days} journées : élargissez la zone, par exemple ${again.zone(wider)}${equal}.`,
      `; it would take more than ${days} days: widen the zone, for instance ${again.zone(wider)}${equal}.`,
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
      `Attention : ${this.called([policy])} gagne ${fr} en sacrifiant les appels difficiles`,
      `Beware: ${this.called([policy])} wins ${en} by sacrificing the hard calls`,
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
