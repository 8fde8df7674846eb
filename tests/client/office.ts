import { type Executor, InlineExecutor } from '../../models/doors/study.ts';

/** A small office of two hours, for the tests of the lab; and who plays its days at once. */
export const OFFICE = {
  format: 'contretemps/1',
  name: { fr: 'Le bureau', en: 'The office' },
  day: { opensAt: '08:30', lengthMin: 120, intervalMin: 60 },
  types: [
    {
      id: 'call',
      name: { fr: 'Appel', en: 'Call' },
      perHour: [40, 60],
      handling: { law: 'exponential', meanS: 180 },
      patience: { law: 'exponential', meanS: 120 },
    },
  ],
  groups: [
    { id: 'team', name: { fr: 'Équipe', en: 'Team' }, staff: 4, skills: [{ type: 'call' }] },
  ],
};

export const inline = (): Executor =>
  new InlineExecutor(() => new Promise((next) => setTimeout(next)));
