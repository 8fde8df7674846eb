import seedrandom from 'seedrandom';
import { Counted, HANDLING_S, INTERVAL_MIN, PATIENCE_S, TARGET_S, type Work } from './work.ts';

/**
 * The simulator one writes in an afternoon: a fresh object for each event and each call, a binary
 * heap of objects, one stream of chance. It does the common work, and counts the same.
 */
interface Call {
  readonly arrivedS: number;
  readonly patienceS: number;
  readonly handlingS: number;
  waiting: boolean;
}
interface Event {
  readonly atS: number;
  readonly kind: 'arrival' | 'abandonment' | 'end';
  readonly call: Call;
}

class Heap {
  private readonly events: Event[] = [];

  push(event: Event): void {
    const { events } = this;
    let i = events.length;
    events.push(event);
    while (i > 0) {
      const above = (i - 1) >> 1;
      const parent = events[above] as Event;
      if (parent.atS <= event.atS) break;
      events[i] = parent;
      i = above;
    }
    events[i] = event;
  }

  pop(): Event | undefined {
    const { events } = this;
    const first = events[0];
    const last = events.pop();
    if (first === undefined || last === undefined || events.length === 0) return first;
    const n = events.length;
    let i = 0;
    for (let child = 1; child < n; child = 2 * i + 1) {
      if (child + 1 < n && (events[child + 1] as Event).atS < (events[child] as Event).atS) child++;
      const lower = events[child] as Event;
      if (lower.atS >= last.atS) break;
      events[i] = lower;
      i = child;
    }
    events[i] = last;
    return first;
  }
}

/** A first-in first-out line without the cost of Array.shift. */
class Line {
  private calls: Call[] = [];
  private head = 0;

  push(call: Call): void {
    this.calls.push(call);
  }

  /** The first that still waits. */
  take(): Call | undefined {
    while (this.head < this.calls.length) {
      const call = this.calls[this.head++] as Call;
      if (this.head > 1_000 && this.head * 2 > this.calls.length) {
        this.calls = this.calls.slice(this.head);
        this.head = 0;
      }
      if (call.waiting) return call;
    }
    return undefined;
  }
}

export function naive(work: Work, seed: number): Counted {
  const random = seedrandom.alea(String(seed));
  const exponential = (mean: number): number => -Math.log(1 - random()) * mean;
  const counted = new Counted(work);
  const [heap, line] = [new Heap(), new Line()];
  const endS = work.lengthMin * 60;
  let free = work.agents;
  const place = (call: Call): number => Math.floor(call.arrivedS / (INTERVAL_MIN * 60));

  const serve = (call: Call, atS: number): void => {
    const waitedS = atS - call.arrivedS;
    call.waiting = false;
    free--;
    counted.waitS[place(call)]! += waitedS;
    if (waitedS <= TARGET_S) counted.within[place(call)]! += 1;
    heap.push({ atS: atS + call.handlingS, kind: 'end', call });
  };
  const arriveAfter = (atS: number): void => {
    const arrivedS = atS + exponential(60 / work.callsPerMin);
    if (arrivedS >= endS) return;
    const patienceS = exponential(PATIENCE_S);
    const call: Call = { arrivedS, patienceS, handlingS: exponential(HANDLING_S), waiting: true };
    heap.push({ atS: arrivedS, kind: 'arrival', call });
  };

  arriveAfter(0);
  for (let event = heap.pop(); event; event = heap.pop()) {
    const { atS, kind, call } = event;
    if (kind === 'arrival') {
      counted.arrivals[place(call)]! += 1;
      if (free > 0) serve(call, atS);
      else {
        line.push(call);
        heap.push({ atS: atS + call.patienceS, kind: 'abandonment', call });
      }
      arriveAfter(atS);
    } else if (kind === 'end') {
      free++;
      const next = line.take();
      if (next) serve(next, atS);
    } else if (call.waiting) {
      call.waiting = false;
      counted.abandoned[place(call)]! += 1;
      counted.waitS[place(call)]! += call.patienceS;
    }
  }
  return counted;
}
