import type { Centre } from '../../centre/centre.ts';
import { LedFork } from '../../centre/fork/led-fork.ts';
import { SUM } from '../../folds/measures/sums.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { DeskCommand, TimedCommand } from '../../words/moves.ts';
import type { Problem } from '../../words/problem.ts';
import { ofDesk } from '../own-commands.ts';
import { Heard } from './heard.ts';
import type { Seen } from './seen.ts';

/** Somebody at a desk: what they do now, or until when they would wait (Infinity: for news). */
export type Player = (seen: Seen) => DeskCommand | number;

/** What a day came to, and what it was for the desk that was watched. */
export interface DeskDay {
  /** Of all callers, in waiting-minute equivalents. */
  readonly wme: number;
  readonly callers: number;
  /** Sum of the scores of journeys that ended, and how many. */
  readonly lived: number;
  readonly journeys: number;
  /** Calls that the desk let ring in vain, and those it met. */
  readonly missed: number;
  readonly met: number;
  readonly uncivil: number;
  readonly complaints: number;
  readonly lowest: number;
  readonly gaveUp: number;
  readonly ahead: readonly number[];
}

/** Told before each command that a person gave, as things stood. */
export type Watch = (seen: Seen, command: DeskCommand) => void;

const NEVER = Number.POSITIVE_INFINITY;
/** Nobody does two things at once. */
const BETWEEN_MS = 500;
/** A move that is refused is tried again no sooner. */
const REFUSED_MS = 2_000;

/** Plays days of a scenario, one after the other, with somebody at one desk. */
export class DeskDays {
  private readonly heard: Heard;
  /** What the last player asked and was refused; of all days. */
  refused: Problem[] = [];
  /** What was done on the last day. */
  commands: TimedCommand[] = [];

  constructor(
    readonly scenario: Scenario,
    readonly agent = 0,
  ) {
    this.heard = new Heard(scenario, agent);
  }

  protected begin(seed: string): Centre {
    this.heard.clear();
    return new LedFork(this.scenario, seed, this.heard.recorder, this.agent);
  }

  /** The day with this player, from the first minute. */
  play(seed: string, player: Player): DeskDay {
    const { agent, heard } = this;
    const centre = this.begin(seed);
    this.commands = [];
    this.act(centre, { kind: 'takeDesk', agent });
    while (!centre.over) {
      const next = centre.nextAt();
      if (next <= heard.lookAt) {
        if (next === NEVER) break;
        centre.advanceTo(next, 1);
      } else {
        centre.advanceTo(heard.lookAt);
        this.look(centre, player);
      }
    }
    if (!centre.over) {
      // Nothing is to come while somebody sits there.
      centre.apply({ kind: 'leaveDesk', agent });
      centre.run();
    }
    return this.day();
  }

  private look(centre: Centre, player: Player): void {
    const { heard } = this;
    heard.lookAt = NEVER;
    if (centre.over) return;
    const does = player(this.seenAt(centre));
    if (typeof does === 'number') {
      heard.lookAt = Math.min(heard.lookAt, Math.max(Math.ceil(does), centre.now + 1));
      return;
    }
    const done = this.act(centre, does);
    const later = centre.now + (done ? BETWEEN_MS : REFUSED_MS);
    heard.lookAt = done ? Math.min(heard.lookAt, later) : later;
  }

  private seenAt(centre: Centre): Seen {
    const { seen } = this.heard;
    seen.now = centre.now;
    seen.inside = centre.load;
    return seen;
  }

  private act(centre: Centre, command: DeskCommand): boolean {
    const problem = centre.apply(command);
    if (problem === null) this.commands.push({ at: centre.now, command });
    else this.refused.push(problem);
    return problem === null;
  }

  /** The day with the computer at the desk, by the price of the next minute. */
  led(seed: string): DeskDay {
    const centre = this.begin(seed) as LedFork;
    centre.lead();
    centre.run();
    return this.day();
  }

  /**
   * The day as recorded; what is told of each own command is what the desk saw before it. What was
   * missed is what this person missed.
   */
  replay(
    seed: string,
    commands: readonly TimedCommand[],
    watch: Watch,
    own = ofDesk(commands, this.agent),
  ): DeskDay | Problem {
    const centre = this.begin(seed);
    let [others, seen, sits] = [0, 0, false];
    const count = (): void => {
      if (!sits) others += this.heard.missedAll - seen;
      seen = this.heard.missedAll;
    };
    for (const [place, { at, command }] of commands.entries()) {
      centre.advanceTo(at);
      const here = command.kind !== 'ring' && command.agent === this.agent;
      if (here && own[place]) watch(this.seenAt(centre), command);
      const problem = centre.apply(command);
      if (problem !== null) return problem;
      count();
      if (here && command.kind === 'takeDesk') sits = own[place] === true;
    }
    centre.run();
    count();
    const day = this.day();
    return { ...day, missed: day.missed - others };
  }

  protected day(): DeskDay {
    const { ahead, complaints, gaveUp, lowest, met, missedAll: missed, uncivil } = this.heard;
    const { day } = this.heard.sums();
    const of = (sum: number): number => day[sum] ?? 0;
    return {
      wme: of(SUM.costWme),
      callers: of(SUM.first),
      lived: of(SUM.lived),
      journeys: of(SUM.journeys),
      ...{ missed, met, uncivil, complaints, lowest, gaveUp },
      ahead: [...ahead],
    };
  }
}
