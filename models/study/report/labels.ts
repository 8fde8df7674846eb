import type { Scenario } from '../../scenario/scenario.ts';
import type { Says } from '../../words/problem.ts';

/** What the measures of the table are called, in its order; chapters begin with their title. */
export interface Chapter {
  readonly title: Says;
  readonly measures: readonly (readonly [name: string, label: Says])[];
}

const says = (fr: string, en: string): Says => ({ fr, en });

/** Each by its denominator, which the title announces: they differ by many points on one day. */
const serviceLevel = (target: number, short: number): Chapter => ({
  title: says(
    `Niveau de service, cible ${target} s, parmi :`,
    `Service level, target ${target} s, out of:`,
  ),
  measures: [
    [
      'serviceLevelF1',
      says(
        'F1  répondus + abandons (sous cible : tenus)',
        'F1  answered + abandoned (within target: met)',
      ),
    ],
    ['serviceLevelF2', says('F2  répondus seulement', 'F2  answered only')],
    ['serviceLevelF3', says('F3  répondus + abandons (usuel)', 'F3  answered + abandoned (usual)')],
    ['serviceLevelF4', says('F4  répondus + abandons tardifs', 'F4  answered + abandoned late')],
    [
      'serviceLevelF5',
      says(
        `F5  répondus + abandons (courts, ${short} s : tenus)`,
        `F5  answered + abandoned (short, ${short} s: met)`,
      ),
    ],
    [
      'serviceLevelOffered',
      says('Tous les appels offerts, refusés compris', 'All calls offered, blocked included'),
    ],
  ],
});

const VOLUME: Chapter = {
  title: says('Volume par jour', 'Volume a day'),
  measures: [
    ['firstAttempts', says('Premiers appels', 'First calls')],
    ['repeatAttempts', says('Nouveaux appels, en tout', 'Repeat calls, in all')],
    ['repeatAfterAbandoned', says('  après un abandon', '  after an abandonment')],
    ['repeatAfterBlocked', says('  après un refus', '  after being blocked')],
    ['repeatAfterServed', says('  après un service', '  after service')],
    ['offered', says('Volume total offert', 'Total volume offered')],
    ['repeatShare', says('  part des nouveaux appels', '  share of repeat calls')],
    ['answered', says('Répondus', 'Answered')],
    ['answeredInTarget', says('  dans la cible', '  within target')],
    [
      'accessibility',
      says('Accessibilité (répondus / offerts)', 'Accessibility (answered / offered)'),
    ],
    ['abandoned', says('Abandons', 'Abandoned')],
    ['abandonedShort', says('  courts', '  short')],
    ['abandonedLong', says('  les autres', '  the others')],
    ['blocked', says('Refusés', 'Blocked')],
    ['blockedRate', says('  part des offerts', '  share of offered')],
    ['handled', says('Traités jusqu’au bout', 'Handled to the end')],
    ['transferred', says('Transférés', 'Transferred')],
    ['droppedInTransfer', says('  abandons après transfert', '  abandoned after transfer')],
    [
      'unfinished',
      says('Encore en cours à la fin du jour', 'Still in progress at the end of the day'),
    ],
  ],
};

const WAITING: Chapter = {
  title: says('Attente', 'Waiting'),
  measures: [
    ['abandonRate', says('Taux d’abandon', 'Abandonment rate')],
    ['averageSpeedOfAnswer', says('Attente moyenne des répondus', 'Average speed of answer')],
    ['meanTimeToAbandon', says('Attente moyenne avant abandon', 'Mean time to abandon')],
    ['meanWait', says('Attente moyenne, abandons compris', 'Mean wait, abandonments included')],
    [
      'meanWaitPerCaller',
      says('  par client, tous ses appels', '  per caller, over all their calls'),
    ],
    ['waitP50', says('Attente médiane (du jour)', 'Median wait (of the day)')],
    ['waitP80', says('Attente dépassée par 1 sur 5', 'Wait exceeded by 1 in 5')],
    ['waitP90', says('Attente dépassée par 1 sur 10', 'Wait exceeded by 1 in 10')],
    ['waitP95', says('Attente dépassée par 1 sur 20', 'Wait exceeded by 1 in 20')],
    ['waitP99', says('Attente dépassée par 1 sur 100', 'Wait exceeded by 1 in 100')],
    [
      'worstTenthWait',
      says('Attente moyenne du dixième le plus mal servi', 'Mean wait of the worst-served tenth'),
    ],
    ['longestWaitAnswered', says('Plus longue attente du jour', 'Longest wait of the day')],
    ['longestWaitAbandoned', says('  de ceux qui ont raccroché', '  of those who gave up')],
    ['queueLength', says('Appels en attente, en moyenne', 'Calls waiting, on average')],
    ['queueLengthMax', says('  au plus, du jour', '  at most, of the day')],
  ],
};

