import { Measures } from '../../folds/measures/measures.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { frameOf } from '../../study/frame.ts';
import { AFTER } from '../../words/facts.ts';
import { GESTURE, SHEET_LINE } from '../../words/gestures.ts';
import { Seen } from './seen.ts';

type Told<K extends keyof Measures> = Measures[K] extends (...told: infer T) => void ? T : never;

/** Moments after which a person looks again at what there is to do. */
const REACTS_MS = 1_000;

/**
 * Counts a day, and keeps what one desk of it may know. One object for many days: nothing of a day
 * is kept but sums.
 */
export class Heard extends Measures {
  readonly seen = new Seen();
  /** When the person looks next. */
  lookAt = Number.POSITIVE_INFINITY;
  /** Talks of this desk, incivilities and complaints it met, breaths left at the worst. */
  met = 0;
  missedAll = 0;
  uncivil = 0;
  complaints = 0;
  lowest = 1;
  gaveUp = 0;
  /** How many waited when each first call came, in order: of the first few. */
  readonly ahead: number[] = [];
  private readonly waits = new Set<number>();

  constructor(
    scenario: Scenario,
    protected readonly agent: number,
  ) {
    super(frameOf(scenario));
  }

  override clear(): void {
    super.clear();
    // The constructor of what it extends clears too, before there is anything here.
    this.seen?.clear();
    this.waits?.clear();
    if (this.ahead !== undefined) this.ahead.length = 0;
    this.lookAt = Number.POSITIVE_INFINITY;
    this.met = 0;
    this.missedAll = 0;
    this.uncivil = 0;
    this.complaints = 0;
    this.lowest = 1;
    this.gaveUp = 0;
  }

  /** Something changed that the person may act on. */
  private stir(at: number): void {
    this.lookAt = Math.min(this.lookAt, at + REACTS_MS);
  }

  private mine(at: number, agent: number): boolean {
    if (agent !== this.agent) return false;
    this.stir(at);
    return true;
  }

  private line(at: number): void {
    this.seen.waiting = this.waits.size;
    this.stir(at);
  }

  private leavesLine(at: number, call: number): void {
    if (this.waits.delete(call)) this.line(at);
  }

  private joinsLine(at: number, call: number): void {
    this.waits.add(call);
    this.line(at);
  }

  closed(): void {
    this.seen.closed = true;
  }
  override arrived(...told: Told<'arrived'>): void {
    super.arrived(...told);
    if (told[7] === AFTER.first && this.ahead.length < 8) this.ahead.push(this.waits.size);
  }
  override queued(...told: Told<'queued'>): void {
    super.queued(...told);
    this.joinsLine(told[0], told[1]);
  }
  override promised(...told: Told<'promised'>): void {
    super.promised(...told);
    this.leavesLine(told[0], told[1]);
  }
  override abandoned(...told: Told<'abandoned'>): void {
    super.abandoned(...told);
    this.gaveUp += 1;
    this.gone(told[0], told[1]);
  }
  override dropped(...told: Told<'dropped'>): void {
    super.dropped(...told);
    this.gaveUp += 1;
    this.gone(told[0], told[1]);
  }

  /** Who rang here has hung up, or somebody left the line. */
  private gone(at: number, call: number): void {
    const { seen } = this;
    this.leavesLine(at, call);
    if (seen.doing !== 'ringing' || seen.call !== call) return;
    seen.turn(at, 'ready');
    this.stir(at);
  }

  rang(at: number, call: number, agent: number): void {
    this.leavesLine(at, call);
    if (!this.mine(at, agent)) return;
    this.seen.turn(at, 'ringing');
    this.seen.call = call;
    this.seen.rings += 1;
  }
  missed(at: number, call: number, agent: number): void {
    this.joinsLine(at, call);
    if (!this.mine(at, agent)) return;
    this.missedAll += 1;
    this.seen.misses += 1;
    this.seen.missed = true;
  }

  override answered(...told: Told<'answered'>): void {
    super.answered(...told);
    const [at, call, type, , agent] = told;
    this.meets(at, call, type, agent);
  }
  override calledBack(...told: Told<'calledBack'>): void {
    super.calledBack(...told);
    const [at, call, type, , agent] = told;
    this.meets(at, call, type, agent);
  }
  override relayed(...told: Told<'relayed'>): void {
    super.relayed(...told);
    const [at, call, type, agent] = told;
    this.meets(at, call, type, agent);
    if (agent === this.agent) this.seen.relayed = true;
  }
  private meets(at: number, call: number, type: number, agent: number): void {
    this.leavesLine(at, call);
    if (!this.mine(at, agent)) return;
    this.met += 1;
    this.seen.begin(at, call, type);
  }

