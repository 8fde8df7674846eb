import { type LawSpec, Sampler } from '../kernel/laws.ts';
import { NEVER } from '../kernel/time.ts';
import { type Problem, problem } from '../words/problem.ts';
import { lawInMs } from './law-in-ms.ts';
import type { ContactType, Scenario } from './scenario.ts';

/**
 * Durations that time has no room for (RULES H1): the clock counts to 24 days. A law that goes
 * beyond more than once in a million is refused here; what is rarer is cut there.
 */

const RARE = 1e-6;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** At which speed the slowest group goes about this type; 1 where nobody does. */
function slowest({ groups }: Scenario, { id }: ContactType): number {
  const speeds = groups.flatMap(({ skills, speed }) =>
    skills.flatMap((skill) => (skill.type === id ? [speed * skill.speed] : [])),
  );
  return speeds.length === 0 ? 1 : Math.min(...speeds);
}

const longest = (factor: number | readonly number[]): number => Math.max(...[factor].flat());
const most = (law: LawSpec): number => new Sampler(law).quantile(1 - RARE);

/** The longest talk that a policy may have with callers of a type, at speed 1, ms. */
function longestTalk({ need }: ContactType, scenario: Scenario): number {
  const { arbitration, groups } = scenario;
  if (arbitration === undefined) return 0;
  const policies = [arbitration.policy, ...groups.flatMap(({ policy }) => policy ?? [])];
  const paces = policies.flatMap(({ capMin, careMin, fastMin, hurryMin, paceMin, slowMin }) => [
    ...[capMin, careMin, fastMin, hurryMin, paceMin, slowMin],
  ]);
  const pace = Math.max(...paces) * MINUTE_MS;
  if (arbitration.execution === 'exponential') return most({ law: 'exponential', mean: pace });
  const mean = need?.mean ?? 1;
  if (arbitration.need.law === 'exponential')
    return pace * Math.max(1, most({ law: 'exponential', mean }));
  const cv = need?.cv ?? arbitration.need.cv;
  return pace * Math.max(1, cv > 0 ? most({ law: 'lognormal', mean, cv }) : mean);
}

/** What may last beyond the end of time, by path. */
export function tooLong(scenario: Scenario): Problem[] {
  const left = NEVER - scenario.day.lengthMin * MINUTE_MS;
  const found: Problem[] = [];
  const look = (path: string, ms: number): void => {
    if (ms > left) found.push(saying(path, ms, left));
  };
  scenario.types.forEach((type, i) => {
    const slow = slowest(scenario, type);
    look(`types.${i}.wrapUp`, most(lawInMs(type.wrapUp)) * longest(type.wrapUpFactor));
    if (scenario.arbitration !== undefined)
      look('arbitration.policy', longestTalk(type, scenario) / slow);
    else
      look(
        `types.${i}.handling`,
        (most(lawInMs(type.handling)) * longest(type.handlingFactor)) / slow,
      );
  });
  scenario.trace?.handlingS?.forEach((seconds, row) => {
    const type = scenario.types[scenario.trace?.type[row] ?? 0];
    if (type !== undefined)
      look(`trace.handlingS.${row}`, ((seconds ?? 0) * 1_000) / slowest(scenario, type));
  });
  return found;
}

function saying(path: string, ms: number, left: number): Problem {
  const [lasts, room] = [Math.ceil(ms / DAY_MS), Math.floor(left / DAY_MS)];
  return problem(
    'E_RANGE',
    path,
    `Cette durée atteindrait ${lasts} jours, une fois sur un million au moins ; l’horloge n’en compte que ${room} après la fermeture : raccourcissez-la, resserrez sa loi, ou relevez les vitesses (speed).`,
    `This duration would reach ${lasts} days, once in a million at least; the clock counts only ${room} after closing: shorten it, narrow its law, or raise the speeds (speed).`,
  );
}
