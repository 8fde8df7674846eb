/** What a minute was worth at one instant, in minutes of waiting. */
export interface PriceSample {
  readonly at: number;
  /** To all the others. */
  readonly price: number;
  /** To the caller on the line, or null where there is none. */
  readonly care: number | null;
}

/** How far back prices are kept, simulated ms. */
export const PRICES_MS = 10 * 60_000;
/** Nothing is written closer than this unless it has changed. */
const STEP_MS = 2_000;

/** The prices of the last minutes, as this page saw them; nothing of them comes from the server. */
export class Prices {
  private kept: PriceSample[] = [];

  get samples(): readonly PriceSample[] {
    return this.kept;
  }

  /** Writes what is seen now. A room that was rebuilt earlier takes back what it had told. */
  see(sample: PriceSample): void {
    const from = sample.at - PRICES_MS;
    let kept = this.kept;
    if ((kept.at(-1)?.at ?? 0) > sample.at) kept = kept.filter(({ at }) => at <= sample.at);
    const last = kept.at(-1);
    const same =
      last && last.price === sample.price && (last.care === null) === (sample.care === null);
    if (last && same && sample.at - last.at < STEP_MS) {
      this.kept = kept;
      return;
    }
    // One older than the window is kept: the line comes in from the edge.
    const first = kept.findLastIndex(({ at }) => at <= from);
    this.kept = [...kept.slice(Math.max(0, first)), sample];
  }
}
