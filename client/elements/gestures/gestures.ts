import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  type AgentState,
  type DeskView,
  type MaskName,
  moveRow,
  USUAL_MASK,
} from '../../../models/doors/live.ts';
import { base, buttons } from '../../look/shared.ts';
import { type Act, type GestureButton, gestureButtons } from '../../pages/desk/gestures.ts';
import { NO_OCCASION, type Occasion } from '../../pages/desk/moves.ts';
import { gameWords } from '../../text/game.ts';
import { LanguageController } from '../../text/language.ts';
import { moveWords } from '../../text/moves.ts';
import { worthWords } from '../../text/worth.ts';
import { gesturesStyles } from './gestures.styles.ts';

/** Of those that begin nothing lasting, the likeliest: it stands out. */
const MAIN: readonly Act[] = ['answer', 'ready', 'resume'];

const isRegister = (mask: MaskName): mask is 'natural' | 'professional' | 'script' =>
  mask === 'natural' || mask === 'professional' || mask === 'script';

/**
 * What can be done now by gestures, each with its digit: at most five at once. One that goes on
 * fills. Tells `ct-act`; changes nothing itself.
 */
@customElement('ct-gestures')
export class Gestures extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ attribute: false }) view: DeskView | null = null;
  /** Changes whenever the view does: it is folded in place. */
  @property({ type: Number }) version = 0;
  @property() state: AgentState = 'out';
  @property({ type: Number }) now = 0;
  /** The move on its way: its button waits, the others too. */
  @property() pending: string | null = null;
  @property({ attribute: false }) occasion: Occasion = NO_OCCASION;
  /** It is not ready for a moment only: a call was missed. */
  @property({ type: Boolean }) missed = false;
  /** Shortcuts of one letter are on. */
  @property({ type: Boolean }) letters = true;
  @state() private open = false;

  static override styles = [base, buttons, gesturesStyles];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('state')) this.open = false;
  }

  private act({ act, done, going }: GestureButton): void {
    if (this.pending || done !== null || going !== null) return;
    this.open = false;
    this.dispatchEvent(new CustomEvent('ct-act', { detail: act, bubbles: true, composed: true }));
  }

  private name(act: Act): string {
    const { names, registers } = gameWords();
    if (act === 'mask') {
      const mask = this.view?.mask ?? USUAL_MASK;
      return registers[isRegister(mask) ? mask : 'professional'];
    }
    if (act === 'limit' || act === 'pass' || act === 'hold') return names[act];
    if (act === 'notReady' || act === 'signal') return names[act];
    return moveWords()[act].name;
  }

  /** How far a gesture has come, 0 to 1. */
  private share({ going }: GestureButton): number {
    if (going === null) return 0;
    return Math.min(1, Math.max(0, (this.now - going.since) / Math.max(1, going.lastsMs)));
  }

  private key({ act, digit }: GestureButton): string {
    if (digit) return digit;
    return this.letters && act !== 'pass' ? (moveRow(act).key ?? '').toUpperCase() : '';
  }

  /** What is said of a button besides its name. */
  private said({ act, done }: GestureButton, key: string): string {
    const { allExplained, allHeard, register } = gameWords();
    if (done) return done === 'allHeard' ? allHeard : allExplained;
    return act === 'mask' ? `${register} (${key})` : '';
  }

  private button(one: GestureButton) {
    const { desk } = this.language.words;
    const { act, done, going } = one;
    const key = this.key(one);
    const off = this.pending !== null || done !== null || this.state === 'closing';
    const asks = act === 'pass' || (act !== 'mask' && moveRow(act).asks !== null);
    const title = this.said(one, key);
    const kinds = `${MAIN.includes(act) ? 'main' : ''} ${going ? 'going' : ''} ${act}`;
    return html`<button
      class="button ${kinds}"
      aria-disabled=${off}
      aria-keyshortcuts=${key || 'none'}
      aria-haspopup=${asks ? 'dialog' : 'false'}
      aria-current=${going ? 'step' : nothing}
      title=${title || nothing}
      @click=${() => this.act(one)}
    >
      ${going ? html`<i class="fill" style="transform:scaleX(${this.share(one)})"></i>` : nothing}
      ${key ? html`<span class="key" aria-hidden="true">${key}</span>` : nothing}
      <span class="name">${this.pending === act ? desk.pending : this.name(act)}</span>
    </button>`;
  }

  /** Those for which there is no room, behind one button. */
  private rest(more: readonly GestureButton[]) {
    if (more.length === 0) return nothing;
    return html`<button
        class="button more"
        aria-expanded=${this.open}
        aria-controls="more"
        aria-label=${gameWords().more}
        @click=${() => (this.open = !this.open)}
      >
        …
      </button>
      <div id="more" class="rest" ?hidden=${!this.open}>
        ${more.map((one) => this.button(one))}
      </div>`;
  }

  override render() {
    const { state, view } = this;
    if (!view) return null;
    const { desk } = this.language.words;
    if (state === 'closing') return html`<p class="why">${worthWords().closing.why}</p>`;
    const { more, shown } = gestureButtons(state, this.occasion, view, this.missed);
    return html`<div class="gestures" role="group" aria-label=${desk.actions}>
      ${shown.map((one) => this.button(one))} ${this.rest(more)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-gestures': Gestures;
  }
}
