import { readScenario } from '../scenario/read.ts';
import type { Scenario, ScenarioFile } from '../scenario/scenario.ts';
import type { Says } from '../words/problem.ts';
import { type Differs, dayOf } from './chapter-days.ts';

/**
 * The nine chapters of the game, one idea each: a day, the moves allowed, a goal in one sentence,
 * three lines of briefing.
 */

export interface Chapter {
  /** How its day is asked for. */
  readonly id: string;
  readonly number: number;
  readonly title: Says;
  readonly goal: Says;
  readonly briefing: readonly [Says, Says, Says];
  /** The two voices and the price of a minute are shown. */
  readonly weighs: boolean;
  readonly day: Differs;
}

const says = (fr: string, en: string): Says => ({ fr, en });

const QUIET = [20, 20, 22, 24, 24, 24, 24, 20];
const LINE = [36, 50, 72, 84, 84, 72];
/** Nobody is offered to be called back, but by whoever talks with them. */
const CALL_BACK = { accept: 0, deadlineMin: 4, reserve: 0, waitCost: 0.3 } as const;
/** Every difficulty of the town hall at once. */
const ROUGH = {
  difficult: {
    ...{ start: [0.5, 0.2, 0.2, 0.1], up: [0.2, 0.4, 0.4], down: [0.6, 0.6, 0.5] },
    ...{ extraMin: [0.1, 0.2, 0.2], limitHolds: 0.6 },
  },
  energy: { start: 0.8, drain: 0.45, idle: 0.4, ignoredLoss: 0.12, protocolLoss: 0.04 },
} satisfies Differs['parts'];

/** The same, less often, of a day that lasts longer. */
const LONG: Differs['parts'] = {
  difficult: { ...ROUGH.difficult, start: [0.54, 0.19, 0.18, 0.09] },
  energy: { ...ROUGH.energy, drain: 0.33, ignoredLoss: 0.08 },
};

