import { z } from 'zod';
import { Arbitration, GroupPolicy, TypeNeed } from './arbitration.ts';
import { listed } from './arbitration-fields.ts';
import { count, id, LongText, real, ShortText, share, Text } from './fields.ts';
import { Law, seconds } from './law.ts';
import { Supposed } from './supposed.ts';

export { Law, Text };

/**
 * The scenario: one JSON file with one schema. Types, JSON Schema (`contretemps schema`), defaults
 * and the sentences of read.ts all come from here. A parameter's unit is the end of its name
 * (S seconds, Min minutes, PerHour per hour; none: a pure number or a count). `neutral` in the
 * metadata is the value at which an extra has no effect, down to the last bit of the log (RULES
 * M9). `param` names a parameter of MODEL, `usual` gives its default there where the field's own
 * must stay neutral, `range` what is worth varying; `mean` says the same of a law's mean.
 */

export const FORMAT = 'contretemps/1';
/** Longest day, minutes (23 days): instants stay below 2^31 ms, overtime included. */
const MAX_DAY_MIN = 33_120;
export const MAX_INTERVALS = 2_208;
export const MAX_TYPES = 50;
const MAX_GROUPS = 50;
export const MAX_AGENTS = 2_000;
export const MAX_TRACE = 50_000;
/** How many times as many calls as on record there may be. */
const MAX_VOLUME = 10;

const NONE = { law: 'deterministic', valueS: 0 } as const;
const FOREVER = { law: 'infinite' } as const;

const Profile = z
  .union([
    real(0, 1e6, 'The same all day.'),
    z
      .array(real(0, 1e6, 'In this interval.'))
      .min(1)
      .max(MAX_INTERVALS),
  ])
  .meta({
    description: 'One number for the whole day, or one for each interval of day.intervalMin.',
  });

/** How many times as long as its law says, by when the call came; 1 is neutral. */
const Factor = (says: string) =>
  z
    .union([
      real(0.01, 100, 'The same all day.'),
      z
        .array(real(0.01, 100, 'In this interval.'))
        .min(1)
        .max(MAX_INTERVALS),
    ])
    .default(1)
    .meta({ description: says, unit: '1', neutral: 1 });

const Return = (says: string, chance: object = {}, delay: object = {}) =>
  z
    .strictObject({
      probability: share('Probability of calling again.', { neutral: 0, ...chance }).default(0),
      delay: Law.default({ law: 'exponential', meanS: 600 }).meta({
        description: 'Time until the next attempt.',
        unit: 's',
        ...delay,
      }),
    })
    .prefault({})
    .meta({ description: says });

const Burst = z
  .strictObject({
    atMin: real(0, MAX_DAY_MIN, 'When the burst begins, after opening.', { unit: 'min' }),
    calls: real(0, 1e5, 'Mean number of extra calls.', {
      unit: 'calls',
      neutral: 0,
      ...listed('arrivals.burstSize', [0, 300]),
    }).meta({ usual: 80 }),
    lengthMin: real(0.1, MAX_DAY_MIN, 'How long it lasts.', {
      unit: 'min',
      ...listed('arrivals.burstDuration', [1, 60]),
    }).default(5),
    name: ShortText.optional().meta({
      description:
        'What happens (a train is cancelled), in a few words: everybody in a room is told when it begins, and no sooner. Without a name nothing is told.',
    }),
  })
  .meta({ description: 'An incident: extra Poisson calls at a constant rate for a while.' });

export const ContactType = z.strictObject({
  id,
  name: Text,
  says: z
    .array(Text)
    .max(50)
    .default([])
    .meta({ description: 'What callers of this type say they want; each caller has one.' }),
  perHour: Profile.default(0).meta({
    description: 'Mean number of first calls per hour.',
    unit: '1/h',
  }),
  shape: z.enum(['constant', 'linear']).default('constant').meta({
    description:
      'Rate within an interval: constant, or linear between the values taken at the beginnings of intervals (the last one holds to the end).',
  }),
  bursts: z.array(Burst).max(4).default([]),
  handling: Law.meta({ description: 'Time on the line with an agent of speed 1.', unit: 's' }),
  handlingFactor: Factor(
    'How many times as long handling takes of calls that arrive in an interval: one number, or one for each.',
  ),
  wrapUp: Law.default(NONE).meta({ description: 'After-call work.', unit: 's' }),
  wrapUpFactor: Factor(
    'How many times as long after-call work takes of calls that arrive in an interval: one number, or one for each.',
  ),
  patience: Law.default(FOREVER).meta({
    description: 'How long a caller waits before giving up.',
    unit: 's',
    neutral: FOREVER,
    usual: { law: 'exponential', meanS: 240 },
    mean: { unit: 'min', usual: 4, ...listed('patience.mean', [1, 20]) },
    ...listed('patience.law', null, 'B/D'),
  }),
  patienceFactor: Factor(
    'How many times as long callers wait who arrive in an interval: one number, or one for each.',
  ),
  need: TypeNeed.optional(),
  headStartS: real(
    0,
    86_400,
    'Priority: these callers are served as if they had arrived this much earlier.',
    { unit: 's', neutral: 0 },
  ).default(0),
  redial: Return(
    'After abandonment.',
    { usual: 0.6, ...listed('orbit.pRedial', [0, 0.9]) },
    { mean: { unit: 'min', usual: 10, ...listed('orbit.redialDelay', [1, 120]) } },
  ),
  retry: Return('After being blocked.'),
  repeat: Return('After service; where time is arbitrated, after a contact that resolved nothing.'),
  onReturn: z.enum(['anew', 'same']).default('anew').meta({
    description:
      'What a caller who calls again brings: a need and a patience drawn anew, or the same as the first time.',
    neutral: 'anew',
  }),
});

