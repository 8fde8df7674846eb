import { type Frame, leftInstant, playheadAt } from './frame.ts';
import { KINDS, type Kind, type Mark, STROKED } from './marks.ts';

/**
 * The same marks painted on a canvas, for a centre of hundreds of agents: drawn once for some time
 * ahead, then only slid along. Colours are read from the style sheet through one probe a kind.
 */
const AHEAD_PX = 320;

export class InkCanvas {
  private readonly window = document.createElement('div');
  private readonly canvas = document.createElement('canvas');
  private readonly probes = new Map<Kind, SVGPathElement>();
  private drawnLeft = 0;

  constructor(host: HTMLElement) {
    this.window.style.position = 'absolute';
    this.window.style.overflow = 'hidden';
    this.window.append(this.canvas);
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('width', '0');
    svg.setAttribute('height', '0');
    svg.setAttribute('aria-hidden', 'true');
    svg.style.position = 'absolute';
    for (const kind of KINDS) {
      const probe = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      probe.setAttribute('class', `mark ${kind}`);
      svg.append(probe);
      this.probes.set(kind, probe);
    }
    host.prepend(this.window, svg);
  }

  show(visible: boolean): void {
    this.window.style.display = visible ? 'block' : 'none';
  }

  paint(marks: readonly Mark[], frame: Frame, now: number): void {
    const ratio = Math.min(2, devicePixelRatio || 1);
    const width = frame.playhead - frame.left + AHEAD_PX;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(frame.height * ratio);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${frame.height}px`;
    this.window.style.left = `${frame.left}px`;
    this.window.style.height = `${frame.height}px`;
    this.drawnLeft = leftInstant(frame, now);
    const ink = this.canvas.getContext('2d');
    if (!ink) return;
    ink.scale(ratio, ratio);
    ink.translate(-this.drawnLeft * frame.scale, 0);
    const paths = new Map<Kind, string[]>();
    for (const { kind, d } of marks) {
      const list = paths.get(kind);
      if (list) list.push(d);
      else paths.set(kind, [d]);
    }
    for (const kind of KINDS) this.stroke(ink, kind, paths.get(kind));
  }

  private stroke(ink: CanvasRenderingContext2D, kind: Kind, paths: string[] | undefined): void {
    const probe = this.probes.get(kind);
    if (!paths || !probe) return;
    const look = getComputedStyle(probe);
    const path = new Path2D(paths.join(''));
    ink.globalAlpha = Number(look.opacity);
    if (!STROKED.has(kind) || look.fill !== 'none') {
      ink.fillStyle = look.fill;
      ink.fill(path);
    }
    if (!STROKED.has(kind)) return;
    ink.strokeStyle = look.stroke;
    ink.lineWidth = Number.parseFloat(look.strokeWidth);
    ink.setLineDash(
      look.strokeDasharray === 'none' ? [] : look.strokeDasharray.split(',').map(Number.parseFloat),
    );
    ink.stroke(path);
  }

  /** Slides the picture; false when it must be painted again. */
  move(frame: Frame, now: number): boolean {
    const gone = (leftInstant(frame, now) - this.drawnLeft) * frame.scale;
    this.window.style.width = `${Math.max(0, playheadAt(frame, now) - frame.left)}px`;
    this.canvas.style.transform = `translateX(${(-gone).toFixed(2)}px)`;
    return gone < AHEAD_PX - 1;
  }
}
