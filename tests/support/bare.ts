import type { ScenarioFile } from '../../models/doors/scenario.ts';

/** The least a scenario can say. */
export const bare = (): ScenarioFile => ({
  format: 'contretemps/1',
  name: 'Nu',
  day: { lengthMin: 60 },
  types: [
    { id: 'appel', name: 'Appel', perHour: 60, handling: { law: 'exponential', meanS: 120 } },
  ],
  groups: [{ id: 'front', name: 'Accueil', staff: 3, skills: [{ type: 'appel' }] }],
});
