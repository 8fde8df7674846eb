import { planOf } from '../centre/plan/plan-of.ts';
import { insideOf } from '../folds/views/inside.ts';
import { type Line, startLine, stepLine, type Waiting, waitingNow } from '../folds/views/line.ts';
import { type AgentNow, startTeam, stepTeam } from '../folds/views/team.ts';
import { publicViewOf } from '../scenario/public-view.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Ending, Talked } from '../words/debrief.ts';
import type { Fact } from '../words/facts.ts';
import { GESTURE } from '../words/gestures.ts';
import { Scales, type Weighed } from './scales.ts';

const MINUTE_MS = 60_000;
/** A talk is weighed at least this often, simulated ms. */
const STEP_MS = 1_000;

/** The talk in hand. */
interface Open {
  readonly call: number;
  readonly type: number;
  readonly tookAt: number;
  readonly weighed: Weighed;
  /** On the line with this desk before the person was there, ms. */
  readonly beforeMs: number;
  openingMs: number;
  talkedMs: number;
  gesturesMs: number;
  heldMs: number;
  onHold: boolean;
  /** The gesture going on, and the one that ended last (GESTURE). */
  gesture: number;
  last: number;
  lastsMs: number;
  limited: boolean;
  cost: number;
  given: number;
}

/**
 * Follows one desk through the facts of a whole day. What a talk is weighed by at an instant is
 * the state that the facts told until then, and the mean need of the type: a person could not know
 * more. The time of gestures costs what it costs, and is not held against what work brings: they
 * bring something else. `mine`: a fact of the desk is of the person asked about, who sat there.
 */
class TalksOfDesk {
  readonly talks: Talked[] = [];
  private readonly line: Line = startLine(Number.POSITIVE_INFINITY);
  private readonly team: AgentNow[];
  private readonly speeds: Float64Array;
  private readonly types: number[] = [];
  private open: Open | null = null;
  private now = 0;
  /** When the talk at the desk began, whoever's it is, and its holds. */
  private since = 0;
  private held = 0;
  private heldAt = -1;

  constructor(
    scenario: Scenario,
    private readonly scales: Scales | null,
    private readonly agent: number,
    private readonly mine: (fact: Fact) => boolean,
  ) {
    this.team = startTeam(publicViewOf(scenario));
    const groups = planOf(scenario).groups;
    this.speeds = groups.findLast(({ first }) => first <= agent)?.speeds ?? new Float64Array();
  }

  step(fact: Fact): void {
    if (this.open !== null) this.passes(this.open, fact.at);
    this.now = fact.at;
    if (fact.kind === 'arrived') this.types[fact.call] = fact.type;
    const own = 'agent' in fact && fact.agent === this.agent;
    // The end of a talk is weighed by the state before it.
    if (own && this.open !== null) this.mayEnd(this.open, fact);
    const entry: Waiting | null = stepLine(this.line, fact);
    stepTeam(this.team, fact, entry);
    if (own) this.heard(fact);
  }

  /** What the desk's own facts change in the talk in hand. */
  private heard(fact: Fact & { readonly agent: number }): void {
    const { open } = this;
    const desk = this.team[this.agent] as AgentNow;
    switch (fact.kind) {
      case 'answered':
      case 'calledBack':
      case 'relayed':
        this.since = fact.at;
        this.held = 0;
        this.heldAt = -1;
        // What the computer does is nobody's decision.
        if (desk.person && this.mine(fact)) this.take(fact.call, 0);
        return;
      case 'seated':
        if (desk.state === 'talking' && this.mine(fact))
          this.take(desk.call, fact.at - this.since - this.held);
        return;
      case 'held':
        this.heldAt = fact.at;
        if (open !== null) open.onHold = true;
        return;
      case 'hungUp':
      case 'resumed':
        if (this.heldAt >= 0) this.held += fact.at - this.heldAt;
        this.heldAt = -1;
        if (open !== null) open.onHold = false;
        return;
      case 'phased':
        if (open !== null) open.openingMs = fact.openingMs;
        return;
      case 'gesture':
        if (open === null) return;
        open.gesture = fact.gesture;
        open.lastsMs = fact.lastsMs;
        return;
      case 'gestured':
        if (open === null) return;
        // Cut short, it was not made: a story half told is not told.
        open.last = fact.doneMs >= open.lastsMs ? fact.gesture : GESTURE.none;
        open.gesture = GESTURE.none;
        return;
      default:
    }
  }

