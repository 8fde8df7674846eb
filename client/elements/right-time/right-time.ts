import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RightTime } from '../../../models/doors/live.ts';
import { base } from '../../look/shared.ts';
import { duration } from '../../text/figures.ts';
import { LanguageController } from '../../text/language.ts';
import { worthWords } from '../../text/worth.ts';

const MINUTE_MS = 60_000;
/** The strip ends at one of these: it must not slide with each price. */
const SPANS = [6, 9, 12, 18, 27, 40, 60].map((minutes) => minutes * MINUTE_MS);

/** From when on lingering costs more than it helps; null where nothing presses. */
const lateFrom = ({ evenMs, fromMs }: RightTime): number | null =>
  evenMs === null ? null : Math.max(evenMs, fromMs ?? 0);

/** How long a talk the strip shows. */
export function spanOf(time: RightTime): number {
  const most = Math.max((time.fromMs ?? 0) * 1.5, (lateFrom(time) ?? 0) * 1.25, time.talkedMs);
  return SPANS.find((span) => span >= most) ?? Math.max(most, SPANS.at(-1) ?? 0);
}

/**
 * The call in hand between two limits: too short makes the line longer, and so does too long. A
 * held line where care is due, staccato points where haste is, nothing between them.
 */
@customElement('ct-right-time')
export class RightTimeElement extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) time: RightTime | null = null;
  /** Somebody is on the line: else only what holds of every call is shown. */
  @property({ type: Boolean }) talking = false;

  static override styles = [
    base,
    css`
      section {
        display: grid;
        gap: var(--s-1);
        padding-top: var(--s-4);
      }

      .strip {
        position: relative;
        height: 16px;
        overflow: hidden;
        background: linear-gradient(var(--rule), var(--rule)) center / 100% 1px no-repeat;
      }

      i,
      b {
        position: absolute;
      }

      .early {
        left: 0;
        top: 6.5px;
        height: 3px;
        background: var(--care);
      }

      .late {
        right: 0;
        top: 6px;
        border-top: 4px dotted var(--hurry);
      }

      .limit {
        top: 0;
        bottom: 0;
        border-left: 1.5px solid var(--ink-faint);
      }

      .head {
        top: 0;
        bottom: 0;
        margin-left: -1px;
        border-left: 3px solid var(--ink);
      }

      .says {
        display: flex;
        justify-content: space-between;
        gap: var(--s-8);
        font: 400 var(--t-14) / var(--snug) var(--sans);
        color: var(--ink-soft);
        white-space: nowrap;
      }

      .says p + p {
        margin-left: auto;
      }

      .now {
        font-weight: 600;
        color: var(--ink);
      }

      small {
        margin-left: 0.25em;
        font: italic 400 var(--t-14) / 1 var(--serif);
        color: var(--ink-faint);
      }

      /* Only what counts next, and on two lines where it must. */
      @media (max-width: 1080px) {
        .then {
          display: none;
        }

        .says p + p {
          margin-left: 0;
        }
      }

      @media (max-width: 760px) {
        section {
          gap: 0;
          padding-top: var(--s-1);
        }

        .says {
          min-height: calc(2 * var(--snug) * var(--t-14));
          white-space: normal;
        }
      }
    `,
  ];

  private strip(time: RightTime) {
    const span = spanOf(time);
    const at = (ms: number) => `${((100 * ms) / span).toFixed(2)}%`;
    const late = this.talking ? lateFrom(time) : null;
    const { fromMs, talkedMs } = time;
    return html`<div class="strip" aria-hidden="true">
      ${
        fromMs === null
          ? nothing
          : html`<i class="early" style="width:${at(fromMs)}"></i>
              <b class="limit" style="left:${at(fromMs)}"></b>`
      }
      ${
        late === null
          ? nothing
          : html`<i class="late" style="left:${at(late)}"></i>
              <b class="limit" style="left:${at(late)}"></b>`
      }
      ${this.talking ? html`<b class="head" style="left:${at(talkedMs)}"></b>` : nothing}
    </div>`;
  }

  private said(sentence: string, now: boolean, then: boolean) {
    return html`<p class="${now ? 'now' : ''} ${then ? 'then' : ''}">
      ${sentence}<small>${worthWords().hypothesis}</small>
    </p>`;
  }

  override render() {
    const { talking, time } = this;
    if (!time) return nothing;
    const { right } = worthWords();
    const { fromMs, when } = time;
    const late = lateFrom(time);
    const early = fromMs === null ? right.noEarly : right.early(duration(fromMs));
    const lingers =
      late === null ? right.never : late === 0 ? right.lateAll : right.late(duration(late));
    const first = !talking || when === 'early';
    return html`<section aria-label=${right.panel}>
      ${this.strip(time)}
      <div class="says">
        ${this.said(early, talking && when === 'early', !first)}
        ${talking ? this.said(lingers, when === 'late', first) : nothing}
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-right-time': RightTimeElement;
  }
}
