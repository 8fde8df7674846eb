import { NEVER as NEVER_ } from '../../kernel/time.ts';
import { type Call, type Calls, counterpart } from './calls.ts';

const NEVER = NEVER_;

/**
 * Waiting calls: one line a contact type, and one a group for the calls handed to it. Each is kept
 * in order of arrival, so its head is the one to serve first (RULES W2).
 */
export class Lines {
  /** First call of each line. */
  readonly head: (Call | null)[] = [];
  private readonly tail: (Call | null)[] = [];
  /** Calls in all lines. */
  waiting = 0;

  constructor(lines: number) {
    for (let line = 0; line < lines; line++) {
      this.head.push(null);
      this.tail.push(null);
    }
  }

  /** @param calls those among which the calls of this one's lines are, copied already */
  copyFrom(other: Lines, calls: Calls): void {
    other.head.forEach((call, line) => {
      this.head[line] = counterpart(call, calls.all);
    });
    other.tail.forEach((call, line) => {
      this.tail[line] = counterpart(call, calls.all);
    });
    this.waiting = other.waiting;
  }

  /** Adds a call in its place: after every one that did not arrive later. */
  add(line: number, call: Call): void {
    let after = this.tail[line] as Call | null;
    while (after !== null && after.arrivedAt > call.arrivedAt) after = after.prev;
    const before = after === null ? (this.head[line] as Call | null) : after.next;
    call.prev = after;
    call.next = before;
    if (after === null) this.head[line] = call;
    else after.next = call;
    if (before === null) this.tail[line] = call;
    else before.prev = call;
    this.waiting++;
  }

  /** Since when the call that has waited the longest waits, ms; NEVER where none does. */
  longestSince(): number {
    let since = NEVER;
    for (const call of this.head) if (call !== null) since = Math.min(since, call.waitsFrom);
    return since;
  }

  remove(line: number, call: Call): void {
    const { next, prev } = call;
    if (prev === null) this.head[line] = next;
    else prev.next = next;
    if (next === null) this.tail[line] = prev;
    else next.prev = prev;
    this.waiting--;
  }
}