const Skill = z.strictObject({
  type: id.meta({ description: 'A contact type this group can handle.' }),
  priority: count(1, 100, 'Order of preference for skillPriority: 1 before 2.').default(1),
  afterS: real(
    0,
    86_400,
    'Overflow: calls of this type reach the group only after waiting this long.',
    { unit: 's', neutral: 0 },
  ).default(0),
  speed: real(0.1, 10, 'Speed on this type: 2 takes half the time.', { neutral: 1 }).default(1),
});

const Break = z.strictObject({
  atMin: real(0, MAX_DAY_MIN, 'When it begins, after opening.', { unit: 'min' }),
  lengthMin: real(
    0.1,
    1_440,
    'How long it lasts; an agent on a call begins it after the call, whole.',
    { unit: 'min' },
  ),
  agents: count(
    0,
    MAX_AGENTS,
    'How many agents take it; each break takes the next agents in turn.',
    { neutral: 0 },
  ),
});

export const AgentGroup = z.strictObject({
  id,
  name: Text,
  staff: z
    .union([
      real(0, MAX_AGENTS, 'All day.'),
      z
        .array(real(0, MAX_AGENTS, 'In this interval.'))
        .min(1)
        .max(MAX_INTERVALS),
    ])
    .meta({
      description:
        'Agents scheduled: one number, or one for each interval. A fraction is the probability of one more agent.',
    }),
  skills: z.array(Skill).min(1).max(MAX_TYPES),
  speed: real(0.1, 10, 'Speed of the whole group: 2 takes half the time.', { neutral: 1 }).default(
    1,
  ),
  speedCv: real(
    0,
    1,
    'Spread of speed between agents, lognormal of mean 1: where nobody waits, handling lasts 1 + speedCv² times as long on average; where all are always busy, as long as asked for.',
    {
      neutral: 0,
      grade: 'B',
    },
  ).default(0),
  shrinkage: real(
    0,
    0.95,
    'Share of scheduled time for which agents are missing, drawn for each agent and stretch of absence.',
    { unit: '1', neutral: 0 },
  ).default(0),
  absenceMin: real(
    1,
    MAX_DAY_MIN,
    'Mean length of an absence; longer than the day: missing all day, or not at all.',
    { unit: 'min', grade: 'D' },
  ).default(30),
  breaks: z.array(Break).max(200).default([]),
  policy: GroupPolicy,
});

/** A real day: one column a field, one row a call, in order of arrival. */
export const Trace = z.strictObject({
  source: z.string().min(1).max(500).meta({ description: 'Where the records come from.' }),
  atS: z
    .array(real(0, MAX_DAY_MIN * 60, 'Arrival.'))
    .max(MAX_TRACE)
    .meta({ description: 'Arrival instants after opening, not decreasing.', unit: 's' }),
  type: z
    .array(count(0, MAX_TYPES - 1, 'Type.'))
    .max(MAX_TRACE)
    .meta({ description: 'Position of the contact type in types.' }),
  handlingS: z.array(seconds('Handling.').nullable()).max(MAX_TRACE).optional().meta({
    description: 'Observed time on the line; null or absent: drawn from the law.',
    unit: 's',
  }),
  patienceS: z.array(seconds('Patience.').nullable()).max(MAX_TRACE).optional().meta({
    description: 'Observed patience of those who gave up; null or absent: drawn.',
    unit: 's',
  }),
  waitedS: z.array(seconds('Waited.').nullable()).max(MAX_TRACE).optional().meta({
    description: 'Those who were served had at least this patience; the rest is drawn.',
    unit: 's',
  }),
  caller: z
    .array(count(0, MAX_TRACE, 'Caller.').nullable())
    .max(MAX_TRACE)
    .optional()
    .meta({ description: 'The same number for the same person; null: unknown.' }),
  volume: z
    .union([
      real(0, MAX_VOLUME, 'For all types.'),
      z
        .array(real(0, MAX_VOLUME, 'For this type.'))
        .min(1)
        .max(MAX_TYPES),
    ])
    .default(1)
    .meta({
      description:
        'How many times as many calls as were recorded, one number or one for each type: each caller comes, or comes several times, by their own luck.',
      unit: '1',
      neutral: 1,
    }),
});

