import { type PolicyName, type Says, scenarioJsonSchema } from '../../models/doors/scenario.ts';
import { policyOf, type Sacrifice, SELECTION_RULE } from '../../models/doors/study.ts';
import { Numbers } from './report.ts';
import type { Compared, Player } from './study-days.ts';
import type { Language } from './terminal.ts';

/** What a study has to say in sentences: codes and numbers in, words out. */

type Settings = NonNullable<ReturnType<typeof policyOf>>;

/** What a policy is called, with the settings that make it what it is. */
const NAMES: Readonly<Record<PolicyName, (s: Settings, n: (x?: number) => string) => Says>> = {
  fixed: (s, n) => ({ fr: `fixe ${n(s.paceMin)} min`, en: `fixed ${n(s.paceMin)} min` }),
  care: (s, n) => ({ fr: `soin ${n(s.careMin)} min`, en: `care ${n(s.careMin)} min` }),
  hurry: (s, n) => ({ fr: `hâte ${n(s.hurryMin)} min`, en: `hurry ${n(s.hurryMin)} min` }),
  queueThreshold: (s, n) => ({
    fr: `seuil de file ${n(s.slowMin)}/${n(s.fastMin)} @${n(s.atWaiting)}`,
    en: `queue threshold ${n(s.slowMin)}/${n(s.fastMin)} @${n(s.atWaiting)}`,
  }),
  waitThreshold: (s, n) => ({
    fr: `seuil d’attente ${n(s.slowMin)}/${n(s.fastMin)} @${n(s.atMin)} min`,
    en: `wait threshold ${n(s.slowMin)}/${n(s.fastMin)} @${n(s.atMin)} min`,
  }),
  priceTable: () => ({ fr: 'table de prix', en: 'price table' }),
  priceNext: (s, n) => ({
    fr: `prix des ${n(s.horizonMin)} min`,
    en: `price of next ${n(s.horizonMin)} min`,
  }),
  priceNextNeed: (s, n) => ({
    fr: `prix des ${n(s.horizonMin)} min, besoin`,
    en: `price of next ${n(s.horizonMin)} min, need`,
  }),
  coordinated: (s, n) => ({
    fr: `un attend, un conclut ${n(s.careMin)} min`,
    en: `one waits, one ends ${n(s.careMin)} min`,
  }),
  avoidance: (s, n) => ({
    fr: `évitement ${n(s.paceMin)} min`,
    en: `avoidance ${n(s.paceMin)} min`,
  }),
  disengagement: (s, n) => ({
    fr: `désengagement ${n(s.paceMin)} min`,
    en: `disengagement ${n(s.paceMin)} min`,
  }),
  natural: (s, n) => ({ fr: `naturel ${n(s.paceMin)} min`, en: `natural ${n(s.paceMin)} min` }),
  professional: (s, n) => ({
    fr: `rencontre ${n(s.paceMin)} min`,
    en: `professional ${n(s.paceMin)} min`,
  }),
  script: (s, n) => ({ fr: `script ${n(s.paceMin)} min`, en: `script ${n(s.paceMin)} min` }),
};

/** Settings already in those words. */
const SAID: readonly string[] = [
  ...['paceMin', 'careMin', 'hurryMin', 'slowMin', 'fastMin'],
  ...['atWaiting', 'atMin', 'horizonMin'],
];

