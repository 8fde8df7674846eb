import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type FluidNow, NOTHING, type Rollout } from '../../../models/doors/live.ts';
import { base } from '../../look/shared.ts';
import { type Estimate, Estimates } from '../../state/estimates.ts';
import { figure } from '../../text/figures.ts';
import { LanguageController, say } from '../../text/language.ts';
import { worthWords } from '../../text/worth.ts';
import { lostShown, minutesShown, waitedShown } from '../voices/numbers.ts';

/**
 * Two other ways to count what the next minute costs the others, beside the table: imagined
 * futures of the room as it stands, and the mean rates of the hour. Each says what it knows.
 */
@customElement('ct-estimates')
export class EstimatesElement extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) estimate: Estimate | null = null;

  static override styles = [
    base,
    css`
      section {
        display: grid;
        grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
        padding-top: var(--s-3);
        border-top: var(--line) solid var(--hairline);
      }

      h2 {
        grid-column: 1 / -1;
        font: 500 var(--t-14) / var(--snug) var(--sans);
        color: var(--ink-soft);
      }

      .way {
        display: grid;
        align-content: start;
        gap: var(--s-1);
        padding: var(--s-2) var(--pad, 0) 0 0;
      }

      .way + .way {
        padding: var(--s-2) 0 0 var(--pad, 0);
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

      @media (max-width: 760px) {
        section {
          grid-template-columns: minmax(0, 1fr);
        }

        .way,
        .way + .way {
          padding: var(--s-2) 0 0;
        }
      }
    `,
  ];

  private grade() {
    return html`<small>${worthWords().hypothesis}</small>`;
  }

  private imagined(rollout: Rollout) {
    const { imagined } = worthWords();
    const { halfWidth, pairs, price } = rollout;
    const [from, to] = [price - halfWidth, price + halfWidth];
    // Of few pairs nothing is below nothing by more than chance.
    const all =
      to < NOTHING
        ? imagined.nothing(minutesShown(2 * NOTHING))
        : imagined.all(minutesShown(price), minutesShown(from), minutesShown(to));
    return html`<p class="number">${all} ${this.grade()}</p>
      <p class="label">
        ${imagined.of(waitedShown(rollout), lostShown(rollout))} ${imagined.from(figure(pairs))}
      </p>`;
  }

  private fluid({ clearMin, price }: FluidNow) {
    const { fluid } = worthWords();
    const knows = html`<p class="label">${fluid.knows}</p>`;
    if (Number.isFinite(price) && price < NOTHING)
      return html`<p class="number">${fluid.nothing} ${this.grade()}</p>
        ${knows}`;
    // An endless line has no number, and JSON none for it.
    const shown = Number.isFinite(price) ? fluid.all(minutesShown(price)) : fluid.endless;
    const clear = Number.isFinite(clearMin) ? fluid.clear(figure(Math.ceil(clearMin))) : nothing;
    return html`<p class="number">${shown} ${this.grade()}</p>
      <p class="label">${clear} ${fluid.knows}</p>`;
  }

  override render() {
    const { estimate } = this;
    if (!estimate) return nothing;
    const { priced, problem } = estimate;
    const { again, fluid, imagined, ways } = worthWords();
    const why = problem && (Estimates.passes(problem) ? again : say(problem.says));
    return html`<section>
      <h2>${ways}</h2>
      <div class="way">
        <h3>${imagined.title}</h3>
        ${priced ? this.imagined(priced.rollout) : nothing}
        ${why ? html`<p class="wait">${why}</p>` : nothing}
        ${priced || why ? nothing : html`<p class="wait">${imagined.asking}</p>`}
      </div>
      ${
        priced?.fluid
          ? html`<div class="way">
              <h3>${fluid.title}</h3>
              ${this.fluid(priced.fluid)}
            </div>`
          : nothing
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-estimates': EstimatesElement;
  }
}
