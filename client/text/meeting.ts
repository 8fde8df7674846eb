import { PARTING } from '../../models/doors/live.ts';
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
  /** The manner, whatever the matter is; and that of one who has to call again. */
  levels: {
    criticism: 'critique l’accueil',
    complaint: 'se plaint de l’accueil',
    incivility: 'manque de respect',
  },
  levelsAgain: {
    criticism: 'trouve à redire : il faut rappeler',
    complaint: 'se plaint de devoir rappeler',
    incivility: 'manque de respect',
  },
  turns: {
    criticism: 'Le client critique l’accueil.',
    complaint: 'Le client se plaint de l’accueil.',
    incivility: 'Le client manque de respect. Vous pouvez poser une limite.',
  },
  /** What the caller lets know on leaving. */
  parts: {
    content: 'Le client vous remercie : pour lui, c’est réglé.',
    doubtful: 'Le client raccroche avec des doutes : pour lui, ce n’est pas clair.',
    unanswered: 'Le client raccroche sans réponse.',
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
    criticism: 'criticises the service',
    complaint: 'complains about the service',
    incivility: 'is disrespectful',
  },
  levelsAgain: {
    criticism: 'finds fault with having to call again',
    complaint: 'complains about having to call again',
    incivility: 'is disrespectful',
  },
  turns: {
    criticism: 'The caller criticises the service.',
    complaint: 'The caller complains about the service.',
    incivility: 'The caller is disrespectful. You can set a limit.',
  },
  parts: {
    content: 'The caller thanks you: as far as they know, it is settled.',
    doubtful: 'The caller leaves with doubts: it is not clear to them.',
    unanswered: 'The caller leaves without an answer.',
  },
};

const TEXTS = { fr: typesetAll(fr), en };

/** The words of how one meets a caller, in the language of this device. */
export const meetingWords = (): MeetingTexts => TEXTS[language()];

/** Levels of a talk above calm, in order. */
const LEVELS = ['criticism', 'complaint', 'incivility'] as const;

/** In what manner one talks at this level, the first time or again; '' while it is calm. */
export function levelShown(level: number, attempt: number): string {
  const name = LEVELS[level - 1];
  const { levels, levelsAgain } = meetingWords();
  return name ? (attempt > 0 ? levelsAgain : levels)[name] : '';
}

/** The same as a sentence, for those who listen. */
export function levelSaid(level: number): string {
  const name = LEVELS[level - 1];
  return name ? meetingWords().turns[name] : '';
}

/** How a caller took leave, as in PARTING; '' where that is not known. */
export function partingSaid(how: number): string {
  const { parts } = meetingWords();
  if (how === PARTING.content) return parts.content;
  if (how === PARTING.doubtful) return parts.doubtful;
  return how === PARTING.unanswered ? parts.unanswered : '';
}
