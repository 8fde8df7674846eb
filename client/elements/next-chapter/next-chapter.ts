import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../notice/notice.ts';
import { CHAPTERS } from '../../../models/doors/game.ts';
import type { Problem } from '../../../models/doors/scenario.ts';
import { base, buttons } from '../../look/shared.ts';
import { beginChapter } from '../../state/begin-chapter.ts';
import { finishChapter, nextChapter, progress } from '../../state/progress.ts';
import { LanguageController, say } from '../../text/language.ts';
import { playWords } from '../../text/play.ts';

/** After a chapter that was played alone: it is done, and what comes next is one press away. */
@customElement('ct-next-chapter')
export class NextChapter extends LitElement {
  private readonly language = new LanguageController(this);
  /** The chapter whose day is over, by its number. */
  @property({ type: Number }) number = 0;
  /** It is the likeliest way on from here: its button stands out. */
  @property({ type: Boolean }) main = false;
  @state() private busy = false;
  @state() private problem: Problem | null = null;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        gap: var(--s-2);
        margin-bottom: var(--s-4);
      }

      p {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: var(--s-3);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    finishChapter(this.number);
  }

  private readonly begin = async (): Promise<void> => {
    const next = this.next();
    if (this.busy || !next) return;
    this.busy = true;
    this.problem = await beginChapter(next);
    this.busy = false;
  };

  /** The first one after this that is still to be played, else the first of all those. */
  private next() {
    const kept = progress();
    const open = CHAPTERS.filter(({ number }) => !kept.done.includes(number));
    return (
      open.find(({ number }) => number > this.number) ??
      open.find(({ number }) => number === nextChapter(kept))
    );
  }

  override render() {
    // Asked for so that it is drawn anew in another language.
    void this.language.words;
    const words = playWords();
    const next = this.next();
    return html`<p>
        ${
          next
            ? html`<button
                  class="button ${this.main ? 'main' : ''}"
                  aria-disabled=${this.busy} @click=${this.begin}>
                  ${this.busy ? words.busy : words.nextChapter(next.number, say(next.title))}
                </button>
                <span class="label">${say(next.goal)}</span>`
            : nothing
        }
      </p>
      <ct-notice .problem=${this.problem}></ct-notice>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-next-chapter': NextChapter;
  }
}
