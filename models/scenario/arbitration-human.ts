import { z } from 'zod';
import { always, listed, part } from './arbitration-fields.ts';
import { Gestures } from './arbitration-gestures.ts';
import { count, real, share } from './fields.ts';

/**
 * The human side of the arbitration of time: what waiting callers are told, how agents tire and
 * learn, how people are met (MODEL 3 and 5 to 9). Sizes are hypotheses (grade D) unless said
 * otherwise.
 */

const D = { grade: 'D' } as const;
const factor = (most: number, says: string, meaning: object = {}) =>
  real(0, most, says, { unit: '1', neutral: 1, ...D, ...meaning });
const gain = (most: number, says: string, meaning: object = {}) =>
  real(0, most, says, { unit: '1', neutral: 0, ...D, ...meaning });
const minutes = (most: number, says: string, meaning: object = {}) =>
  real(0, most, says, { unit: 'min', ...D, ...meaning });

const announce = part('Waiting callers are told how long it will take.', {
  estimator: z.enum(['lastServed', 'headOfLine', 'queue']).default('lastServed').meta({
    description:
      'What is told: the wait of the last call that was answered; of the first in line; or the length of the line over the speed of the team.',
  }),
  roundMin: real(0.01, 60, 'The wait is told in steps of this.', { unit: 'min', ...D }).default(1),
  balkScaleMin: real(
    0.01,
    1e6,
    'Who is told w hangs up at once with probability 1 - e^(-w/this); null: nobody does.',
    { unit: 'min', neutral: null, ...D },
  )
    .nullable()
    .default(15),
  hazardBefore: factor(10, 'Haste to give up until the announced wait, times this.').default(0.8),
  hazardAfter: gain(10, 'Per minute past it, haste is multiplied by 1 + .52 times this.', {
    ...listed('announce.hazardAfter', [0, 1], 'B bound'),
  }).default(0.5),
  serviceAfter: real(0, 10, 'Minutes of handling more per minute past it.', {
    unit: 'min/min',
    neutral: 0,
    ...listed('announce.serviceAfter', [0, 0.35], 'B bound'),
  }).default(0.1),
  peaksMin: z
    .array(minutes(600, 'After so long.'))
    .max(20)
    .default([1])
    .meta({ description: 'When a message is played, which makes some give up.', unit: 'min' }),
  peakMass: gain(10, 'Haste spent around each message: the share of patience it takes.', {
    ...listed('patience.announceMass', [0, 0.1], 'B/D'),
  }).default(0.03),
  peakWidthMin: real(0.001, 60, 'Width of each peak.', { unit: 'min', ...D }).default(0.1),
});

const callback = part('Callers told of a long wait may be called back instead.', {
  offerAboveMin: minutes(600, 'Offered when the announced wait is above this.').default(5),
  accept: share('Share that accepts.', {
    neutral: 0,
    ...listed('callback.pAccept', [0, 0.6]),
  }).default(0.4),
  deadlineMin: real(1, 10_000, 'Called back within this.', { unit: 'min', ...D }).default(60),
  reserve: count(0, 2_000, 'Called back while more agents than this are free.', D).default(2),
  unreachable: share('Share that does not answer when called back.', D).default(0.15),
  waitCost: share('Cost of a minute of waiting away from the line, over one on it.', D).default(
    0.15,
  ),
});

const speed = part('Agents differ, learn, hurry and tire; what multiplies the speed of work.', {
  agentSd: gain(2, 'Spread of speed between agents (log), of groups whose own speedCv is 0.', {
    ...listed('speed.agentSd', [0, 0.4], 'B exists, D size'),
  }).default(0.15),
  resolutionSd: gain(5, 'Spread of skill in resolving between agents (logit).').default(0.4),
  learning: gain(2, 'Exponent of learning: (1 + calls / learningCalls) to this.', {
    ...listed('speed.learning', [0, 0.2], 'B exists, D size'),
  }).default(0.05),
  learningCalls: real(1, 1e6, 'Calls after which experience has doubled.', {
    unit: 'calls',
    ...D,
  }).default(200),
  load: real(-1, 1, 'Speed gained when as many wait as work; the sign is disputed.', {
    unit: '1',
    neutral: 0,
    ...listed('speed.load', [-0.2, 0.3], 'B sign conflicting'),
  }).default(0.1),
  overwork: share('Speed lost by an agent who has been busy all the time.', {
    neutral: 0,
    ...listed('speed.overwork', [0, 0.4], 'B direction'),
  }).default(0.15),
  overworkAbove: real(0, 0.999, 'Occupancy from which on one is overworked.', {
    unit: '1',
    ...D,
  }).default(0.85),
  overworkWindowMin: real(1, 10_000, 'Memory of work.', { unit: 'min', ...D }).default(60),
  parkinson: gain(5, 'After-call work stretched by this, times the share of idle time.', {
    ...listed('speed.parkinson', [0, 0.5], 'B direction'),
  }).default(0.15),
  parkinsonWindowMin: real(1, 10_000, 'Memory of idleness.', { unit: 'min', ...D }).default(30),
  emotionalLoad: gain(5, 'Handling stretched by this with a caller in the worst mood.', {
    ...listed('speed.emotionalLoad', [0, 0.4], 'B direction'),
  }).default(0.15),
});

