import type { Says } from '../../words/problem.ts';
import {
  COMPARED,
  type Compared,
  type ValidatedFigure,
  type ValidatedInterval,
  type Validation,
} from '../fit/validate.ts';
import { clockAt } from './findings.ts';
import { fixed, type Language, short } from './numerals.ts';
import { both, capital, daysIn, sayIn, several } from './said.ts';
import type { Rows } from './study-tables.ts';

/** A validation in words: what it is of, the verdict, and its table. */

const HEADS: Readonly<Record<ValidatedFigure, Says>> = {
  offered: { fr: 'appels', en: 'calls' },
  level: { fr: 'à temps', en: 'in time' },
  abandons: { fr: 'abandons', en: 'lost' },
  waitS: { fr: 'attente', en: 'wait' },
};

/** What is held against what. */
export const validationTitle = (label: Says, { days, played, seed }: Validation): Says =>
  both((say, language) => {
    const [real, many] = [daysIn(days, language), fixed(played, 0, language)];
    return say(
      `${capital(label.fr)} : ${real} de relevé, ${many} simulés (graine « ${seed} »)`,
      `${capital(label.en)}: ${real} of records, ${many} simulated (seed "${seed}")`,
    );
  });

/** No more figures lie outside their bands than chance would put there. */
export function givesBack({ compared, outside }: Validation): boolean {
  const chance = 0.05 * compared;
  return outside <= chance + 2 * Math.sqrt(0.95 * chance);
}

/** How many figures lie outside, and how many would by chance. */
export function validationSays(validation: Validation): Says {
  const { compared, outside } = validation;
  const chance = 0.05 * compared;
  const enough = givesBack(validation);
  return both((say, language) => {
    if (compared === 0)
      return say(
        'Rien ne peut être comparé : le relevé ne dit ni attentes ni abandons, ou tous les jours simulés se ressemblent.',
        'Nothing can be compared: the records tell neither waits nor abandonments, or all simulated days are alike.',
      );
    const out = several(outside, say('chiffre', 'figure'), say('chiffres', 'figures'), language);
    const [all, luck] = [fixed(compared, 0, language), short(chance, 0, language)];
    return say(
      `${out} sur ${all} hors de la bande où les jours simulés tombent 19 fois sur 20 ; le hasard seul en mettrait ${luck} : ${enough ? 'le scénario rend ces jours' : 'le scénario ne rend pas tout de ces jours'}.`,
      `${out} of ${all} outside the band in which simulated days fall 19 times in 20; chance alone would put ${luck} there: ${enough ? 'the scenario gives these days back' : 'the scenario does not give all of these days back'}.`,
    );
  });
}

function figure(key: ValidatedFigure, value: number | null, language: Language): string {
  if (value === null) return '–';
  return fixed(key === 'level' || key === 'abandons' ? 100 * value : value, 1, language);
}

const SIGNS = { '-1': '-', '0': ' ', '1': '+' } as const;

const cellsOf = (key: ValidatedFigure, one: Compared, language: Language): [string, string] => [
  figure(key, one.recorded, language),
  `${figure(key, one.simulated, language)}${SIGNS[one.off]}`,
];

/** Interval by interval, recorded and simulated side by side. */
export function validationTable(validation: Validation, language: Language): Rows {
  const say = sayIn(language);
  const target = short(validation.targetS, 1, language);
  const row = (name: string, of: ValidatedInterval['figures']): [string, ...string[]] => [
    name,
    ...COMPARED.flatMap(([key]) => cellsOf(key, of[key], language)),
  ];
  return {
    title: say(
      `Relevé et simulé, par intervalle d’arrivée : appels offerts, % répondus en ${target} s, % d’abandons, attente des répondus en s ; + simulé trop haut, - trop bas`,
      `Recorded and simulated, by interval of arrival: calls offered, % answered within ${target} s, % abandoned, wait of those answered in s; + simulated too high, - too low`,
    ),
    columns: COMPARED.flatMap(([key]) => [
      { head: HEADS[key][language], width: 9 },
      { head: say('simulé ', 'simul. '), width: 8 },
    ]),
    rows: [
      ...validation.intervals.map(({ beginsMin, figures }) => row(clockAt(beginsMin), figures)),
      row(say('jour', 'day'), validation.day),
    ],
    below: [],
  };
}
