import {
  type Cross,
  type Line,
  type Note,
  type ScoreView,
  type Tie,
  tempoOf,
  type Waiting,
} from '../../../models/doors/live.ts';
import { type Frame, lanePitch, leftInstant } from './frame.ts';
import { bar, cross, dash, dot, fade, hatch, head, leadIn, ring } from './glyphs.ts';
import { f, slur } from './slur.ts';

/**
 * The score as marks: a path and a way of drawing it, in the coordinates of time (x = instant times
 * scale, y on the page). What still goes on is drawn far past now; the window ends at the playhead,
 * so it grows by itself without being drawn again.
 */
export interface Mark {
  readonly key: string;
  readonly kind: Kind;
  readonly d: string;
}

/** In order of painting. Care, hurry and plain are told apart by colour and by articulation. */
export const KINDS = [
  'waited',
  'lost',
  'waits',
  'overdue',
  'lead',
  'leadLong',
  'tail',
  'slurLost',
  'slur',
  'slurHurry',
  'slurCare',
  'gliss',
  'hold',
  'holdHurry',
  'holdCare',
  'open',
  'openCare',
  'note',
  'hurry',
  'care',
  'cross',
] as const;
export type Kind = (typeof KINDS)[number];

/** These are strokes; the others are filled. */
export const STROKED: ReadonlySet<Kind> = new Set<Kind>([
  'waited',
  'lost',
  'waits',
  'overdue',
  'lead',
  'leadLong',
  'tail',
  'gliss',
  'hold',
  'holdHurry',
  'holdCare',
  'open',
  'openCare',
  'cross',
]);

export interface ScoreData {
  readonly score: ScoreView;
  readonly line: Line;
  readonly targetMs: number;
}

/** Further than any playhead. */
const AHEAD_MS = 4 * 3_600_000;

type Voice = '' | 'Hurry' | 'Care';

/**
 * How far from the others of its type a call must be to be called hurried or long: one in ten;
 * rarer on a page of hundreds of lines, where long calls would cover everything.
 */
const FAR = { engraved: 1.3, dense: 1.7 };

class Engraver {
  readonly marks: Mark[] = [];
  private readonly lane: number;
  private readonly r: number;
  private readonly thick: number;
  private readonly from: number;

  constructor(
    private readonly frame: Frame,
    private readonly data: ScoreData,
    private readonly now: number,
  ) {
    const { score, line } = data;
    let lanes = 0;
    for (const list of [score.notes, score.crosses, line.calls])
      for (const { lane } of list) lanes = Math.max(lanes, lane + 1);
    this.lane = lanePitch(frame, lanes);
    this.r = Math.min(7.5, frame.pitch * 0.23);
    this.thick = frame.engraved ? Math.min(4, frame.pitch * 0.11) : frame.pitch * 0.72;
    this.from = leftInstant(frame, now);
  }

  private x(at: number): number {
    return at * this.frame.scale;
  }
  private laneY(lane: number): number {
    return this.frame.floor - 5 - Math.max(0, lane) * this.lane;
  }
  private voice(tempo: number): Voice {
    const far = this.frame.engraved ? FAR.engraved : FAR.dense;
    return tempo <= -far ? 'Hurry' : tempo >= far ? 'Care' : '';
  }
  private add(kind: Kind, key: string, d: string): void {
    if (d !== '') this.marks.push({ key: `${kind}${key}`, kind, d });
  }

  /** The wait of a call on the waiting staff; a caller served at once leaves no trace there. */
  wait(key: string, since: number, until: number, lane: number, kind: Kind): void {
    if (this.frame.rise === 0 || lane < 0 || until < this.from || until - since < 500) return;
    this.add(kind, key, `M${f(this.x(since))},${f(this.laneY(lane))}H${f(this.x(until))}`);
  }

  waiting(entry: Waiting): void {
    const kind = this.now - entry.since > this.data.targetMs ? 'overdue' : 'waits';
    this.wait(String(entry.call), entry.since, this.now + AHEAD_MS, entry.lane, kind);
    this.back(entry.tie, String(entry.call), this.x(entry.since), this.laneY(entry.lane) - 2);
  }

  cross(one: Cross): void {
    if (one.at < this.from || this.frame.rise === 0) return;
    const [x, y] = [this.x(one.at), this.laneY(one.lane)];
    const r = Math.max(1.6, Math.min(4.2, this.lane * 0.55));
    const key = String(one.call);
    this.wait(key, one.since, one.at, one.lane, 'lost');
    this.add('cross', key, cross(x, y, r) + (one.blocked ? ring(x, y, r * 1.8) : ''));
    this.back(one.tie, key, this.x(one.since), y - 2);
  }

  /** The slur of a repeat call, in the voice of the call that caused it. */
  private back(tie: Tie | null, key: string, x: number, y: number): void {
    if (!tie || this.frame.rows.length === 0) return;
    const row = tie.agent >= 0 ? this.frame.rows[tie.agent] : this.laneY(tie.lane);
    if (row === undefined) return;
    const lost = tie.agent < 0;
    if (lost && !this.frame.engraved) return;
    const clear = lost ? 5 : this.thick / 2 + 2.5;
    const thickness = this.frame.engraved && !lost ? 2.4 : 1.1;
    const kind = lost ? 'slurLost' : (`slur${this.voice(tie.tempo)}` as const);
    const room = Math.max(8, Math.min(row - clear, y) - 8);
    this.add(kind, key, slur(this.x(tie.at), row - clear, x, y, thickness, room));
  }

