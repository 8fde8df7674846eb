import { NEVER } from '../kernel/time.ts';
import { ARRIVED_AT, type Calls, NEXT, PREV } from './calls.ts';

/**
 * Waiting calls: one line a contact type, and one a group for the calls handed to it. Each is kept
 * in order of arrival, so its head is the one to serve first (RULES W2).
 */
export class Lines {
  /** First slot of each line, or -1. */
  readonly head: Int32Array;
  private readonly tail: Int32Array;
  /** Calls in all lines. */
  waiting = 0;

  constructor(
    lines: number,
    private readonly calls: Calls,
  ) {
    this.head = new Int32Array(lines).fill(-1);
    this.tail = new Int32Array(lines).fill(-1);
  }

  /** The slots themselves are copied with the calls. */
  copyFrom(other: Lines): void {
    this.head.set(other.head);
    this.tail.set(other.tail);
    this.waiting = other.waiting;
  }

  /** Adds a slot in its place: after every one that did not arrive later. */
  add(line: number, slot: number): void {
    const { calls } = this;
    const arrivedAt = calls.get(slot, ARRIVED_AT);
    let after = this.tail[line] as number;
    while (after >= 0 && calls.get(after, ARRIVED_AT) > arrivedAt) after = calls.get(after, PREV);
    const before = after < 0 ? (this.head[line] as number) : calls.get(after, NEXT);
    calls.set(slot, PREV, after);
    calls.set(slot, NEXT, before);
    if (after < 0) this.head[line] = slot;
    else calls.set(after, NEXT, slot);
    if (before < 0) this.tail[line] = slot;
    else calls.set(before, PREV, slot);
    this.waiting++;
  }

  /** Since when the call that has waited the longest waits, ms; NEVER where none does. */
  longestSince(): number {
    let since = NEVER;
    for (const slot of this.head)
      if (slot >= 0) since = Math.min(since, this.calls.waitsFrom(slot));
    return since;
  }

  remove(line: number, slot: number): void {
    const { calls } = this;
    const before = calls.get(slot, PREV);
    const after = calls.get(slot, NEXT);
    if (before < 0) this.head[line] = after;
    else calls.set(before, NEXT, after);
    if (after < 0) this.tail[line] = before;
    else calls.set(after, PREV, before);
    this.waiting--;
  }
}