const ARBITRATION: Chapter = {
  title: says('Vécu et arbitrage (hypothèses)', 'Experience and arbitration (hypotheses)'),
  measures: [
    ['costPerCustomer', says('Coût par client, en minutes d’attente', 'Cost per customer, wme')],
    ['attemptsPerCustomer', says('Appels par client', 'Calls per customer')],
    ['firstContactResolution', says('Résolus au premier contact', 'First-contact resolution')],
    ['resolutionEasy', says('  besoins faciles', '  easy needs')],
    ['resolutionMiddle', says('  besoins moyens', '  medium needs')],
    ['resolutionHard', says('  besoins difficiles', '  hard needs')],
    [
      'unresolvedPerCustomer',
      says('Contacts en vain par client', 'Fruitless contacts per customer'),
    ],
    ['lostPerCustomer', says('Clients perdus', 'Customers lost')],
    ['tomorrowPerCustomer', says('Appelleront encore demain', 'Will call again tomorrow')],
    [
      'workPerContact',
      says('Travail de résolution par contact', 'Work towards a solution per contact'),
    ],
    ['lived', says('Vécu client, sur 100', 'Customer experience, out of 100')],
    [
      'livedEasy',
      says('  besoins faciles, qui ont eu quelqu’un', '  easy needs, among those answered'),
    ],
    ['livedMiddle', says('  besoins moyens', '  medium needs')],
    ['livedHard', says('  besoins difficiles', '  hard needs')],
    ['livedUnmet', says('  n’ont jamais eu personne', '  never answered')],
    ['livedP10', says('Vécu du dixième le plus mal servi', 'Experience of the worst-served tenth')],
    ['livedPoorly', says('Vécus sous 50', 'Experience below 50')],
    [
      'livedStrict',
      says('Vécu strict : rien n’y compense un manque', 'Strict: no strength offsets a weakness'),
    ],
    ['livedResolution', says('Parts du vécu : résolution', 'Its parts: resolution')],
    ['livedWait', says('  attente', '  wait')],
    ['livedEffort', says('  effort', '  effort')],
    ['livedRelation', says('  relation', '  relationship')],
  ],
};

const CALL_BACKS: Chapter = {
  title: says('Rappels promis (hypothèses)', 'Call-backs (hypotheses)'),
  measures: [
    ['callBacksPromised', says('Ont raccroché pour être rappelés', 'Hung up to be called back')],
    ['calledBack', says('Rappelés', 'Called back')],
    ['callBackDelay', says('  au bout de, en moyenne', '  after, on average')],
    ['callBacksInVain', says('Rappels manqués', 'Call-backs missed')],
  ],
};

const TEAM: Chapter = {
  title: says('Équipe', 'Team'),
  measures: [
    ['scheduled', says('Effectif planifié, heures ouvertes', 'Heads scheduled, while open')],
    ['present', says('  présent', '  present')],
    ['paid', says('  payé (planifié + dépassements)', '  paid (scheduled + overtime)')],
    ['staffed', says('  présent jusqu’au dernier appel', '  present, to the last call')],
    [
      'utilisation',
      says('Taux d’utilisation (occupé / planifié)', 'Utilisation (busy / scheduled)'),
    ],
    [
      'occupancyToClosing',
      says('Taux d’occupation, heures ouvertes', 'Occupancy (busy / ready), while open'),
    ],
    ['occupancy', says('  au dernier appel (occupé / disponible)', '  to the last call')],
    ['averageHandlingTime', says('Durée moyenne de traitement', 'Average handling time')],
    ['averageTalkTime', says('  en ligne', '  on the line')],
    ['averageHoldTime', says('    mis en attente', '    on hold')],
    ['averageWrapUpTime', says('  clôture', '  after-call work')],
  ],
};

/** The chapters of a scenario's report; those of arbitration only where there is any. */
export const chaptersOf = ({ arbitration, serviceLevel: level }: Scenario): readonly Chapter[] => [
  serviceLevel(level.targetS, level.shortAbandonS),
  VOLUME,
  WAITING,
  ...((arbitration?.callback?.accept ?? 0) > 0 ? [CALL_BACKS] : []),
  ...(arbitration === undefined ? [] : [ARBITRATION]),
  TEAM,
];

/** Columns of the tables by interval, type and group. */
export const COLUMNS: readonly (readonly [name: string, label: Says])[] = [
  ['offered', says('offerts', 'offered')],
  ['firstAttempts', says('premiers', 'first')],
  ['answered', says('répondus', 'answered')],
  ['abandonRate', says('abandon', 'abandoned')],
  ['serviceLevelF3', says('F3', 'F3')],
  ['averageSpeedOfAnswer', says('attente', 'wait')],
  ['staffed', says('présents', 'staffed')],
  ['occupancy', says('occupation', 'occupancy')],
];

export const CUTS = {
  day: says('Jour', 'Day'),
  intervals: says('Par intervalle d’arrivée', 'By interval of arrival'),
  types: says('Par type d’appel', 'By type of call'),
  groups: says('Par groupe', 'By group'),
  after: says('après', 'after'),
} as const;
