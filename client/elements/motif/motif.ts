import { css, html, LitElement } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { type Frame, frameOf, leftInstant } from '../../charts/score/frame.ts';
import { scoreLook } from '../../charts/score/look.ts';
import { Score, type ScorePage } from '../../charts/score.ts';
import { base } from '../../look/shared.ts';
import { clockTime, duration } from '../../text/figures.ts';
import { LanguageController } from '../../text/language.ts';
import { BACK_MS, CARE_MS, LOST_MS, STORY, STORY_MS, story } from './story.ts';

const PLAYS_MS = 4_800;

/** The signature picture: a little score that writes itself once, with the words to read it by. */
@customElement('ct-motif')
export class Motif extends LitElement {
  private readonly language = new LanguageController(this);
  @query('.host') private readonly host!: HTMLElement;
  private readonly view = story();
  private score: Score | null = null;
  private frame: Frame | null = null;
  private beganAt = 0;
  private request = 0;
  private readonly sized = new ResizeObserver(() => this.requestUpdate());

  static override styles = [
    base,
    scoreLook,
    css`
      figure {
        position: relative;
      }

      .host {
        height: clamp(196px, 25vh, 250px);
      }

      .host .hour,
      .host .oldest {
        display: none;
      }

      .word {
        position: absolute;
        font: italic 400 var(--t-18) / 1 var(--serif);
        color: var(--ink);
        background: var(--paper);
        padding: 2px 4px;
        white-space: nowrap;
        opacity: 0;
        transition: opacity var(--calm) var(--ease);
      }

      .word.shown {
        opacity: 1;
      }

      @media (max-width: 560px) {
        .word {
          font-size: var(--t-14);
        }

        .word:first-child {
          display: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.beganAt = 0;
    this.sized.observe(this);
  }

  override disconnectedCallback(): void {
    cancelAnimationFrame(this.request);
    this.sized.disconnect();
    super.disconnectedCallback();
  }

  private page(): ScorePage {
    const { motif } = this.language.words;
    return {
      publicView: STORY,
      team: this.view.team,
      events: [],
      score: this.view.score,
      line: this.view.line,
      targetMs: STORY.targetMs,
      words: { line: motif.line, group: () => motif.team, time: clockTime, lasts: duration },
    };
  }

  /** The instant of the story to show: it plays once, then stays. */
  private instant(realNow: number): number {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return STORY_MS;
    if (this.beganAt === 0) this.beganAt = realNow;
    return Math.min(1, (realNow - this.beganAt) / PLAYS_MS) * STORY_MS;
  }

  protected override updated(): void {
    const { width, height } = this.host.getBoundingClientRect();
    if (width < 40) return;
    const size = { width: Math.round(width), height: Math.round(height) };
    const options = { spanMs: STORY_MS * 1.012 };
    this.score ??= new Score(this.host);
    this.frame = frameOf(STORY, size, options);
    this.score.draw(this.page(), size, STORY_MS, options);
    cancelAnimationFrame(this.request);
    const play = (realNow: number) => {
      const now = this.instant(realNow);
      this.score?.move(now);
      this.place(now);
      if (now < STORY_MS) this.request = requestAnimationFrame(play);
    };
    this.request = requestAnimationFrame(play);
  }

  /** Puts each word beside what it names, once the playhead has passed it. */
  private place(now: number): void {
    const { frame } = this;
    if (!frame) return;
    for (const word of this.renderRoot.querySelectorAll<HTMLElement>('.word')) {
      const at = Number(word.dataset['at']);
      const row = Number(word.dataset['row']);
      const x = frame.left + (at - leftInstant(frame, STORY_MS)) * frame.scale;
      const y = row < 0 ? frame.floor - frame.rise : (frame.rows[row] ?? 0);
      const dx = Number(word.dataset['dx']) - word.offsetWidth * Number(word.dataset['share']);
      const left = Math.min(Math.round(x + dx), frame.width - word.offsetWidth);
      const narrow = frame.width < 620 && row < 0 ? Number(word.dataset['dy']) - 14 : 0;
      word.style.left = `${left}px`;
      word.style.top = `${Math.round(y) + Number(word.dataset['dy']) + Math.min(0, narrow)}px`;
      word.classList.toggle('shown', now >= at);
    }
  }

  override render() {
    const { motif } = this.language.words;
    const word = (text: string, at: number, row: number, dx: number, dy: number, share = 0) =>
      html`<span
        class="word"
        data-at=${at}
        data-row=${row}
        data-dx=${dx}
        data-dy=${dy}
        data-share=${share}
        >${text}</span
      >`;
    return html`<figure role="img" aria-label=${motif.label}>
      <div class="host"></div>
      <div aria-hidden="true">
        ${word(motif.lost, LOST_MS, -1, 12, 22)} ${word(motif.back, BACK_MS, -1, 0, -4, 0.5)}
        ${word(motif.call, CARE_MS, 1, 0, -28)}
      </div>
    </figure>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-motif': Motif;
  }
}
