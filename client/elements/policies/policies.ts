import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './hypotheses.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { base } from '../../look/shared.ts';
import { LanguageController, say } from '../../text/language.ts';
import { isSliding, partsOf, policySays, policyShort, policyWords } from '../../text/policies.ts';

/**
 * How calls are answered in a room where time is arbitrated: whose policy each group follows, and
 * which hypotheses concern people. `compact`: on a few lines, for the wall.
 */
@customElement('ct-policies')
export class Policies extends LitElement {
  readonly language = new LanguageController(this);
  @property({ attribute: false }) publicView: PublicView | null = null;
  @property({ type: Boolean, reflect: true }) compact = false;

  static override styles = [
    base,
    css`
      h2 {
        font: 500 var(--t-22) / 1.2 var(--serif);
      }

      dl {
        display: grid;
        grid-template-columns: minmax(0, 14rem) minmax(0, 1fr);
        gap: var(--s-2) var(--s-8);
        margin: var(--s-4) 0 var(--s-3);
      }

      dt {
        font: italic 400 var(--t-18) / 1.35 var(--serif);
        overflow-wrap: anywhere;
      }

      ct-hypotheses {
        margin-top: var(--s-5);
      }

      /* Who follows what stays together where a line is long enough for it. */
      :host([compact]) p {
        display: inline-block;
        margin-right: 1em;
      }

      :host([compact]) em {
        font-family: var(--serif);
        color: var(--ink-soft);
      }

      @media (max-width: 560px) {
        dl {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
        }

        dd {
          margin-bottom: var(--s-3);
        }
      }
    `,
  ];

  private groups(publicView: PublicView) {
    return publicView.groups.flatMap(({ desks, name, policy }) =>
      policy === null || desks === 0
        ? []
        : html`<dt>${say(name)}</dt>
            <dd>
              ${policyShort(policy)}
              <p class="label">${policySays(policy)}</p>
            </dd>`,
    );
  }

  private line(publicView: PublicView) {
    const words = policyWords();
    const parts = partsOf(publicView).join(', ');
    return html`${publicView.groups.flatMap(({ desks, name, policy }) =>
      policy === null || desks === 0
        ? []
        : html`<p title=${policySays(policy)}><em>${say(name)}</em> ${policyShort(policy)}</p>`,
    )}
    ${parts === '' ? null : html`<p><em>${words.hypothesesShort}</em> ${parts}</p>`}
    ${publicView.arbitration?.withoutPeople ? html`<p><em>${words.without}</em></p>` : null}`;
  }

  override render() {
    const { publicView } = this;
    if (!publicView?.arbitration) return null;
    if (this.compact) return this.line(publicView);
    const words = policyWords();
    const slides = publicView.groups.some(({ policy }) => policy !== null && isSliding(policy));
    return html`<h2>${words.title}</h2>
      <dl>${this.groups(publicView)}</dl>
      <p class="label">
        ${words.execution[publicView.arbitration.execution]} ${slides ? words.slidesWhy : null}
      </p>
      <ct-hypotheses .publicView=${publicView}></ct-hypotheses>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-policies': Policies;
  }
}
