import { copyRow, wholes } from '../kernel/rows.ts';
import { NEVER as NEVER_ } from '../kernel/time.ts';
import type { Calls } from './calls.ts';

const NEVER = NEVER_;

/**
 * Waiting calls: one line a contact type, and one a group for the calls handed to it. Each is kept
 * in order of arrival, so its head is the one to serve first (RULES W2).
 */
export class Lines {
  /** First slot of each line, or -1. */
  readonly head: number[];
  private readonly tail: number[];
  /** Calls in all lines. */
  waiting = 0;

  constructor(
    lines: number,
    private readonly calls: Calls,
  ) {
    this.head = wholes(lines, -1);
    this.tail = wholes(lines, -1);
  }

  /** The slots themselves are copied with the calls. */
  copyFrom(other: Lines): void {
    copyRow(this.head, other.head);
    copyRow(this.tail, other.tail);
    this.waiting = other.waiting;
  }

  /** Adds a slot in its place: after every one that did not arrive later. */
  add(line: number, slot: number): void {
    const { calls } = this;
    const arrivedAt = calls.arrivedAt(slot);
    let after = this.tail[line] as number;
    while (after >= 0 && calls.arrivedAt(after) > arrivedAt) after = calls.prev(after);
    const before = after < 0 ? (this.head[line] as number) : calls.next(after);
    calls.setPrev(slot, after);
    calls.setNext(slot, before);
    if (after < 0) this.head[line] = slot;
    else calls.setNext(after, slot);
    if (before < 0) this.tail[line] = slot;
    else calls.setPrev(before, slot);
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
    const before = calls.prev(slot);
    const after = calls.next(slot);
    if (before < 0) this.head[line] = after;
    else calls.setNext(before, after);
    if (after < 0) this.tail[line] = before;
    else calls.setPrev(after, before);
    this.waiting--;
  }
}
