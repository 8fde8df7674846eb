import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/actions/actions.ts';
import '../../elements/events/events.ts';
import '../../elements/line/line.ts';
import '../../elements/link-banner/link-banner.ts';
import '../../elements/moved/moved.ts';
import '../../elements/notice/notice.ts';
import '../../elements/own-score/own-score.ts';
import '../../elements/price/price.ts';
import '../../elements/seats/seats.ts';
import '../../elements/top-bar/top-bar.ts';
import '../../elements/voices/voices.ts';
import '../lost/lost.ts';
import {
  type AgentState,
  type Command,
  commandOf,
  type DeskView,
} from '../../../models/doors/live.ts';
import type { Problem, PublicView } from '../../../models/doors/scenario.ts';
import { Arrive } from '../../look/arrive.ts';
import { keyTyped } from '../../look/keyboard.ts';
import { base, buttons } from '../../look/shared.ts';
import { StayAwake } from '../../state/awake.ts';
import { timeRuns } from '../../state/clock.ts';
import { enterAsSeat } from '../../state/enter.ts';
import { Estimates } from '../../state/estimates.ts';
import type { Room, RoomState } from '../../state/room.ts';
import { Beat, Watch } from '../../state/watch.ts';
import { type Weighed, Weighing } from '../../state/weighing.ts';
import { figure } from '../../text/figures.ts';
import { LanguageController, say } from '../../text/language.ts';
import { codeShown } from '../../wire/code.ts';
import { showsWeights } from './chapter.ts';
import { deskStyles } from './desk.styles.ts';
import { Dialogs } from './dialogs.ts';
import { gameStyles } from './game.styles.ts';
import { Game } from './game.ts';
import { HostClock } from './host-clock.ts';
import { isAsking, type Move, moveOf } from './moves.ts';
import { occasionOf } from './occasion.ts';
import { leftOut, overPage, partOf, personPart, placePart, unjudged } from './parts.ts';
import { Speaker } from './speaker.ts';
import { weightsOf } from './weights.ts';

/** One desk: choose it, answer its calls, and hear both voices. */
@customElement('ct-desk')
export class DeskPage extends LitElement {
  private readonly language = new LanguageController(this);
  @property() code = '';
  /** How the room is entered; a test hands in a room of its own. */
  @property({ attribute: false }) enter: (code: string) => Room = enterAsSeat;
  @state() private problem: Problem | null = null;
  private room: Room | null = null;
  private watch: Watch<RoomState> | null = null;
  private readonly speaker = new Speaker();
  private weighing = new Weighing();
  private readonly dialogs = new Dialogs(this, (command) => void this.send(command));
  private readonly hostClock = new HostClock(this, async (ask) => {
    this.problem = (await this.room?.setClock(ask)) ?? null;
  });
  private readonly game = new Game(this, {
    move: (move) => this.move(move),
    send: (command) => this.send(command),
    run: async () => this.hostClock.run(this.state_),
    clockButton: (state) => this.hostClock.button(state),
    clock: (ask) => this.room?.setClock(ask) ?? Promise.resolve(null),
    now: () => this.room?.now() ?? 0,
    state: () => this.state_,
  });
  private estimates: Estimates | null = null;
  /** The figures behind the voices are looked at. */
  @state() private looking = false;
  readonly beat = new Beat(this, () => timeRuns(this.state_?.clock));
  readonly awake = new StayAwake(this);
  readonly arrive = new Arrive(this, () => (this.state_ ? partOf(this.state_) : ''));

  static override styles = [base, buttons, deskStyles, gameStyles];

  override connectedCallback(): void {
    this.room = this.enter(this.code);
    const { room } = this;
    const { state$ } = room;
    this.estimates = new Estimates(
      () => room.price(),
      () => this.requestUpdate(),
    );
    this.watch = new Watch(
      this,
      () => state$,
      (state) => this.heard(state),
    );
    super.connectedCallback();
    addEventListener('keydown', this.typed);
  }

  override disconnectedCallback(): void {
    removeEventListener('keydown', this.typed);
    super.disconnectedCallback();
    this.speaker.forget();
    this.room?.close();
  }

  private get state_(): RoomState | undefined {
    return this.watch?.value;
  }

  private get mine(): AgentState {
    const view = this.state_?.desk;
    return view?.team[view.agent]?.state ?? 'out';
  }

