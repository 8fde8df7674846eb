import seedrandom from 'seedrandom';
import {
  type AgentNow,
  type Command,
  type Fact,
  Session,
  startWall,
  stepWall,
} from '../../models/doors/live.ts';
import { publicViewOf, Scenario, type ScenarioFile } from '../../models/doors/scenario.ts';

/** Days made for pictures: small, whole, the same on every machine. */

const both = (fr: string, en: string) => ({ fr, en });
const talk = (meanS: number) => ({ law: 'lognormal', meanS, cv: 0.85 }) as const;
const wrapUp = { law: 'lognormal', meanS: 32, cv: 0.6 } as const;
const patience = { law: 'exponential', meanS: 260 } as const;
const after = (probability: number, meanS: number) => ({
  probability,
  delay: { law: 'exponential', meanS } as const,
});
const says = [both('Où est mon colis ?', 'Where is my parcel?')];

/** `times` first calls an hour, shared between parcels, bills and faults. */
const types = (perHour: number): ScenarioFile['types'] => [
  {
    id: 'colis',
    name: both('Colis', 'Parcel'),
    says,
    perHour: perHour * 0.5,
    handling: talk(150),
    wrapUp,
    patience,
    redial: after(0.5, 300),
    repeat: after(0.12, 420),
  },
  {
    id: 'facture',
    name: both('Facture', 'Bill'),
    perHour: perHour * 0.3,
    handling: talk(210),
    wrapUp,
    patience,
    redial: after(0.4, 400),
    repeat: after(0.16, 500),
  },
  {
    id: 'panne',
    name: both('Panne', 'Fault'),
    perHour: perHour * 0.2,
    bursts: [{ atMin: 24, calls: perHour * 0.1, lengthMin: 4 }],
    handling: talk(320),
    wrapUp,
    patience,
    redial: after(0.6, 240),
    repeat: after(0.22, 360),
  },
];

const group = (id: string, fr: string, en: string, staff: number, ...handled: string[]) => ({
  id,
  name: both(fr, en),
  staff,
  skills: handled.map((type) => ({ type })),
});

const day = (perHour: number, lengthMin: number, groups: ScenarioFile['groups']): Scenario =>
  Scenario.parse({
    format: 'contretemps/1',
    name: both('Un matin d’essai', 'A trial morning'),
    day: { opensAt: '09:30', lengthMin, intervalMin: 15 },
    types: types(perHour),
    groups,
    lines: { waitingPlaces: Math.ceil(perHour / 4) },
  });

export const SMALL = day(98, 75, [
  group('accueil', 'Accueil', 'Front desk', 4, 'colis', 'facture'),
  group('soin', 'Soin', 'Care', 4, 'colis', 'facture', 'panne'),
]);
export const LARGE = day(4_150, 90, [
  group('accueil', 'Accueil', 'Front desk', 130, 'colis', 'facture'),
  group('soin', 'Soin', 'Care', 110, 'colis', 'facture', 'panne'),
  group('experts', 'Experts', 'Experts', 60, 'panne'),
]);

/** What a person at this desk would do next, or nothing. */
function next(now: AgentNow, agent: number, at: number, random: () => number): Command | null {
  const waited = at - now.since;
  const { call } = now;
  const p = random();
  switch (now.state) {
    case 'notReady':
      return waited > 15_000 ? { kind: 'ready', agent } : null;
    case 'ringing':
      return waited > 3_000 && p < 0.12 ? { kind: 'answer', agent, call } : null;
    case 'talking':
      if (waited < 20_000) return null;
      if (p < 0.004) return { kind: 'hold', agent, call };
      if (p < 0.0055) return { kind: 'transfer', agent, call, group: agent % 2 };
      return p > 0.994 ? { kind: 'conclude', agent, call } : null;
    case 'hold':
      return p < 0.03 ? { kind: 'resume', agent, call } : null;
    case 'wrapping':
      return p < 0.03 ? { kind: 'ready', agent } : null;
    case 'ready':
      return p < 0.002 ? { kind: 'notReady', agent, reason: 'break' } : null;
    case 'closing':
    case 'out':
      return null;
  }
}

const made = new Map<string, readonly Fact[]>();

/** The facts of a day in which people sit at these desks, second by second. */
export function factsOf(
  scenario: Scenario,
  people: readonly number[],
  seed = 'score',
): readonly Fact[] {
  const key = `${seed} ${people.join()} ${JSON.stringify(scenario)}`;
  const found = made.get(key);
  if (found) return found;
  const random = seedrandom(seed);
  const session = new Session(scenario, seed);
  const view = startWall(publicViewOf(scenario));
  for (const agent of people) session.accept({ kind: 'takeDesk', agent });
  let folded = 0;
  for (let at = 1_000; !session.over && at < 3 * 3_600_000; at += 1_000) {
    session.advanceTo(at);
    for (; folded < session.facts.length; folded++) stepWall(view, session.facts[folded] as Fact);
    for (const agent of people) {
      const now = view.team[agent];
      const command = now ? next(now, agent, at, random) : null;
      if (command) session.accept(command);
    }
  }
  made.set(key, session.facts);
  return session.facts;
}
