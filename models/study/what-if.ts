import { Centre } from '../centre/centre.ts';
import { follow } from '../centre/follow.ts';
import { MEASURES, valueOf } from '../folds/measures/figures.ts';
import { Measures } from '../folds/measures/measures.ts';
import type { Arbitration } from '../scenario/arbitration.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { TimedCommand } from '../words/moves.ts';
import { isProblem, type Problem, problem } from '../words/problem.ts';
import type { WhatIf, WhatIfRow } from '../words/what-if.ts';
import { frameOf } from './frame.ts';
import { type PolicyVariant, withPolicy } from './policies.ts';

/**
 * A day that is over, as it was played and as policies would have had it, on exactly the same
 * callers: what chance decides is each caller's own (RULES A8, L8).
 */

export const NOTHING_COMPARED = problem(
  'E_STATE',
  '',
  'Dans cette journée, la durée des appels est donnée d’avance : répondre autrement n’y changerait rien ; choisissez-en une où c’est vous qui en décidez.',
  'On this day the length of calls is set in advance: answering differently would change nothing; choose a day where you decide how long calls last.',
);

type Who = WhatIfRow['who'];
type PolicyRow = Exclude<Who, 'played'>;
type Paced = Pick<WhatIfRow, 'paceMin'> & { readonly policy: PolicyVariant };

/** What is offered keeps below so many times what a call took as the day was played. */
const TWICE = 2;

/**
 * A pace that its policy did not go by was never checked: it is kept to what a talk can last, and
 * below twice what one took as the day was played: nobody is advised to take double the time.
 */
function possible(pace: number, { handling, policy }: Arbitration, playedMin: number): number {
  const below = (Math.floor(TWICE * playedMin * 100) - 1) / 100;
  const fixedMin = handling.fixedMin + handling.explainMin;
  return Math.min(policy.capMin, Math.max(fixedMin, Math.min(pace, below)));
}

/** @param playedMin mean talk as the day was played; Infinity where there was none */
function pacedBy(who: PolicyRow, arbitration: Arbitration, playedMin: number): Paced {
  const { careMin, hurryMin } = arbitration.policy;
  switch (who) {
    case 'hurry': {
      const paceMin = possible(hurryMin, arbitration, playedMin);
      return { paceMin, policy: { asked: who, name: 'hurry', settings: { hurryMin: paceMin } } };
    }
    case 'care': {
      const paceMin = possible(careMin, arbitration, playedMin);
      return { paceMin, policy: { asked: who, name: 'care', settings: { careMin: paceMin } } };
    }
    case 'price':
      return { paceMin: null, policy: { asked: who, name: 'priceNext', settings: {} } };
  }
}

/** The scenario with everybody, whatever their group, following one policy; or why it cannot be. */
export function wholeTeam(scenario: Scenario, policy: PolicyVariant): Scenario | Problem {
  const groups = scenario.groups.map(({ policy: _own, ...group }) => group);
  const reading = withPolicy({ ...scenario, groups }, policy);
  return reading.ok ? reading.scenario : (reading.problems[0] as Problem);
}

interface Figures {
  readonly row: Omit<WhatIfRow, 'who' | 'paceMin'>;
  /** Mean talk, min; Infinity where there was none. */
  readonly talkMin: number;
}

/** The figures of the whole day with these commands, or why it does not replay. */
function figuresOf(
  scenario: Scenario,
  seed: string,
  commands: readonly TimedCommand[],
): Figures | Problem {
  const counted = new Measures(frameOf(scenario));
  const centre = new Centre(scenario, seed, counted.recorder);
  const refused = follow(centre, commands);
  if (refused !== null) return refused;
  centre.run();
  const { day } = counted.sums();
  const figure = (name: string): number | null => {
    const measure = MEASURES.find((one) => one.name === name);
    if (measure === undefined) throw new RangeError(`a measure must be called ${name}`);
    const value = valueOf(measure, day);
    return Number.isFinite(value) ? value : null;
  };
  const row = {
    costPerCustomer: figure('costPerCustomer'),
    attemptsPerCustomer: figure('attemptsPerCustomer'),
    meanWaitS: figure('meanWait'),
    abandonRate: figure('abandonRate'),
    lived: figure('lived'),
  };
  return { row, talkMin: (figure('averageTalkTime') ?? Infinity) / 60 };
}

/**
 * What the day came to, and what it would have come to. E_STATE where nothing is arbitrated,
 * E_DESYNC where the record does not replay. It plays four days: not for a process that may not
 * stop.
 */
export function whatIf(
  scenario: Scenario,
  seed: string,
  commands: readonly TimedCommand[],
): WhatIf | Problem {
  const { arbitration } = scenario;
  if (arbitration === undefined) return NOTHING_COMPARED;
  const played = figuresOf(scenario, seed, commands);
  if (isProblem(played)) return played;
  const rows: WhatIfRow[] = [{ who: 'played', paceMin: null, ...played.row }];
  for (const who of ['hurry', 'care', 'price'] as const) {
    const { paceMin, policy } = pacedBy(who, arbitration, played.talkMin);
    const followed = wholeTeam(scenario, policy);
    const figures = isProblem(followed) ? followed : figuresOf(followed, seed, []);
    if (isProblem(figures)) return figures;
    rows.push({ who, paceMin, ...figures.row });
  }
  return { rows };
}