  /** The name of the tab: which desk, and whether it rings. */
  protected override willUpdate(): void {
    this.reckon();
    const { desk, room } = this.language.words;
    const { agent = -1 } = this.state_ ?? {};
    const seat = agent < 0 ? room.title(codeShown(this.code)) : desk.title(figure(agent + 1));
    const rings = this.mine === 'ringing' ? `${desk.status.ringing} · ` : '';
    document.title = `${rings}${seat} · Contretemps`;
  }

  /** Says what is worth saying, and closes a question that has lost its object. */
  private heard(state: RoomState): void {
    const { desk } = state;
    this.game.heard(state);
    if (!desk) {
      this.weighing = new Weighing();
      this.speaker.hear(state, performance.now(), false);
      this.looking = false;
      return;
    }
    this.speaker.hear(state, performance.now(), this.weighed(state)?.crossed ?? false);
    this.dialogs.keepTo(desk.call?.call ?? -1);
    this.game.keepTo(desk);
  }

  /** Both voices weighed, where the length of a call is a decision. */
  private weighed({ advice, desk, n, publicView }: RoomState): Weighed | null {
    if (!advice || !desk || !publicView || !showsWeights(publicView)) return null;
    const now = this.room?.now() ?? 0;
    return this.weighing.weigh(advice, publicView, desk, now, n, performance.now());
  }

  /** Other ways to count the price, asked for while somebody looks at the figures of a call. */
  private reckon(): void {
    const { advice, clock, desk } = this.state_ ?? {};
    const onLine = this.mine === 'talking' || this.mine === 'hold';
    const call = advice && onLine && this.looking ? (desk?.call?.call ?? -1) : -1;
    this.estimates?.look(call, clock?.paused ?? true);
  }

  private readonly typed = (event: KeyboardEvent) => {
    const target = event.composedPath()[0] as HTMLElement;
    const inField = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    const over = this.dialogs.open || this.game.open;
    if (event.ctrlKey || event.metaKey || event.altKey || inField || over) return;
    const onControl = /^(BUTTON|A)$/.test(target.tagName);
    const key = keyTyped(event);
    const spaceOrEnter = key === ' ' || key === 'Enter';
    const { letters } = this.dialogs;
    if (!this.state_?.desk || event.repeat) return;
    if (this.game.typed(key, this.mine, letters)) return event.preventDefault();
    if (spaceOrEnter ? onControl : !letters) return;
    if (key === '?') this.dialogs.show('keys');
    else if (key === 's') this.tell();
    else {
      const move = moveOf(key, this.mine, occasionOf(this.state_));
      if (!move) return;
      this.move(move);
    }
    event.preventDefault();
  };

  private tell(): void {
    if (this.state_) this.speaker.tell(this.state_, this.mine, this.room?.now() ?? 0);
    this.requestUpdate();
  }

  private async send(command: Command): Promise<void> {
    this.problem = null;
    this.problem = (await this.room?.command(command)) ?? null;
    if (this.problem) this.speaker.text = say(this.problem.says);
  }

  private move(move: Move): void {
    const view = this.state_?.desk;
    if (!view || this.state_?.pending) return;
    if (isAsking(move)) {
      this.dialogs.show(move, view.call?.call ?? -1);
      return;
    }
    void this.send(commandOf(move, view.agent, view.call?.call ?? -1));
  }

  private place(state: RoomState, publicView: PublicView) {
    const ways = html`${this.hostClock.button(state)}
      <button class="button bare keys" @click=${() => this.dialogs.show('keys')}>
        ${this.language.words.keys.open} <kbd aria-hidden="true">?</kbd>
      </button>
      ${this.leave(state)}`;
    return placePart(state, publicView, this.room?.now() ?? 0, ways);
  }

  private leave(state: RoomState) {
    const leave = () => !state.pending && this.send({ kind: 'leaveDesk', agent: state.agent });
    return html`<button class="button bare" aria-disabled=${state.pending !== null} @click=${leave}>
      ${this.language.words.desk.leave}
    </button>`;
  }

