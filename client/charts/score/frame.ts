import type { PublicView } from '../../../models/doors/scenario.ts';

/**
 * Where things stand on the page: pure geometry, in CSS pixels. The waiting staff is on top, the
 * groups of agents below it like the sections of an orchestra; time runs from left to right.
 */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface GroupBox {
  readonly group: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** The score proper lies between these two. */
  readonly left: number;
  readonly right: number;
  /** Furthest place of the playhead. */
  readonly playhead: number;
  /** Pixels per simulated millisecond. */
  readonly scale: number;
  readonly top: number;
  /** The waiting staff: its floor, and how far above it lanes may rise. */
  readonly floor: number;
  readonly rise: number;
  readonly groups: readonly GroupBox[];
  /** Middle of each agent's line. */
  readonly rows: readonly number[];
  /** Distance from one line to the next. */
  readonly pitch: number;
  /** Notes are drawn with heads, lead-ins and articulation; else as plain bars. */
  readonly engraved: boolean;
  readonly bottom: number;
}

export interface FrameOptions {
  /** Only this agent's line, and no waiting staff. */
  readonly only?: number;
  /** Pixels of a simulated minute; by default as many as show about half an hour. */
  readonly minute?: number;
  /** Show this much time and no more: the picture of a whole day. */
  readonly spanMs?: number;
}

const MINUTE_MS = 60_000;
/** A score lower than this, pixels, has little above its lines. */
const LOW = 200;
const clamp = (x: number, low: number, high: number) => Math.max(low, Math.min(high, x));

/** Pixels of a minute: a call of three minutes must be seen, and half an hour must fit. */
const minuteOf = (width: number, agents: number): number =>
  agents > 60 ? clamp(width / (agents > 600 ? 12 : 24), 16, 120) : clamp(width / 26, 26, 64);

export function frameOf(publicView: PublicView, size: Size, options: FrameOptions = {}): Frame {
  const { width, height } = size;
  const own = options.only !== undefined;
  const groups = own ? [] : publicView.groups.filter((group) => group.desks > 0);
  const agents = own ? 1 : groups.reduce((sum, group) => sum + group.desks, 0);
  const narrow = width < 620;
  const left = own ? 14 : narrow ? 22 : clamp(width * 0.085, 84, 168);
  // Beside each line stand a person's mark and the number of the desk.
  const right = width - (own ? 14 : 34);
  const playhead = left + (right - left) * (options.spanMs ? 1 : narrow ? 0.86 : 0.91);
  const minute = options.minute ?? minuteOf(right - left, agents);
  const scale = options.spanMs ? (playhead - left) / options.spanMs : minute / MINUTE_MS;
  // One of several scores of a page: the lines come before what stands above them.
  const low = height < LOW;
  const top = own ? 20 : low ? 24 : 42;
  const bottom = height - (own ? 8 : low ? 6 : 14);
  const gaps = groups.length > 1 ? clamp((bottom - top) / 32, low ? 4 : 6, 26) : 0;
  const above = own ? 0 : clamp((bottom - top) * 0.045, low ? 4 : 8, 34);
  const inner = bottom - top - above - gaps * Math.max(0, groups.length - 1);
  // The agents take what they can use; the waiting staff has the rest, a quarter at least.
  const pitch = Math.min(own ? 64 : 56, (inner * (own ? 1 : 0.76)) / Math.max(1, agents));
  const rise = own ? 0 : clamp(inner - pitch * agents, low ? 14 : 34, (bottom - top) * 0.45);
  const floor = top + rise;
  const rows: number[] = [];
  const boxes: GroupBox[] = [];
  let y = floor + above;
  for (const [group, { first, desks }] of publicView.groups.entries()) {
    if (own || desks === 0) continue;
    for (let i = 0; i < desks; i++) rows[first + i] = y + pitch * (i + 0.5);
    boxes.push({ group, top: y, bottom: y + pitch * desks });
    y += pitch * desks + gaps;
  }
  if (options.only !== undefined) rows[options.only] = (top + bottom) / 2;
  const engraved = pitch >= 11;
  const end = own ? bottom : (boxes.at(-1)?.bottom ?? bottom);
  return {
    width,
    height,
    left,
    right,
    playhead,
    scale,
    top,
    floor,
    rise,
    groups: boxes,
    rows,
    pitch,
    engraved,
    bottom: end,
  };
}

/** The instant at the left edge: the day begins a little inside the page, then the paper moves. */
export function leftInstant(frame: Frame, now: number): number {
  const lead = 16 / frame.scale;
  return Math.max(-lead, now - (frame.playhead - frame.left) / frame.scale);
}

/** Where the playhead stands. */
export const playheadAt = (frame: Frame, now: number): number =>
  frame.left + (now - leftInstant(frame, now)) * frame.scale;

/** Distance between two lanes of the waiting staff, for so many; it changes in large steps only. */
export function lanePitch(frame: Frame, lanes: number): number {
  let room = 8;
  while (room < lanes) room *= 2;
  return Math.min(15, (frame.rise - 8) / room);
}
