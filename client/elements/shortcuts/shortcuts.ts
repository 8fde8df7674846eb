import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { dialogs } from '../../look/dialog.ts';
import { base, buttons } from '../../look/shared.ts';
import { byDigit, byKey, NO_OCCASION, type Occasion } from '../../pages/desk/moves.ts';
import { gameWords } from '../../text/game.ts';
import { LanguageController } from '../../text/language.ts';
import { moveWords } from '../../text/moves.ts';

/**
 * The list of the keys, and the switches of this device. Tells `ct-letters` (single letters on or
 * off), `ct-bell` (calls sound or not), `ct-voice` (callers are heard or not) and `ct-cancel`.
 */
@customElement('ct-shortcuts')
export class Shortcuts extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ type: Boolean }) open = false;
  @property({ type: Boolean }) letters = true;
  /** A call that comes in sounds, on this device. */
  @property({ type: Boolean }) bell = false;
  /** Callers’ sentences are spoken, on this device; null: no voice, or nothing to say. */
  @property({ attribute: false }) voice: boolean | null = null;
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

  private tell(name: 'ct-bell' | 'ct-voice' | 'ct-letters' | 'ct-cancel', detail?: boolean): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private switch(of: 'letters' | 'bell' | 'voice', on: boolean, label: string) {
    const told = (event: Event): void => {
      const { checked } = event.target as HTMLInputElement;
      // What is switched on is that letters do nothing.
      this.tell(`ct-${of}`, of === 'letters' ? !checked : checked);
    };
    return html`<label class=${of}>
      <input type="checkbox" .checked=${on} @change=${told} />
      ${label}
    </label>`;
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
      ${this.switch('letters', !this.letters, keys.off)}
      ${this.switch('bell', this.bell, keys.bell)}
      ${this.voice === null ? nothing : this.switch('voice', this.voice, keys.voice)}
      <button class="button" @click=${() => this.tell('ct-cancel')}>${keys.close}</button>
    </wa-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-shortcuts': Shortcuts;
  }
}
