import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../clock-bar/clock-bar.ts';
import '../invitation/invitation.ts';
import '../notice/notice.ts';
import '../same-caller/same-caller.ts';
import '../score/score.ts';
import '../two-axes/two-axes.ts';
import type { ClockState } from '../../../models/doors/live.ts';
import { sharedCallers } from '../../../models/doors/play.ts';
import type { Problem, PublicView } from '../../../models/doors/scenario.ts';
import { base, buttons } from '../../look/shared.ts';
import { typedOf } from '../../state/address.ts';
import { download } from '../../state/download.ts';
import type { TeamWall } from '../../state/room.ts';
import { reachedOf, teamsCsv } from '../../state/teams.ts';
import type { WholeTeam } from '../../state/whole-day.ts';
import { clockTime, figure, percent } from '../../text/figures.ts';
import { LanguageController, language, say } from '../../text/language.ts';
import { teamsWords } from '../../text/teams.ts';
import { mannerOf, wallWords } from '../../text/wall.ts';
import { codeShown } from '../../wire/code.ts';
import { teamsStyles } from './teams-sheet.styles.ts';

/** What is projected. */
type Mode = 'axes' | 'caller' | 'teams';

/** So many teams can be read from the back of the room. */
const ON_A_PAGE = 6;

/**
 * What the projector shows of several teams: a band each, its score and two figures of equal rank,
 * how many got through and how it was lived. With `host` it carries the clock's controls.
 */
@customElement('ct-teams-sheet')
export class TeamsSheet extends LitElement {
  private readonly language = new LanguageController(this);
  @property() code = '';
  /** The secret of the room's QR code. */
  @property() joinKey = '';
  @property({ attribute: false }) origin: string | null | undefined = location.origin;
  @property({ attribute: false }) walls: readonly TeamWall[] = [];
  @property({ attribute: false }) publicView: PublicView | null = null;
  @property({ attribute: false }) clock: ClockState | null = null;
  /** Changes whenever a view does: they are folded in place. */
  @property({ attribute: false }) version: unknown = 0;
  /** Every team's day from its first call on, once all are over. */
  @property({ attribute: false }) whole: readonly WholeTeam[] | null = null;
  @property({ type: Boolean }) host = false;
  @property({ type: Boolean }) pending = false;
  @property({ attribute: false }) problem: Problem | null = null;
  /** The simulated instant to show, read at each frame. */
  @property({ attribute: false }) instant: () => number = () => 0;
  @state() private page = 0;
  @state() private mode: Mode = 'teams';
  /** The place of the caller that is shown, among those whom every team met. */
  @state() private place = 0;
  private shared: readonly number[] = [];

