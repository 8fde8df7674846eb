import { z } from 'zod';
import { always, listed, part } from './arbitration-fields.ts';
import { HUMAN } from './arbitration-human.ts';
import { count, real, share } from './fields.ts';
import { POLICY_NAMES } from './policies.ts';

/**
 * The arbitration of time: what MODEL.md adds to a classical centre. Absent, nothing changes, down
 * to the last bit of the log. Present as {}, callers have needs, talks have a pace, and who calls
 * again depends on what was resolved, all with MODEL's defaults; each human part is off until it
 * stands there, as {} with MODEL's defaults. A type or group that says something of its own in a
 * classical field (a redial, a wrap-up, a speed) keeps it.
 */

const Need = always('What callers need: the work that would resolve their matter, 1 being usual.', {
  cv: real(0, 10, 'Spread between callers, where the type gives none.', {
    unit: '1',
    ...listed('need.cv', [0, 2], 'B law, D size'),
  }).default(1),
  law: z.enum(['lognormal', 'exponential']).default('lognormal').meta({
    description: 'Law of the need; the exponential has a spread of 1, whatever cv.',
  }),
});

export const STANCES = ['neutral', 'cheerful', 'hurried', 'anxious', 'angry'] as const;

/** What callers of one type need, and what state of mind they are in; on its type. */
export const TypeNeed = z
  .strictObject({
    mean: real(0.01, 100, 'Mean need of this type.', {
      unit: '1',
      ...listed('need.mean', [0.2, 4]),
    }).default(1),
    cv: real(0, 10, 'Spread between callers of this type; absent: arbitration.need.cv.', {
      unit: '1',
      grade: 'D',
    }).optional(),
    custom: z.boolean().default(false).meta({
      description:
        'True where each matter is its own: there a script costs the relation; false where all are alike.',
    }),
    stance: z
      .enum([...STANCES, 'mixed'])
      .default('neutral')
      .meta({
        description:
          'State of mind that callers come in, hence what they want of the one who answers; mixed: any of the five, equally likely.',
        grade: 'D',
      }),
    mood: real(-1, 1, 'Mood in which they call, before any wait.', {
      unit: '1',
      neutral: 0,
      grade: 'D',
    }).default(0),
    value: real(0, 1_000, 'Weight of the harm done to these callers.', {
      unit: '1',
      neutral: 1,
      grade: 'D',
    }).default(1),
  })
  .meta({ description: 'What callers of this type need; it acts where time is arbitrated.' });

const pace = (says: string) => real(0.1, 600, says, { unit: 'min', grade: 'D' });

const POLICY = {
  name: z.enum(POLICY_NAMES).default('fixed').meta({
    description:
      'Always one pace (fixed, care, hurry); another from a number waiting or a longest wait on; the price of the next minute (from a table, over horizonMin, against each need); one concludes for each who waits; or a mask or the script, worn by all.',
  }),
  paceMin: pace('fixed, and what the masks stretch: handling time.').default(4.5),
  hurryMin: pace('hurry: handling time.').default(2.5),
  careMin: pace('care, coordinated: handling time.').default(7),
  fastMin: pace('Thresholds: handling time from the threshold on.').default(3.5),
  slowMin: pace('Thresholds: handling time before it.').default(6),
  atWaiting: count(1, 10_000, 'queueThreshold: so many calls wait.', { unit: 'calls' }).default(1),
  atMin: real(0, 600, 'waitThreshold: somebody has waited this long.', { unit: 'min' }).default(1),
  horizonMin: real(0, 60, 'Price: of holding the line this much longer.', {
    unit: 'min',
    ...listed('policy.horizon', [0, 5], 'D (x = 1 costs as little)'),
  }).default(3),
  capMin: real(0.1, 600, 'No talk is meant to last longer.', {
    unit: 'min',
    ...listed('policy.cap', [5, 12]),
  }).default(8),
  floor: z.boolean().default(false).meta({
    description: 'Never hurry below the pace m0, where hurrying brings back more than it ends.',
    neutral: false,
    grade: 'A',
  }),
  masks: z.enum(['imposed', 'slide']).default('imposed').meta({
    description:
      'Which mask an agent wears: the one the policy names, if any; or one drawn for each call, as energy and pressure push.',
    neutral: 'imposed',
    grade: 'D',
  }),
};
const Policy = always('How long a talk is meant to last; durations for a need of 1.', POLICY);
/** A group follows the team's policy unless it has its own; a desk alone is a group of one. */
export const GroupPolicy = part(
  'The policy of this group where it is not that of arbitration.policy.',
  POLICY,
);

const minutes = (most: number, says: string, meaning: object) =>
  real(0, most, says, { unit: 'min', neutral: 0, ...meaning });

const Handling = always('What a talk lasts besides the work on the solution.', {
  fixedMin: minutes(60, 'Fixed part on the line: welcome, discovery, conclusion.', {
    ...listed('handling.fixed', [0, 4]),
  }).default(1.5),
  closingMin: minutes(60, 'Of which: from the decision to conclude to the release of the line.', {
    ...listed('handling.closing', [0, 1.5]),
  }).default(0.75),
  wrapUpMin: minutes(60, 'After-call work of the types whose own wrapUp is 0.', {
    ...listed('handling.wrapUp', [0, 3]),
  }).default(0.75),
  welcomeMin: minutes(60, 'Welcome, where it is not skipped.', { grade: 'D' }).default(0.25),
  discoverMin: minutes(60, 'Discovery, where it is not skipped.', { grade: 'D' }).default(0.5),
  explainMin: minutes(60, 'Explanation, where it is not skipped; beside fixedMin.', {
    grade: 'D',
  }).default(0.5),
});

