import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/again/again.ts';
import '../../elements/clock-bar/clock-bar.ts';
import '../../elements/events/events.ts';
import '../../elements/host-link/host-link.ts';
import '../../elements/link-banner/link-banner.ts';
import '../../elements/moved/moved.ts';
import '../../elements/notice/notice.ts';
import '../../elements/policies/policies.ts';
import '../../elements/qr/qr.ts';
import '../../elements/top-bar/top-bar.ts';
import '../lost/lost.ts';
import type { ClockAsk } from '../../../models/doors/live.ts';
import type { Problem, PublicView } from '../../../models/doors/scenario.ts';
import { base, buttons } from '../../look/shared.ts';
import { go, pathTo } from '../../route.ts';
import { Address, typedOf } from '../../state/address.ts';
import { timeRuns } from '../../state/clock.ts';
import { copied } from '../../state/copy.ts';
import { enterAsWatcher } from '../../state/enter.ts';
import type { Room, RoomState } from '../../state/room.ts';
import { Beat, Watch } from '../../state/watch.ts';
import { figure, lastsShown, speedShown } from '../../text/figures.ts';
import { LanguageController, say } from '../../text/language.ts';
import { teamsWords } from '../../text/teams.ts';
import { codeIn, codeShown, fragmentOf } from '../../wire/code.ts';
import { hostToken } from '../../wire/kept.ts';
import { roomStyles } from './room.styles.ts';

const desksOf = (publicView: PublicView | null): number =>
  (publicView?.groups ?? []).reduce((sum, { desks }) => sum + desks, 0);

/** The room's door: its code, large; the ways in; and for the host, the clock. */
@customElement('ct-room')
export class RoomPage extends LitElement {
  private readonly language = new LanguageController(this);
  @property() code = '';
  /** How the room is entered; a test hands in a room of its own. */
  @property({ attribute: false }) enter: (code: string) => Room = enterAsWatcher;
  @state() private problem: Problem | null = null;
  @state() private copied = false;
  private room: Room | null = null;
  private watch: Watch<RoomState> | null = null;
  private readonly address = new Address(this);
  readonly beat = new Beat(this, () => timeRuns(this.watch?.value?.clock));

  static override styles = [base, buttons, roomStyles];

  override connectedCallback(): void {
    this.room = this.enter(this.code);
    const { state$ } = this.room;
    this.watch = new Watch(this, () => state$);
    super.connectedCallback();
    document.title = `${this.language.words.room.title(codeShown(this.code))} · Contretemps`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.room?.close();
  }

  private async setClock(ask: ClockAsk): Promise<void> {
    this.problem = (await this.room?.setClock(ask)) ?? null;
  }

  private async copy(address: string): Promise<void> {
    this.copied = await copied(address);
    // The address is on the screen already.
    const shown = this.copied ? null : this.renderRoot.querySelector('.address');
    if (shown) getSelection()?.selectAllChildren(shown);
  }

  private readonly follow = (event: MouseEvent) => {
    const link = event.currentTarget as HTMLAnchorElement;
    if (event.ctrlKey || event.metaKey || event.shiftKey || link.target) return;
    event.preventDefault();
    go(link.pathname);
  };

  private door(key: string) {
    const { room } = this.language.words;
    const { origin } = this.address;
    const path = `${pathTo('desk', this.code)}${fragmentOf(key)}`;
    const address = `${origin ?? location.origin}${path}`;
    const typed = html`${room.how} <span class="address">${typedOf(address)}</span>`;
    return html`<section class="door">
      <div class="ways">
        <p class="label">${room.code}</p>
        <p class="code">${codeShown(this.code)}</p>
        <p class="how">${origin === null ? room.local : typed}</p>
        <p class="copy">
          <button class="button" @click=${() => this.copy(address)}>${room.copy}</button>
          <span role="status" class="label">${this.copied ? room.copied : ''}</span>
        </p>
      </div>
      ${origin ? html`<ct-qr .text=${address} .label=${room.qr}></ct-qr>` : null}
    </section>`;
  }

  /** @param going desks may be taken in it */
  private links(going: boolean, host: boolean) {
    const { room } = this.language.words;
    const desk = html`<a href=${pathTo('desk', this.code)} @click=${this.follow}>
      <span>${room.desk}</span><small>${room.deskHint}</small>
    </a>`;
    return html`<nav class="links">
      ${going ? desk : null}
      <a
        href=${pathTo('wall', this.code)}
        target=${host ? 'wall' : ''}
        @click=${this.follow}
      >
        <span>${room.wall}</span><small>${room.wallHint}</small>
      </a>
    </nav>`;
  }