  static override styles = [base, buttons, teamsStyles];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('whole')) return;
    this.shared = sharedCallers((this.whole ?? []).map(({ callers }) => callers));
    this.place = 0;
  }

  private get pages(): number {
    return Math.max(1, Math.ceil(this.walls.length / ON_A_PAGE));
  }

  private head(publicView: PublicView, clock: ClockState) {
    const words = wallWords();
    const isOver = this.walls.every(({ view }) => view.day.phase === 'over');
    const phase = isOver ? 'over' : (this.walls[0]?.view.day.phase ?? 'open');
    return html`<header>
      <p class="hour">${clockTime(publicView.opensAtMs + this.instant())}</p>
      <div>
        <h1>${say(publicView.name)}</h1>
        <p class="label">${mannerOf(clock, phase)} · ${teamsWords().same}</p>
      </div>
      <p class="room">
        ${this.origin && !clock.over ? html`<span>${typedOf(this.origin)}</span>` : nothing}
        <span>${words.room} <strong>${codeShown(this.code)}</strong></span>
      </p>
    </header>`;
  }

  private band({ lived, n, taken, team, view }: TeamWall, publicView: PublicView) {
    const words = teamsWords();
    const level = reachedOf(view.day.totals);
    const waiting = view.line.calls.length;
    const queue = html`<strong>${figure(waiting)}</strong> ${wallWords().waiting(waiting)}`;
    const reached = level === null ? '–' : percent(level);
    return html`<li>
      <div class="who">
        <h2>${words.team(figure(team + 1))}</h2>
        <p class="label">${words.people(taken.size, figure(taken.size))}</p>
        <p class="label">${waiting === 0 ? wallWords().nobody : queue}</p>
      </div>
      <div class="figures">
        <p><span class="big">${reached}</span><small>${words.reached}</small></p>
        ${
          publicView.arbitration
            ? html`<p title=${words.livedLong}>
                <span class="big">${lived ? figure(Math.round(lived.mean)) : '–'}</span
                ><small>${words.lived}</small>
              </p>`
            : nothing
        }
      </div>
      <ct-score
        .view=${view}
        .whole=${this.whole?.find((one) => one.team === team)?.view ?? null}
        .publicView=${publicView}
        .version=${[n, this.version]}
        .instant=${this.instant}
      ></ct-score>
    </li>`;
  }

  private turn(by: number): void {
    this.page = Math.min(this.pages - 1, Math.max(0, this.page + by));
  }

  private pager() {
    if (this.pages < 2) return nothing;
    const words = teamsWords();
    const first = this.page * ON_A_PAGE;
    const last = Math.min(this.walls.length, first + ON_A_PAGE);
    const button = (by: number, name: string, sign: string, off: boolean) => html`<button
      class="button"
      aria-label=${name}
      aria-disabled=${off}
      @click=${() => this.turn(by)}
    >
      ${sign}
    </button>`;
    return html`<nav class="pager">
      ${button(-1, words.before, '←', this.page === 0)}
      <p aria-live="polite">
        ${words.page(figure(first + 1), figure(last), figure(this.walls.length))}
      </p>
      ${button(1, words.after, '→', this.page === this.pages - 1)}
    </nav>`;
  }

  /** What is projected, once there is something to choose. */
  private modes() {
    if (this.shared.length === 0) return nothing;
    const { modes, nextCaller, previousCaller, save } = teamsWords();
    const mode = (name: Mode) => html`<button
      class="button"
      aria-pressed=${this.mode === name}
      @click=${() => (this.mode = name)}
    >
      ${modes[name]}
    </button>`;
    const step = (by: number, name: string, sign: string) => html`<button
      class="button"
      aria-label=${name}
      aria-disabled=${this.place + by < 0 || this.place + by >= this.shared.length}
      @click=${() => this.meet(by)}
    >
      ${sign}
    </button>`;
    const steps = [step(-1, previousCaller, '←'), step(1, nextCaller, '→')];
    return html`<div class="modes" role="group" aria-label=${modes.label}>
      ${mode('teams')} ${this.publicView?.arbitration ? mode('axes') : nothing} ${mode('caller')}
      ${this.mode === 'caller' ? steps : nothing}
      <button class="button bare save" @click=${this.save}>${save}</button>
    </div>`;
  }

  private readonly save = (): void => {
    const { code, walls, whole } = this;
    const { saveAs } = teamsWords();
    download(`${saveAs}-${code}.csv`, teamsCsv(walls, whole ?? [], language()), 'text/csv');
  };

  /** What is shown once all teams are done, where it is not their bands. */
  private shown(publicView: PublicView) {
    if (!this.whole || this.mode === 'teams') return null;
    if (this.mode === 'axes')
      return html`<ct-two-axes .code=${this.code} .walls=${this.walls}></ct-two-axes>`;
    return html`<ct-same-caller
      .teams=${this.whole}
      .publicView=${publicView}
      .caller=${this.shared[this.place] ?? -1}
    ></ct-same-caller>`;
  }

  private meet(by: number): void {
    this.place = Math.min(this.shared.length - 1, Math.max(0, this.place + by));
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
    const { clock, publicView, walls } = this;
    // Asked for so that it is drawn anew in another language.
    void this.language.words;
    if (!publicView || !clock) return nothing;
    const shown = walls.slice(this.page * ON_A_PAGE, (this.page + 1) * ON_A_PAGE);
    const before = clock.at === 0 && clock.paused;
    const other = this.shown(publicView);
    if (other) return html`${this.head(publicView, clock)} ${other} ${this.modes()}`;
    return html`${this.head(publicView, clock)}
      <div class="bands">
        <ol style="--teams:${Math.max(2, shown.length)}">
          ${shown.map((one) => this.band(one, publicView))}
        </ol>
        ${
          before
            ? html`<ct-invitation
                .code=${this.code}
                .joinKey=${this.joinKey}
                .origin=${this.origin}
              ></ct-invitation>`
            : nothing
        }
      </div>
      ${this.pager()}
      ${this.host ? (clock.over ? this.modes() : this.controls()) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-teams-sheet': TeamsSheet;
  }
}
