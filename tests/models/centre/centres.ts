import type { ScenarioFile } from '../../../models/doors/scenario.ts';

/** Small scenario files for tests: every field used once somewhere, nothing larger. */

/** One of everything. */
export const rich = (): ScenarioFile => ({
  format: 'contretemps/1',
  name: { fr: 'Riche', en: 'Rich' },
  about: { fr: 'Un de chaque.', en: 'One of each.' },
  source: 'made for tests',
  day: { opensAt: '08:30', lengthMin: 120, intervalMin: 30, warmUpMin: 10, closing: 'cut' },
  arrivals: { busynessCv: 0.1, intervalCv: 0.05 },
  types: [
    {
      id: 'billets',
      name: { fr: 'Billets', en: 'Tickets' },
      says: [{ fr: 'Mon train est supprimé.', en: 'My train is cancelled.' }, 'Allô ?'],
      perHour: [20, 40, 30, 10],
      shape: 'linear',
      bursts: [{ atMin: 40, calls: 15, lengthMin: 5 }],
      handling: { law: 'lognormal', meanS: 180, cv: 1.1 },
      wrapUp: { law: 'uniform', minS: 10, maxS: 30 },
      patience: {
        law: 'empirical',
        valuesS: [10, 60, 300],
        cumulative: [0.04, 0.2, 0.5],
        tailMeanS: 600,
        zero: 0.02,
      },
      headStartS: 90,
      redial: { probability: 0.5, delay: { law: 'gamma', meanS: 600, cv: 0.7 } },
      retry: { probability: 0.3, delay: { law: 'deterministic', valueS: 60 } },
      repeat: { probability: 0.1, delay: { law: 'weibull', meanS: 1200, shape: 0.7 } },
    },
    {
      id: 'bagages',
      name: 'Bagages',
      perHour: 12,
      handling: {
        law: 'hyperexponential',
        phases: [
          { share: 0.25, meanS: 60 },
          { share: 0.75, meanS: 240 },
        ],
      },
      patience: { law: 'exponential', meanS: 300 },
    },
  ],
  groups: [
    {
      id: 'front',
      name: 'Accueil',
      staff: [2, 4, 3.5, 2],
      skills: [{ type: 'billets' }, { type: 'bagages', priority: 2, afterS: 20, speed: 0.9 }],
      speed: 1.1,
      speedCv: 0.15,
      shrinkage: 0.05,
      breaks: [{ atMin: 60, lengthMin: 10, agents: 1 }],
    },
    { id: 'back', name: 'Renfort', staff: 1, skills: [{ type: 'bagages' }] },
  ],
  routing: { agents: 'skillPriority', calls: 'skillPriority' },
  lines: { waitingPlaces: 20, trunks: 30 },
  serviceLevel: { targetS: 30, shortAbandonS: 6 },
  desk: { ringS: 15 },
  trace: {
    source: 'made for tests',
    atS: [5, 61.5, 61.5, 3000],
    type: [0, 1, 0, 0],
    handlingS: [100, null, 80, null],
    patienceS: [null, 20, null, null],
    waitedS: [12, null, 0, null],
    caller: [7, null, 7, 9],
  },
});
