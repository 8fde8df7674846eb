import { group, type Selection, select } from 'd3';
import type { AgentNow } from '../../models/doors/live.ts';
import type { PublicView } from '../../models/doors/scenario.ts';
import { InkCanvas } from './score/canvas.ts';
import { drawEvents, type ScoreEvent } from './score/events.ts';
import {
  type Frame,
  type FrameOptions,
  frameOf,
  leftInstant,
  playheadAt,
  type Size,
} from './score/frame.ts';
import { drawFront } from './score/front.ts';
import { KINDS, type Mark, marksOf, type ScoreData } from './score/marks.ts';
import { f } from './score/slur.ts';
import { drawStaves } from './score/staves.ts';
import { drawTime } from './score/time.ts';

/**
 * The score: time runs from left to right; each agent is a line of the staff; a call is a note
 * whose length is its handling, with the wait before it as a thin lead-in, hold hatched, wrap-up
 * as a lighter tail; a caller who gave up is a cross on the waiting staff; a slur ties a repeat
 * call to the call that caused it. `draw` follows the facts, `move` follows the clock.
 */

/** What a score shows. */
export interface ScorePage extends ScoreData {
  readonly publicView: PublicView;
  readonly team: readonly AgentNow[];
  readonly events: readonly ScoreEvent[];
  /** Words, in the reader's language. */
  readonly words: {
    readonly line: string;
    group(index: number): string;
    /** The number of a desk; absent where none is to be told. */
    desk?(agent: number): string;
    time(ms: number): string;
    lasts(ms: number): string;
  };
}

type Svg<E extends SVGElement = SVGSVGElement> = Selection<E, unknown, null, undefined>;

/** Above this many marks, and without engraving, the score is painted on a canvas. */
const MANY = 1_500;

export class Score {
  private readonly svg: Svg;
  private readonly staves: Svg<SVGGElement>;
  private readonly window: Svg;
  private readonly time: Svg<SVGGElement>;
  private readonly ink: Svg<SVGGElement>;
  private readonly front: Svg<SVGGElement>;
  private canvas: InkCanvas | null = null;
  private onCanvas = false;
  private drawn: { page: ScorePage; size: Size; options: FrameOptions; frame: Frame } | null = null;

  /** `host` is emptied and becomes the score. */
  constructor(private readonly host: HTMLElement) {
    host.replaceChildren();
    host.classList.add('score');
    this.svg = select(host).append('svg').attr('aria-hidden', 'true');
    this.staves = this.svg.append('g');
    // A nested <svg> cuts what it holds at the playhead, without an id.
    this.window = this.svg.append('svg').attr('class', 'window');
    this.time = this.window.append('g');
    this.ink = this.window.append('g');
    for (const kind of KINDS) this.ink.append('g').attr('data-kind', kind);
    this.front = this.svg.append('g');
  }

  /** Draws the facts as they stand at `now`. */
  draw(page: ScorePage, size: Size, now: number, options: FrameOptions = {}): void {
    const frame = frameOf(page.publicView, size, options);
    this.drawn = { page, size, options, frame };
    this.host.classList.toggle('dense', !frame.engraved);
    const { width, height } = size;
    this.svg.attr('width', width).attr('height', height).attr('viewBox', `0 0 ${width} ${height}`);
    this.window.attr('x', f(frame.left)).attr('y', 0).attr('height', height);
    drawStaves(this.staves, frame, page);
    drawTime(this.time, frame, page, now);
    drawEvents(this.time, frame, page, now);
    const marks = marksOf(frame, page, now);
    this.onCanvas = !frame.engraved && marks.length > MANY;
    if (this.onCanvas) this.canvas ??= new InkCanvas(this.host);
    this.canvas?.show(this.onCanvas);
    if (this.onCanvas) this.canvas?.paint(marks, frame, now);
    this.join(this.onCanvas ? [] : marks);
    this.move(now);
  }

  private join(marks: readonly Mark[]): void {
    const byKind = group(marks, (mark) => mark.kind);
    for (const kind of KINDS)
      this.ink
        .select<SVGGElement>(`[data-kind="${kind}"]`)
        .selectAll<SVGPathElement, Mark>('path')
        .data(byKind.get(kind) ?? [], (mark) => mark.key)
        .join((enter) => enter.append('path').attr('class', `mark ${kind}`))
        .attr('d', (mark) => mark.d);
  }

  /** Moves time on: one translation, and the end of the window while the page is not full. */
  move(now: number): void {
    if (!this.drawn) return;
    const { page, size, options, frame } = this.drawn;
    if (this.onCanvas && this.canvas?.move(frame, now) === false)
      return this.draw(page, size, now, options);
    const shift = `translate(${(-leftInstant(frame, now) * frame.scale).toFixed(2)},0)`;
    this.time.attr('transform', shift);
    this.ink.attr('transform', shift);
    this.window.attr('width', f(Math.max(0, playheadAt(frame, now) - frame.left)));
    drawFront(this.front, frame, page, now);
  }
}
