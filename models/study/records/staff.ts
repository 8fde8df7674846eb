import type { AgentGroup, ScenarioFile } from '../../scenario/scenario.ts';
import type { CallRecord } from './calls.ts';
import { presenceOf } from './presence.ts';

/** Who was at work on a recorded day: groups, and their staff by interval, from the calls taken. */

/** Types as the scenario will have them: of a kind of call, and whether it has a head start. */
export interface Kind {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly headStartS: number;
}

/** Share of an agent's calls of one type that makes a specialist. */
const SPECIALIST = 0.8;
/** For each agent of the file, the kind most of whose calls are theirs, or '' for a generalist. */
function specialties(calls: readonly CallRecord[]): Map<string, string> {
  const taken = new Map<string, Map<string, number>>();
  const volume = new Map<string, number>();
  for (const call of calls) {
    volume.set(call.type, (volume.get(call.type) ?? 0) + 1);
    if (call.agent === '') continue;
    const own = taken.get(call.agent) ?? new Map<string, number>();
    own.set(call.type, (own.get(call.type) ?? 0) + 1);
    taken.set(call.agent, own);
  }
  const specialty = new Map<string, string>();
  for (const [agent, own] of taken) {
    const total = [...own.values()].reduce((sum, x) => sum + x, 0);
    const [type = '', most = 0] = [...own].sort((a, b) => b[1] - a[1])[0] ?? [];
    const common = (volume.get(type) ?? 0) > calls.length / 2;
    specialty.set(agent, most >= SPECIALIST * total && !common ? type : '');
  }
  return specialty;
}

type GroupFile = ScenarioFile['groups'][number];

/** Groups by specialty, with the staff of each interval and its skills. */
export function groupsOf(
  day: readonly CallRecord[],
  all: readonly CallRecord[],
  kinds: readonly Kind[],
  hours: { from: number; to: number },
  widthS: number,
): GroupFile[] {
  const specialty = specialties(all);
  const byGroup = new Map<string, Map<string, CallRecord[]>>();
  for (const call of day) {
    if (!call.served || call.agent === '') continue;
    const group = specialty.get(call.agent) ?? '';
    const agents = byGroup.get(group) ?? new Map<string, CallRecord[]>();
    agents.set(call.agent, [...(agents.get(call.agent) ?? []), call]);
    byGroup.set(group, agents);
  }
  if (!byGroup.has('')) byGroup.set('', mergeAll(byGroup));
  const names = [...byGroup.keys()].sort(
    (a, b) => Number(a !== '') - Number(b !== '') || (a < b ? -1 : 1),
  );
  return names.map((group, g): GroupFile => {
    const mine = group === '' ? day : day.filter((call) => call.type === group);
    const staff = presenceOf(byGroup.get(group) ?? new Map(), mine, hours, widthS);
    const own = (kind: Kind): boolean => kind.key.startsWith(`${group}\u0000`);
    const special = (kind: Kind): boolean =>
      names.some((other) => other !== '' && kind.key.startsWith(`${other}\u0000`));
    const skills: AgentGroup['skills'][number][] = kinds
      .filter((kind) => group === '' || own(kind))
      .map((kind) => ({
        type: kind.id,
        priority: group === '' && special(kind) ? 2 : 1,
        afterS: 0,
        speed: 1,
      }));
    const said =
      group === ''
        ? { fr: 'Conseillers', en: 'Agents' }
        : { fr: `Groupe ${group}`, en: `${group} group` };
    return {
      id: group === '' ? 'conseillers' : `groupe-${g}`,
      name: said,
      staff,
      skills,
    };
  });
}

/** Where every agent is a specialist, they make one group of generalists. */
function mergeAll(byGroup: Map<string, Map<string, CallRecord[]>>): Map<string, CallRecord[]> {
  const all = new Map([...byGroup.values()].flatMap((agents) => [...agents]));
  byGroup.clear();
  return all;
}
