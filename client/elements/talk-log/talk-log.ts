import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import '../wording/wording.ts';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Wording } from '../../../models/doors/game.ts';
import type { DeskView } from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { dialogs } from '../../look/dialog.ts';
import { base, buttons } from '../../look/shared.ts';
import { clockTime } from '../../text/figures.ts';
import { gameWords } from '../../text/game.ts';
import { LanguageController } from '../../text/language.ts';
import { type SpokenLine, sceneIn, spoken } from '../../text/spoken.ts';

/** Everything that was said and done in the last talks, to be read. Tells `ct-cancel`. */
@customElement('ct-talk-log')
export class TalkLog extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) view: DeskView | null = null;
  /** Changes whenever the view does: it is folded in place. */
  @property({ type: Number }) version = 0;
  @property({ attribute: false }) publicView: PublicView | null = null;
  @property() wording: Wording = 'stylised';

  static override styles = [
    base,
    buttons,
    dialogs,
    css`
      ct-wording {
        margin-top: var(--s-4);
      }

      ol {
        max-height: 50vh;
        overflow-y: auto;
      }

      li {
        display: grid;
        grid-template-columns: 3.5rem 5.5rem minmax(0, 1fr);
        gap: var(--s-2);
        padding: var(--s-2) 0;
        border-bottom: var(--line) solid var(--hairline);
        align-items: baseline;
      }

      time,
      .who {
        font-size: var(--t-14);
        color: var(--ink-faint);
      }

      .caller .text {
        font: 400 var(--t-18) / 1.25 var(--serif);
      }

      .button {
        width: 100%;
        margin-top: var(--s-4);
      }

      @media (max-width: 760px) {
        li {
          grid-template-columns: 3rem minmax(0, 1fr);
        }

        .text {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  /** What was said last is what one looks for. */
  protected override updated(changed: Map<string, unknown>): void {
    const list = this.renderRoot.querySelector('ol');
    if (changed.has('open') && this.open) list?.scrollTo(0, list.scrollHeight);
  }

  private readonly close = () =>
    this.dispatchEvent(new CustomEvent('ct-cancel', { bubbles: true, composed: true }));

  private readonly typed = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key.toLowerCase() === 'j') this.close();
  };

  private lines(): SpokenLine[] {
    const scene = this.publicView && sceneIn(this.publicView);
    if (!scene || !this.view) return [];
    return this.view.talks.flatMap((talk) =>
      talk.lines.map((line) => spoken(scene, talk, line, this.wording)),
    );
  }

  override render() {
    const { log } = gameWords();
    const { keys } = this.language.words;
    const lines = this.open ? this.lines() : [];
    const { opensAtMs = 0 } = this.publicView ?? {};
    const names = { caller: log.caller, known: log.known, me: log.me };
    return html`<wa-dialog
      label=${log.title}
      without-header
      light-dismiss
      .open=${this.open}
      @keydown=${this.typed}
      @wa-after-hide=${() => this.open && this.close()}
    >
      <h2>${log.title}</h2>
      ${
        lines.length === 0
          ? html`<p class="quiet">${log.empty}</p>`
          : html`<ol tabindex="0" aria-label=${log.title}>
              ${lines.map(
                ({ at, text, who }) => html`<li class=${who}>
                  <time>${clockTime(opensAtMs + at)}</time>
                  <span class="who">${names[who]}</span>
                  <span class="text">${text}</span>
                </li>`,
              )}
            </ol>`
      }
      <ct-wording .wording=${this.wording}></ct-wording>
      <button class="button" autofocus @click=${this.close}>${keys.close}</button>
    </wa-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-talk-log': TalkLog;
  }
}
