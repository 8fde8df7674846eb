import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Problem } from '../../../models/doors/scenario.ts';
import { base } from '../../look/shared.ts';
import { LanguageController, say } from '../../text/language.ts';

/** Why something was not done, in one sentence; said politely to screen readers. */
@customElement('ct-notice')
export class Notice extends LitElement {
  /** Redraws on a change of language: the sentence is in both. */
  readonly language = new LanguageController(this);
  @property({ attribute: false }) problem: Problem | null = null;
  /** The page says it aloud itself. */
  @property({ type: Boolean }) quiet = false;

  static override styles = [
    base,
    css`
      /* Nothing to say takes no room between others, and is still there to be spoken. */
      :host([data-silent]) {
        position: absolute;
      }

      p {
        padding-left: var(--s-3);
        border-left: 3px solid var(--alarm-ink);
        color: var(--ink);
        font-weight: 500;
        line-height: var(--snug);
        margin-block: var(--notice-margin, 0);
      }
    `,
  ];

  protected override updated(): void {
    this.toggleAttribute('data-silent', this.problem === null);
  }

  override render() {
    const { problem } = this;
    const sentence = problem ? html`<p>${say(problem.says)}</p>` : null;
    return this.quiet
      ? sentence
      : html`<div role="status" aria-live="polite" aria-atomic="true">${sentence}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-notice': Notice;
  }
}