export const CHAPTERS: readonly Chapter[] = [
  {
    ...{ id: 'chapitre-1', number: 1, weighs: false },
    title: says('Décrocher, écouter', 'Pick up, and listen'),
    goal: says(
      'Que chacun reparte avec sa réponse, et se soit senti écouté.',
      'Let everyone leave with an answer, and feel they were heard.',
    ),
    briefing: [
      says(
        'Vous décrochez : le client dit une phrase.',
        'You pick up: the caller says a sentence.',
      ),
      says(
        'Écouter prend du temps, et montre ce qui ne se dit pas.',
        'Listening takes time, and shows what is not said.',
      ),
      says(
        'Sinon vous traitez sa demande. Deux minutes suffisent souvent ; puis concluez.',
        'Otherwise you work on the matter. Two minutes often do; then conclude.',
      ),
    ],
    day: {
      ...{ minutes: 16, perHour: [18, 18, 20, 22], colleagues: 0, patienceS: 1_800 },
      parts: { difficult: { start: [0.95, 0.05, 0, 0], extraMin: [0.1, 0.2, 0.2] } },
      gestures: { moves: ['listen'] },
    },
  },
  {
    ...{ id: 'chapitre-2', number: 2, weighs: false },
    title: says('La file', 'The queue'),
    goal: says(
      'Que personne n’attende trop, sans bâcler celui que vous avez.',
      'Let nobody wait too long, without rushing the caller you have.',
    ),
    briefing: [
      says('Ceux qui attendent finissent par raccrocher.', 'Those who wait end up hanging up.'),
      says('La plupart rappellent, moins patients.', 'Most of them call again, less patient.'),
      says(
        'Une attente en cours d’appel est une attente aussi.',
        'Being put on hold is waiting too.',
      ),
    ],
    day: { minutes: 14, perHour: LINE, colleagues: 1, gestures: { moves: ['listen', 'hold'] } },
  },
  {
    ...{ id: 'chapitre-3', number: 3, weighs: false },
    title: says('Le bon besoin', 'The real need'),
    goal: says(
      'Trouvez ce qu’il faut vraiment à chacun, et qu’il n’ait pas à rappeler.',
      'Find out what each one really needs, so that nobody has to call again.',
    ),
    briefing: [
      says(
        'Un mot trahit l’humeur, ou le besoin : tendez l’oreille.',
        'One word betrays the mood, or the need: prick up your ears.',
      ),
      says(
        'Sans écoute, on travaille parfois pour rien.',
        'Without listening, one sometimes works for nothing.',
      ),
      says('Expliquer évite l’appel d’après.', 'Explaining spares the call after this one.'),
    ],
    day: {
      ...{ minutes: 16, perHour: QUIET, colleagues: 0, scene: 'little-station' as const },
      need: { mean: 1, cv: 1.2, stance: 'mixed' },
      nextProbability: 0.6,
      gestures: { moves: ['listen', 'explain', 'hold'] },
    },
  },
  {
    ...{ id: 'chapitre-4', number: 4, weighs: true },
    title: says('La minute', 'The minute'),
    goal: says(
      'Donnez chaque minute à qui elle sert le plus.',
      'Give each minute where it helps most.',
    ),
    briefing: [
      says(
        'Deux voix : « prends soin de lui », « dépêche-toi ».',
        'Two voices: “take care of them”, “hurry up”.',
      ),
      says(
        'Chaque minute a un prix : ce qu’elle coûte aux autres.',
        'Each minute has a price: what it costs the others.',
      ),
      says(
        'Refusée, elle peut revenir en second appel.',
        'Refused, it may come back as a second call.',
      ),
    ],
    day: {
      ...{ minutes: 14, perHour: LINE, colleagues: 1 },
      gestures: { moves: ['listen', 'explain', 'hold'] },
    },
  },
  {
    ...{ id: 'chapitre-5', number: 5, weighs: true },
    title: says('Passer le relais', 'Handing on'),
    goal: says(
      'Passez à d’autres ce qu’ils font mieux, sans perdre personne en route.',
      'Hand on what others do better, and lose nobody on the way.',
    ),
    briefing: [
      says(
        'Les dossiers sont l’affaire d’un autre service.',
        'Casework is the business of another service.',
      ),
      says('À froid, tout est à redire.', 'Handed on cold, all has to be said again.'),
      says(
        'En racontant tout à un collègue, rien ne se perd.',
        'Tell a colleague everything, and nothing is lost.',
      ),
    ],
    day: {
      ...{ minutes: 14, perHour: [30, 42, 56, 64, 64, 56], colleagues: 1 },
      otherPerHour: [24, 36, 44, 50, 50, 44],
      parts: { callback: CALL_BACK },
      gestures: { moves: ['listen', 'explain', 'hold', 'transfer', 'brief', 'promise'] },
    },
  },
  {
    ...{ id: 'chapitre-6', number: 6, weighs: true },
    title: says('Dire non', 'Saying no'),
    goal: says(
      'Refusez ce qui n’est pas dû, et seulement cela.',
      'Refuse what is not due, and nothing else.',
    ),
    briefing: [
      says(
        'On vous réclame parfois ce qui n’est pas dû ; parfois si.',
        'People sometimes claim what is not due; sometimes it is.',
      ),
      says('Écouter dit lequel des deux.', 'Listening tells which.'),
      says(
        'Un non se reçoit mieux avec « parce que » et « je peux ».',
        'A no goes down better with “because” and “what I can do”.',
      ),
    ],
    day: {
      ...{ minutes: 14, perHour: [36, 50, 66, 78, 78, 66], colleagues: 1 },
      gestures: {
        moves: ['listen', 'explain', 'hold', 'refuse', 'acknowledge'],
        claims: 0.6,
      },
      parts: { difficult: { start: [0.9, 0.08, 0.02, 0], extraMin: [0.1, 0.2, 0.2] } },
    },
  },
  {
    ...{ id: 'chapitre-7', number: 7, weighs: true },
    title: says('L’émotion', 'Emotion'),
    goal: says(
      'Tenez la journée : la leur, et la vôtre.',
      'Get through the day: theirs, and yours.',
    ),
    briefing: [
      says(
        'Une critique reconnue retombe ; ignorée, elle monte.',
        'A criticism that is recognised dies down; ignored, it grows.',
      ),
      says(
        'L’incivilité appelle une limite, posée une fois.',
        'Incivility calls for a limit, set once.',
      ),
      says('Le souffle se perd, et se reprend.', 'Breath is lost, and caught again.'),
    ],
    day: {
      ...{ minutes: 14, perHour: [36, 50, 66, 78, 78, 66], colleagues: 1 },
      parts: ROUGH,
      slides: true,
      gestures: {
        moves: ['listen', 'explain', 'hold', 'breathe', 'acknowledge', 'limit', 'mask'],
      },
    },
  },
  {
    ...{ id: 'chapitre-8', number: 8, weighs: true },
    title: says('L’anomalie', 'Something is wrong'),
    goal: says(
      'Trouvez ce qui fait appeler tout ce monde, et faites-le réparer.',
      'Find out what makes all these people call, and have it mended.',
    ),
    briefing: [
      says('Plusieurs clients racontent la même histoire.', 'Several callers tell the same story.'),
      says(
        'Après un appel, vous pouvez tirer la corde : cela prend du temps.',
        'After a call you may pull the cord: it takes time.',
      ),
      says(
        'Deux signalements justes, et ces appels cessent.',
        'Two correct reports, and those calls stop.',
      ),
    ],
    day: {
      ...{ minutes: 16, perHour: [50, 72, 96, 110, 110, 96], colleagues: 2 },
      scene: 'little-station',
      gestures: {
        moves: ['listen', 'explain', 'hold', 'breathe', 'signal'],
        cord: { share: 0.5, causes: 3, signals: 2, afterMin: 0.5 },
      },
    },
  },
  {
    ...{ id: 'chapitre-9', number: 9, weighs: true },
    title: says('La journée', 'The whole day'),
    goal: says('Tout à la fois : à vous de juger.', 'Everything at once: it is for you to judge.'),
    briefing: [
      says(
        'Tous les gestes sont là, tous les clients aussi.',
        'All moves are here, all callers too.',
      ),
      says('Aucune habitude ne gagne toujours.', 'No habit always wins.'),
      says('Les deux voix ont raison, chacune son tour.', 'Both voices are right, in turn.'),
    ],
    day: {
      ...{ minutes: 20, perHour: [20, 30, 36, 44, 48, 48, 44, 36, 30], colleagues: 1 },
      otherPerHour: [20, 28, 34, 40, 44, 44, 40, 34, 28],
      parts: { ...LONG, callback: CALL_BACK },
      slides: true,
      gestures: {
        ...{ claims: 0.45 },
        cord: { share: 0.3, causes: 3, signals: 2, afterMin: 0.5 },
      },
    },
  },
];