  private cockpit(state: RoomState, publicView: PublicView, view: DeskView) {
    const now = this.room?.now() ?? 0;
    const weighed = this.weighed(state);
    // Without a price of time the voices insist by what the screen says.
    const game = this.game.isOn(state);
    const weights = weighed || game ? null : weightsOf(view, now, publicView.targetMs);
    const looking = weighed?.talking && this.looking;
    const ways = `${weighed ? 'weighed' : ''} ${looking ? 'looking' : ''} ${game ? 'game' : ''}`;
    const seat = this.language.words.desk.title(figure(view.agent + 1));
    return html`<main class="cockpit ${ways}" tabindex="-1" aria-label=${seat}>
        <ct-events quiet .day=${view.day} .publicView=${publicView} .version=${state.n}></ct-events>
        ${game ? this.game.goal(state, publicView, view) : nothing}
        <div class="pages">${
          weighed
            ? html`<ct-voices
              .weighed=${weighed}
              ?later=${game}
              .estimate=${this.estimates?.shown ?? null}
              @ct-figures=${(event: CustomEvent<boolean>) => (this.looking = event.detail)}
            ></ct-voices>`
            : null
        }
        ${
          this.game.caller(state, publicView, view) ??
          personPart(state, publicView, view, {
            now,
            compact: looking === true,
            care: weights?.care ?? null,
            handed: this.dialogs.handed(publicView, view),
          })
        }
        <div class="facing">${this.game.fall(state, view)}<ct-line
          ?compact=${looking}
          .line=${view.line}
          .version=${state.n}
          .mine=${view.call?.call ?? -1}
          .now=${now}
          .targetMs=${publicView.targetMs}
          .weight=${weights?.hurry ?? null}
        ></ct-line>
        ${weighed ? html`<ct-price .weighed=${weighed}></ct-price>` : unjudged(publicView)}</div>
        <p class="foot">${this.leave(state)}</p>
        </div>
        <ct-own-score
          .view=${view} .publicView=${publicView}
          .version=${state.n}
          .instant=${() => this.room?.now() ?? 0}
        ></ct-own-score>
      </main>
      <footer>
        <p class="label out">${leftOut(publicView)}</p>
        <ct-notice quiet .problem=${this.problem}></ct-notice>
        ${
          game
            ? this.game.buttons(state, publicView, view, this.dialogs.letters)
            : this.actions(state, view)
        }
      </footer>
      ${this.dialogs.render(publicView, view, occasionOf(this.state_))}
      ${this.game.dialogs(state, publicView, view)}`;
  }

  private actions(state: RoomState, view: DeskView) {
    return html`<ct-actions
      .state=${this.mine}
      .pending=${state.pending}
      .occasion=${occasionOf(state)}
      .mask=${view.mask}
      .missed=${view.team[view.agent]?.reason === 'missed'}
      .letters=${this.dialogs.letters}
      @ct-move=${(event: CustomEvent<Move>) => this.move(event.detail)}
    ></ct-actions>`;
  }

  private choosing(state: RoomState, publicView: PublicView) {
    const take = (event: CustomEvent<number>) =>
      this.send({ kind: 'takeDesk', agent: event.detail });
    return html`<main class="choosing" tabindex="-1">
      <ct-seats
        .code=${this.code}
        .publicView=${publicView}
        .taken=${state.taken}
        .pending=${state.pending !== null}
        @ct-take=${take}
      ></ct-seats>
      <ct-notice quiet .problem=${this.problem}></ct-notice>
    </main>`;
  }

  private page(state: RoomState) {
    const { publicView, desk, clock } = state;
    if (!publicView)
      return html`<main class="choosing">
        <p class="quiet">${this.language.words.link.connecting}</p>
      </main>`;
    if (clock?.over) return overPage(state, publicView, this.code, this.room);
    return desk ? this.cockpit(state, publicView, desk) : this.choosing(state, publicView);
  }

  override render() {
    const state = this.state_;
    if (!state) return nothing;
    if (state.refusal)
      return html`<ct-lost .problem=${state.refusal} .code=${this.code}></ct-lost>`;
    const seated = state.desk !== null && !state.clock?.over;
    const place = seated && state.publicView ? this.place(state, state.publicView) : null;
    return html`<div class="desk">
      <ct-top-bar ?place=${place !== null}>${place}</ct-top-bar>
      <ct-link-banner
        quiet
        .link=${state.link}
        .seated=${state.agent >= 0}
        .waiting=${state.waiting}
        .trouble=${state.clock?.trouble !== undefined}
        @ct-take-back=${() => this.room?.reconnect()}
      ></ct-link-banner>
      <ct-moved .moved=${state.moved}></ct-moved>
      ${this.hostClock.strip(state)} ${this.page(state)}
      <div class="sr-only" role="status" aria-live="polite">
        ${state.moved ? this.language.words.over.moved : this.speaker.text}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-desk': DeskPage;
  }
}