  /** Its centre, in the lab: for a host, or for anybody once the day is over. */
  private study({ clock, host, record }: RoomState) {
    if (record || !(host || clock?.over)) return null;
    const { room } = this.language.words;
    return html`<p class="study">
      <a href=${`/lab#question?room=${codeIn(this.code)}`}>${room.study}</a>
    </p>`;
  }

  /** Who has no seat yet gets none, or does again; for the host. */
  private lock({ locked }: RoomState) {
    const { room } = this.language.words;
    const set = async (): Promise<void> => {
      this.problem = (await this.room?.setDoor(!locked)) ?? null;
    };
    return html`<p class="copy">
      <button class="button" aria-describedby="lock-hint" @click=${set}>
        ${locked ? room.unlock : room.lock}
      </button>
      <span id="lock-hint" class="label" aria-live="polite">
        ${locked ? room.locked : room.lockHint}
      </span>
    </p>`;
  }

  /** For the host: how others become hosts as well. */
  private hostLink() {
    const token = hostToken(this.code);
    if (token === undefined) return null;
    const { origin } = this.address;
    const path = `${pathTo('room', this.code)}${fragmentOf(token, 'host')}`;
    return html`<ct-host-link
      .address=${`${origin ?? location.origin}${path}`}
      .local=${origin === null}
    ></ct-host-link>`;
  }

  /** Which desks people hold, group by group. */
  private whereabouts({ publicView, taken }: RoomState) {
    const { room } = this.language.words;
    const held = (publicView?.groups ?? []).flatMap(({ desks, first, name }) => {
      const here = [...taken].filter((one) => one >= first && one < first + desks);
      const numbers = here.sort((a, b) => a - b).map((one) => figure(one + 1));
      return here.length > 0 ? [room.where(say(name), numbers.join(', '), here.length)] : [];
    });
    if (held.length === 0) return null;
    return html`<ul class="where label">
      ${held.map((one) => html`<li>${one}</li>`)}
    </ul>`;
  }

  /** How many people each team has at its desks. */
  private teams({ publicView, walls }: RoomState) {
    const words = teamsWords();
    const of = figure(desksOf(publicView));
    return html`<p class="label">${words.inTeams(figure(walls.length))}</p>
      <ul class="teams">
        ${walls.map(
          ({ taken, team }) => html`<li>
            <span>${words.team(figure(team + 1))}</span>
            <strong>${words.seated(figure(taken.size), of)}</strong>
          </li>`,
        )}
      </ul>`;
  }

  /** How long the day takes to play, as long as it has not begun. */
  private lasts({ clock, publicView }: RoomState) {
    if (!clock || !publicView || clock.at > 0 || clock.over) return null;
    const { lasts } = this.language.words.room;
    const time = lastsShown(publicView.lengthMs / clock.speed);
    return html`<p class="label lasts">${lasts(speedShown(clock.speed), time)}</p>`;
  }

  private time(state: RoomState) {
    const { room } = this.language.words;
    const { host, publicView } = state;
    return html`<section class="time">
      <ct-clock-bar
        .publicView=${state.publicView}
        .clock=${state.clock}
        .stopped=${state.record !== null && state.wall?.day.phase !== 'over'}
        .now=${this.room?.now() ?? 0}
        .host=${host}
        .pending=${state.pending === 'clock'}
        @ct-clock=${(event: CustomEvent<ClockAsk>) => this.setClock(event.detail)}
      ></ct-clock-bar>
      <ct-events
        .day=${state.wall?.day ?? null}
        .publicView=${state.publicView}
        .version=${state}
      ></ct-events>
      ${
        state.record
          ? null
          : html`<p class="label">
              ${host ? room.hostHere : room.guest}
              ${state.teams > 1 ? nothing : `${room.people(state.taken.size, desksOf(publicView))}.`}
            </p>
            ${state.teams > 1 ? this.teams(state) : this.whereabouts(state)} ${this.lasts(state)}`
      }
      ${host && !state.record ? [this.lock(state), this.hostLink()] : null}
      <ct-notice .problem=${state.record ?? this.problem}></ct-notice>
    </section>`;
  }

  override render() {
    const state = this.watch?.value;
    if (!state) return null;
    if (state.refusal) return html`<ct-lost .problem=${state.refusal}></ct-lost>`;
    const { publicView } = state;
    return html`<ct-top-bar></ct-top-bar>
      <ct-link-banner
        .link=${state.link}
        .waiting=${state.waiting}
        .trouble=${state.clock?.trouble !== undefined}
        @ct-take-back=${() => this.room?.reconnect()}
      ></ct-link-banner>
      <ct-moved page="room" .moved=${state.moved}></ct-moved>
      <main>
        <h1>${publicView ? say(publicView.name) : this.language.words.link.connecting}</h1>
        ${state.record ? null : this.door(state.key)} ${publicView ? this.time(state) : null}
        ${this.links(state.record === null, state.host)} ${this.study(state)}
        ${
          state.clock?.over || state.seed !== null
            ? html`<ct-again
                .code=${this.code}
                .seed=${state.seed ?? ''}
                ?over=${state.clock?.over && !state.record}
                ?host=${state.host}
                ?moved=${state.moved !== null}
              ></ct-again>`
            : null
        }
        ${publicView?.arbitration && html`<ct-policies .publicView=${publicView}></ct-policies>`}
      </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-room': RoomPage;
  }
}
