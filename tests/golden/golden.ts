import { hashFacts, Session } from '../../models/doors/live.ts';
import { CATALOGUE_IDS, catalogueScenario } from '../../models/doors/scenario.ts';
import { goldenDays } from './days.ts';
import { dayWithAPerson } from './person.ts';

/** Seeds of each day; the last one is what a person might type. */
const SEEDS = ['1', '11', 'contretemps', 'Été à 8 h 30'];

const summary = ({ facts }: Session): string => `${hashFacts(facts)} ${facts.length}`;

/** `day · seed` → the hash of every fact of that day, and how many facts there are. */
export function goldenHashes(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, scenario] of goldenDays()) {
    for (const seed of SEEDS) {
      const session = new Session(scenario, seed);
      session.run();
      found[`${name} · ${seed}`] = summary(session);
    }
    const session = dayWithAPerson(scenario, SEEDS[0] as string);
    found[`${name} · with a person`] = summary(session);
  }
  for (const id of CATALOGUE_IDS) {
    const scenario = catalogueScenario(id);
    if (!scenario) throw new Error(`the catalogue has no ${id}`);
    const session = new Session(scenario, SEEDS[2] as string);
    session.run();
    found[`catalogue ${id} · ${session.seed}`] = summary(session);
    found[`catalogue ${id} · with a person`] = summary(dayWithAPerson(scenario, session.seed));
  }
  return found;
}
