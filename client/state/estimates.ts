import type { Priced, Reply } from '../../models/doors/live.ts';
import type { Problem } from '../../models/doors/scenario.ts';

/** What is known at a desk of the price by imagined futures. */
export interface Estimate {
  /** The last answer, of the call in hand. */
  readonly priced: Priced | null;
  /** Why there is no newer one, if it was refused. */
  readonly problem: Problem | null;
}

const NOTHING: Estimate = { priced: null, problem: null };
/** Fewer pairs of futures than this give no interval worth showing. */
export const ENOUGH = 200;
/** Between an answer and the next ask, real ms. */
const EVERY_MS = 5_000;
/** After a refusal: twice as long each time, up to the last. A room is asked by several desks. */
const AGAIN_MS = 3_000;
const LONGEST_MS = 12_000;
/** Refusals that pass by themselves, and soon. */
const PASSING: readonly Problem['code'][] = ['E_RATE', 'E_BUSY', 'E_WORKER'];

/**
 * Asks the room for the price of the next minute again and again, as long as somebody looks at it:
 * never two asks at once, and more seldom where it is refused.
 */
export class Estimates {
  shown: Estimate = NOTHING;
  private call = -1;
  private asking = false;
  private refusals = 0;
  /** Not before this, real ms. */
  private due = -Infinity;

  /** @param changed told when `shown` is another */
  constructor(
    private readonly ask: () => Promise<Reply<Priced>>,
    private readonly changed: () => void,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /**
   * Somebody looks, a few times a second.
   * @param call the one on the line here, or -1
   * @param still the day stands still, and an answer stays right
   */
  look(call: number, still: boolean): void {
    if (call !== this.call) {
      this.call = call;
      this.refusals = 0;
      this.show(NOTHING);
    }
    const { priced, problem } = this.shown;
    if (call < 0 || this.asking || this.clock() < this.due) return;
    const enough = priced !== null && priced.rollout.pairs >= ENOUGH;
    if (still && enough && problem === null) return;
    void this.askNow(call);
  }

  private async askNow(call: number): Promise<void> {
    this.asking = true;
    const reply = await this.ask();
    this.asking = false;
    const soon = reply.ok || PASSING.includes(reply.problem.code);
    this.refusals = reply.ok ? 0 : this.refusals + 1;
    const patience = soon ? AGAIN_MS * 2 ** Math.max(0, this.refusals - 1) : LONGEST_MS;
    this.due = this.clock() + (reply.ok ? EVERY_MS : Math.min(LONGEST_MS, patience));
    // An answer about the call before says nothing of this one.
    if (call !== this.call) return;
    if (reply.ok) this.show({ priced: reply, problem: null });
    else this.show({ ...this.shown, problem: reply.problem });
  }

  /** True where the refusal passes by itself, and soon. */
  static passes(problem: Problem): boolean {
    return PASSING.includes(problem.code);
  }

  private show(estimate: Estimate): void {
    if (estimate === this.shown) return;
    this.shown = estimate;
    this.changed();
  }
}