const stance = (says: string) => real(-1, 1, says, { unit: '1', ...D });

const fit = part('Whether the one who answers is what this caller needs, and is oneself.', {
  sigma: real(0.01, 10, 'How far from the wanted stance still fits.', {
    unit: '1',
    ...listed('fit.sigma', [0.3, 1.2]),
  }).default(0.6),
  authSigma: real(0.01, 10, 'How far from oneself is still authentic.', {
    unit: '1',
    ...listed('fit.authSigma', [0.4, 1.6]),
  }).default(0.8),
  weight: share('Weight of fit beside authenticity.', {
    ...listed('fit.weight', [0, 1]),
  }).default(0.7),
  skill: share('How far a rested agent can go from oneself towards what is wanted.', {
    neutral: 0,
    ...listed('fit.skill', [0, 1]),
  }).default(0.7),
  stanceSd: gain(2, 'Spread of what callers of one state of mind want.').default(0.25),
  warmth: stance('Temperament of the team: warmth.').default(0.3),
  guidance: stance('Temperament of the team: guidance.').default(0.2),
  temperamentSd: gain(2, 'Spread of temperament between agents.').default(0.25),
  scriptLevel: share('How closely the script is kept to.', { neutral: 0, ...D }).default(1),
});

const wait = always('How a wait is felt.', {
  perception: factor(10, 'Felt minutes per minute waited.', {
    ...listed('wait.perception', [0.8, 1.6], 'B direction'),
  }).default(1.2),
  exponent: real(0.1, 3, 'Of the power law of felt waits.', {
    unit: '1',
    neutral: 1,
    grade: 'B',
  }).default(1),
  acceptableMin: minutes(600, 'Felt wait that nobody minds.', {
    ...listed('wait.acceptable', [0.25, 5]),
  }).default(1),
  scaleMin: real(0.01, 600, 'What is beyond hurts on this scale.', {
    unit: 'min',
    ...listed('wait.scale', [0.5, 10]),
  }).default(2.5),
  informedPerception: factor(10, 'Felt minutes per minute, of those who were told.').default(1.05),
  informedWeight: factor(10, 'How much more a felt wait weighs on those who were told.').default(
    1.15,
  ),
});

const score = always('The score of a journey, 0 to 100.', {
  weights: z
    .tuple([
      share('Of resolution.'),
      share('Of the waits.'),
      share('Of effort.'),
      share('Of the relation.'),
    ])
    .default([0.4, 0.2, 0.2, 0.2])
    .meta({
      description: 'Weights of resolution, waits, effort and relation; they add to 1.',
      unit: '1',
      ...listed('score.weights', null, 'D + SMAA'),
    }),
  perExtraCall: share('What is left of the effort score at each call more.', {
    neutral: 1,
    ...listed('score.effortPerExtraCall', [0.7, 1], 'C'),
  }).default(0.85),
  perTransfer: share('What is left of it at each transfer.', { neutral: 1, ...D }).default(0.9),
  irritantBelow: real(0, 100, 'A journey below this was badly lived.', { unit: '1', ...D }).default(
    50,
  ),
});

const mood = part('Callers have a mood, which waits, moments and outcomes move.', {
  perFeltMin: gain(2, 'Lost per felt minute beyond the acceptable.').default(0.12),
  perAttempt: gain(2, 'Lost per attempt before this one.').default(0.25),
  moment: share('How far each moment moves the mood towards what it was worth.', {
    neutral: 0,
    ...D,
  }).default(0.4),
  outcome: gain(2, 'Gained at the end when resolved, lost when not.').default(0.5),
});