  held(at: number, _: number, agent: number): void {
    if (!this.mine(at, agent)) return;
    this.seen.turn(at, 'hold');
    this.seen.heldAt = at;
  }
  resumed(at: number, _: number, agent: number): void {
    if (!this.mine(at, agent)) return;
    const { seen } = this;
    seen.turn(at, 'talking');
    if (seen.heldAt >= 0) seen.otherMs += at - seen.heldAt;
    seen.heldAt = -1;
  }
  closing(at: number, _: number, agent: number): void {
    if (this.mine(at, agent)) this.seen.turn(at, 'closing');
  }
  override concluded(...told: Told<'concluded'>): void {
    super.concluded(...told);
    if (this.mine(told[0], told[3])) this.seen.turn(told[0], 'wrapping');
  }
  override transferred(...told: Told<'transferred'>): void {
    super.transferred(...told);
    if (this.mine(told[0], told[3])) this.seen.turn(told[0], 'wrapping');
  }
  override wrapped(...told: Told<'wrapped'>): void {
    super.wrapped(...told);
    if (this.mine(told[0], told[2])) this.seen.turn(told[0], 'ready');
  }
  override ready(...told: Told<'ready'>): void {
    super.ready(...told);
    if (!this.mine(told[0], told[1])) return;
    this.seen.missed = false;
    this.seen.turn(told[0], 'ready');
  }
  override notReady(...told: Told<'notReady'>): void {
    super.notReady(...told);
    if (this.mine(told[0], told[1])) this.seen.turn(told[0], 'notReady');
  }
  seated(at: number, agent: number): void {
    if (this.mine(at, agent)) this.seen.turn(at, 'notReady');
  }
  unseated(at: number, agent: number): void {
    if (agent === this.agent) this.seen.turn(at, 'away');
  }
  masked(at: number, agent: number, mask: string): void {
    if (this.mine(at, agent)) this.seen.mask = mask;
  }

  tension(at: number, _: number, agent: number, level: number): void {
    if (!this.mine(at, agent)) return;
    const { seen } = this;
    if (level === 3) this.uncivil += 1;
    else if (level === 2 && seen.worstLevel < 2) this.complaints += 1;
    seen.level = level;
    seen.worstLevel = Math.max(seen.worstLevel, level);
    seen.recognised = false;
  }
  limited(at: number, _: number, agent: number): void {
    if (this.mine(at, agent)) this.seen.warned = true;
  }
  claimed(at: number, _: number, agent: number): void {
    if (this.mine(at, agent)) this.seen.claimed = true;
  }
  refused(at: number, _: number, agent: number, __: number, taken: number): void {
    if (this.mine(at, agent)) this.seen.refusal = taken;
  }
  learnt(at: number, _: number, agent: number, line: number, value: number): void {
    if (!this.mine(at, agent)) return;
    const { seen } = this;
    seen.heard += 1;
    if (line === SHEET_LINE.claim) seen.claim = value;
    else if (line === SHEET_LINE.need) seen.need = value;
  }
  clue(at: number, _: number, agent: number, cause: number): void {
    if (!this.mine(at, agent)) return;
    const { seen } = this;
    seen.clue = cause;
    seen.clues[cause] = (seen.clues[cause] ?? 0) + 1;
  }
  signalled(at: number, _: number, agent: number): void {
    if (this.mine(at, agent)) this.seen.signalled = true;
  }
  mended(at: number): void {
    this.seen.mended = true;
    this.stir(at);
  }

  gesture(at: number, _: number, agent: number, gesture: number, lastsMs: number): void {
    if (agent !== this.agent) return;
    const { seen } = this;
    seen.gesture = gesture;
    seen.gestureAt = at;
    seen.gestureUntil = at + lastsMs;
    if (gesture === GESTURE.breathe) seen.breathed = true;
  }
  gestured(at: number, _: number, agent: number, gesture: number, doneMs: number): void {
    if (!this.mine(at, agent)) return;
    const { seen } = this;
    const whole = at >= seen.gestureUntil;
    seen.gesture = GESTURE.none;
    if (seen.doing === 'talking') seen.otherMs += doneMs;
    if (!whole) return;
    if (gesture === GESTURE.explain) seen.explained = true;
    if (gesture === GESTURE.acknowledge) seen.recognised = true;
  }
  energy(at: number, agent: number, energy: number): void {
    if (!this.mine(at, agent)) return;
    this.seen.energy = energy / 1_000;
    this.lowest = Math.min(this.lowest, this.seen.energy);
  }
}
