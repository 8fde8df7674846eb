import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Debrief, Decision } from '../../../models/doors/play.ts';
import { key } from '../../look/key.ts';
import { base } from '../../look/shared.ts';
import { debriefWords } from '../../text/debrief.ts';
import { clockTime } from '../../text/figures.ts';

const WIDTH = 1_000;
const HEIGHT = 150;
/** Where the staff of talks stands, and how high one is. */
const GROUND = 118;
const TALK = 22;
const LEAST_WIDTH = 5;

/** A mark under a talk. */
const markAt = (x: number): string => `M${x - 7},${GROUND + 18}l7,-12l7,12z`;

/** A day at one desk as a line: each talk, and an arc to the call by which its caller came back. */
@customElement('ct-shift-line')
export class ShiftLine extends LitElement {
  @property({ attribute: false }) debrief: Debrief | null = null;
  @property({ type: Number }) opensAtMs = 0;

  static override styles = [
    base,
    key,
    css`
      svg {
        display: block;
        width: 100%;
        height: clamp(110px, 16vw, 170px);
        overflow: visible;
      }

      .ground {
        stroke: var(--ink-soft);
        stroke-width: 1;
        vector-effect: non-scaling-stroke;
      }

      .talk {
        fill: var(--care);
      }

      .talk.open {
        fill: var(--paper);
        stroke: var(--hurry);
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
      }

      .arc {
        fill: none;
        stroke: var(--hurry);
        stroke-width: 1.5;
        vector-effect: non-scaling-stroke;
      }

      .mark {
        fill: var(--ink);
      }

      .hours {
        display: flex;
        justify-content: space-between;
      }

      .key i {
        width: 14px;
        height: 14px;
        background: var(--care);
      }

      .key .open {
        background: transparent;
        border: 2px solid var(--hurry);
      }

      .key .arc {
        height: 8px;
        background: transparent;
        border: 1.5px solid var(--hurry);
        border-bottom: 0;
        border-radius: 8px 8px 0 0;
      }
    `,
  ];

  private talk({ at, solved, tookAt }: Decision, x: (at: number) => number, marked: boolean) {
    const from = x(tookAt);
    const width = Math.max(LEAST_WIDTH, x(at) - from);
    const isOpen = solved !== true;
    return svg`<rect class="talk ${isOpen ? 'open' : ''}" x=${from} y=${GROUND - TALK}
        width=${width} height=${TALK} />
      ${marked ? svg`<path class="mark" d=${markAt(from + width / 2)} />` : nothing}`;
  }

  /** A slur to what came back: the higher the longer it took. */
  private arc({ at, back }: Decision, x: (at: number) => number) {
    if (back === null) return nothing;
    const [from, to] = [x(at), x(back.at)];
    const rise = Math.min(GROUND - TALK - 8, 24 + (to - from) / 5);
    const top = GROUND - TALK - rise;
    const foot = GROUND - TALK;
    const d = `M${from},${foot}C${from},${top} ${to},${top} ${to},${foot}`;
    return svg`<path class="arc" d=${d} />`;
  }

  override render() {
    const { debrief } = this;
    const words = debriefWords();
    if (!debrief || debrief.decisions.length === 0) return nothing;
    const { decisions, moments } = debrief;
    const marks = new Set([moments.given, moments.refused, moments.paid]);
    const ends = decisions.map(({ at, back }) => Math.max(at, back?.at ?? 0));
    const [first, last] = [decisions[0]?.tookAt ?? 0, Math.max(...ends)];
    const x = (at: number): number => ((at - first) / Math.max(1, last - first)) * WIDTH;
    const back = decisions.filter((one) => one.back !== null).length;
    const { key: of } = words;
    return html`<svg
        viewBox="0 0 ${WIDTH} ${HEIGHT}"
        preserveAspectRatio="none"
        role="img"
        aria-label=${words.lineSays(decisions.length, back)}
      >
        <line class="ground" x1="0" x2=${WIDTH} y1=${GROUND} y2=${GROUND} />
        ${decisions.map((one) => this.arc(one, x))}
        ${decisions.map((one, i) => this.talk(one, x, marks.has(i)))}
      </svg>
      <p class="hours label">
        <span>${clockTime(this.opensAtMs + first)}</span>
        <span>${clockTime(this.opensAtMs + last)}</span>
      </p>
      <p class="key">
        <span><i></i>${of.solved}</span><span><i class="open"></i>${of.open}</span>
        ${back > 0 ? html`<span><i class="arc"></i>${of.back}</span>` : nothing}
      </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-shift-line': ShiftLine;
  }
}
