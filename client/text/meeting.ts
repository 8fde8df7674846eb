import { language } from './language.ts';
import { typesetAll } from './typeset.ts';

/** How one meets a caller, in words: the masks, and talks that become difficult. */
const fr = {
  /** A move, and what is chosen with it now. */
  chosen: (move: string, choice: string) => `${move} : ${choice}`,
  /** What each one is called; and what it does, which is supposed and not measured. */
  masks: {
    avoidance: 'évitement',
    disengagement: 'désengagement',
    natural: 'naturel',
    professional: 'rencontre professionnelle',
    script: 'script',
  },
  does: {
    avoidance: 'fuir le contact, abréger : ne coûte presque rien',
    disengagement: 'être là sans y être, laisser à d’autres',
    natural: 'comme cela me vient, selon le client',
    professional: 'aller vers ce client, comme il lui faut : ce qui coûte le plus',
    script: 'les mêmes mots pour tous',
  },
  levels: {
    criticism: 'critique',
    complaint: 'se plaint',
    incivility: 'manque de respect',
  },
  turns: {
    criticism: 'Le client critique.',
    complaint: 'Le client se plaint.',
    incivility: 'Le client manque de respect. Vous pouvez poser une limite.',
  },
};

type MeetingTexts = typeof fr;

const en: MeetingTexts = {
  chosen: (move, choice) => `${move}: ${choice}`,
  masks: {
    avoidance: 'avoidance',
    disengagement: 'disengagement',
    natural: 'natural',
    professional: 'professional encounter',
    script: 'script',
  },
  does: {
    avoidance: 'avoid contact, cut it short: costs next to nothing',
    disengagement: 'be there without being there, leave it to others',
    natural: 'as it comes, depending on the caller',
    professional: 'reach out to this caller, as they need: costs the most',
    script: 'the same words for everyone',
  },
  levels: {
    criticism: 'criticises',
    complaint: 'complains',
    incivility: 'is disrespectful',
  },
  turns: {
    criticism: 'The caller criticises.',
    complaint: 'The caller complains.',
    incivility: 'The caller is disrespectful. You can set a limit.',
  },
};

const TEXTS = { fr: typesetAll(fr), en };

/** The words of how one meets a caller, in the language of this device. */
export const meetingWords = (): MeetingTexts => TEXTS[language()];

/** Levels of a talk above calm, in order. */
const LEVELS = ['criticism', 'complaint', 'incivility'] as const;

/** What a talk at this level has become; '' while it is calm. */
export function levelShown(level: number): string {
  const name = LEVELS[level - 1];
  return name ? meetingWords().levels[name] : '';
}

/** The same as a sentence, for those who listen. */
export function levelSaid(level: number): string {
  const name = LEVELS[level - 1];
  return name ? meetingWords().turns[name] : '';
}
