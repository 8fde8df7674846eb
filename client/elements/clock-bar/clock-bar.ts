import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../speed-slider/speed-slider.ts';
import type { ClockAsk, ClockState } from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { base, buttons } from '../../look/shared.ts';
import { isFast } from '../../state/clock.ts';
import { clockTime, speedShown } from '../../text/figures.ts';
import { LanguageController } from '../../text/language.ts';

const HOUR_MS = 3_600_000;
/** The fastest at which somebody alone can still do something for a caller. */
const BY_GESTURES = 20;

/**
 * The day's clock: the hour, how far the day is, its speed; with `host`, the controls too. Tells
 * `ct-clock` with a ClockAsk. `now` is the simulated instant to show, ms since opening.
 */
@customElement('ct-clock-bar')
export class ClockBar extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ attribute: false }) publicView: PublicView | null = null;
  @property({ attribute: false }) clock: ClockState | null = null;
  @property({ type: Number }) now = 0;
  @property({ type: Boolean }) host = false;
  /** A change of the clock is on its way. */
  @property({ type: Boolean }) pending = false;
  /** The controls alone: where the hour stands elsewhere. */
  @property({ type: Boolean }) bare = false;
  /** Without the line of the day: for narrow places. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** It is the record of a day that never came to its end. */
  @property({ type: Boolean }) stopped = false;

  static override styles = [
    base,
    buttons,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s-3) var(--s-6);
      }

      .hour {
        display: flex;
        align-items: baseline;
        gap: var(--s-3);
        font: 500 var(--t-28) / 1 var(--sans);
        white-space: nowrap;
      }

      .hour small {
        font: 500 var(--t-14) / 1 var(--sans);
        color: var(--ink-soft);
      }

      .day {
        flex: 1 1 12rem;
        min-width: 8rem;
      }

      .day svg {
        display: block;
        width: 100%;
        height: 14px;
        overflow: visible;
      }

      .ends {
        display: flex;
        justify-content: space-between;
        font-size: var(--t-12);
        line-height: 1.2;
        color: var(--ink-faint);
      }

      .past {
        stroke: var(--ink);
        stroke-width: 3;
      }

      .rest,
      .tick {
        stroke: var(--mark);
        stroke-width: 1;
      }

      .head {
        stroke: var(--ink);
        stroke-width: 2;
      }

      line {
        vector-effect: non-scaling-stroke;
      }

      .controls {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s-3) var(--s-8);
        flex: 1 1 100%;
      }

      .controls .button {
        min-width: 9.5rem;
      }

      ct-speed-slider {
        flex: 1 1 16rem;
        max-width: 28rem;
      }

      :host([compact]) .hour {
        font-size: var(--t-18);
        gap: var(--s-2);
      }

      :host([compact]) .bar {
        flex-wrap: nowrap;
      }

      /* Why time does not run is never cut: it goes under the hour. */
      @media (max-width: 420px) {
        :host([compact]) .hour {
          flex-direction: column;
          gap: 2px;
        }

        :host([compact]) .hour small {
          font-size: var(--t-12);
        }
      }

      @media (max-width: 560px) {
        :host(:not([compact])) .controls > * {
          flex: 1 1 100%;
          max-width: none;
        }
      }
    `,
  ];

  private tell(ask: ClockAsk): void {
    this.dispatchEvent(new CustomEvent('ct-clock', { detail: ask, bubbles: true, composed: true }));
  }

  /** What stands beside the hour: why time does not run, else how fast it does. */
  private manner(clock: ClockState): string {
    const { clock: words } = this.language.words;
    if (clock.over) return this.stopped ? words.stopped : words.over;
    if (clock.paused) return clock.at === 0 ? words.notStarted : words.paused;
    if (clock.goes === 0) return this.compact ? words.standsShort : words.stands;
    return isFast(clock) ? words.fast : speedShown(clock.speed);
  }

  private hour({ opensAtMs }: PublicView, clock: ClockState) {
    return html`<p class="hour">
      ${clockTime(opensAtMs + this.now)} <small>${this.manner(clock)}</small>
    </p>`;
  }

  private dayLine(publicView: PublicView) {
    const { opensAtMs, lengthMs } = publicView;
    const share = Math.max(0, Math.min(1, this.now / lengthMs)) * 1_000;
    const ticks: number[] = [];
    const first = Math.ceil(opensAtMs / HOUR_MS) * HOUR_MS;
    for (let t = first; t <= opensAtMs + lengthMs; t += HOUR_MS)
      ticks.push(((t - opensAtMs) / lengthMs) * 1_000);
    return html`<div class="day" aria-hidden="true">
      <svg viewBox="0 0 1000 14" preserveAspectRatio="none">
        ${ticks.map((x) => svg`<line class="tick" x1=${x} x2=${x} y1="4" y2="10" />`)}
        <line class="rest" x1="0" x2="1000" y1="7" y2="7" />
        <line class="past" x1="0" x2=${share} y1="7" y2="7" />
        <line class="head" x1=${share} x2=${share} y1="0" y2="14" />
      </svg>
      <div class="ends">
        <span>${clockTime(opensAtMs)}</span><span>${clockTime(opensAtMs + lengthMs)}</span>
      </div>
    </div>`;
  }

  /** Where things are done by gestures faster is too fast for anybody, even alone. */
  private most({ most = Number.POSITIVE_INFINITY }: ClockState): number {
    return this.publicView?.arbitration?.gestures ? Math.min(most, BY_GESTURES) : most;
  }

  private controls(clock: ClockState) {
    const { clock: words } = this.language.words;
    const start = clock.at === 0 ? words.start : words.play;
    return html`<div class="controls">
      <button
        class="button main"
        aria-disabled=${this.pending}
        @click=${() => !this.pending && this.tell({ paused: !clock.paused })}
      >
        ${clock.paused ? start : words.pause}
      </button>
      <ct-speed-slider
        .speed=${clock.speed}
        .most=${this.most(clock)}
        @ct-speed=${(event: CustomEvent<number>) => this.tell({ speed: event.detail })}
      ></ct-speed-slider>
      <button
        class="button"
        aria-disabled=${this.pending || isFast(clock)}
        @click=${() => !this.pending && !isFast(clock) && this.tell({ toNextCall: true })}
      >
        ${words.toNextCall}
      </button>
      ${clock.most ? html`<p class="label">${words.together(speedShown(clock.most))}</p>` : null}
    </div>`;
  }

  override render() {
    const { publicView, clock } = this;
    if (!publicView || !clock) return null;
    const { clock: words } = this.language.words;
    return html`<div class="bar" role="group" aria-label=${words.label}>
      ${this.bare ? null : this.hour(publicView, clock)}
      ${this.compact || this.bare ? null : this.dayLine(publicView)}
      ${this.host && !clock.over ? this.controls(clock) : null}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-clock-bar': ClockBar;
  }
}
