import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../clock-bar/clock-bar.ts';
import '../day-curve/day-curve.ts';
import '../events/events.ts';
import '../invitation/invitation.ts';
import '../lived/lived.ts';
import '../notice/notice.ts';
import '../policies/policies.ts';
import '../queue-now/queue-now.ts';
import '../what-if/what-if.ts';
import '../score/score.ts';
import '../waits/waits.ts';
import {
  type ClockState,
  type LivedSoFar,
  oldestSince,
  serviceLevelF3,
  type WallView,
} from '../../../models/doors/live.ts';
import type { Problem, PublicView } from '../../../models/doors/scenario.ts';
import { cross } from '../../charts/score/glyphs.ts';
import { slur } from '../../charts/score/slur.ts';
import { base } from '../../look/shared.ts';
import { typedOf } from '../../state/address.ts';
import { clockTime, duration, figure, percent } from '../../text/figures.ts';
import { LanguageController, say } from '../../text/language.ts';
import { mannerOf, wallWords } from '../../text/wall.ts';
import { codeShown } from '../../wire/code.ts';
import type { WallPrice } from '../lived/lived.ts';
import { wallStyles } from './wall-sheet.styles.ts';

/** The signs of the score stand beside what they count: they need no legend. */
const CROSS = html`<svg class="sign" viewBox="0 0 20 20" aria-hidden="true">
  <path d=${cross(10, 11, 7)} />
</svg>`;
const SLUR = html`<svg class="sign" viewBox="0 0 20 20" aria-hidden="true">
  <path class="swell" d=${slur(-2, 17, 22, 17, 3.4, 54)} />
</svg>`;

/**
 * What the projector shows of a room: the score, large; who waits, since when, what was lost and
 * what came back. With `host` it carries the clock's controls and tells `ct-clock`.
 */
@customElement('ct-wall-sheet')
export class WallSheet extends LitElement {
  private readonly language = new LanguageController(this);
  @property() code = '';
  /** The secret of the room's QR code. */
  @property() joinKey = '';
  /** Where other devices find the room; null where they cannot, undefined while it is asked. */
  @property({ attribute: false }) origin: string | null | undefined = location.origin;
  @property({ attribute: false }) view: WallView | null = null;
  /** The same from the first call on, once the day is over. */
  @property({ attribute: false }) whole: WallView | null = null;
  @property({ attribute: false }) publicView: PublicView | null = null;
  @property({ attribute: false }) clock: ClockState | null = null;
  /** Changes whenever the view does: it is folded in place. */
  @property({ attribute: false }) version: unknown = 0;
  /** What a minute costs the others; null in a classical centre, which shows nothing of it. */
  @property({ attribute: false }) price: WallPrice | null = null;
  /** How the day has been lived, if it was told. */
  @property({ attribute: false }) lived: LivedSoFar | null = null;
  /** How many people hold a desk. */
  @property({ type: Number }) people = 0;
  @property({ type: Boolean }) host = false;
  @property({ type: Boolean }) pending = false;
  @property({ attribute: false }) problem: Problem | null = null;
  /** The simulated instant to show, read at each frame. */
  @property({ attribute: false }) instant: () => number = () => 0;

  static override styles = [base, wallStyles];

  private head(view: WallView, publicView: PublicView) {
    const words = wallWords();
    const { voices } = this.language.words;
    const { people } = this;
    return html`<header>
      <h1>${say(publicView.name)}</h1>
      <ct-events
        .day=${view.day}
        .publicView=${publicView}
        .version=${this.version}
        .all=${view.day.phase === 'over'}
      ></ct-events>
      <p class="voices">
        <span class="care" title=${words.careLong}>${voices.careShort}</span>
        <span class="hurry" title=${words.hurryLong}>${voices.hurryShort}</span>
      </p>
      <p class="people">${people > 0 && !this.clock?.over ? `${figure(people)} ${words.people(people)}` : nothing}</p>
      <p class="room">
        ${
          this.origin && !this.clock?.over
            ? html`<span class="address">${typedOf(this.origin)}</span>`
            : nothing
        }
        <span>${words.room}</span>
        <strong class="code">${codeShown(this.code)}</strong>
      </p>
    </header>`;
  }

