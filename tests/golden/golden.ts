import { hashFacts } from '../../models/live/hash.ts';
import { Session } from '../../models/live/session.ts';
import { goldenDays } from './days.ts';
import { dayWithAPerson } from './person.ts';

/** Seeds of each day; the last one is what a person might type. */
const SEEDS = ['1', '11', 'contretemps', 'Été à 8 h 30'];

/** `day · seed` → the hash of every fact of that day, and how many facts there are. */
export function goldenHashes(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, scenario] of goldenDays()) {
    for (const seed of SEEDS) {
      const session = new Session(scenario, seed);
      session.run();
      found[`${name} · ${seed}`] = `${hashFacts(session.facts)} ${session.facts.length}`;
    }
    const session = dayWithAPerson(scenario, SEEDS[0] as string);
    found[`${name} · with a person`] = `${hashFacts(session.facts)} ${session.facts.length}`;
  }
  return found;
}
