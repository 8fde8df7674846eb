import { Sampler } from '../../kernel/laws.ts';
import { type Luck, PURPOSE as PURPOSE_ } from '../../kernel/luck.ts';
import type { Plan } from '../plan/plan.ts';
import { MAX_AT as MAX_AT_ } from './ranks.ts';

const MAX_AT = MAX_AT_;
const PURPOSE = PURPOSE_;

/**
 * When one agent is missing (RULES H6): stretches of absence and of presence in turn, exponential,
 * drawn by number from the agent's own luck. A call in hand delays an absence and does not shorten
 * it; the law's own clock goes on meanwhile, so that the time lost is taken from the presence that
 * follows, or is added to the absence: over time the share missing is the share asked for.
 */
export class Absence {
  /** Is the agent missing, or to be so as soon as the call in hand is over? */
  isDue = false;
  /** When this absence began, ms; -1 where there is none, or a call delays it. */
  begunAt = -1;
  /** When the law has it begin, ms: the current one, or the next. */
  dueAt = 0;
  private draws = 0;
  private readonly away: Sampler;
  private readonly there: Sampler;

  constructor(
    readonly agent: number,
    private readonly share: number,
    meanMs: number,
  ) {
    this.away = new Sampler({ law: 'exponential', mean: meanMs });
    this.there = new Sampler({ law: 'exponential', mean: (meanMs * (1 - share)) / share });
  }

  /** The doors open, long after the law began. Returns the instant of its next change. */
  open(luck: Luck): number {
    this.isDue = luck.uniform(this.agent, this.draws++, PURPOSE.ABSENCE) < this.share;
    if (this.isDue) return this.begin(0, luck);
    this.dueAt = this.drawMs(this.there, luck);
    return this.dueAt;
  }

  /** The agent is gone. Returns when they will be back, if no further absence is due by then. */
  begin(now: number, luck: Luck): number {
    this.begunAt = now;
    return now + this.drawMs(this.away, luck);
  }

  /** This absence ends, or another is due already and begins. Returns the next change. */
  end(now: number, luck: Luck): number {
    this.dueAt += now - this.begunAt + this.drawMs(this.there, luck);
    if (this.dueAt <= now) return this.begin(now, luck);
    this.begunAt = -1;
    this.isDue = false;
    return this.dueAt;
  }

  /** What nobody knows is drawn anew: the law has no memory. Returns the next change; NaN: none. */
  renew(now: number, luck: Luck): number {
    this.draws = 0;
    if (this.isDue) return this.begunAt < 0 ? Number.NaN : now + this.drawMs(this.away, luck);
    this.dueAt = now + this.drawMs(this.there, luck);
    return this.dueAt;
  }

  copyFrom(other: Absence): void {
    this.isDue = other.isDue;
    this.begunAt = other.begunAt;
    this.dueAt = other.dueAt;
    this.draws = other.draws;
  }

  private drawMs(law: Sampler, luck: Luck): number {
    const u = luck.uniform(this.agent, this.draws++, PURPOSE.ABSENCE);
    return Math.min(MAX_AT, Math.max(1, Math.round(law.quantile(u))));
  }
}

/** Those of all agents, by number, null where a group misses nobody; null where none does. */
export function absencesOf({ groups }: Plan): readonly (Absence | null)[] | null {
  if (groups.every(({ shrinkage }) => shrinkage === 0)) return null;
  return groups.flatMap(({ absenceMs, desks, first, shrinkage }) =>
    Array.from({ length: desks }, (_, place) =>
      shrinkage === 0 ? null : new Absence(first + place, shrinkage, absenceMs),
    ),
  );
}