export const Scenario = z
  .strictObject({
    format: z.literal(FORMAT).meta({ description: 'Version of this file format.' }),
    name: Text,
    about: Text.optional(),
    source: LongText.optional().meta({ description: 'Where the figures come from.' }),
    supposed: Supposed.optional(),
    day: z.strictObject({
      opensAt: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
        .default('09:00')
        .meta({ description: 'Clock time of opening, HH:MM.' }),
      lengthMin: real(1, MAX_DAY_MIN, 'From opening to closing.', { unit: 'min' }),
      intervalMin: real(
        1,
        MAX_DAY_MIN,
        'Length of the intervals in which rates and staff are written and the report is told; it changes nothing of what happens.',
        { unit: 'min' },
      ).default(30),
      warmUpMin: real(0, MAX_DAY_MIN, 'Calls that arrive before this are not measured.', {
        unit: 'min',
        neutral: 0,
      }).default(0),
      closing: z.enum(['serve', 'cut']).default('serve').meta({
        description:
          'At closing: serve those who wait, or stop the world there (those still in the centre are counted apart).',
      }),
    }),
    arrivals: z
      .strictObject({
        busynessCv: real(0, 1, 'Spread of the day factor (gamma of mean 1, one a day).', {
          unit: '1',
          neutral: 0,
          ...listed('arrivals.busynessCv', [0, 0.3]),
        })
          .default(0)
          .meta({ usual: 0.1 }),
        intervalCv: real(
          0,
          1,
          'Spread of the factor that each stretch of factorMin has of its own (gamma of mean 1).',
          { unit: '1', neutral: 0, ...listed('arrivals.intervalCv', [0, 0.2]) },
        ).default(0),
        factorMin: real(1, MAX_DAY_MIN, 'How long such a factor holds.', {
          unit: 'min',
          grade: 'D',
        }).default(30),
      })
      .prefault({}),
    types: z.array(ContactType).min(1).max(MAX_TYPES),
    groups: z.array(AgentGroup).min(1).max(MAX_GROUPS),
    routing: z
      .strictObject({
        agents: z.enum(['longestIdle', 'skillPriority', 'random']).default('longestIdle').meta({
          description:
            'Which free agent takes a call: idle the longest; of the group with the best priority for the type, then idle the longest; any, uniformly.',
        }),
        calls: z.enum(['longestWait', 'skillPriority']).default('longestWait').meta({
          description:
            'Which waiting call a free agent takes: waiting the longest (head starts counted); of the type with the best priority for the group, then waiting the longest.',
        }),
      })
      .prefault({}),
    lines: z
      .strictObject({
        waitingPlaces: count(0, 1e6, 'Calls that may wait at once; null: no limit.', {
          neutral: null,
        })
          .nullable()
          .default(null),
        trunks: count(1, 1e6, 'Calls in the centre at once, waiting or served; null: no limit.', {
          neutral: null,
        })
          .nullable()
          .default(null),
      })
      .prefault({}),
    serviceLevel: z
      .strictObject({
        targetS: real(0, 86_400, 'Answered within this counts as met (inclusive).', {
          unit: 's',
        }).default(20),
        shortAbandonS: real(0, 86_400, 'An abandonment up to this is short.', {
          unit: 's',
        }).default(5),
      })
      .prefault({}),
    desk: z
      .strictObject({
        ringS: real(
          1,
          600,
          'How long a call rings at a person’s desk before it goes back to the line.',
          { unit: 's' },
        ).default(20),
      })
      .prefault({}),
    trace: Trace.optional().meta({
      description: 'The calls of a real day, added to those of the rates.',
    }),
    arbitration: Arbitration.optional(),
  })
  .meta({ title: 'Contretemps scenario', description: 'A call centre and its day.' });

/** A scenario as written in a file: defaults may be missing. */
export type ScenarioFile = z.input<typeof Scenario>;
/** A scenario with every default filled in: what the engine takes. */
export type Scenario = z.output<typeof Scenario>;
export type ContactType = z.output<typeof ContactType>;
export type AgentGroup = z.output<typeof AgentGroup>;
export type Trace = z.output<typeof Trace>;

/** The JSON Schema of a scenario file (draft 2020-12). */
export const scenarioJsonSchema = (): object => z.toJSONSchema(Scenario, { io: 'input' });

/** Number of intervals of the day; the last may be shorter. */
export const intervalCount = ({ day }: Pick<Scenario, 'day'>): number =>
  Math.ceil(day.lengthMin / day.intervalMin - 1e-9);

/** The value of a profile in interval i. */
export const inInterval = (profile: number | readonly number[], i: number): number =>
  typeof profile === 'number' ? profile : (profile[Math.min(i, profile.length - 1)] ?? 0);

/** How many agents a group has desks for: its largest staff, a fraction being one more. */
export const desksOf = (group: AgentGroup): number =>
  Math.ceil(typeof group.staff === 'number' ? group.staff : Math.max(...group.staff));

/** A text in one language. */
export const textIn = (text: Text, language: 'fr' | 'en'): string =>
  typeof text === 'string' ? text : text[language];
