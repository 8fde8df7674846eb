import { z } from 'zod';
import { part } from './arbitration-fields.ts';
import { count, real, share } from './fields.ts';

/**
 * What a person at a desk does on the line, gesture by gesture (RULES G). It is part of the
 * arbitration, which it needs, and not of `desk`; without it persons meet callers as the computer
 * does. Every size is a hypothesis (grade D), chosen so that it can be felt within ten minutes.
 */

const D = { grade: 'D' } as const;
const seconds = (most: number, says: string) => real(0.1, most, says, { unit: 's', ...D });

/** The worlds whose callers have words (play/scenes). */
const SCENES = ['town-hall', 'little-station'] as const;
export type SceneName = (typeof SCENES)[number];

/** What a chapter may leave out. */
const LEARNT_MOVES = [
  'breathe',
  'listen',
  'explain',
  'acknowledge',
  'refuse',
  'limit',
  'transfer',
  'brief',
  'promise',
  'hold',
  'notReady',
  'mask',
  'signal',
] as const;
export type LearntMove = (typeof LEARNT_MOVES)[number];

/** The moves that a day leaves out. */
export const leftOut = ({
  moves,
}: {
  readonly moves?: readonly LearntMove[] | undefined;
}): readonly LearntMove[] =>
  moves === undefined ? [] : LEARNT_MOVES.filter((one) => !moves.includes(one));

const cord = part('A hidden cause brings some of the callers, until it is found.', {
  share: share('Of first callers, those whom it brings.', { neutral: 0, ...D }).default(0.3),
  causes: count(2, 6, 'How many causes one may suspect.', D).default(3),
  signals: count(1, 100, 'So many signals that name the right one switch it off.', D).default(2),
  afterMin: real(0, 600, 'After the last of them, so much later.', { unit: 'min', ...D }).default(
    1,
  ),
});

export const Gestures = part('What a person at a desk does with a caller is done by gestures.', {
  scene: z.enum(SCENES).default('town-hall').meta({
    description: 'The world whose words callers speak.',
  }),
  chapter: count(0, 9, 'The chapter of the game whose day this is; 0: a whole shift.').optional(),
  moves: z.array(z.enum(LEARNT_MOVES)).max(LEARNT_MOVES.length).optional().meta({
    description: 'The moves of this day besides answering and concluding; absent: all of them.',
  }),
  breathS: seconds(600, 'A breath.').default(20),
  breathGain: share('Of the energy that is missing, what a breath gives back.', {
    neutral: 0,
    ...D,
  }).default(0.06),
  acknowledgeS: seconds(600, 'Recognising a criticism or a complaint.').default(10),
  refuseS: seconds(600, 'Saying no.').default(6),
  withS: seconds(600, 'Each of what may go with it: the reason, what can be done instead.').default(
    6,
  ),
  briefS: seconds(600, 'Telling a colleague the whole story before handing on.').default(25),
  claims: share('Callers who ask for something besides, which may not be due to them.', {
    neutral: 0,
    ...D,
  }).default(0),
  undue: share('Of those, whose claim is not due.', D).default(0.6),
  acceptBare: share('Of refusals with nothing beside them, those that are taken.', D).default(0.2),
  acceptWith: share('More of them with each of the two.', D).default(0.35),
  cord,
});
