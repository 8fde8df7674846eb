import type { PolicyName } from '../../scenario/policies.ts';
import type { Says } from '../../words/problem.ts';
import type { Player } from '../comparison/field.ts';
import { policyOf } from '../policies.ts';
import { type Language, short } from './numerals.ts';

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

/** What a policy is called, as it is played: its settings that are not in the name come after. */
export function policyName({ scenario, variant }: Player, language: Language): string {
  const settings = policyOf(scenario);
  if (settings === null) return variant.asked;
  const number = (x = Number.NaN): string => short(x, 2, language);
  const name = NAMES[settings.name](settings, number)[language];
  const others = Object.entries(variant.settings).filter(([key]) => !SAID.includes(key));
  return [name, ...others.map(([key, value]) => `${key}=${String(value)}`)].join(' ');
}