const three = (says: string, name: string, values: [number, number, number], neutral?: number[]) =>
  z
    .tuple([
      real(0, 1e3, 'Between calm and criticism.', { unit: '1/min' }),
      real(0, 1e3, 'Between criticism and complaint.', { unit: '1/min' }),
      real(0, 1e3, 'Between complaint and incivility.', { unit: '1/min' }),
    ])
    .default(values)
    .meta({
      description: says,
      unit: '1/min',
      ...(neutral === undefined ? {} : { neutral }),
      ...listed(name),
    });

const difficult = part('Talks may become difficult: criticism, complaint, incivility.', {
  up: three(
    'Rates of getting worse, of a caller in a neutral mood whom nobody heeds.',
    'difficult.up',
    [0.02, 0.05, 0.05],
    [0, 0, 0],
  ),
  down: three(
    'Rates of calming down, of a caller who is fully heeded.',
    'difficult.down',
    [0.4, 0.3, 0.2],
  ),
  start: z
    .tuple([share('Calm.'), share('Criticism.'), share('Complaint.'), share('Incivility.')])
    .default([0.85, 0.09, 0.05, 0.01])
    .meta({
      description: 'Shares of callers who begin so, in a neutral mood; they add to 1.',
      unit: '1',
      neutral: [1, 0, 0, 0],
      ...D,
    }),
  moodEffect: gain(10, 'A worse mood makes worse: rates times e to minus this times mood.').default(
    2,
  ),
  extraMin: z
    .tuple([
      minutes(60, 'Of a criticism.'),
      minutes(60, 'Of a complaint.'),
      minutes(60, 'Of an incivility.'),
    ])
    .default([0.5, 1.5, 1])
    .meta({ description: 'Handling more, at each.', unit: 'min', neutral: [0, 0, 0], ...D }),
  limitHolds: share('Naming the limit ends the incivility with this probability.', D).default(0.6),
  bonus: gain(2, 'Added to the last moment when criticism or complaint was well handled.').default(
    0.15,
  ),
});

const rate = (says: string, meaning: object = {}) =>
  real(0, 100, says, { unit: '1/h', neutral: 0, ...D, ...meaning });

const energy = part('Agents tire by talking and rest between talks; 1 is rested.', {
  start: share('On arrival.', { neutral: 1, ...D }).default(1),
  drain: rate('Lost per hour on the line by one who meets people professionally.', {
    ...listed('energy.drain', [0, 0.3]),
  }).default(0.08),
  lossSpiral: gain(10, 'How much faster the tired tire.', {
    ...listed('energy.lossSpiral', [0, 2], 'B direction'),
  }).default(0.5),
  acting: gain(10, 'What it costs to show what one is not.', {
    ...listed('energy.acting', [0, 3], 'B direction'),
  }).default(1),
  deepActing: factor(1, 'The same when one makes it one’s own (deep acting), times this.', {
    ...listed('energy.deepActing', [0.2, 1], 'B direction'),
  }).default(0.45),
  incivility: gain(100, 'What incivility adds while it lasts.').default(6),
  pressure: gain(10, 'What a full line adds.').default(0.3),
  idle: rate('Rest while nobody calls.', {
    ...listed('energy.idle', [0, 1]),
  }).default(0.25),
  microBreak: rate('Rest in a short break.', {
    ...listed('energy.microBreak', [0, 3], 'B sanity d=.35'),
  }).default(1.2),
  longBreak: rate('Rest in a long break.').default(1.5),
  ignoredLoss: gain(1, 'Lost at an incivility that is ignored.').default(0.06),
  protocolLoss: gain(1, 'Lost where the protocol is used and trusted.').default(0.02),
});

const support = (says: string) => share(says, { neutral: 0, ...D }).default(0);

const supports = part('What the organisation gives its agents, each from 0 to 1.', {
  preparation: support('Preparation: skill, and needs better understood.'),
  rules: support('Clear rules: less varied work, less avoidance.'),
  vision: support('A vision: people are met more professionally.'),
  latitude: support('Latitude: fewer transfers, less stress in difficult talks.'),
  trust: support('Trust: incidents cost less, rest gives more.'),
}).meta({ unit: '1', neutral: [0, 0, 0, 0, 0], ...listed('supports', [0, 1]) });

const discover = part('Discovery that is cut short leads to a wrong diagnosis.', {
  error0: share('Wrong diagnoses where discovery is skipped.', {
    neutral: 0,
    ...listed('discover.error0', [0, 0.6]),
  }).default(0.4),
});

/** The parts of `arbitration` that concern people. */
export const HUMAN = {
  discover,
  announce,
  callback,
  speed,
  fit,
  wait,
  score,
  mood,
  difficult,
  energy,
  supports,
  gestures: Gestures,
} as const;