/** For a living: a whole shift, with a target, in which one tires. */
export const SHIFT: Chapter = {
  ...{ id: 'poste', number: 0, weighs: true },
  title: says('Un poste entier', 'A whole shift'),
  goal: says(
    'Huit appels sur dix pris en trente secondes, et vous debout à la fin.',
    'Eight calls in ten answered in thirty seconds, and you still standing.',
  ),
  briefing: [
    says('Une demi-heure d’affilée, sans chapitre ni leçon.', 'Half an hour on end, no lesson.'),
    says(
      'L’objectif est affiché ; la fatigue, elle, se sent.',
      'The target shows; fatigue is felt.',
    ),
    says(
      'Souffler coûte aux autres, et vous tient.',
      'A breath costs the others, and keeps you going.',
    ),
  ],
  day: {
    // Sized so that the target is within reach, and hurrying reaches it at the callers' cost.
    ...{ minutes: 30, perHour: [21, 28, 35, 42, 42, 42, 38, 34], colleagues: 2 },
    otherPerHour: [8, 13, 17, 17, 17, 17, 13, 8],
    parts: {
      ...ROUGH,
      callback: CALL_BACK,
      energy: { start: 0.8, drain: 0.7, idle: 0.4, ignoredLoss: 0.1 },
    },
    gestures: { claims: 0.3, cord: { share: 0.3, causes: 3, signals: 2, afterMin: 0.5 } },
  },
};

/** The file of a chapter's day, or undefined where there is no such chapter. */
export function chapterFile(id: string): ScenarioFile | undefined {
  const chapter = [...CHAPTERS, SHIFT].find((one) => one.id === id);
  if (chapter === undefined) return undefined;
  const { day, goal, number, title } = chapter;
  const before = number > 0 ? `${number}. ` : '';
  const name = { fr: before + title.fr, en: before + title.en };
  const gestures = { ...day.gestures, chapter: number };
  return dayOf(name, [goal.fr, goal.en], { ...day, gestures });
}

const read = new Map<string, Scenario>();

/** The day of a chapter, ready to run; always the same object. Undefined: no such chapter. */
export function chapterScenario(id: string): Scenario | undefined {
  const known = read.get(id);
  if (known !== undefined) return known;
  const file = chapterFile(id);
  if (file === undefined) return undefined;
  const reading = readScenario(file);
  if (!reading.ok) throw new Error(`${id}: ${JSON.stringify(reading.problems[0])}`);
  read.set(id, reading.scenario);
  return reading.scenario;
}