const Resolution = always('What work resolves: the hypothesis of this world.', {
  max: share('Share resolved by endless work.', {
    neutral: 1,
    ...listed('resolution.rmax', [0.7, 1]),
  }).default(0.95),
  tauMin: real(0, 600, 'Work for a need of 1 that resolves 63 % of that.', {
    unit: 'min',
    neutral: 0,
    ...listed('resolution.tau', [0.5, 5]),
  }).default(1.5),
  shape: z.enum(['concave', 's', 'plateau']).default('concave').meta({
    description: 'Each minute resolves less than the one before; slow at first; or straight, flat.',
    grade: 'D',
  }),
  k: real(1, 20, 'Of the s: how late and steep it rises; 1 is the concave curve.', {
    unit: '1',
    neutral: 1,
    ...listed('resolution.shape', [1, 4]),
  }).default(1),
});

const Returns = always('Who calls again, and when.', {
  redialProbability: share('After giving up, of the types whose own redial is 0.', {
    neutral: 0,
    ...listed('orbit.pRedial', [0, 0.9]),
  }).default(0.6),
  redialDelayMin: real(0.02, 1e5, 'Mean delay after giving up.', {
    unit: 'min',
    ...listed('orbit.redialDelay', [1, 120]),
  }).default(10),
  backProbability: share('After a contact in vain, of the types whose own repeat is 0.', {
    neutral: 0,
    ...listed('orbit.pBack', [0, 1]),
  }).default(0.85),
  backDelayMin: real(
    0.02,
    1e5,
    'Mean delay after a contact, whatever came of it; not that of a type’s own repeat.',
    {
      unit: 'min',
      ...listed('orbit.backDelay', [5, 2_880]),
    },
  ).default(30),
  nextProbability: share('With the next matter, after one resolved; of all types.', {
    neutral: 0,
    ...listed('orbit.pNext', [0, 0.5]),
  }).default(0.2),
  autonomy: share('By how much a full explanation lowers nextProbability.', {
    neutral: 0,
    ...listed('orbit.autonomyEffect', [0, 1]),
  }).default(0.6),
  needGrowth: real(0, 5, 'How much more is needed by those who come back unresolved.', {
    unit: '1',
    neutral: 0,
    ...listed('orbit.repeatNeedGrowth', [0, 0.5], 'C'),
  }).default(0),
  carryOver: share('How much of the work done still counts at the next attempt.', {
    neutral: 0,
    ...listed('orbit.carryOver', [0, 1]),
  }).default(0),
  afterClosing: z.boolean().default(false).meta({
    description: 'True: callers due after closing still call and are served; else tomorrow.',
  }),
});

const harm = (most: number, says: string, name: string, range: readonly [number, number]) =>
  real(0, most, says, { unit: 'wme', ...listed(name, range, 'D + SMAA') });

const Cost = always('What harm costs, in waiting-minute equivalents; it weighs and decides.', {
  wait: real(1, 1, 'Of one caller waiting one minute: the unit of account.', {
    unit: 'wme/min',
    ...listed('cost.wait', [1, 1], 'unit'),
  }).default(1),
  abandon: harm(1e6, 'Of one caller giving up.', 'cost.abandon', [0.67, 6]).default(2),
  unresolved: harm(1e6, 'Of one contact in vain.', 'cost.unresolved', [1.67, 15]).default(5),
  lost: harm(1e6, 'Of one caller who never comes back.', 'cost.lost', [5, 45]).default(15),
});

const Output = always('How far a study goes.', {
  reps0: count(2, 1e6, 'Days before the first look at precision.', {
    unit: 'days',
    ...listed('output.reps0', [10, 5_000], 'A'),
  }).default(30),
  relHalfWidth: real(1e-6, 1, 'Precise enough: half the interval, over the figure.', {
    unit: '1',
    ...listed('output.relHalfWidth', [0.005, 0.2]),
  }).default(0.05),
});

export const Arbitration = z
  .strictObject({
    execution: z.enum(['work', 'exponential']).default('work').meta({
      description:
        'A talk works towards a goal, then concludes; or ends at any moment alike (memoryless), as exact formulas want it.',
    }),
    policy: Policy,
    handling: Handling,
    need: Need,
    resolution: Resolution,
    returns: Returns,
    cost: Cost,
    output: Output,
    people: z.boolean().default(true).meta({
      description: 'False: the human hypotheses were left out; then no human part may stand here.',
      neutral: true,
    }),
    ...HUMAN,
  })
  .meta({ description: 'The arbitration of time; absent: a classical centre.' });

/** The arbitration of a scenario with every default filled in. */
export type Arbitration = z.output<typeof Arbitration>;
export type TypeNeed = z.output<typeof TypeNeed>;
