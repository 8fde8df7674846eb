import { scenarioJsonSchema } from '../../scenario/scenario.ts';
import type { Says } from '../../words/problem.ts';
import type { Language } from './numerals.ts';

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

/** What the signs * of a report mean. */
export const hypothesesSays = (language: Language): string => {
  const all = hypotheses().map(({ grade, what }) => `${what[language]} (${grade})`);
  return language === 'fr'
    ? `* Hypothèses, avec leur degré (A théorème, B étude publiée, C chiffre de praticien, D supposé) : ${all.join(', ')}.`
    : `* Hypotheses, with their grade (A theorem, B published, C practitioners’ figure, D assumed): ${all.join(', ')}.`;
};
