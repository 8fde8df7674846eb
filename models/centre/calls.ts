import { copyOver } from '../kernel/copy.ts';

/** With an agent or nowhere / waiting in a line / ringing at a desk / will call again. */
export const NOWHERE = 0;
export const WAITING = 1;
export const AT_DESK = 2;
export const IN_ORBIT = 3;

/*
 * What is known of a call, by position in its slot: whole numbers, side by side, so that a call is
 * one line of the processor's cache instead of a dozen.
 */
/** Number of the call, in order of arrival; in orbit, of the call that will be repeated. */
export const NUMBER = 0;
/** Key of the person's luck (kernel/luck.ts). */
export const KEY = 1;
export const PERSON_ID = 2;
export const ATTEMPT = 3;
/** Row of the trace, or -1. Its record holds for the first attempt. */
export const ROW = 4;
export const TYPE = 5;
export const LINE = 6;
/** The desk where it rings. */
export const AGENT = 7;
/** How many times it was handed over. */
export const LEGS = 8;
/** Why a caller in orbit will call again (facts.ts AFTER). */
export const AFTER_WHAT = 9;
export const PLACE = 10;
export const ARRIVED_AT = 11;
/** Since when it waits: arrival, or the transfer. */
export const WAITS_FROM = 12;
/** Neighbours in the line (lines.ts). */
export const NEXT = 13;
export const PREV = 14;
const SHIFT = 4;

/** The calls now in the centre, and the callers who will call again: recycled slots. */
export class Calls {
  size = 0;
  private data: Int32Array = new Int32Array(0);
  private freeSlots: Int32Array = new Int32Array(0);
  private freeCount = 0;

  constructor(slots: number) {
    this.grow(slots);
  }

  get(slot: number, field: number): number {
    return this.data[(slot << SHIFT) + field] as number;
  }

  set(slot: number, field: number, value: number): void {
    this.data[(slot << SHIFT) + field] = value;
  }

  arrivedAt(slot: number): number {
    return this.get(slot, ARRIVED_AT);
  }

  waitsFrom(slot: number): number {
    return this.get(slot, WAITS_FROM);
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
    data[from + KEY] = key;
    data[from + PERSON_ID] = person;
    data[from + ATTEMPT] = 0;
    data[from + ROW] = row;
    data[from + TYPE] = type;
  }

  /** The call, first or repeated, comes in. */
  arrive(slot: number, number: number, now: number): void {
    const { data } = this;
    const from = slot << SHIFT;
    data[from + NUMBER] = number;
    data[from + LEGS] = 0;
    data[from + LINE] = data[from + TYPE] as number;
    data[from + PLACE] = NOWHERE;
    data[from + ARRIVED_AT] = now;
  }

  copyFrom(other: Calls): void {
    this.data = copyOver(this.data, other.data);
    this.freeSlots = copyOver(this.freeSlots, other.freeSlots);
    this.freeCount = other.freeCount;
    this.size = other.size;
  }

  private grow(size: number): void {
    const data = new Int32Array(size << SHIFT);
    data.set(this.data);
    this.data = data;
    const freeSlots = new Int32Array(size);
    freeSlots.set(this.freeSlots);
    this.freeSlots = freeSlots;
    for (let slot = size - 1; slot >= this.size; slot--) this.freeSlots[this.freeCount++] = slot;
    this.size = size;
  }
}
