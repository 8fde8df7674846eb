import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Fall } from '../../../models/doors/game.ts';
import { base, buttons } from '../../look/shared.ts';
import { chainOf, gameWords } from '../../text/game.ts';
import { LanguageController } from '../../text/language.ts';

/** What one makes of a fall of one's breath. */
export type FallAnswer = 'name' | 'breathe' | 'letGo';

/**
 * One's breath has fallen at once: what may go on, from the emotion to the act, and three answers.
 * Tells `ct-fall` with the answer.
 */
@customElement('ct-fall')
export class FallCard extends LitElement {
  readonly language = new LanguageController(this);
  @property({ attribute: false }) fall: Fall | null = null;

  static override styles = [
    base,
    buttons,
    css`
      section {
        display: grid;
        gap: var(--s-3);
        padding: var(--s-3) var(--s-4);
        border: var(--line) solid var(--ink);
        background: var(--paper);
      }

      h2 {
        font: 500 var(--t-18) / 1.2 var(--serif);
      }

      dl {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--s-2) var(--s-4);
      }

      dt {
        font-size: var(--t-12);
        color: var(--ink-faint);
      }

      dd {
        font: 400 var(--t-18) / 1.2 var(--serif);
      }

      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s-2);
      }

      .button {
        flex: 1 1 6rem;
        flex-direction: column;
        gap: 2px;
        padding-inline: var(--s-2);
      }

      small {
        font-size: var(--t-12);
        font-weight: 400;
        color: var(--ink-faint);
      }

      @media (max-width: 760px) {
        section {
          padding: var(--s-2) var(--s-3);
          gap: var(--s-2);
        }

        dl {
          grid-template-columns: 1fr 1fr;
        }

        dd {
          font-size: var(--t-16);
        }

        .button {
          flex: 1 1 0;
          padding-inline: var(--s-1);
          font-size: var(--t-14);
        }
      }
    `,
  ];

  private button(answer: FallAnswer, name: string, note: string) {
    const tell = () =>
      this.dispatchEvent(
        new CustomEvent('ct-fall', { detail: answer, bubbles: true, composed: true }),
      );
    return html`<button class="button" @click=${tell}>${name}<small>${note}</small></button>`;
  }

  override render() {
    if (this.fall === null) return nothing;
    const { fell } = gameWords();
    const [emotion, sensation, thought, act] = chainOf(this.fall.by);
    const { parts } = fell;
    const rows = [
      [parts.emotion, emotion],
      [parts.sensation, sensation],
      [parts.thought, thought],
      [parts.act, act],
    ];
    return html`<section aria-label=${fell.title}>
      <h2>${fell.title}</h2>
      <dl>
        ${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
      </dl>
      <div class="answers">
        ${this.button('name', fell.name, fell.nameNote)}
        ${this.button('breathe', fell.breathe, fell.breatheNote)}
        ${this.button('letGo', fell.letGo, fell.letGoNote)}
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-fall': FallCard;
  }
}
