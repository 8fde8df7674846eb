import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { NOTHING, type Rollout } from '../../../models/doors/live.ts';
import { base } from '../../look/shared.ts';
import { ENOUGH, type Estimate, Estimates } from '../../state/estimates.ts';
import { figure } from '../../text/figures.ts';
import { LanguageController, say } from '../../text/language.ts';
import { worthWords } from '../../text/worth.ts';
import { minutesShown, signedShown } from '../voices/numbers.ts';

/**
 * The price of the next minute counted another way, by imagined futures of the room as it stands:
 * an interval in which the price of the table lies, or does not.
 */
@customElement('ct-estimates')
export class EstimatesElement extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) estimate: Estimate | null = null;
  /** What the table says, minutes of waiting. */
  @property({ type: Number }) price = 0;

  static override styles = [
    base,
    css`
      section {
        display: grid;
        gap: var(--s-1);
        padding-top: var(--s-3);
        border-top: var(--line) solid var(--hairline);
      }

      h3 {
        font: 500 var(--t-14) / var(--snug) var(--sans);
        color: var(--ink-faint);
      }

      .number {
        font: 500 var(--t-16) / 1.3 var(--sans);
      }

      .label,
      .wait {
        max-width: 68ch;
      }

      .wait {
        font: italic 400 var(--t-16) / 1.3 var(--serif);
        color: var(--ink-soft);
      }

      small {
        font: italic 400 var(--t-14) / 1 var(--serif);
        color: var(--ink-faint);
        white-space: nowrap;
      }
    `,
  ];

  private grade() {
    return html`<small>${worthWords().hypothesis}</small>`;
  }

  /** An interval; no figure of too few futures, nor a second number beside the price. */
  private imagined({ halfWidth, pairs, price }: Rollout) {
    const { imagined } = worthWords();
    if (pairs < ENOUGH)
      return html`<p class="wait">${imagined.few(figure(pairs), figure(ENOUGH))}</p>`;
    const [from, to] = [price - halfWidth, price + halfWidth];
    const range = [signedShown(from), signedShown(to)] as const;
    const agrees = from - NOTHING <= this.price && this.price <= to + NOTHING;
    const all =
      to < NOTHING && from > -NOTHING
        ? imagined.nothing(minutesShown(2 * NOTHING))
        : imagined[agrees ? 'same' : 'other'](...range);
    return html`<p class="number">${all} ${this.grade()}</p>
      <p class="label">${imagined.from(figure(pairs))}</p>`;
  }

  override render() {
    const { estimate } = this;
    if (!estimate) return nothing;
    const { priced, problem } = estimate;
    const { again, imagined } = worthWords();
    const why = problem && (Estimates.passes(problem) ? again : say(problem.says));
    return html`<section>
      <h3>${imagined.title}</h3>
      ${priced ? this.imagined(priced.rollout) : nothing}
      ${why ? html`<p class="wait">${why}</p>` : nothing}
      ${priced || why ? nothing : html`<p class="wait">${imagined.asking}</p>`}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-estimates': EstimatesElement;
  }
}
