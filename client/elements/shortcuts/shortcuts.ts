import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { dialogs } from '../../look/dialog.ts';
import { base, buttons } from '../../look/shared.ts';
import { byDigit, byKey, NO_OCCASION, type Occasion } from '../../pages/desk/moves.ts';
import { gameWords } from '../../text/game.ts';
import { LanguageController } from '../../text/language.ts';
import { moveWords } from '../../text/moves.ts';

/**
 * The list of the keys, and the switches of this device. Tells `ct-letters` (single letters on or
 * off), `ct-bell` (calls sound or not) and `ct-cancel`.
 */
@customElement('ct-shortcuts')
export class Shortcuts extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ type: Boolean }) open = false;
  @property({ type: Boolean }) letters = true;
  /** A call that comes in sounds, on this device. */
  @property({ type: Boolean }) bell = false;
  /** What this day allows besides the moves of every day. */
  @property({ attribute: false }) occasion: Occasion = NO_OCCASION;

  static override styles = [
    base,
    buttons,
    dialogs,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--s-2) var(--s-5);
        align-items: baseline;
      }

      dt {
        display: flex;
        gap: var(--s-1);
      }

      label {
        display: flex;
        align-items: center;
        gap: var(--s-3);
        min-height: var(--touch);
        margin-top: var(--s-4);
        border-top: var(--line) solid var(--hairline);
        padding-top: var(--s-3);
      }

      input {
        width: 18px;
        height: 18px;
        accent-color: var(--ink);
      }

      .button {
        width: 100%;
        margin-top: var(--s-3);
      }
    `,
  ];

  private tell(name: 'ct-bell' | 'ct-letters' | 'ct-cancel', detail?: boolean): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private switched(event: Event): void {
    this.tell('ct-letters', !(event.target as HTMLInputElement).checked);
  }

  private bellSwitched(event: Event): void {
    this.tell('ct-bell', (event.target as HTMLInputElement).checked);
  }

  /** Each letter, and what it does; the call that rings is answered by more than a letter. */
  private moves(): [string[], string][] {
    const { keys } = this.language.words;
    const words = moveWords();
    if (this.occasion.gestures)
      return [
        ...byDigit(this.occasion).map(([digit, moves]): [string[], string] => [
          [digit],
          moves.map((move) => words[move].name).join(' · '),
        ]),
        [['J'], gameWords().log.title],
      ];
    return byKey(this.occasion.masks).map(([key, moves]) => [
      moves.includes('answer') ? [keys.space, keys.enter] : [key.toUpperCase()],
      moves.map((move) => words[move].long ?? words[move].name).join(' · '),
    ]);
  }

  override render() {
    const { keys } = this.language.words;
    const rows: [string[], string][] = [...this.moves(), [['S'], keys.say], [['?'], keys.help]];
    return html`<wa-dialog
      label=${keys.title}
      without-header
      light-dismiss
      .open=${this.open}
      @keydown=${(event: Event) => event.stopPropagation()}
      @wa-after-hide=${() => this.open && this.tell('ct-cancel')}
    >
      <h2>${keys.title}</h2>
      <dl>
        ${rows.map(
          ([names, what]) => html`<dt>${names.map((name) => html`<kbd>${name}</kbd>`)}</dt>
            <dd>${what}</dd>`,
        )}
      </dl>
      <label>
        <input
          type="checkbox"
          .checked=${!this.letters}
          @change=${this.switched}
        />
        ${keys.off}
      </label>
      <label class="bell">
        <input
          type="checkbox"
          .checked=${this.bell}
          @change=${this.bellSwitched}
        />
        ${keys.bell}
      </label>
      <button class="button" @click=${() => this.tell('ct-cancel')}>${keys.close}</button>
    </wa-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-shortcuts': Shortcuts;
  }
}