  /** Who waits now, and since when. */
  private ofNow({ line }: WallView, { targetMs }: PublicView) {
    const now = this.instant();
    const since = oldestSince(line);
    return html`<ct-queue-now
        .line=${line}
        .version=${this.version}
        .now=${now}
        .targetMs=${targetMs}
      ></ct-queue-now>
      <div>
        <p class="big">${since < 0 ? '–' : duration(now - since)}</p>
        <p class="label">${wallWords().oldest}</p>
      </div>`;
  }

  /** Once it is over nobody waits: what it came to stands there. */
  private ofTheDay({ day: { totals } }: WallView) {
    const words = wallWords();
    return html`<div>
        <p class="big">${figure(totals.answered)}</p>
        <p class="label">${words.answered(totals.answered)}</p>
      </div>
      <div>
        <p class="big">${duration(totals.longestWaitMs)}</p>
        <p class="label">${words.longest}</p>
      </div>`;
  }

  private figures(view: WallView, publicView: PublicView, clock: ClockState) {
    const words = wallWords();
    const now = this.instant();
    const { totals } = view.day;
    const level = serviceLevelF3(totals);
    const target = words.waits.seconds(figure(publicView.targetMs / 1_000));
    return html`<section class="figures">
      <div class="clock">
        <p class="big serif">${clockTime(publicView.opensAtMs + now)}</p>
        <p class="label">${mannerOf(clock, view.day.phase)}</p>
      </div>
      ${clock.over ? this.ofTheDay(view) : this.ofNow(view, publicView)}
      <div title=${words.levelLong(target)}>
        <p class="big">${level === null ? '–' : percent(level)}</p>
        <p class="label">
          ${level === null ? words.levelNone : words.level(target)}
          ${level === null ? nothing : html`<small>${words.levelOf}</small>`}
        </p>
      </div>
      <div>
        <p class="big">${CROSS}${figure(totals.abandoned)}</p>
        <p class="label">
          ${words.lost(totals.abandoned)}
          ${totals.blocked > 0 ? words.refused(figure(totals.blocked)) : nothing}
        </p>
      </div>
      <div>
        <p class="big">${SLUR}${figure(totals.cameBack)}</p>
        <p class="label">${words.back(totals.cameBack)}</p>
      </div>
    </section>`;
  }

  /** Before the doors open, the empty staves carry the way in. */
  private invitation() {
    return html`<ct-invitation
      .code=${this.code}
      .joinKey=${this.joinKey}
      .origin=${this.origin}
    ></ct-invitation>`;
  }

  private controls() {
    return html`<div class="controls">
      <ct-clock-bar
        .publicView=${this.publicView}
        .clock=${this.clock}
        .now=${this.instant()}
        .compact=${matchMedia('(min-width: 701px)').matches}
        .host=${true}
        .pending=${this.pending}
      ></ct-clock-bar>
      <ct-notice .problem=${this.problem}></ct-notice>
    </div>`;
  }

  override render() {
    const { view, publicView, clock } = this;
    if (!view || !publicView || !clock) return nothing;
    const now = this.instant();
    const before = clock.at === 0 && clock.paused;
    const how = html`<ct-policies compact .publicView=${publicView}></ct-policies>`;
    return html`${this.head(view, publicView)} ${publicView.arbitration ? how : nothing}
      ${this.figures(view, publicView, clock)}
      ${
        this.price
          ? html`<ct-lived
              .totals=${view.day.totals}
              .lived=${this.lived}
              .price=${this.price}
              .now=${now}
              .version=${this.version}
            ></ct-lived>`
          : nothing
      }
      ${
        this.price && clock.over
          ? html`<ct-what-if compact .code=${this.code}></ct-what-if>`
          : nothing
      }
      <div class="music">
        <ct-score
          .view=${view}
          .whole=${this.whole}
          .publicView=${publicView}
          .version=${this.version}
          .instant=${this.instant}
        ></ct-score>
        ${before ? this.invitation() : nothing}
      </div>
      <div class="foot">
        <ct-day-curve
          .view=${view}
          .publicView=${publicView}
          .version=${this.version}
          .now=${now}
        ></ct-day-curve>
        <ct-waits .day=${view.day} .version=${this.version}></ct-waits>
      </div>
      ${this.host && !clock.over ? this.controls() : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-wall-sheet': WallSheet;
  }
}
