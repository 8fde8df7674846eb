import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../notice/notice.ts';
import type { Problem } from '../../../models/doors/scenario.ts';
import { base, buttons } from '../../look/shared.ts';
import { go, pathTo } from '../../route.ts';
import { LanguageController } from '../../text/language.ts';
import { codeIn } from '../../wire/code.ts';
import { getRoom, openRoom } from '../../wire/http.ts';
import { keepHostToken } from '../../wire/kept.ts';

/** The seed of a room, where it is no secret; and once its day is over, the same callers again. */
@customElement('ct-again')
export class Again extends LitElement {
  private readonly language = new LanguageController(this);
  @property() code = '';
  /** '' where it is to be asked for. */
  @property() seed = '';
  @property({ type: Boolean }) over = false;
  /** What was found by asking; null where it is still to be asked. */
  @state() private found: string | null = null;
  @state() private busy = false;
  @state() private problem: Problem | null = null;

  static override styles = [
    base,
    buttons,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: var(--s-2) var(--s-4);
        margin-top: var(--s-4);
      }

      code {
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ];

  protected override willUpdate(): void {
    if (this.over && this.code && this.found === null && this.seed === '') void this.ask();
  }

  private async ask(): Promise<void> {
    this.found = '';
    const card = await getRoom(this.code);
    if (card.ok) this.found = card.seed ?? '';
  }

  private readonly open = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    const reply = await openRoom({ again: this.code, paused: true });
    this.busy = false;
    this.problem = reply.ok ? null : reply.problem;
    if (!reply.ok) return;
    keepHostToken(codeIn(reply.code), reply.hostToken);
    go(pathTo('room', reply.code));
  };

  override render() {
    const { over } = this.language.words;
    const seed = this.seed || this.found;
    return html`<p>
        ${
          this.over
            ? html`<button class="button" aria-disabled=${this.busy} @click=${this.open}>
                ${over.same}
              </button>`
            : nothing
        }
        ${
          seed
            ? html`<span class="label">${over.seed} <code>${seed}</code> · ${over.seedHint}</span>`
            : nothing
        }
      </p>
      <ct-notice .problem=${this.problem}></ct-notice>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-again': Again;
  }
}
