import { Centre } from '../../models/centre/centre.ts';
import { Measures } from '../../models/folds/measures/measures.ts';
import type { DaySums } from '../../models/folds/measures/sums.ts';
import type { Scenario } from '../../models/scenario/scenario.ts';
import { frameOf } from '../../models/study/frame.ts';
import type { Command } from '../../models/words/moves.ts';

/** People who found out how to be rid of callers: what they do at a desk, by commands (RULES L). */
export const BOTS = ['hangsUp', 'avoids', 'neverAnswers', 'holds'] as const;
export type Bot = (typeof BOTS)[number];

/** What the bot does with whoever is on the line, a second after the answer. */
const DOES: Record<Exclude<Bot, 'neverAnswers'>, (agent: number, call: number) => Command> = {
  hangsUp: (agent, call) => ({ kind: 'conclude', agent, call }),
  // Cold, and to colleagues who take it at once: what costs the caller least.
  avoids: (agent, call) => ({ kind: 'transfer', agent, call, group: 0 }),
  holds: (agent, call) => ({ kind: 'hold', agent, call }),
};

const SECOND_MS = 1_000;
/** The bot that avoids lets a call ring nearly to the end, and hands it on. */
const LATE_MS = 12 * SECOND_MS;

interface Planned {
  readonly at: number;
  readonly command: Command;
}

/** Counts a day, and does at some desks what the bot does. */
class Hands extends Measures {
  readonly planned: Planned[] = [];
  desks: ReadonlySet<number> = new Set();

  constructor(
    scenario: Scenario,
    private readonly bot: Bot,
  ) {
    super(frameOf(scenario));
  }

  private plan(at: number, command: Command): void {
    const { planned } = this;
    let place = planned.length;
    while (place > 0 && (planned[place - 1] as Planned).at > at) place -= 1;
    planned.splice(place, 0, { at, command });
  }

  rang(at: number, call: number, agent: number): void {
    if (!this.desks.has(agent) || this.bot === 'neverAnswers') return;
    const late = this.bot === 'avoids' ? LATE_MS : SECOND_MS;
    this.plan(at + late, { kind: 'answer', agent, call });
  }

  override answered(
    at: number,
    call: number,
    type: number,
    attempt: number,
    agent: number,
    waitMs: number,
  ): void {
    super.answered(at, call, type, attempt, agent, waitMs);
    this.meets(at, call, agent);
  }
  override calledBack(
    at: number,
    call: number,
    type: number,
    attempt: number,
    agent: number,
    waitMs: number,
  ): void {
    super.calledBack(at, call, type, attempt, agent, waitMs);
    this.meets(at, call, agent);
  }
  override relayed(at: number, call: number, type: number, agent: number, waitMs: number): void {
    super.relayed(at, call, type, agent, waitMs);
    this.meets(at, call, agent);
  }
  private meets(at: number, call: number, agent: number): void {
    if (!this.desks.has(agent) || this.bot === 'neverAnswers') return;
    this.plan(at + SECOND_MS, DOES[this.bot](agent, call));
  }

  override transferred(
    at: number,
    call: number,
    type: number,
    agent: number,
    group: number,
    talkMs: number,
    holdMs: number,
  ): void {
    super.transferred(at, call, type, agent, group, talkMs, holdMs);
    if (this.desks.has(agent)) this.plan(at + SECOND_MS, { kind: 'ready', agent });
  }
  override concluded(
    at: number,
    call: number,
    type: number,
    agent: number,
    talkMs: number,
    holdMs: number,
  ): void {
    super.concluded(at, call, type, agent, talkMs, holdMs);
    if (this.desks.has(agent)) this.plan(at + SECOND_MS, { kind: 'ready', agent });
  }
}

/** The days of a scenario with the bot at these desks from the first minute, one a seed. */
export function botDays(
  scenario: Scenario,
  bot: Bot,
  desks: readonly number[],
  seeds: readonly string[],
): readonly DaySums[] {
  const hands = new Hands(scenario, bot);
  hands.desks = new Set(desks);
  return seeds.map((seed) => {
    hands.clear();
    hands.planned.length = 0;
    const centre = new Centre(scenario, seed, hands.recorder);
    for (const agent of desks)
      for (const kind of ['takeDesk', 'ready'] as const) centre.apply({ kind, agent });
    while (!centre.over) {
      const { planned } = hands;
      const next = planned[0];
      if (next === undefined || centre.nextAt() <= next.at) {
        const at = Math.min(centre.nextAt(), next?.at ?? Infinity);
        // Nothing is to come, and somebody sits there: the day lasts until they have gone.
        if (at === Infinity) break;
        centre.advanceTo(at, 1);
      } else {
        centre.advanceTo(next.at);
        planned.shift();
        centre.apply(next.command);
      }
    }
    if (!centre.over) {
      for (const agent of desks) centre.apply({ kind: 'leaveDesk', agent });
      centre.run();
    }
    return hands.sums();
  });
}
