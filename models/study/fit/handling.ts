import { Moments, tQuantile } from '../../kernel/tally.ts';
import type { Law } from '../../scenario/scenario.ts';
import { type AfterCall, gapsOf, lawOfGaps } from '../records/after-call.ts';
import type { CallRecord, CallTable } from '../records/calls.ts';
import { fitLaw, type LawFit } from './law-fit.ts';

/** How long agents are taken: by type of call, by hour, by agent; and after the call. */

export interface TypeHandling extends LawFit {
  readonly type: string;
}

/** An hour of the day. */
export interface HourHandling {
  /** From so many hours after midnight. */
  readonly hour: number;
  readonly n: number;
  readonly meanS: number;
  /** Half-width of the 95 % interval of that mean. */
  readonly marginS: number;
  /** The mean over what the types of its calls would take all day: the mix is no part of it. */
  readonly ratio: number;
  /** Half-width of the 95 % interval of that ratio. */
  readonly ratioMargin: number;
}

/** How agents differ, the types of their calls being allowed for. */
export interface AgentsHandling {
  /** Agents with enough calls to tell. */
  readonly agents: number;
  /** Their time over that of all on such calls: the tenth, the median, the ninetieth percentile. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Spread between agents, beyond the chance of their calls. */
  readonly cv: number;
}

export interface AfterCallFit extends AfterCall {
  /** Written in the rows, or seen between calls while somebody waited. */
  readonly from: 'rows' | 'gaps';
}

export interface HandlingFit {
  readonly all: LawFit;
  readonly types: readonly TypeHandling[];
  readonly hours: readonly HourHandling[];
  readonly agents: AgentsHandling | null;
  readonly afterCall: AfterCallFit | null;
}

/** Below this many served calls a type has no law of its own. */
const ENOUGH_SERVED = 30;
/** An agent with fewer calls tells nothing. */
const AGENT_CALLS = 50;
/** Whole days are taken for what goes on between calls, up to so many calls. */
const MOST_CALLS = 100_000;

const isTalk = (table: CallTable, i: number): boolean =>
  table.served.get(i) === 1 && table.service.get(i) >= 0;

/** Durations of the calls served, by number of type. */
function talksOf(table: CallTable): Map<number, number[]> {
  const byType = new Map<number, number[]>();
  for (let i = 0; i < table.length; i++) {
    if (!isTalk(table, i)) continue;
    const own = byType.get(table.type.get(i));
    if (own === undefined) byType.set(table.type.get(i), [table.service.get(i)]);
    else own.push(table.service.get(i));
  }
  return byType;
}

/** Sums of calls of one hour, or of one agent. */
class Sums {
  readonly seconds = new Moments();
  readonly ratio = new Moments();
  private expected = 0;

  add(seconds: number, usual: number): void {
    this.seconds.add(seconds);
    this.expected += usual;
    this.ratio.add(seconds / usual);
  }

  /** Its time over the usual time of such calls. */
  get whole(): number {
    return (this.seconds.mean * this.seconds.n) / this.expected;
  }
}

function spreadOf(
  table: CallTable,
  means: ReadonlyMap<number, number>,
): { hours: Map<number, Sums>; agents: Map<number, Sums> } {
  const [hours, agents] = [new Map<number, Sums>(), new Map<number, Sums>()];
  const add = (to: Map<number, Sums>, key: number, seconds: number, usual: number): void => {
    const sums = to.get(key) ?? new Sums();
    to.set(key, sums);
    sums.add(seconds, usual);
  };
  for (let i = 0; i < table.length; i++) {
    const usual = means.get(table.type.get(i)) ?? 0;
    if (!isTalk(table, i) || !(usual > 0)) continue;
    const seconds = table.service.get(i);
    add(hours, Math.floor(table.arrival.get(i) / 3_600), seconds, usual);
    if (table.agents.at(table.agent.get(i)) !== '') add(agents, table.agent.get(i), seconds, usual);
  }
  return { hours, agents };
}

function hourOf([hour, { ratio, seconds, whole }]: [number, Sums]): HourHandling {
  const t = seconds.n < 2 ? Number.POSITIVE_INFINITY : tQuantile(0.975, seconds.n - 1);
  return {
    hour,
    n: seconds.n,
    meanS: seconds.mean,
    marginS: t * seconds.standardError,
    ratio: whole,
    ratioMargin: t * ratio.standardError,
  };
}

function agentsOf(agents: ReadonlyMap<number, Sums>): AgentsHandling | null {
  const own = [...agents.values()].filter(({ seconds }) => seconds.n >= AGENT_CALLS);
  if (own.length < 5) return null;
  const ratios = own.map(({ whole }) => whole).sort((a, b) => a - b);
  const between = new Moments();
  let chance = 0;
  for (const { ratio, whole } of own) {
    between.add(whole);
    chance += ratio.variance / ratio.n / own.length;
  }
  const at = (share: number): number =>
    ratios[Math.min(ratios.length - 1, Math.ceil(share * ratios.length) - 1)] as number;
  return {
    agents: own.length,
    ...{ p10: at(0.1), p50: at(0.5), p90: at(0.9) },
    cv: Math.sqrt(Math.max(0, between.variance - chance)) / between.mean,
  };
}

/** Calls of whole days, spread over the file: between them gaps can be seen. */
function wholeDays(table: CallTable, most: number): CallRecord[] {
  const volume = new Map<number, number>();
  for (let i = 0; i < table.length; i++)
    volume.set(table.day.get(i), (volume.get(table.day.get(i)) ?? 0) + 1);
  const days = [...volume.keys()];
  const every = Math.max(1, Math.ceil(table.length / most));
  const wanted = new Set(days.filter((_, i) => i % every === 0));
  const calls: CallRecord[] = [];
  for (let i = 0; i < table.length; i++) if (wanted.has(table.day.get(i))) calls.push(table.at(i));
  return calls;
}

/** After-call work: as the rows say it, else as the gaps between calls show it. */
function afterCallOf(table: CallTable): AfterCallFit | null {
  const said: number[] = [];
  for (let i = 0; i < table.length; i++)
    if (table.served.get(i) === 1 && table.wrap.get(i) >= 0) said.push(table.wrap.get(i));
  if (said.length > 0) {
    const law = lawOfGaps(said);
    return law === null ? null : { ...law, from: 'rows' };
  }
  const law = lawOfGaps(gapsOf(wholeDays(table, MOST_CALLS)));
  return law === null ? null : { ...law, from: 'gaps' };
}

/** How long agents are taken; null where no row says it. */
export function fitHandling(table: CallTable): HandlingFit | null {
  const talks = talksOf(table);
  const all = fitLaw([...talks.values()].flat());
  if (all === null) return null;
  const types: TypeHandling[] = [];
  const means = new Map<number, number>();
  for (const [type, values] of [...talks].sort((a, b) => b[1].length - a[1].length)) {
    const own = values.length < ENOUGH_SERVED ? null : fitLaw(values);
    means.set(type, own?.meanS ?? all.meanS);
    if (own !== null) types.push({ type: table.types.at(type), ...own });
  }
  const { agents, hours } = spreadOf(table, means);
  return {
    all,
    types,
    hours: [...hours].sort((a, b) => a[0] - b[0]).map(hourOf),
    agents: agentsOf(agents),
    afterCall: afterCallOf(table),
  };
}

/** The law of a type of calls: its own, or that of all. */
export const handlingLaw = (fit: HandlingFit, type: string): Law =>
  (fit.types.find((one) => one.type === type) ?? fit.all).law;
