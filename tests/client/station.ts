import { Scenario } from '../../models/doors/scenario.ts';

const both = (fr: string, en: string) => ({ fr, en });

/** A little centre for the tests of the screens: two groups, two types, callers who say things. */
export const STATION = Scenario.parse({
  format: 'contretemps/1',
  name: both('La halte de Sainte-Pazanne', 'Sainte-Pazanne halt'),
  about: both(
    'Une heure et demie au téléphone d’une halte, à six. Un train est supprimé à la demi-heure.',
    'An hour and a half on the telephone of a halt, six of you. A train is cancelled at half past.',
  ),
  source: 'Invented for the tests of the screens.',
  day: { opensAt: '08:30', lengthMin: 90, intervalMin: 15 },
  types: [
    {
      id: 'question',
      name: both('Renseignement', 'Enquiry'),
      says: [
        both('Est-ce qu’on peut monter avec un vélo ?', 'Can one take a bicycle on board?'),
        both(
          'Ma grand-mère voyage seule. Quelqu’un peut l’aider à descendre ?',
          'My grandmother travels alone. Can somebody help her off?',
        ),
      ],
      perHour: 60,
      handling: { law: 'lognormal', meanS: 150, cv: 0.7 },
      wrapUp: { law: 'uniform', minS: 10, maxS: 30 },
      patience: { law: 'exponential', meanS: 300 },
      redial: { probability: 0.5, delay: { law: 'exponential', meanS: 240 } },
      repeat: { probability: 0.15, delay: { law: 'exponential', meanS: 300 } },
    },
    {
      id: 'cancelled',
      name: both('Train supprimé', 'Cancelled train'),
      says: [
        both(
          'Nous sommes douze, avec les enfants de l’école, et il n’y a plus personne au guichet.',
          'There are twelve of us, with the school children, and nobody left at the window.',
        ),
        both('J’ai déjà appelé deux fois, ça coupe.', 'I’ve called twice already, it cuts off.'),
      ],
      perHour: 40,
      bursts: [
        {
          ...{ atMin: 30, calls: 14, lengthMin: 4 },
          name: both('Un train est supprimé', 'A train is cancelled'),
        },
      ],
      handling: { law: 'lognormal', meanS: 200, cv: 0.8 },
      wrapUp: { law: 'uniform', minS: 10, maxS: 30 },
      patience: { law: 'exponential', meanS: 240 },
      redial: { probability: 0.6, delay: { law: 'exponential', meanS: 180 } },
      repeat: { probability: 0.2, delay: { law: 'exponential', meanS: 300 } },
    },
  ],
  groups: [
    {
      id: 'accueil',
      name: both('Accueil', 'Front desk'),
      staff: 4,
      skills: [{ type: 'question' }, { type: 'cancelled' }],
    },
    {
      id: 'suivi',
      name: both('Suivi des dossiers', 'Follow-up'),
      staff: 2,
      skills: [{ type: 'cancelled' }],
    },
  ],
});
