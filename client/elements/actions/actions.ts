import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type AgentState, type MaskName, USUAL_MASK } from '../../../models/doors/live.ts';
import { base, buttons } from '../../look/shared.ts';
import {
  isAsking,
  keyOf,
  type Move,
  movesIn,
  NO_OCCASION,
  type Occasion,
  shownIn,
} from '../../pages/desk/moves.ts';
import { LanguageController } from '../../text/language.ts';
import { meetingWords } from '../../text/meeting.ts';
import { moveWords } from '../../text/moves.ts';
import { worthWords } from '../../text/worth.ts';

/** What can be done now, the likeliest first. Tells `ct-move`; changes nothing itself. */
@customElement('ct-actions')
export class Actions extends LitElement {
  private readonly language = new LanguageController(this);
  @property() state: AgentState = 'out';
  /** The move on its way: its button waits, the others too. */
  @property() pending: string | null = null;
  /** What this moment allows besides. */
  @property({ attribute: false }) occasion: Occasion = NO_OCCASION;
  /** With which callers to come are met. */
  @property() mask: MaskName = USUAL_MASK;
  /** It is not ready for a moment only: a call was missed. */
  @property({ type: Boolean }) missed = false;
  /** Shortcuts of one letter are on. */
  @property({ type: Boolean }) letters = true;

  static override styles = [
    base,
    buttons,
    css`
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s-2);
      }

      #why {
        order: 2;
        align-self: center;
        padding-left: var(--s-3);
        color: var(--ink-soft);
      }

      .button {
        min-height: 52px;
        min-width: 9rem;
        overflow-wrap: anywhere;
      }

      .button.main {
        min-width: 15rem;
        font-size: var(--t-18);
        font-weight: 600;
      }

      .button[aria-disabled='true'].main {
        border-style: dashed;
        border-color: var(--mark);
      }

      @media (max-width: 760px) {
        #why {
          order: 0;
          flex: 1 1 100%;
          padding: 0;
          font-size: var(--t-14);
          line-height: var(--snug);
        }

        .button {
          flex: 1 1 0;
          min-width: 0;
          padding-inline: var(--s-2);
          font-size: var(--t-14);
        }

        /* Three beside each other need the room; a phone has no keys. */
        .button:not(.main) kbd {
          display: none;
        }

        .button.main {
          order: 1;
          flex: 1 1 100%;
          min-width: 0;
          min-height: 60px;
        }
      }

      /* A phone lying on its side: all in one row. */
      @media (max-width: 760px) and (max-height: 480px) {
        .button,
        .button.main {
          order: 0;
          flex: 1 1 0;
          min-height: 44px;
          padding-inline: var(--s-1);
          font-size: var(--t-14);
        }

        kbd {
          display: none;
        }
      }
    `,
  ];

  private move(move: Move): void {
    if (this.pending || !movesIn(this.state, this.occasion).includes(move)) return;
    this.dispatchEvent(new CustomEvent('ct-move', { detail: move, bubbles: true, composed: true }));
  }

  private key(move: Move): string {
    if (move === 'answer') return this.language.words.keys.space;
    return this.letters ? keyOf(move).toUpperCase() : '';
  }

  private name(move: Move): string {
    const { name } = moveWords()[move];
    if (move !== 'mask') return name;
    const { chosen, masks } = meetingWords();
    return chosen(name, masks[this.mask]);
  }

  override render() {
    const { desk } = this.language.words;
    // Who is not ready by choice has no use for that button: it is on.
    const on = this.state === 'notReady' && !this.missed;
    const moves = shownIn(this.state, this.occasion).filter((one) => !on || one !== 'notReady');
    const impossible = this.state === 'closing';
    return html`<div class="actions" role="group" aria-label=${desk.actions}>
      ${impossible ? html`<p id="why">${worthWords().closing.why}</p>` : null}
      ${moves.map((move, i) => {
        const key = this.key(move);
        return html`<button
          class="button ${i === 0 && !isAsking(move) ? 'main' : ''}"
          aria-disabled=${impossible || this.pending !== null}
          aria-describedby=${impossible ? 'why' : nothing}
          aria-keyshortcuts=${key || 'none'}
          aria-haspopup=${isAsking(move) ? 'dialog' : 'false'}
          @click=${() => this.move(move)}
        >
          ${this.pending === move ? desk.pending : this.name(move)}
          ${key ? html`<kbd aria-hidden="true">${key}</kbd>` : null}
        </button>`;
      })}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-actions': Actions;
  }
}