  private mayEnd(open: Open, fact: Fact): void {
    switch (fact.kind) {
      case 'limited':
        open.limited = fact.holds === 0;
        return;
      case 'hungUp':
        return this.end(open, 'hungUp');
      case 'closing':
      case 'concluded':
        return this.end(open, open.limited ? 'limit' : 'concluded');
      case 'transferred':
        return this.end(open, open.last === GESTURE.brief ? 'briefed' : 'transferred');
      case 'unseated':
        return this.end(open, 'left');
      default:
    }
  }

  private take(call: number, beforeMs: number): void {
    const type = this.types[call] ?? 0;
    const speed = this.speeds[type] || 1;
    this.open = {
      ...{ call, type, beforeMs, tookAt: this.now, talkedMs: 0, heldMs: 0, cost: 0, given: 0 },
      weighed: { type, speed, need: this.scales?.meanNeed(type) ?? 1 },
      openingMs: (this.scales?.openingMs ?? 0) / speed,
      ...{
        gesturesMs: 0,
        gesture: GESTURE.none,
        last: GESTURE.none,
        lastsMs: 0,
        onHold: false,
        limited: false,
      },
    };
  }

  /** Customers in the centre, as prices count them. */
  private get inside(): number {
    const { line, team } = this;
    return insideOf({ line, team });
  }

  /** Work on the solution so far, ms of the agent's time; below 0 while the talk opens. */
  private workedMs({ beforeMs, gesturesMs, openingMs, talkedMs }: Open): number {
    return beforeMs + talkedMs - gesturesMs - openingMs;
  }

  /** Between two facts only time passes. */
  private passes(open: Open, until: number): void {
    for (let at = this.now; at < until; ) {
      const edge = this.scales?.edgeAfter(at) ?? Number.POSITIVE_INFINITY;
      const next = Math.min(until, edge, at + STEP_MS);
      this.weigh(open, at, next - at);
      at = next;
    }
  }

  private weigh(open: Open, at: number, ms: number): void {
    const { scales } = this;
    const worked = this.workedMs(open);
    const works = !open.onHold && open.gesture === GESTURE.none;
    if (open.onHold) open.heldMs += ms;
    else open.talkedMs += ms;
    if (!open.onHold && !works) open.gesturesMs += ms;
    if (scales === null) return;
    const cost = (scales.priceAt(this.inside, at) * ms) / MINUTE_MS;
    open.cost += cost;
    if (open.onHold) open.given += cost;
    else if (works && worked >= scales.beginsUntil(open.weighed))
      open.given += Math.max(0, cost - scales.brings(open.weighed, worked, worked + ms, at));
  }

  private end(open: Open, how: Ending): void {
    this.open = null;
    const { agent, now: at, scales } = this;
    const { call, cost, gesturesMs, given, heldMs, talkedMs, tookAt, type, weighed } = open;
    const inside = this.inside;
    const worked = this.workedMs(open);
    const hurry = scales?.priceAt(inside, at) ?? 0;
    const care = scales?.brings(weighed, worked, worked + MINUTE_MS, at) ?? 0;
    const decides = how === 'concluded' || how === 'limit';
    const refused = decides && scales !== null ? refusedBy(scales, weighed, worked, hurry, at) : 0;
    const waiting = waitingNow(this.line);
    this.talks.push({
      ...{ agent, call, type, tookAt, at, how, talkedMs, gesturesMs, heldMs, inside, waiting },
      ...{ hurry, care, cost, given, refused },
    });
  }
}

/** What the minutes to come would have brought above this price, with the state as it stood. */
function refusedBy(
  scales: Scales,
  weighed: Weighed,
  worked: number,
  price: number,
  at: number,
): number {
  const cap = scales.cap(weighed);
  let sum = 0;
  for (let from = Math.max(0, worked); from < cap; from += STEP_MS) {
    const to = Math.min(cap, from + STEP_MS);
    const brings = scales.brings(weighed, from, to, at);
    sum += Math.max(0, brings - (price * (to - from)) / MINUTE_MS);
  }
  return sum;
}

/**
 * Each talk that this person took at this desk, in order of its end, weighed by the exact tables:
 * of the state at an instant nothing is used that was told later, and of the caller's need only the
 * mean of the type. In a classical scenario nothing is weighed.
 * @param facts of the whole day, none left out
 */
export function talksOf(
  scenario: Scenario,
  facts: readonly Fact[],
  agent: number,
  mine: (fact: Fact) => boolean = () => true,
): readonly Talked[] {
  const desk = new TalksOfDesk(scenario, Scales.of(scenario), agent, mine);
  for (const fact of facts) desk.step(fact);
  return desk.talks;
}
