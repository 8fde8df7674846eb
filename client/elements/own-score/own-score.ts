import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { DeskView } from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { scoreLook } from '../../charts/score/look.ts';
import { Score } from '../../charts/score.ts';
import { base } from '../../look/shared.ts';
import { isGame } from '../../pages/desk/chapter.ts';
import { clockTime, duration, figure } from '../../text/figures.ts';
import { LanguageController, say } from '../../text/language.ts';
import { eventsOf } from '../score/events.ts';

/** One's own line of the score: drawn when facts come, moved with the clock. */
@customElement('ct-own-score')
export class OwnScore extends LitElement {
  private readonly language = new LanguageController(this);
  @property({ attribute: false }) view: DeskView | null = null;
  @property({ attribute: false }) publicView: PublicView | null = null;
  /** Changes whenever the view does: it is folded in place. */
  @property({ type: Number }) version = 0;
  /** The simulated instant to show, read at each frame. */
  @property({ attribute: false }) instant: () => number = () => 0;
  @query('.host') private readonly host!: HTMLElement;
  @state() private size = { width: 0, height: 0 };
  private score: Score | null = null;
  private frame = 0;
  private readonly sized = new ResizeObserver(([entry]) => {
    if (!entry) return;
    const { width, height } = entry.contentRect;
    this.size = { width: Math.round(width), height: Math.round(height) };
  });

  static override styles = [
    base,
    scoreLook,
    css`
      figure {
        display: grid;
        grid-template-rows: auto 1fr;
        height: 100%;
      }

      figcaption {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .host {
        min-height: 0;
        height: 100%;
      }
    `,
  ];

  override disconnectedCallback(): void {
    cancelAnimationFrame(this.frame);
    this.sized.disconnect();
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    this.score = new Score(this.host);
    this.sized.observe(this.host);
    const beat = () => {
      this.frame = requestAnimationFrame(beat);
      if (this.size.width > 0) this.score?.move(this.instant());
    };
    this.frame = requestAnimationFrame(beat);
  }

  protected override updated(_: PropertyValues): void {
    const { view, publicView, score, size } = this;
    if (!view || !publicView || !score || size.width < 40 || size.height < 20) return;
    const { desk } = this.language.words;
    const words = {
      line: desk.score,
      group: (i: number) => (publicView.groups[i] ? say(publicView.groups[i].name) : ''),
      time: (ms: number) => clockTime(publicView.opensAtMs + ms),
      lasts: duration,
    };
    const { score: own, line, team } = view;
    const events = eventsOf(view.day);
    const page = {
      publicView,
      team,
      events,
      score: own,
      line,
      targetMs: publicView.targetMs,
      words,
    };
    score.draw(page, size, this.instant(), { only: view.agent });
  }

  private caption() {
    const { desk } = this.language.words;
    const { mine } = this.view ?? {};
    if (!mine?.answered) return desk.scoreEmpty;
    const ended = mine.concluded + mine.transferred;
    const parts = [`${figure(mine.answered)} ${desk.answered(mine.answered)}`];
    // How long calls last is no aim of the game.
    const timed = !isGame(this.publicView);
    if (ended > 0 && timed) parts.push(`${desk.meanTalk} ${duration(mine.talkMs / ended)}`);
    return html`<span class="title">${desk.score} · </span>${parts.join(' · ')}`;
  }

  override render() {
    const { desk } = this.language.words;
    return html`<figure aria-label=${desk.score}>
      <figcaption class="label">${this.caption()}</figcaption>
      <div class="host"></div>
    </figure>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-own-score': OwnScore;
  }
}
