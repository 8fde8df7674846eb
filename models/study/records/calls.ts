import { Words } from './interning.ts';

/** Calls as columns of numbers: a million are 70 MB, and no object until one is asked for. */

/** One call that was offered to the agents. */
export interface CallRecord {
  readonly day: string;
  /** When it asked for an agent, seconds after midnight of its day. */
  readonly arrivalS: number;
  readonly served: boolean;
  /** Time in the line, whatever its end; NaN where the row does not say. */
  readonly waitS: number;
  /** When an agent took it (served only), seconds after midnight. */
  readonly startS: number;
  /** Time with the agent; NaN where the row does not say. */
  readonly serviceS: number;
  /** '' where unknown. */
  readonly agent: string;
  readonly customer: string;
  readonly priority: string;
  readonly type: string;
}

const BITS = 15;
const BLOCK = 1 << BITS;
type Block = Float64Array | Int32Array | Uint8Array;

/** A column that grows by blocks: nothing is copied. */
class Growing<T extends Block> {
  private readonly blocks: T[] = [];

  constructor(private readonly make: (length: number) => T) {}

  get(i: number): number {
    return (this.blocks[i >>> BITS] as T)[i & (BLOCK - 1)] as number;
  }

  set(i: number, value: number): void {
    const b = i >>> BITS;
    if (b === this.blocks.length) this.blocks.push(this.make(BLOCK));
    (this.blocks[b] as T)[i & (BLOCK - 1)] = value;
  }
}

const reals = () => new Growing((n) => new Float64Array(n));
const wholes = () => new Growing((n) => new Int32Array(n));

export class CallTable implements Iterable<CallRecord> {
  length = 0;
  /** Names of the days by number; `renameDays` may change them once all were seen. */
  readonly days = new Words();
  readonly agents = new Words();
  readonly customers = new Words(50_000);
  readonly priorities = new Words();
  readonly types = new Words();
  readonly day = wholes();
  readonly arrival = reals();
  readonly wait = reals();
  readonly start = reals();
  readonly service = reals();
  /** After-call work, where the file says it. */
  readonly wrap = reals();
  readonly served = new Growing((n) => new Uint8Array(n));
  readonly agent = wholes();
  readonly customer = wholes();
  readonly priority = wholes();
  readonly type = wholes();
  /** Line of the file. */
  readonly line = wholes();
  private dayNames: readonly string[] | null = null;

  add(call: CallRecord, wrapS: number, line: number): void {
    const i = this.length;
    this.day.set(i, this.days.numberOf(call.day));
    this.arrival.set(i, call.arrivalS);
    this.wait.set(i, call.waitS);
    this.start.set(i, call.startS);
    this.service.set(i, call.serviceS);
    this.wrap.set(i, wrapS);
    this.served.set(i, call.served ? 1 : 0);
    this.agent.set(i, this.agents.numberOf(call.agent));
    this.customer.set(i, this.customers.numberOf(call.customer));
    this.priority.set(i, this.priorities.numberOf(call.priority));
    this.type.set(i, this.types.numberOf(call.type));
    this.line.set(i, line);
    this.length += 1;
  }

  /** What each day is called, by number, once its date is known. */
  renameDays(names: readonly string[]): void {
    this.dayNames = names;
  }

  nameOf(day: number): string {
    return this.dayNames?.[day] ?? this.days.at(day);
  }

  dayName(i: number): string {
    return this.nameOf(this.day.get(i));
  }

  at(i: number): CallRecord {
    return {
      day: this.dayName(i),
      arrivalS: this.arrival.get(i),
      served: this.served.get(i) === 1,
      waitS: this.wait.get(i),
      startS: this.start.get(i),
      serviceS: this.service.get(i),
      agent: this.agents.at(this.agent.get(i)),
      customer: this.customers.at(this.customer.get(i)),
      priority: this.priorities.at(this.priority.get(i)),
      type: this.types.at(this.type.get(i)),
    };
  }

  *[Symbol.iterator](): Iterator<CallRecord> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }

  /** The calls of one day, in the order of the file. */
  ofDay(day: string): CallRecord[] {
    const calls: CallRecord[] = [];
    for (let i = 0; i < this.length; i++) if (this.dayName(i) === day) calls.push(this.at(i));
    return calls;
  }

  /** At most so many calls, spread evenly over the file: for what is fitted to all of it. */
  sample(most: number): CallRecord[] {
    const step = Math.max(1, this.length / most);
    const calls: CallRecord[] = [];
    for (let i = 0; Math.floor(i) < this.length; i += step) calls.push(this.at(Math.floor(i)));
    return calls;
  }
}
