import { HarmCount } from '../../folds/measures/harm-count.ts';
import type { ArmFigures, InHand } from '../../words/debrief.ts';
import { AFTER as AFTER_, LEFT as LEFT_ } from '../../words/facts.ts';

const AFTER = AFTER_;
const LEFT = LEFT_;

/** Counts the harm to everybody from an instant on, and what became of one caller in hand. */
export class ArmCount extends HarmCount {
  private resolvedSince = 0;
  private comebacks = 0;
  private lost = 0;
  private inHand = -1;
  private solved = -1;
  private backAt = -1;
  private counting = false;
  /** Of each desk: since when its caller is on hold, or -1; and of which type they are. */
  private readonly heldAt: number[] = [];
  private readonly typeAt: number[] = [];

  /** Begins at `now`; this call is followed by itself as well. */
  override begin(now: number, inHand: number): void {
    super.begin(now, -1);
    this.counting = true;
    this.resolvedSince = 0;
    this.comebacks = 0;
    this.lost = 0;
    this.inHand = inHand;
    this.solved = -1;
    this.backAt = -1;
  }

  get figures(): ArmFigures {
    const { comebacks, gaveUp, lost, resolvedSince: resolved, tomorrow, waitedMin, wme } = this;
    return { wme, waitedMin, gaveUp, resolved, comebacks, lost, tomorrow };
  }

  get ofInHand(): InHand {
    return { solved: this.solved < 0 ? null : this.solved === 1, backAt: this.backAt };
  }

  arrived(
    at: number,
    _: number,
    __: number,
    ___: number,
    ____: number,
    cause: number,
    _____: number,
    after: number,
  ): void {
    if (!this.counting) return;
    if (after === AFTER.served) this.comebacks += 1;
    if (cause >= 0 && cause === this.inHand && this.backAt < 0) this.backAt = at;
  }
  override answered(
    at: number,
    call: number,
    type: number,
    attempt: number,
    agent: number,
    waitMs: number,
  ): void {
    this.typeAt[agent] = type;
    super.answered(at, call, type, attempt, agent, waitMs);
  }
  override relayed(at: number, call: number, type: number, agent: number, waitMs: number): void {
    this.typeAt[agent] = type;
    super.relayed(at, call, type, agent, waitMs);
  }
  override calledBack(
    at: number,
    call: number,
    type: number,
    attempt: number,
    agent: number,
    waitMs: number,
  ): void {
    this.typeAt[agent] = type;
    super.calledBack(at, call, type, attempt, agent, waitMs);
  }
  held(at: number, _: number, agent: number): void {
    this.heldAt[agent] = at;
  }
  resumed(at: number, _: number, agent: number): void {
    this.releases(at, agent);
  }
  hungUp(at: number, _: number, agent: number): void {
    this.releases(at, agent);
  }

  /** Who is held waits (RULES L9). */
  private releases(at: number, agent: number): void {
    const since = this.heldAt[agent] ?? -1;
    if (since >= 0) this.waited(this.typeAt[agent] ?? 0, since, at);
    this.heldAt[agent] = -1;
  }

  override resolved(
    at: number,
    call: number,
    type: number,
    attempt: number,
    agent: number,
    solved: number,
  ): void {
    super.resolved(at, call, type, attempt, agent, solved);
    this.resolvedSince += solved;
    if (call === this.inHand) this.solved = solved;
  }
  override left(at: number, call: number, type: number, how: number): void {
    super.left(at, call, type, how);
    if (how === LEFT.lost) this.lost += 1;
  }
}
