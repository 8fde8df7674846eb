import type { ScenarioFile } from '../../scenario/scenario.ts';
import type { CallRecord } from '../records/calls.ts';
import { groupsOf, type Kind } from '../records/staff.ts';

/** Who was at work and who was busy, from the calls that agents took. */

/** Opening and closing, seconds after midnight. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** One interval of one day. */
interface BusySeen {
  /** Busy agents on average over the interval. */
  readonly mean: number;
  /** The most that were busy at one moment. */
  readonly most: number;
}

/** To the millisecond: an agent who ends a call and begins the next is busy once. */
const toMs = (s: number): number => Math.round(s * 1_000) / 1_000;

/** Busy agents by interval: the envelope of the calls of a day. */
export function busyOf(calls: readonly CallRecord[], hours: Hours, widthS: number): BusySeen[] {
  const intervals = Math.ceil((hours.to - hours.from) / widthS);
  const seconds = new Array<number>(intervals).fill(0);
  const most = new Array<number>(intervals).fill(0);
  const events = calls
    .filter(({ served, serviceS }) => served && serviceS > 0)
    .flatMap(({ serviceS, startS }) => [
      { at: toMs(startS), by: 1 },
      { at: toMs(startS + serviceS), by: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let [busy, at] = [0, hours.from];
  const pass = (to: number): void => {
    while (at < to && at < hours.to) {
      const i = Math.floor((at - hours.from) / widthS);
      const end = Math.min(to, hours.from + (i + 1) * widthS, hours.to);
      seconds[i] = (seconds[i] as number) + busy * (end - at);
      most[i] = Math.max(most[i] as number, busy);
      at = end;
    }
  };
  for (const event of events) {
    pass(event.at);
    busy += event.by;
  }
  pass(hours.to);
  return seconds.map((sum, i) => ({ mean: sum / widthS, most: most[i] as number }));
}

/** Who was at work in an interval, over the days. */
export interface StaffSeen {
  /** Agents at the desk, mean, least and most of the days. */
  readonly mean: number;
  readonly least: number;
  readonly most: number;
  /** Busy agents on average, and the most at one moment, mean of the days. */
  readonly busy: number;
  readonly peak: number;
}

const hundredth = (x: number): number => Math.round(x * 100) / 100;

type Group = ScenarioFile['groups'][number];

/** Groups with their mean staff; and all at work, by interval. */
export class Staffs {
  private readonly groups = new Map<string, { group: Group; sum: number[] }>();
  private readonly totals: number[][] = [];
  private readonly busy: { mean: number; most: number }[][] = [];

  constructor(
    private readonly kinds: readonly Kind[],
    private readonly hours: Hours,
    private readonly widthS: number,
  ) {}

  add(day: readonly CallRecord[], all: readonly CallRecord[]): void {
    const groups = groupsOf(day, all, this.kinds, this.hours, this.widthS);
    const total: number[] = [];
    for (const group of groups) {
      const name = typeof group.name === 'string' ? group.name : group.name.en;
      const staff = group.staff as readonly number[];
      const own = this.groups.get(name) ?? { group, sum: staff.map(() => 0) };
      this.groups.set(name, own);
      staff.forEach((agents, i) => {
        own.sum[i] = (own.sum[i] as number) + agents;
        total[i] = (total[i] ?? 0) + agents;
      });
    }
    this.totals.push(total);
    this.busy.push(busyOf(day, this.hours, this.widthS));
  }

  told(): { groups: ScenarioFile['groups']; staff: StaffSeen[] } {
    const n = this.totals.length;
    const groups = [...this.groups.values()].map(({ group, sum }, g) => ({
      ...group,
      id: g === 0 && group.id === 'conseillers' ? group.id : `groupe-${g}`,
      staff: sum.map((agents) => hundredth(agents / n)),
    }));
    const mean = (of: (day: number) => number): number =>
      this.totals.reduce((sum, _, day) => sum + of(day), 0) / n;
    const staff = (this.totals[0] ?? []).map((_, i): StaffSeen => {
      const own = this.totals.map((total) => total[i] ?? 0);
      return {
        mean: mean((day) => own[day] as number),
        least: Math.min(...own),
        most: Math.max(...own),
        busy: mean((day) => this.busy[day]?.[i]?.mean ?? 0),
        peak: mean((day) => this.busy[day]?.[i]?.most ?? 0),
      };
    });
    return { groups, staff };
  }
}
