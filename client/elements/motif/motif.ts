import { css, html, LitElement, svg } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { base } from '../../look/shared.ts';
import { LanguageController } from '../../text/language.ts';

type Voice = 'care' | 'hurry' | 'plain';

/** A note of the picture: its staff line, and where its wait, talk and wrap-up begin and end, 0 to 1. */
interface MotifNote {
  readonly line: number;
  readonly wait: number;
  readonly from: number;
  readonly to: number;
  readonly wrapTo: number;
  readonly voice: Voice;
}

const note = (
  line: number,
  wait: number,
  from: number,
  to: number,
  voice: Voice = 'plain',
  wrapTo = to + 0.012,
): MotifNote => ({ line, wait, from, to, wrapTo, voice });

/** A made-up quarter of an hour: a hurried call that comes back, a call one took time for. */
const NOTES: readonly MotifNote[] = [
  note(0, 0.04, 0.04, 0.1),
  note(0, 0.135, 0.15, 0.4, 'care', 0.42),
  note(0, 0.4, 0.47, 0.53),
  note(0, 0.565, 0.575, 0.66),
  note(0, 0.7, 0.71, 0.8),
  note(1, 0.0, 0.02, 0.125),
  note(1, 0.15, 0.185, 0.225, 'hurry', 0.23),
  note(1, 0.245, 0.27, 0.305, 'hurry', 0.31),
  note(1, 0.29, 0.33, 0.45),
  note(1, 0.545, 0.6, 0.795, 'care', 0.815),
  note(1, 0.82, 0.85, 0.93),
  note(2, 0.06, 0.07, 0.2),
  note(2, 0.2, 0.24, 0.29, 'hurry', 0.295),
  note(2, 0.31, 0.38, 0.49),
  note(2, 0.49, 0.53, 0.58, 'hurry', 0.585),
  note(2, 0.64, 0.65, 0.76),
  note(2, 0.79, 0.81, 0.98),
];
/** Someone who waited in vain, and the hurried call that came back. */
const LOST = { from: 0.33, to: 0.44 };
const BACK = { line: 1, from: 0.225, to: 0.545 };

const GAP = 40;
const TOP = 52;
const STAFF = 3;

/** The signature picture in small: what a score says, with the words written on it. */
@customElement('ct-motif')
export class Motif extends LitElement {
  private readonly language = new LanguageController(this);
  @state() private width = 900;
  private readonly sized = new ResizeObserver(([entry]) => {
    if (entry) this.width = Math.max(320, Math.round(entry.contentRect.width));
  });

  static override styles = [
    base,
    css`
      svg {
        display: block;
        width: 100%;
        overflow: visible;
      }

      .staff {
        stroke: var(--rule);
        stroke-width: 1;
      }

      .waiting {
        stroke: var(--rule);
        stroke-width: 1;
        stroke-dasharray: 1 5;
        stroke-linecap: round;
      }

      .wait {
        stroke: var(--ink-soft);
        stroke-width: 1.25;
      }

      .plain {
        fill: var(--ink);
      }

      .care {
        fill: var(--care);
      }

      .hurry {
        fill: var(--hurry);
      }

      .wrap {
        opacity: 0.4;
      }

      .slur {
        fill: none;
        stroke: var(--ink);
        stroke-width: 1.5;
      }

      .cross {
        stroke: var(--ink);
        stroke-width: 2;
      }

      .playhead {
        stroke: var(--ink);
        stroke-width: 1;
      }

      text {
        font: italic 400 17px var(--serif);
        fill: var(--ink-soft);
      }

      .music {
        animation: play 5s linear 0.2s both;
      }

      .playhead {
        animation: travel 5s linear 0.2s both;
      }

      @keyframes play {
        from {
          clip-path: inset(-60px 100% -60px 0);
        }
        to {
          clip-path: inset(-60px 0 -60px 0);
        }
      }

      @keyframes travel {
        from {
          transform: translateX(-100%);
        }
        to {
          transform: none;
        }
      }

      @media (prefers-reduced-motion: reduce) {
        .music,
        .playhead {
          animation: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.sized.observe(this);
  }

  override disconnectedCallback(): void {
    this.sized.disconnect();
    super.disconnectedCallback();
  }

  private x(share: number): number {
    return Math.round(share * this.width * 10) / 10;
  }

  private readonly y = (line: number) => TOP + line * GAP;

  private drawNote(one: MotifNote) {
    const y = this.y(one.line);
    const [wait, from, to, end] = [one.wait, one.from, one.to, one.wrapTo].map((s) => this.x(s));
    const high = one.voice === 'plain' ? 9 : 13;
    return svg`<line class="wait" x1=${wait} x2=${from} y1=${y} y2=${y} />
      <rect class=${one.voice} x=${from} y=${y - high / 2} width=${(to ?? 0) - (from ?? 0)} height=${high} />
      <rect class="${one.voice} wrap" x=${to} y=${y - 2.5} width=${(end ?? 0) - (to ?? 0)} height="5" />`;
  }

  private drawSlur() {
    const y = this.y(BACK.line) - 10;
    const [a, b] = [this.x(BACK.from) - 4, this.x(BACK.to)];
    const rise = Math.min(46, (b - a) / 3);
    return svg`<path class="slur" d="M${a},${y} C${a + rise},${y - rise} ${b - rise},${y - rise} ${b},${y}" />`;
  }

  private drawLost() {
    const y = this.y(STAFF);
    const [a, b] = [this.x(LOST.from), this.x(LOST.to)];
    return svg`<line class="wait" x1=${a} x2=${b - 7} y1=${y} y2=${y} />
      <path class="cross" d="M${b - 6},${y - 6}l12,12m0,-12l-12,12" />`;
  }

  override render() {
    const { motif } = this.language.words;
    const height = this.y(STAFF) + 24;
    const lines = Array.from({ length: STAFF }, (_, i) => this.y(i));
    const wide = this.width > 560;
    return html`<svg viewBox="0 0 ${this.width} ${height}" height=${height} role="img" aria-label=${motif.label}>
      ${lines.map((y) => svg`<line class="staff" x1="0" x2=${this.width} y1=${y} y2=${y} />`)}
      <line class="waiting" x1="0" x2=${this.width} y1=${this.y(STAFF)} y2=${this.y(STAFF)} />
      <g class="music">
        ${NOTES.map((one) => this.drawNote(one))} ${this.drawLost()} ${this.drawSlur()}
        <text x=${this.x(LOST.to) + 14} y=${this.y(STAFF) + 5} class="said">${motif.lost}</text>
        <text x=${this.x(BACK.to) + 6} y=${this.y(1) - 16}>${motif.back}</text>
        ${wide ? svg`<text x=${this.x(0.155)} y=${this.y(0) - 14}>${motif.call}</text>` : null}
      </g>
      <line class="playhead" x1=${this.width - 0.5} x2=${this.width - 0.5} y1=${TOP - 24} y2=${this.y(STAFF) + 12} />
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-motif': Motif;
  }
}
