import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { base } from '../../look/shared.ts';
import { LanguageController } from '../../text/language.ts';
import { partsOf, policyWords } from '../../text/policies.ts';

/** What concerns people in a room is supposed: which parts, or that they were left out. */
@customElement('ct-hypotheses')
export class Hypotheses extends LitElement {
  readonly language = new LanguageController(this);
  @property({ attribute: false }) publicView: PublicView | null = null;

  static override styles = [
    base,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s-1) var(--s-2);
        margin: var(--s-2) 0;
      }

      li {
        padding: 1px var(--s-2);
        border: var(--line) solid var(--mark);
        border-radius: var(--radius);
        font-size: var(--t-14);
        line-height: 1.4;
        color: var(--ink-soft);
      }

      h3 {
        font: 500 var(--t-16) / 1.3 var(--sans);
      }
    `,
  ];

  override render() {
    const { publicView } = this;
    const words = policyWords();
    if (publicView?.arbitration?.withoutPeople)
      return html`<h3>${words.without}</h3>
        <p class="label">${words.withoutHint}</p>`;
    const parts = publicView ? partsOf(publicView) : [];
    if (parts.length === 0) return null;
    return html`<h3>${words.hypotheses}</h3>
      <ul>
        ${parts.map((part) => html`<li>${part}</li>`)}
      </ul>
      <p class="label">${words.why}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-hypotheses': Hypotheses;
  }
}
