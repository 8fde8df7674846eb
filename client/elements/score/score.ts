import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { WallView } from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import { scoreLook } from '../../charts/score/look.ts';
import { Score, type ScorePage } from '../../charts/score.ts';
import { Sized } from '../../charts/sized.ts';
import { base } from '../../look/shared.ts';
import { clockTime, duration, figure } from '../../text/figures.ts';
import { LanguageController, say } from '../../text/language.ts';
import { wallWords } from '../../text/wall.ts';
import { eventsOf } from './events.ts';
import { latestOf } from './latest.ts';

const TWIN_EVERY_MS = 10_000;
/** Of a whole day, with what is left free before its first call. */
const FULL = 1.012;

/**
 * The score of a whole centre: drawn when facts come, moved with the clock. For those who do not
 * see it, a table of the latest calls, written anew every ten seconds.
 */
@customElement('ct-score')
export class ScoreElement extends LitElement {
  protected readonly language = new LanguageController(this);
  @property({ attribute: false }) view: WallView | null = null;
  /** The same from the first call on, once the day is over: all of it is drawn then. */
  @property({ attribute: false }) whole: WallView | null = null;
  @property({ attribute: false }) publicView: PublicView | null = null;
  /** Changes whenever the view does: it is folded in place. */
  @property({ attribute: false }) version: unknown = 0;
  /** The simulated instant to show, read at each frame. */
  @property({ attribute: false }) instant: () => number = () => 0;
  @query('.host') private readonly host!: HTMLElement;
  private readonly sized = new Sized(this, () => this.host);
  private score: Score | null = null;
  private beat = 0;
  private rows: readonly (readonly string[])[] = [];
  private writtenAt = -Infinity;
  private writtenIn = '';

  static override styles = [
    base,
    scoreLook,
    css`
      figure,
      .host {
        height: 100%;
        min-height: 0;
      }

      figure {
        position: relative;
        overflow: hidden;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    const follow = () => {
      this.beat = requestAnimationFrame(follow);
      this.score?.move(this.instant());
    };
    this.beat = requestAnimationFrame(follow);
  }

  override disconnectedCallback(): void {
    cancelAnimationFrame(this.beat);
    super.disconnectedCallback();
  }

  private page(view: WallView, publicView: PublicView): ScorePage {
    const { day, team, score, line } = view;
    const events = eventsOf(day);
    const words = {
      line: wallWords().line,
      group: (i: number) => (publicView.groups[i] ? say(publicView.groups[i].name) : ''),
      desk: (agent: number) => figure(agent + 1),
      time: (at: number) => clockTime(publicView.opensAtMs + at),
      lasts: duration,
    };
    return { publicView, team, events, score, line, targetMs: publicView.targetMs, words };
  }

  protected override willUpdate(): void {
    const { view, publicView } = this;
    const realNow = performance.now();
    const { lang } = document.documentElement;
    if (!view || !publicView) return;
    if (realNow - this.writtenAt < TWIN_EVERY_MS && lang === this.writtenIn) return;
    this.writtenAt = realNow;
    this.writtenIn = lang;
    this.rows = latestOf(view, publicView, this.instant());
  }

  protected override updated(): void {
    const { publicView, sized, whole } = this;
    const view = whole ?? this.view;
    this.score ??= new Score(this.host);
    if (!view || !publicView || !sized.fits) return;
    const options = whole ? { spanMs: Math.max(whole.at, this.instant()) * FULL } : {};
    this.score.draw(this.page(view, publicView), sized.size, this.instant(), options);
  }

  override render() {
    const words = wallWords();
    return html`<figure aria-label=${words.scoreLong}>
      <div class="host"></div>
      <div class="sr-only"><table>
        <caption>${words.last}</caption>
        <thead>
          <tr>${Object.values(words.columns).map((name) => html`<th scope="col">${name}</th>`)}</tr>
        </thead>
        <tbody>
          ${this.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
        </tbody>
      </table></div>
    </figure>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-score': ScoreElement;
  }
}