const listed = (words: readonly string[], language: Language): string =>
  words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} ${language === 'fr' ? 'et' : 'and'} ${words.at(-1)}`;

/** The words of one study in one language. */
export class StudyWords {
  /** What each policy is called, by number. */
  readonly names: readonly string[];
  readonly numbers: Numbers;
  private readonly compared: Compared;
  private readonly language: Language;

  constructor(compared: Compared, language: Language) {
    this.compared = compared;
    this.language = language;
    this.numbers = new Numbers(language);
    this.names = compared.players.map((player) => this.nameOf(player));
  }

  say(fr: string, en: string): string {
    return this.language === 'fr' ? fr : en;
  }

  short(x = Number.NaN): string {
    return new Intl.NumberFormat(this.language, { maximumFractionDigits: 2 }).format(x);
  }

  percent(share: number): string {
    // Never 100 % for what is not all.
    return `${this.numbers.fixed(Math.floor(share * 1_000 + 1e-9) / 10, 1)} %`;
  }

  private nameOf({ scenario, variant }: Player): string {
    const settings = policyOf(scenario);
    if (settings === null) return variant.asked;
    const name = NAMES[settings.name](settings, (x) => this.short(x))[this.language];
    const others = Object.entries(variant.settings).filter(([key]) => !SAID.includes(key));
    return [name, ...others.map(([key, value]) => `${key}=${String(value)}`)].join(' ');
  }

  private called(policies: readonly number[]): string {
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
  guarantee(delta: number): string {
    const { selection } = this.compared.ranking;
    const zone = new Intl.NumberFormat(this.language, { maximumSignificantDigits: 3 }).format(
      delta,
    );
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
    return `${open}${this.remedy(selection.bound, going, delta, this.likeFirst(inside))}`;
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
  ): string {
    // Days fall with the square of the zone; rounded up to hundredths.
    const { most } = SELECTION_RULE;
    const enough = delta * Math.sqrt(Math.max(4, (bound ?? 0) / most));
    const wider = (Math.ceil(100 * enough - 1e-9) / 100).toFixed(2).replace(/0$/, '');
    if (bound === null)
      return this.say(
        ' ; il y faut au moins 20 journées : ajoutez --replications 100.',
        '; at least 20 days are needed: add --replications 100.',
      );
    if (going && bound <= most)
      return this.say(
        ` ; ${bound} journées suffiront : --replications ${bound}, ou une zone plus large, par exemple --delta ${wider}.`,
        `; ${bound} days will be enough: --replications ${bound}, or a wider zone, for instance --delta ${wider}.`,
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
      ` ; il y faudrait plus de ${days} journées : élargissez la zone, par exemple --delta ${wider}${equal}.`,
      `; it would take more than ${days} days: widen the zone, for instance --delta ${wider}${equal}.`,
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

  /** How the ranking stands under other weights: a sentence, then a line for each winner. */
  weighing(kind: 'cost' | 'lived'): string[] {
    const weighing = this.compared.ranking.weights[kind];
    if (weighing === null) return [];
    const { verdict, winners } = weighing;
    const head = kind === 'cost' ? this.say('Coûts', 'Costs') : this.say('Vécu', 'Experience');
    const colon = this.say(' : ', ': ');
    if (verdict === 'stated') {
      const share = this.percent(winners.reduce((sum, one) => sum + one.share, 0));
      const who = this.called(winners.map(({ policy }) => policy));
      const [fr, en] = winners.length > 1 ? ['gagnent', 'win'] : ['gagne', 'wins'];
      return [
        this.say(
          `${head} : ${who} ${fr} dans ${share} des pondérations.`,
          `${head}: ${who} ${en} in ${share} of the weightings.`,
        ),
      ];
    }
    const told = winners.filter(({ share }) => share >= LEAST_SHARE);
    const depends = this.say('dépend de ce que l’on privilégie.', 'depends on what you value.');
    return [
      `${head}${colon}${depends}`,
      ...told.map(({ central, policy, share }) => {
        const when = kind === 'cost' ? this.dearer(central) : this.valued(central);
        return `  ${this.percent(share).padStart(7)} ${this.called([policy])}, ${when}`;
      }),
    ];
  }

  /** Weights of lived experience in words; a quarter each is no preference. */
  private valued(central: readonly number[]): string {
    const parts = [
      this.say('la résolution', 'resolution'),
      this.say('l’attente', 'waiting'),
      this.say('l’effort', 'effort'),
      this.say('la relation', 'the relationship'),
    ];
    const told = (i: number): string => `${parts[i]} (${this.percent(central[i] as number)})`;
    const all = parts.map((_, i) => i);
    const much = all.filter((i) => (central[i] as number) > 0.25 * MUCH);
    const little = all.filter((i) => (central[i] as number) < 0.25 / MUCH);
    if (much.length + little.length === 0)
      return this.say('sans rien privilégier', 'with no particular preference');
    const [most, least] = [much, little].map((some) => listed(some.map(told), this.language));
    const and = this.say(', et peu ', ', and what counts little is ');
    if (little.length === 0)
      return this.say(`si compte surtout ${most}`, `where what counts most is ${most}`);
    if (much.length === 0)
      return this.say(`si compte peu ${least}`, `where what counts little is ${least}`);
    return this.say(`si compte surtout ${most}`, `where what counts most is ${most}`) + and + least;
  }

  /** Costs in words, beside what each is over all draws. */
  private dearer(central: readonly number[]): string {
    const { abandoned, lost, unresolved } = this.compared.costs;
    const parts = [
      { cost: abandoned, name: this.say('un abandon', 'an abandonment') },
      { cost: unresolved, name: this.say('un contact en vain', 'a fruitless contact') },
      { cost: lost, name: this.say('un client perdu', 'a lost customer') },
    ];
    const said = parts.flatMap(({ cost, name }, i) => {
      const drawn = central[i + 1] as number;
      const usual = cost * MEAN_OF_SPREAD;
      if (usual === 0 || (drawn < usual * MUCH && drawn > usual / MUCH)) return [];
      const [fr, en] = drawn > usual ? ['coûte plus', 'costs more'] : ['coûte moins', 'costs less'];
      const [is, was] = [this.short(drawn), this.short(usual)];
      return this.say(
        `${name} ${fr} (${is} wme ; ${was} en moyenne)`,
        `${name} ${en} (${is} wme; ${was} on average)`,
      );
    });
    if (said.length === 0)
      return this.say('aux coûts donnés ou presque', 'at the given costs or close to them');
    return `${this.say('où', 'where')} ${listed(said, this.language)}`;
  }
}

/** So many journeys unfinished, or more, are told of. */
const UNFINISHED = 0.05;
/** Who is first in fewer draws is not told of. */
const LEAST_SHARE = 0.01;
/** A weight this many times its usual value is worth a word. */
const MUCH = 1.15;
/** Mean of a weight drawn log-uniformly from a third to three times: (3 - 1/3) / (2 ln 3). */
const MEAN_OF_SPREAD = (3 - 1 / 3) / (2 * Math.log(3));

/** What the figures marked * rest on; where it stands in a scenario. */
const HYPOTHESES: readonly (readonly [where: string, what: Says])[] = [
  ['resolution.tauMin', { fr: 'ce que le temps résout', en: 'what time resolves' }],
  ['need.cv', { fr: 'les besoins', en: 'needs' }],
  ['returns.backProbability', { fr: 'qui appelle de nouveau', en: 'who calls again' }],
  [
    'cost.unresolved',
    { fr: 'ce que coûte un contact en vain', en: 'what a fruitless contact costs' },
  ],
  ['score.weights', { fr: 'les poids du vécu', en: 'the weights of the experience' }],
  ['wait.perception', { fr: 'l’attente ressentie', en: 'how waits are felt' }],
  [
    'score.perExtraCall',
    { fr: 'l’effort d’appeler de nouveau', en: 'the effort of calling again' },
  ],
];

interface Hypothesis {
  readonly parameter: string;
  readonly grade: string;
  readonly what: Says;
}

/** The hypotheses of every study, with the grade that the schema gives them. */
export function hypotheses(): Hypothesis[] {
  type Shape = { readonly grade?: string; readonly properties?: Record<string, Shape> };
  const root = scenarioJsonSchema() as Shape;
  return HYPOTHESES.map(([where, what]) => {
    const parameter = `arbitration.${where}`;
    let shape: Shape | undefined = root;
    for (const step of parameter.split('.')) shape = shape?.properties?.[step];
    return { parameter, grade: shape?.grade ?? '', what };
  });
}

/** The foot of the table. */
export const hypothesesSays = (language: Language): string => {
  const all = hypotheses().map(({ grade, what }) => `${what[language]} (${grade})`);
  return language === 'fr'
    ? `* Hypothèses, avec leur degré (A théorème, B étude publiée, C chiffre de praticien, D supposé) : ${all.join(', ')}.`
    : `* Hypotheses, with their grade (A theorem, B published, C practitioners’ figure, D assumed): ${all.join(', ')}.`;
};
