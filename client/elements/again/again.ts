import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../notice/notice.ts';
import type { Problem } from '../../../models/doors/scenario.ts';
import { base, buttons } from '../../look/shared.ts';
import { go, pathTo } from '../../route.ts';
import { LanguageController } from '../../text/language.ts';
import { codeIn } from '../../wire/code.ts';
import { getRoom, openRoom } from '../../wire/http.ts';
import { hostToken, keepHostToken, seatToken } from '../../wire/kept.ts';

/**
 * The seed of a room, where it is no secret; and once its day is over, the same callers again, for
 * whoever hosts it: the others are led there by the room.
 */
@customElement('ct-again')
export class Again extends LitElement {
  private readonly language = new LanguageController(this);
  @property() code = '';
  /** '' where it is to be asked for. */
  @property() seed = '';
  @property({ type: Boolean }) over = false;
  /** This device hosts the room. */
  @property({ type: Boolean }) host = false;
  /** Without the seed. */
  @property({ type: Boolean }) bare = false;
  /** It begins again elsewhere already. */
  @property({ type: Boolean }) moved = false;
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
        margin-top: var(--again-margin, var(--s-4));
      }

      code {
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ];

  protected override willUpdate(): void {
    if (!this.bare && this.over && this.code && this.found === null && this.seed === '')
      void this.ask();
  }

  private async ask(): Promise<void> {
    this.found = '';
    const card = await getRoom(this.code);
    if (card.ok) this.found = card.seed ?? '';
  }

  private readonly open = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    const host = hostToken(this.code);
    const ask = { again: this.code, paused: true };
    const reply = await openRoom(host ? { ...ask, host } : ask);
    this.busy = false;
    this.problem = reply.ok ? null : reply.problem;
    if (!reply.ok) return;
    keepHostToken(codeIn(reply.code), reply.hostToken);
    const alone = reply.alone === true && seatToken(this.code) !== undefined;
    go(pathTo(alone ? 'desk' : 'room', reply.code));
  };

  private same() {
    const { over } = this.language.words;
    if (!this.over || this.moved) return nothing;
    if (!this.host) return html`<span class="label">${over.hostAgain}</span>`;
    return html`<button class="button" aria-disabled=${this.busy} @click=${this.open}>
      ${over.same}
    </button>`;
  }

  override render() {
    const { over } = this.language.words;
    const seed = this.seed || this.found;
    return html`<p>
        ${this.same()}
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
