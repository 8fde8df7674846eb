import type {
  HumanPart,
  PacePolicyName,
  PolicyShown,
  PublicView,
} from '../../models/doors/scenario.ts';
import { figure } from './figures.ts';
import { language } from './language.ts';
import { meetingWords } from './meeting.ts';
import { typesetAll } from './typeset.ts';

/** By what the computer decides how long a talk lasts, and which hypotheses concern people. */
const fr = {
  title: 'Comment on répond ici',
  /** Each policy: what it is called, and what it does in plain words. */
  names: {
    fixed: 'Rythme fixe',
    care: 'Prendre soin',
    hurry: 'Se dépêcher',
    queueThreshold: 'Seuil de file',
    waitThreshold: 'Seuil d’attente',
    priceTable: 'Suivre la voix la plus forte, d’après une table',
    priceNext: 'Suivre la voix la plus forte',
    priceNextNeed: 'Suivre la voix la plus forte, selon le besoin',
    coordinated: 'Un attend, un conclut',
  } satisfies Record<PacePolicyName, string>,
  worn: (mask: string) => `Masque pour tous : ${mask}`,
  paced: (minutes: string) => `vise ${minutes} min par appel`,
  queue: (slow: string, fast: string, waiting: string) =>
    `vise ${slow} min, puis ${fast} min dès que la file atteint ${waiting}`,
  wait: (slow: string, fast: string, since: string) =>
    `vise ${slow} min, puis ${fast} min dès que quelqu’un attend depuis ${since} min`,
  price: 'on reste tant que la minute vaut plus qu’elle ne coûte aux autres',
  coordinated: (minutes: string) =>
    `vise ${minutes} min ; pour chaque client qui attend, un appel se conclut`,
  slides: 'masques qui changent avec la fatigue',
  slidesWhy:
    'La fatigue, la file ou un client hostile font glisser d’un masque à l’autre, appel après appel.',
  computer: (policy: string) => `sans vous, l’ordinateur : ${policy}`,
  /** How a talk ends, whatever the policy. */
  execution: {
    work: 'On parle jusqu’au but fixé, puis on conclut.',
    exponential: 'Un appel peut finir à tout instant, comme dans les formules.',
  },
  hypotheses: 'Hypothèses sur les personnes',
  hypothesesShort: 'Hypothèses',
  why: 'Des études montrent souvent que ces effets existent ; leur ampleur, ici, est supposée.',
  parts: {
    announce: 'annonces',
    callback: 'rappels',
    discover: 'diagnostic',
    speed: 'aisance',
    fit: 'naturel',
    mood: 'humeurs',
    difficult: 'situations difficiles',
    energy: 'énergie',
    supports: 'appuis',
    gestures: 'gestes',
    masks: 'masques',
  },
  without: 'Sans les hypothèses humaines',
  withoutWithin: 'sans les hypothèses humaines',
  withoutHint:
    'Les mêmes appelants, mais ni humeur, ni fatigue, ni masque : ces effets ne sont que supposés.',
};

type PolicyTexts = typeof fr;

const en: PolicyTexts = {
  title: 'How calls are answered here',
  names: {
    fixed: 'Fixed pace',
    care: 'Take care',
    hurry: 'Hurry',
    queueThreshold: 'Queue threshold',
    waitThreshold: 'Wait threshold',
    priceTable: 'Follow the louder voice, from a table',
    priceNext: 'Follow the louder voice',
    priceNextNeed: 'Follow the louder voice, by need',
    coordinated: 'One waits, one concludes',
  },
  worn: (mask) => `Mask for all: ${mask}`,
  paced: (minutes) => `aims at ${minutes} min a call`,
  queue: (slow, fast, waiting) =>
    `aims at ${slow} min, then ${fast} min once the queue reaches ${waiting}`,
  wait: (slow, fast, since) =>
    `aims at ${slow} min, then ${fast} min once somebody has waited ${since} min`,
  price: 'stays as long as the minute is worth more than it costs the others',
  coordinated: (minutes) =>
    `aims at ${minutes} min; for each caller waiting, one call is concluded`,
  slides: 'masks that change with fatigue',
  slidesWhy:
    'Fatigue, the queue or a hostile caller makes agents slide from mask to mask, call after call.',
  computer: (policy) => `without you, the computer: ${policy}`,
  execution: {
    work: 'Agents talk until the goal is reached, then conclude.',
    exponential: 'A call may end at any moment, as in the formulas.',
  },
  hypotheses: 'Hypotheses about people',
  hypothesesShort: 'Hypotheses',
  why: 'Studies often show that these effects exist; how large they are here is assumed.',
  parts: {
    announce: 'announcements',
    callback: 'call-backs',
    discover: 'diagnosis',
    speed: 'proficiency',
    fit: 'natural fit',
    mood: 'moods',
    difficult: 'difficult talks',
    energy: 'energy',
    supports: 'supports',
    gestures: 'gestures',
    masks: 'masks',
  },
  without: 'Without the human hypotheses',
  withoutWithin: 'without the human hypotheses',
  withoutHint:
    'The same callers, but no moods, no fatigue, no masks: those effects are only assumed.',
};

const TEXTS = { fr: typesetAll(fr), en };

/** The words of policies and human parts, in the language of this device. */
export const policyWords = (): PolicyTexts => TEXTS[language()];

const minutes = (n: number): string => figure(n, [0, 1].find((d) => (n * 10 ** d) % 1 === 0) ?? 2);

/** The name of a policy. */
export function policyName({ name }: PolicyShown): string {
  const { names, worn } = policyWords();
  return name in names
    ? names[name as keyof typeof names]
    : worn(meetingWords().masks[name as keyof ReturnType<typeof meetingWords>['masks']]);
}

/** What it does, in plain words. */
export function policySays(policy: PolicyShown): string {
  const words = policyWords();
  const { careMin, fastMin, hurryMin, name, paceMin, slowMin } = policy;
  switch (name) {
    case 'care':
      return words.paced(minutes(careMin));
    case 'hurry':
      return words.paced(minutes(hurryMin));
    case 'queueThreshold':
      return words.queue(minutes(slowMin), minutes(fastMin), figure(policy.atWaiting));
    case 'waitThreshold':
      return words.wait(minutes(slowMin), minutes(fastMin), minutes(policy.atMin));
    case 'priceTable':
    case 'priceNext':
    case 'priceNextNeed':
      return words.price;
    case 'coordinated':
      return words.coordinated(minutes(careMin));
    default:
      return words.paced(minutes(paceMin));
  }
}

export const isSliding = ({ masks }: PolicyShown): boolean => masks === 'slide';

/** A policy by its name, and that its masks slide. */
export const policyShort = (policy: PolicyShown): string =>
  isSliding(policy) ? `${policyName(policy)} · ${policyWords().slides}` : policyName(policy);

/** The same within a sentence. */
export function policyWithin(policy: PolicyShown): string {
  const short = policyShort(policy);
  return policyWords().computer(short.charAt(0).toLowerCase() + short.slice(1));
}

/** The human parts of a centre, by their short names. */
export const partsOf = ({ arbitration }: PublicView): string[] =>
  (arbitration?.people ?? []).map((part: HumanPart) => policyWords().parts[part]);
