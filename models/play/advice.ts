import { planOf } from '../centre/plan/plan-of.ts';
import { interval, Moments } from '../kernel/tally.ts';
import { dayCost } from '../scenario/cost.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { replicationSeed } from '../study/trial.ts';
import { ADVICES, type Advice, type AdviceId } from '../words/advice.ts';
import type { TimedCommand } from '../words/moves.ts';
import { isProblem, type Problem } from '../words/problem.ts';
import { AtHand } from './desk/at-hand.ts';
import { type DeskDay, DeskDays, type Player, type Watch } from './desk/desk-days.ts';
import { type Manner, playerOf } from './desk/manner.ts';
import { OwnManner } from './desk/own-manner.ts';
import { advised } from './desk/rules.ts';
import { CLASSICAL } from './et-si/asked.ts';
import { ofDesk } from './own-commands.ts';

interface AdviceAsk {
  /** Days for a first look at every advice. */
  readonly looks?: number;
  /** Days are compared in blocks of so many, until it is clear, or so many. */
  readonly block?: number;
  readonly most?: number;
}

const LOOKS = 60;
const BLOCK = 50;
const MOST = 400;
/** Days of more events than this are fewer in proportion, down to these. */
const LARGE = 500;
const LEAST_LOOKS = 10;
const LEAST_MOST = 100;
/** Those that look best, of which the first to be clear is given. */
const TRIED = 5;
/** Of the interval: looked at several times, of several advices, it must be the more certain. */
const LEVEL = 0.995;

/** Harm a caller, of one day less another of the same callers, some of whom may not have come. */
export function harmApart(one: DeskDay, other: DeskDay): number {
  const callers = Math.max(one.callers, other.callers);
  return callers === 0 ? 0 : (one.wme - other.wme) / callers;
}

/** How this person played that day; or why the record does not replay. */
function mannerOf(
  scenario: Scenario,
  seed: string,
  commands: readonly TimedCommand[],
  agent: number,
  mine: readonly boolean[],
): Manner | Problem {
  const own = new OwnManner(new AtHand(scenario, agent));
  const watch: Watch = (seen, command) => own.watch(seen, command);
  const day = new DeskDays(scenario, agent).replay(seed, commands, watch, mine);
  return isProblem(day) ? day : own.manner(day.missed);
}

/** Days of one player, with an advice and without, on the same callers. */
class Pairs {
  private readonly without = new Map<string, DeskDay>();
  private readonly days: DeskDays;

  constructor(
    scenario: Scenario,
    private readonly player: Player,
    private readonly at: AtHand,
  ) {
    this.days = new DeskDays(scenario, at.agent);
  }

  private plain(seed: string): DeskDay {
    const day = this.without.get(seed) ?? this.days.play(seed, this.player);
    this.without.set(seed, day);
    return day;
  }

  /** Goes on with days from..to-1 of this name. */
  add(apart: Moments, id: AdviceId, name: string, from: number, to: number): void {
    const told = advised(this.player, id, this.at);
    for (let r = from; r < to; r += 1) {
      const seed = replicationSeed(name, r);
      const plain = this.plain(seed);
      apart.add(harmApart(this.days.play(seed, told), plain));
    }
  }
}

/** How many days are played where nothing else is asked. */
function usual(scenario: Scenario): Required<AdviceAsk> {
  const share = Math.min(1, LARGE / dayCost(scenario).events);
  const of = (days: number, least: number): number => Math.max(least, Math.floor(days * share));
  return { block: BLOCK, looks: of(LOOKS, LEAST_LOOKS), most: of(MOST, LEAST_MOST) };
}

const NONE: Advice = { advice: null, effect: 0, halfWidth: 0, days: 0 };

const isClear = (apart: Moments): boolean => Math.abs(apart.mean) > interval(apart, LEVEL);

/**
 * The first advice that would have helped this person: how they play is read from the day as it was
 * recorded, and somebody who plays so meets fresh callers with each advice and without. Those that
 * look best are tried first, on days of their own; one is given only where what it does to the harm
 * of all callers is clear. Counts of days, never a clock: the same day has the same advice.
 * @param own which commands are this person's; all of this desk, where nobody else sat there
 */
export function adviceFor(
  scenario: Scenario,
  seed: string,
  commands: readonly TimedCommand[],
  agent: number,
  ask: AdviceAsk = {},
  own = ofDesk(commands, agent),
): Advice | Problem {
  if (planOf(scenario).talk === null) return CLASSICAL;
  if (!own.includes(true)) return NONE;
  const manner = mannerOf(scenario, seed, commands, agent, own);
  if (isProblem(manner)) return manner;
  const { block, looks, most } = { ...usual(scenario), ...ask };
  const at = new AtHand(scenario, agent);
  const pairs = new Pairs(scenario, playerOf(manner, at), at);
  const looked = ADVICES.map((id) => {
    const apart = new Moments();
    pairs.add(apart, id, `${seed}\nlook`, 0, looks);
    return { id, mean: apart.mean };
  });
  const best = looked.filter(({ mean }) => mean < 0).sort((a, b) => a.mean - b.mean);
  for (const { id } of best.slice(0, TRIED)) {
    const apart = new Moments();
    while (apart.n < most && !isClear(apart))
      pairs.add(apart, id, `${seed}\nadvice`, apart.n, apart.n + block);
    if (apart.mean < 0 && isClear(apart))
      return {
        advice: id,
        effect: apart.mean,
        halfWidth: interval(apart, LEVEL),
        days: apart.n,
      };
  }
  return NONE;
}