  note(note: Note): void {
    const y = this.frame.rows[note.agent];
    const going = note.concludedAt < 0;
    const end = going ? this.now + AHEAD_MS : note.concludedAt;
    const last = Math.max(
      end,
      note.wrappedAt < 0 && !note.transferred && !going ? this.now : note.wrappedAt,
    );
    if (y === undefined || last < this.from) return;
    const key = `${note.call}.${note.answeredAt}`;
    const tempo = going
      ? Math.max(0, tempoOf(this.data.score, note.type, this.now - note.answeredAt))
      : note.tempo;
    const voice = this.voice(tempo);
    this.wait(key, note.since, note.answeredAt, note.lane, 'waited');
    this.tail(note, key, y, end);
    this.body(note, key, y, end, voice);
    if (this.frame.engraved) this.engrave(note, key, y, voice, going);
    const lead = this.frame.engraved ? this.frame.pitch * 0.36 : 1;
    const waited = note.answeredAt - note.since > 1_500;
    const start = waited ? note.since : note.answeredAt;
    this.back(note.tie, key, this.x(start), y - (waited ? lead + 1 : this.r + 1));
  }

  /** After-call work: a thin, lighter tail. It grows while it lasts. */
  private tail(note: Note, key: string, y: number, end: number): void {
    if (note.concludedAt < 0) return;
    const until = note.wrappedAt < 0 ? this.now + AHEAD_MS : note.wrappedAt;
    if (until > end) this.add('tail', key, `M${f(this.x(end))},${f(y)}H${f(this.x(until))}`);
  }

  private body(note: Note, key: string, y: number, end: number, voice: Voice): void {
    const solid = voice === '' ? 'note' : (voice.toLowerCase() as 'hurry' | 'care');
    let d = '';
    let strokes = '';
    // The head of a note that goes on is open: its bar begins beside it.
    const open = this.frame.engraved && note.concludedAt < 0;
    let from = note.answeredAt + (open ? (this.r * 1.6) / this.frame.scale : 0);
    // Weight doubles colour: what took long is heavy, what was hurried is light.
    const weight = this.frame.engraved ? (voice === 'Care' ? 1.7 : voice === 'Hurry' ? 0.8 : 1) : 1;
    const thick = this.thick * weight;
    for (const [start, stop] of note.holds) {
      const until = stop < 0 ? this.now + AHEAD_MS : stop;
      if (start > from) d += bar(this.x(from), this.x(start), y, thick);
      // What lasts is hatched a little ahead only: it is drawn again long before time gets there.
      const drawn = stop < 0 ? this.now + 180_000 : stop;
      strokes += this.frame.engraved
        ? hatch(this.x(start), this.x(drawn), y, Math.max(5, thick))
        : `M${f(this.x(start))},${f(y)}H${f(this.x(until))}`;
      from = until;
    }
    const full = note.closingAt < 0 ? end : Math.max(from, Math.min(end, note.closingAt));
    if (full > from) d += bar(this.x(from), this.x(full), y, thick);
    if (end > full) d += fade(this.x(full), this.x(end), y, thick);
    if (this.frame.engraved && note.concludedAt >= 0)
      d += head(this.x(note.answeredAt) + this.r * 0.6, y, this.r);
    this.add(solid, key, d);
    this.add(`hold${voice}`, key, strokes);
  }

  /** What only a large note has: its lead-in, its open head while it lasts, its articulation. */
  private engrave(note: Note, key: string, y: number, voice: Voice, going: boolean): void {
    const x = this.x(note.answeredAt) + this.r * 0.6;
    const waitMs = note.answeredAt - note.since;
    const start = this.x(note.since);
    if (note.since >= 0 && this.x(note.answeredAt) - start > 3) {
      const kind = waitMs > this.data.targetMs ? 'leadLong' : 'lead';
      const tick = `M${f(start)},${f(y - this.frame.pitch * 0.36 - 2.5)}v5`;
      this.add(kind, key, tick + leadIn(start, x, y, this.frame.pitch * 0.36, this.r));
    }
    if (going) this.add(voice === 'Care' ? 'openCare' : 'open', key, head(x, y, this.r));
    else if (voice === 'Hurry') this.add('hurry', `${key}.`, dot(x, y + this.r + 4, 1.7));
    else if (voice === 'Care') this.add('care', `${key}.`, dash(x, y + this.r + 4, this.r * 2.2));
  }

  /** A transfer: a thin line slides from the end of one note to the beginning of the next. */
  gliss(from: Note, to: Note): void {
    const [y1, y2] = [this.frame.rows[from.agent], this.frame.rows[to.agent]];
    if (y1 === undefined || y2 === undefined || to.answeredAt < this.from || !this.frame.engraved)
      return;
    const d = `M${f(this.x(from.concludedAt))},${f(y1)}L${f(this.x(to.answeredAt))},${f(y2)}`;
    this.add('gliss', String(to.call), d);
  }
}

/** The marks of a score, as they stand at `now`. */
export function marksOf(frame: Frame, data: ScoreData, now: number): Mark[] {
  const engraver = new Engraver(frame, data, now);
  const handed = new Map<number, Note>();
  for (const note of data.score.notes) {
    engraver.note(note);
    const before = note.relayed ? handed.get(note.call) : undefined;
    if (before) engraver.gliss(before, note);
    if (note.transferred) handed.set(note.call, note);
  }
  for (const one of data.score.crosses) engraver.cross(one);
  for (const entry of data.line.calls) engraver.waiting(entry);
  return engraver.marks;
}
