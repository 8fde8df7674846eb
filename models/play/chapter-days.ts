import type { ScenarioFile } from '../scenario/scenario.ts';

/**
 * The days of the chapters: a small town hall, or a little station, whose sizes are chosen so that
 * one chapter can be lived in some ten minutes (GAME hypotheses, grade D). Each differs from the
 * same plain day by what it is about.
 */

type Arbitration = NonNullable<ScenarioFile['arbitration']>;
type Gestures = NonNullable<Arbitration['gestures']>;
type Type = ScenarioFile['types'][number];

/** What a chapter's day has of its own. */
export interface Differs {
  readonly scene?: Gestures['scene'];
  readonly minutes: number;
  /** First calls per hour, by intervals of two minutes, the last one holding. */
  readonly perHour: number[];
  /** How many of them are for the other service, where there is one. */
  readonly otherPerHour?: number[];
  /** Agents beside the person. */
  readonly colleagues: number;
  readonly gestures: Gestures;
  readonly need?: Type['need'];
  /** Mean patience in line, s. */
  readonly patienceS?: number;
  readonly parts?: Arbitration;
  /** Of those who got their answer and no explanation, who call again with the next matter. */
  readonly nextProbability?: number;
  /** The computer slides into masks, as energy and the line push it. */
  readonly slides?: true;
}

const INTERVAL_MIN = 2;
const NEXT = 0.35;
const NONE = { law: 'deterministic', valueS: 0 } as const;

/** The last value holds to the end of the day. */
const paddedTo = (intervals: number, perHour: readonly number[]): number[] =>
  Array.from({ length: intervals }, (_, i) => perHour[Math.min(i, perHour.length - 1)] as number);

const typeOf = (differs: Differs, perHour: number[], more: Partial<Type>): Type => ({
  id: 'accueil',
  name: { fr: 'L’accueil', en: 'The front desk' },
  perHour: paddedTo(Math.ceil(differs.minutes / INTERVAL_MIN), perHour),
  handling: { law: 'lognormal', meanS: 90, cv: 0.6 },
  wrapUp: NONE,
  patience: { law: 'exponential', meanS: differs.patienceS ?? 300 },
  need: { mean: 1, cv: 0.8, stance: 'mixed', ...differs.need },
  ...more,
});

const OTHER: Partial<Type> = {
  id: 'dossiers',
  name: { fr: 'Les dossiers', en: 'Casework' },
};

/** What every chapter has in common: times in minutes of the day, twice as fast on one's clock. */
const PLAIN: Arbitration = {
  policy: {
    ...({ name: 'priceNext', paceMin: 2, hurryMin: 1.2, careMin: 3.5 } as const),
    ...{ fastMin: 1.5, slowMin: 3, horizonMin: 1.5, capMin: 6 },
  },
  handling: {
    ...{ fixedMin: 0.6, closingMin: 0.1, wrapUpMin: 0.1 },
    ...{ welcomeMin: 0.15, discoverMin: 0.35, explainMin: 0.25 },
  },
  resolution: { tauMin: 0.7 },
  returns: {
    ...{ redialProbability: 0.6, redialDelayMin: 2, backProbability: 0.85, backDelayMin: 3 },
    ...{ autonomy: 0.8 },
  },
  discover: { error0: 0.45 },
  fit: {},
  mood: {},
  difficult: { start: [0.86, 0.11, 0.03, 0], extraMin: [0.1, 0.2, 0.2] },
  energy: { start: 0.9, drain: 0.35, idle: 0.5, ignoredLoss: 0.12, protocolLoss: 0.04 },
};

/** The day of a chapter, as a scenario file. */
export function dayOf(name: ScenarioFile['name'], about: string[], differs: Differs): ScenarioFile {
  const { colleagues, gestures, minutes, otherPerHour, parts, perHour, scene, slides } = differs;
  const { nextProbability = NEXT } = differs;
  const first = typeOf(differs, perHour, {});
  const other = otherPerHour === undefined ? null : typeOf(differs, otherPerHour, OTHER);
  const [fr = '', en = ''] = about;
  const desks = { id: 'accueil', name: { fr: 'L’accueil', en: 'The front desk' } };
  return {
    format: 'contretemps/1',
    name,
    about: { fr, en },
    source: {
      fr: 'Inventé, pour être joué. Tous les chiffres sont des hypothèses.',
      en: 'Invented, to be played. All figures are hypotheses.',
    },
    day: { opensAt: '09:00', lengthMin: minutes, intervalMin: INTERVAL_MIN },
    types: other === null ? [first] : [first, other],
    groups: [
      {
        ...desks,
        staff: 1 + colleagues,
        skills:
          other === null
            ? [{ type: 'accueil' }]
            : [{ type: 'accueil' }, { type: 'dossiers', speed: 0.45 }],
      },
      ...(other === null
        ? []
        : [
            {
              ...{ id: 'dossiers', name: { fr: 'Les dossiers', en: 'Casework' }, staff: 2 },
              skills: [{ type: 'dossiers' }],
            },
          ]),
    ],
    serviceLevel: { targetS: 30, shortAbandonS: 5 },
    desk: { ringS: 30 },
    arbitration: {
      ...PLAIN,
      ...parts,
      returns: { ...PLAIN.returns, nextProbability },
      policy: { ...PLAIN.policy, masks: slides ? 'slide' : 'imposed' },
      gestures: { ...gestures, ...(scene ? { scene } : {}) },
    },
  };
}
