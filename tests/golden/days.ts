import { readScenario, type Scenario, type ScenarioFile } from '../../models/doors/scenario.ts';

/**
 * The days of the golden file: every law, every extra, every router, a real day's trace, each small
 * enough that all of them run in a second or two.
 */
type Patch = Partial<ScenarioFile>;
type ContactType = ScenarioFile['types'][number];
type AgentGroup = ScenarioFile['groups'][number];
type Law = ContactType['handling'];

const LAWS: Record<string, Law> = {
  deterministic: { law: 'deterministic', valueS: 150 },
  exponential: { law: 'exponential', meanS: 150 },
  uniform: { law: 'uniform', minS: 20, maxS: 280 },
  gamma: { law: 'gamma', meanS: 150, cv: 0.8 },
  lognormal: { law: 'lognormal', meanS: 150, cv: 1.2 },
  weibull: { law: 'weibull', meanS: 150, shape: 0.7 },
  hyperexponential: {
    law: 'hyperexponential',
    phases: [
      { share: 0.3, meanS: 40 },
      { share: 0.7, meanS: 197 },
    ],
  },
  empirical: {
    law: 'empirical',
    valuesS: [10, 60, 240],
    cumulative: [0.05, 0.4, 0.8],
    tailMeanS: 300,
  },
  infinite: { law: 'infinite' },
  zero: { law: 'exponential', meanS: 120, zero: 0.2 },
};

const type = (patch: Partial<ContactType> = {}): ContactType => ({
  id: 'info',
  name: 'Info',
  perHour: 100,
  handling: LAWS['exponential'] as Law,
  patience: { law: 'exponential', meanS: 120 },
  ...patch,
});
const group = (patch: Partial<AgentGroup> = {}): AgentGroup => ({
  id: 'front',
  name: 'Front',
  staff: 5,
  skills: [{ type: 'info' }],
  ...patch,
});
const file = (patch: Patch = {}): ScenarioFile => ({
  format: 'contretemps/1',
  name: 'Golden',
  day: { lengthMin: 120 },
  types: [type()],
  groups: [group()],
  ...patch,
});

const two: Patch = {
  types: [
    type({ perHour: 60 }),
    type({ id: 'sav', name: 'SAV', perHour: 40, headStartS: 30, wrapUp: LAWS['uniform'] as Law }),
  ],
  groups: [
    group({ staff: 3, skills: [{ type: 'info' }, { type: 'sav', priority: 2, afterS: 20 }] }),
    group({
      id: 'back',
      name: 'Back',
      staff: 3,
      skills: [
        { type: 'sav', speed: 1.2 },
        { type: 'info', priority: 3 },
      ],
    }),
  ],
};
const again = (probability: number, delay: Law) => ({ probability, delay });

const EXTRAS: Record<string, Patch> = {
  steps: { types: [type({ perHour: [40, 160, 90, 20] })] },
  slopes: { types: [type({ perHour: [40, 160, 90, 20], shape: 'linear' })] },
  busy: { arrivals: { busynessCv: 0.2, intervalCv: 0.1 } },
  burst: { types: [type({ bursts: [{ atMin: 45, calls: 40, lengthMin: 4 }] })] },
  redial: { types: [type({ redial: again(0.7, { law: 'gamma', meanS: 300, cv: 0.9 }) })] },
  repeat: { types: [type({ repeat: again(0.3, { law: 'lognormal', meanS: 900, cv: 1 }) })] },
  blocked: {
    lines: { waitingPlaces: 2 },
    types: [type({ perHour: 200, retry: again(0.5, { law: 'deterministic', valueS: 60 }) })],
  },
  trunks: { lines: { trunks: 6 }, types: [type({ perHour: 200 })] },
  longestIdle: two,
  skills: { ...two, routing: { agents: 'skillPriority', calls: 'skillPriority' } },
  random: { ...two, routing: { agents: 'random', calls: 'longestWait' } },
  shifts: { groups: [group({ staff: [3, 6.5, 5.2, 2] })] },
  breaks: {
    groups: [
      group({
        staff: 6,
        shrinkage: 0.1,
        speedCv: 0.2,
        breaks: [
          { atMin: 30, lengthMin: 10, agents: 2 },
          { atMin: 60, lengthMin: 15, agents: 3 },
        ],
      }),
    ],
  },
  cut: { day: { lengthMin: 90, closing: 'cut', warmUpMin: 20 } },
  trace: {
    types: [type({ perHour: 0 })],
    groups: [group({ staff: 1 })],
    trace: {
      source: 'made for the golden file',
      atS: Array.from({ length: 60 }, (_, i) => i * 100 + (i % 7) * 3),
      type: Array.from({ length: 60 }, () => 0),
      handlingS: Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? null : 40 + ((i * 37) % 160))),
      patienceS: Array.from({ length: 60 }, (_, i) => (i % 5 === 0 ? 20 + i : null)),
      waitedS: Array.from({ length: 60 }, (_, i) => (i % 4 === 0 ? 15 : null)),
    },
  },
};

type Arbitration = NonNullable<ScenarioFile['arbitration']>;

/** Talks whose length is a decision (RULES P). */
const arbitrated = (arbitration: Arbitration, patch: Partial<ContactType> = {}): Patch => ({
  types: [type({ perHour: 80, need: { cv: 0.9, stance: 'mixed' }, ...patch })],
  groups: [group({ staff: 6 })],
  arbitration: {
    handling: { fixedMin: 1.2, closingMin: 1 / 3, explainMin: 0.17, wrapUpMin: 0.2 },
    returns: { backProbability: 0.5, redialProbability: 0.4 },
    ...arbitration,
  },
});
const HUMAN: Arbitration = { discover: {}, mood: {}, energy: {}, fit: {}, speed: {} };

const ARBITRATED: Record<string, Patch> = {
  needs: arbitrated({ policy: { name: 'priceNextNeed' } }),
  memoryless: arbitrated({ execution: 'exponential', policy: { name: 'queueThreshold' } }),
  announced: arbitrated({ announce: {}, policy: { name: 'waitThreshold' } }),
  masks: arbitrated({ ...HUMAN, policy: { name: 'priceNext', masks: 'slide' } }),
  coordinated: arbitrated({ ...HUMAN, policy: { name: 'coordinated' } }),
  difficult: arbitrated({
    ...HUMAN,
    difficult: {},
    supports: { preparation: 0.5, vision: 0.5 },
    policy: { name: 'script' },
  }),
  // Incivility is met by naming the limit, which takes leave of some callers.
  limits: arbitrated({
    ...HUMAN,
    difficult: { start: [0.5, 0.2, 0.1, 0.2] },
    supports: { trust: 0.5 },
    policy: { name: 'professional' },
  }),
};

function read(given: ScenarioFile): Scenario {
  const reading = readScenario(given);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
}

/** Name → scenario, in a fixed order. */
export function goldenDays(): Map<string, Scenario> {
  const days = new Map<string, Scenario>();
  for (const [name, law] of Object.entries(LAWS)) {
    if (law.law !== 'infinite')
      days.set(`handling ${name}`, read(file({ types: [type({ handling: law })] })));
    days.set(`patience ${name}`, read(file({ types: [type({ perHour: 130, patience: law })] })));
  }
  for (const [name, patch] of Object.entries(EXTRAS)) days.set(name, read(file(patch)));
  for (const [name, patch] of Object.entries(ARBITRATED))
    days.set(`arbitrated ${name}`, read(file(patch)));
  return days;
}
