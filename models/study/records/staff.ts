import type { AgentGroup, ScenarioFile } from '../../scenario/scenario.ts';
import type { CallRecord } from './calls.ts';

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
/** Between two calls of an agent, a silence up to this counts as being at the desk, seconds. */
const AT_DESK_S = 600;
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

/** When one agent was at the desk: their calls, and the short silences between them. */
function stretches(calls: readonly CallRecord[]): [number, number][] {
  const merged: [number, number][] = [];
  for (const call of [...calls].sort((a, b) => a.startS - b.startS)) {
    const end = call.startS + (call.serviceS > 0 ? call.serviceS : 0);
    const last = merged[merged.length - 1];
    if (last !== undefined && call.startS - last[1] <= AT_DESK_S) last[1] = Math.max(last[1], end);
    else merged.push([call.startS, end]);
  }
  return merged;
}

interface Seen {
  /** Distinct agents seen in each interval. */
  readonly staff: number[];
  /** Share of that time they were not at the desk. */
  readonly away: number;
}

function seenAtWork(
  byAgent: ReadonlyMap<string, readonly CallRecord[]>,
  hours: { from: number; to: number },
  widthS: number,
): Seen {
  const intervals = Math.ceil((hours.to - hours.from) / widthS);
  const staff = new Array<number>(intervals).fill(0);
  let atDesk = 0;
  for (const calls of byAgent.values()) {
    const seen = new Set<number>();
    for (const [from, to] of stretches(calls)) {
      for (let i = 0; i < intervals; i++) {
        const start = hours.from + i * widthS;
        const overlap = Math.min(to, start + widthS) - Math.max(from, start);
        if (overlap <= 0 && !(from === to && from >= start && from < start + widthS)) continue;
        seen.add(i);
        atDesk += Math.max(0, overlap);
      }
    }
    for (const i of seen) staff[i] = (staff[i] ?? 0) + 1;
  }
  const scheduled = staff.reduce((sum, x) => sum + x, 0) * widthS;
  const away = scheduled === 0 ? 0 : Math.min(0.9, Math.max(0, 1 - atDesk / scheduled));
  return { staff, away: Math.round(away * 100) / 100 };
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
    const { staff, away } = seenAtWork(byGroup.get(group) ?? new Map(), hours, widthS);
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
      shrinkage: away,
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
