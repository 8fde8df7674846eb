import { copyRow, lengthen, wholes } from '../kernel/rows.ts';

/** Where a call is. */
export const PLACE = {
  /** With an agent, or nowhere. */
  NOWHERE: 0,
  WAITING: 1,
  /** Ringing at a desk. */
  AT_DESK: 2,
  /** The caller will call again. */
  IN_ORBIT: 3,
} as const;

/*
 * What is known of a call, by position in its slot: whole numbers, side by side, so that a call is
 * two lines of the processor's cache instead of a dozen. The positions are this module's alone, and
 * constants that others need come in an object, of which they take what they use (`const { WAITING
 * } = PLACE`): V8 makes numbers of a module's own constants, but reads an imported one each time.
 */
const NUMBER = 0;
const KEY = 1;
const PERSON = 2;
const ATTEMPT = 3;
const ROW = 4;
const TYPE = 5;
const LINE = 6;
const AGENT = 7;
const LEGS = 8;
const AFTER_WHAT = 9;
const WHERE = 10;
const ARRIVED_AT = 11;
const WAITS_FROM = 12;
const NEXT = 13;
const PREV = 14;
const SHIFT = 4;

/** The calls now in the centre, and the callers who will call again: recycled slots. */
export class Calls {
  size = 0;
  private readonly data = wholes(0);
  private readonly freeSlots = wholes(0);
  private freeCount = 0;

  constructor(slots: number) {
    this.grow(slots);
  }

  /** Number of the call, in order of arrival; in orbit, of the call that will be repeated. */
  number(slot: number): number {
    return this.data[(slot << SHIFT) | NUMBER] as number;
  }

  /** Key of the person's luck (kernel/luck.ts). */
  key(slot: number): number {
    return this.data[(slot << SHIFT) | KEY] as number;
  }

  /** Number of the person who calls. */
  person(slot: number): number {
    return this.data[(slot << SHIFT) | PERSON] as number;
  }

  /** How many times this person has called before. */
  attempt(slot: number): number {
    return this.data[(slot << SHIFT) | ATTEMPT] as number;
  }

  /** Row of the trace, or -1. Its record holds for the first attempt. */
  row(slot: number): number {
    return this.data[(slot << SHIFT) | ROW] as number;
  }

  type(slot: number): number {
    return this.data[(slot << SHIFT) | TYPE] as number;
  }

  /** Its line (lines.ts). */
  line(slot: number): number {
    return this.data[(slot << SHIFT) | LINE] as number;
  }

  /** The desk where it rings. */
  agent(slot: number): number {
    return this.data[(slot << SHIFT) | AGENT] as number;
  }

  /** How many times it was handed over. */
  legs(slot: number): number {
    return this.data[(slot << SHIFT) | LEGS] as number;
  }

  /** Why a caller in orbit will call again (facts.ts AFTER). */
  afterWhat(slot: number): number {
    return this.data[(slot << SHIFT) | AFTER_WHAT] as number;
  }

  /** Where it is (PLACE). */
  place(slot: number): number {
    return this.data[(slot << SHIFT) | WHERE] as number;
  }

  arrivedAt(slot: number): number {
    return this.data[(slot << SHIFT) | ARRIVED_AT] as number;
  }

  /** Since when it waits: arrival, or the transfer. */
  waitsFrom(slot: number): number {
    return this.data[(slot << SHIFT) | WAITS_FROM] as number;
  }

  /** Neighbours in the line (lines.ts), or -1. */
  next(slot: number): number {
    return this.data[(slot << SHIFT) | NEXT] as number;
  }

  prev(slot: number): number {
    return this.data[(slot << SHIFT) | PREV] as number;
  }

  setAttempt(slot: number, attempt: number): void {
    this.data[(slot << SHIFT) | ATTEMPT] = attempt;
  }

  setLine(slot: number, line: number): void {
    this.data[(slot << SHIFT) | LINE] = line;
  }

  setAgent(slot: number, agent: number): void {
    this.data[(slot << SHIFT) | AGENT] = agent;
  }

  setLegs(slot: number, legs: number): void {
    this.data[(slot << SHIFT) | LEGS] = legs;
  }

  setAfterWhat(slot: number, afterWhat: number): void {
    this.data[(slot << SHIFT) | AFTER_WHAT] = afterWhat;
  }

  setPlace(slot: number, place: number): void {
    this.data[(slot << SHIFT) | WHERE] = place;
  }

  setWaitsFrom(slot: number, waitsFrom: number): void {
    this.data[(slot << SHIFT) | WAITS_FROM] = waitsFrom;
  }

  setNext(slot: number, next: number): void {
    this.data[(slot << SHIFT) | NEXT] = next;
  }

  setPrev(slot: number, prev: number): void {
    this.data[(slot << SHIFT) | PREV] = prev;
  }

  /** A free slot; `size` grows when there was none (the owner of timers follows). */
  take(): number {
    if (this.freeCount === 0) this.grow(Math.max(16, this.size * 2));
    return this.freeSlots[--this.freeCount] as number;
  }

  release(slot: number): void {
    this.freeSlots[this.freeCount++] = slot;
  }

  /** A fresh call, in a slot just taken. */
  begin(slot: number, key: number, person: number, row: number, type: number): void {
    const { data } = this;
    const from = slot << SHIFT;
    data[from | KEY] = key;
    data[from | PERSON] = person;
    data[from | ATTEMPT] = 0;
    data[from | ROW] = row;
    data[from | TYPE] = type;
  }

  /** The call, first or repeated, comes in. */
  arrive(slot: number, number: number, now: number): void {
    const { data } = this;
    const from = slot << SHIFT;
    data[from | NUMBER] = number;
    data[from | LEGS] = 0;
    data[from | LINE] = data[from | TYPE] as number;
    data[from | WHERE] = PLACE.NOWHERE;
    data[from | ARRIVED_AT] = now;
  }

  copyFrom(other: Calls): void {
    copyRow(this.data, other.data);
    copyRow(this.freeSlots, other.freeSlots);
    this.freeCount = other.freeCount;
    this.size = other.size;
  }

  private grow(size: number): void {
    lengthen(this.data, size << SHIFT);
    lengthen(this.freeSlots, size);
    for (let slot = size - 1; slot >= this.size; slot--) this.freeSlots[this.freeCount++] = slot;
    this.size = size;
  }
}
