import { wholes } from '../../kernel/rows.ts';
import type { MeasuresFrame } from './frame.ts';

/**
 * Time for which agents are scheduled, absences and breaks included, and time worked beyond it:
 * past the end of a shift, and after closing (RULES M5). Both are paid.
 */
export class Scheduled {
  /** By (interval, group), ms; the last interval is the time after closing. */
  private readonly planned: number[];
  private readonly beyond: number[];
  /** By agent: the place in the group; since when signed in, or -1. */
  private readonly places: number[];
  private readonly since: number[];

  constructor(private readonly frame: MeasuresFrame) {
    const { groupOf, groups, intervals, lengthMs, scheduled } = frame;
    const agents = groupOf.length;
    this.planned = wholes((intervals + 1) * groups);
    this.beyond = wholes((intervals + 1) * groups);
    this.since = wholes(agents, -1);
    this.places = wholes(agents);
    for (let agent = 1; agent < agents; agent += 1)
      if (groupOf[agent] === groupOf[agent - 1])
        this.places[agent] = (this.places[agent - 1] as number) + 1;
    scheduled.forEach((steps, group) => {
      steps.forEach(({ fromMs, agents: many }, i) => {
        const until = steps[i + 1]?.fromMs ?? lengthMs;
        this.spread(this.planned, group, fromMs, until, many);
      });
    });
  }

  clear(): void {
    this.beyond.fill(0);
    this.since.fill(-1);
  }

  come(agent: number, at: number): void {
    if ((this.since[agent] as number) < 0) this.since[agent] = at;
  }

  go(agent: number, at: number): void {
    const since = this.since[agent] as number;
    if (since < 0) return;
    this.since[agent] = -1;
    const { groupOf, lengthMs, scheduled } = this.frame;
    const group = groupOf[agent] as number;
    const place = this.places[agent] as number;
    const steps = scheduled[group] ?? [];
    steps.forEach(({ fromMs, agents }, i) => {
      // A fraction is somebody who may be at work.
      if (place < agents) return;
      const until = Math.min(at, steps[i + 1]?.fromMs ?? lengthMs);
      this.spread(this.beyond, group, Math.max(since, fromMs), until, 1);
    });
    this.spread(this.beyond, group, Math.max(since, lengthMs), at, 1);
  }

  /** The day is over: whoever is still there has been until now. */
  end(at: number): void {
    for (let agent = 0; agent < this.since.length; agent += 1) this.go(agent, at);
  }

  /** Scheduled time of a group in an interval, ms. */
  area(interval: number, group: number): number {
    return this.planned[interval * this.frame.groups + group] as number;
  }

  /** Time worked beyond it, ms. */
  overtime(interval: number, group: number): number {
    return this.beyond[interval * this.frame.groups + group] as number;
  }

  /** Adds so many agents from one instant to another, interval by interval, warm-up left out. */
  private spread(into: number[], group: number, from: number, to: number, agents: number): void {
    const { groups, intervalMs, intervals, lengthMs, warmUpMs } = this.frame;
    let here = Math.max(from, warmUpMs);
    while (here < to) {
      const interval = here < lengthMs ? Math.floor(here / intervalMs) : intervals;
      const edge = Math.min((interval + 1) * intervalMs, lengthMs);
      const next = interval === intervals ? to : Math.min(to, edge);
      const cell = interval * groups + group;
      into[cell] = (into[cell] as number) + agents * (next - here);
      here = next;
    }
  }
}
