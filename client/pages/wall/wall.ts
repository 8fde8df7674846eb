import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../elements/after/after.ts';
import '../../elements/link-banner/link-banner.ts';
import '../../elements/moved/moved.ts';
import '../../elements/notice/notice.ts';
import '../../elements/teams-sheet/teams-sheet.ts';
import '../../elements/wall-sheet/wall-sheet.ts';
import '../lost/lost.ts';
import {
  type ClockAsk,
  insideOf,
  priceNow,
  tableIn,
  type WallView,
  waitingNow,
} from '../../../models/doors/live.ts';
import type { Problem } from '../../../models/doors/scenario.ts';
import type { WallPrice } from '../../elements/lived/lived.ts';
import { base, buttons } from '../../look/shared.ts';
import { Address } from '../../state/address.ts';
import { StayAwake } from '../../state/awake.ts';
import { timeRuns } from '../../state/clock.ts';
import { enterAsWatcher } from '../../state/enter.ts';
import { Prices } from '../../state/prices.ts';
import type { Room, RoomState } from '../../state/room.ts';
import { Beat, Watch } from '../../state/watch.ts';
import { type WholeTeam, wholeDay, wholeTeams } from '../../state/whole-day.ts';
import { LanguageController } from '../../text/language.ts';
import { wallWords } from '../../text/wall.ts';
import { codeShown } from '../../wire/code.ts';
import { told, wasTold } from '../../wire/kept.ts';

/** The projector's page: follows a room and shows its sheet. */
@customElement('ct-wall')
export class WallPage extends LitElement {
  private readonly language = new LanguageController(this);
  @property() code = '';
  /** How the room is entered; a test hands in a room of its own. */
  @property({ attribute: false }) enter: (code: string) => Room = enterAsWatcher;
  @state() private problem: Problem | null = null;
  private room: Room | null = null;
  private watch: Watch<RoomState> | null = null;
  private readonly prices = new Prices();
  /** That of the screen, while the wall is printed. */
  private scheme: string | undefined;
  /** The day from its first call on, once it is over. */
  @state() private whole: WallView | null = null;
  /** The same of every team, where several play. */
  @state() private wholeTeams: readonly WholeTeam[] | null = null;
  private lookedBack = false;
  private readonly address = new Address(this);
  readonly awake = new StayAwake(this, true);
  /** It is still to be said that this screen may go dark. */
  @state() private mayDarken = !StayAwake.possible && !wasTold('darkens');
  readonly beat = new Beat(this, () => timeRuns(this.watch?.value?.clock), 250);

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 100dvh;
      }

      main {
        flex: 1;
        display: flex;
        min-height: 0;
        min-width: 0;
      }

      ct-wall-sheet,
      ct-teams-sheet {
        flex: 1;
      }

      ct-notice {
        --notice-margin: var(--s-3) 0;
        padding-inline: var(--s-6);
      }

      .darkens {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s-2) var(--s-4);
        padding: var(--s-2) 2.4vw;
        border-bottom: var(--line) solid var(--hairline);
      }

      .connecting {
        margin: auto;
        font: italic 400 var(--t-28) / 1.3 var(--serif);
      }

      @media screen and (min-width: 701px) and (min-height: 600px) {
        :host {
          height: 100dvh;
          overflow: hidden;
        }
      }

      @media screen and (max-width: 1000px) and (max-height: 799px) {
        :host {
          height: auto;
          overflow: visible;
        }
      }

      /* A sheet of A4 lying, between its margins; set before it is printed, to be drawn for it. */
      :host([printing]) {
        width: 1040px;
        height: 700px;
        min-height: 0;
        overflow: hidden;
      }

      @media print {
        :host {
          min-height: 0;
        }

        ct-link-banner,
        .darkens {
          display: none;
        }
      }
    `,
  ];

  /** The sheet is laid out for paper before its charts hear that they will be printed. */
  private readonly print = () => this.printing(true);
  private readonly printed = () => this.printing(false);

  private printing(on: boolean): void {
    if (on === this.hasAttribute('printing')) return;
    const { dataset } = document.documentElement;
    this.toggleAttribute('printing', on);
    this.renderRoot.querySelector('ct-wall-sheet')?.toggleAttribute('printing', on);
    // A painted score has its colours already: it is painted again in those of paper.
    if (on) this.scheme = dataset['scheme'];
    if (on) dataset['scheme'] = 'paper';
    else if (this.scheme) dataset['scheme'] = this.scheme;
    else delete dataset['scheme'];
  }

  override connectedCallback(): void {
    // Before any chart of the sheet listens.
    addEventListener('beforeprint', this.print);
    addEventListener('afterprint', this.printed);
    this.room = this.enter(this.code);
    const { state$ } = this.room;
    this.watch = new Watch(
      this,
      () => state$,
      (state) => void this.lookBack(state),
    );
    super.connectedCallback();
    document.title = `${wallWords().title(codeShown(this.code))} · Contretemps`;
  }

  override disconnectedCallback(): void {
    removeEventListener('beforeprint', this.print);
    removeEventListener('afterprint', this.printed);
    this.printed();
    super.disconnectedCallback();
    this.room?.close();
  }

  /** Once the day is over, all of it is asked for, once. */
  private async lookBack({ clock, teams, wall }: RoomState): Promise<void> {
    const { room } = this;
    if (this.lookedBack || !room || !clock?.over || wall?.day.phase !== 'over') return;
    this.lookedBack = true;
    if (teams > 1) this.wholeTeams = await wholeTeams(room);
    else this.whole = await wholeDay(room);
    this.lookedBack = this.whole !== null || this.wholeTeams !== null;
  }

  private readonly instant = () => this.room?.now() ?? 0;

  private async setClock(ask: ClockAsk): Promise<void> {
    this.problem = (await this.room?.setClock(ask)) ?? null;
  }

  /** The price of a minute as this page has seen it; null in a classical centre. */
  private priced({ advice, publicView, wall }: RoomState): WallPrice | null {
    if (!advice || !publicView || !wall) return null;
    const at = this.instant();
    const interval = Math.max(0, Math.floor(at / publicView.intervalMs));
    this.prices.see({ at, price: priceNow(advice, insideOf(wall), interval), care: null });
    const { about, price } = tableIn(advice, interval);
    const { samples } = this.prices;
    return { samples, dearest: Math.max(...price), waiting: waitingNow(wall.line), about };
  }

  private readonly understood = () => {
    told('darkens');
    this.mayDarken = false;
  };

  private darkens() {
    if (!this.mayDarken) return nothing;
    const { darkens, understood } = wallWords();
    return html`<div class="darkens">
      <p role="status">${darkens}</p>
      <button class="button" @click=${this.understood}>${understood}</button>
    </div>`;
  }

  private teams(state: RoomState) {
    return html`<ct-teams-sheet
      .code=${this.code}
      .joinKey=${state.key}
      .origin=${this.address.origin}
      .walls=${state.walls}
      .publicView=${state.publicView}
      .clock=${state.clock}
      .version=${[state, this.instant()]}
      .whole=${this.wholeTeams}
      .host=${state.host}
      .pending=${state.pending === 'clock'}
      .problem=${this.problem}
      .instant=${this.instant}
      @ct-clock=${(event: CustomEvent<ClockAsk>) => this.setClock(event.detail)}
    ></ct-teams-sheet>`;
  }

  private sheet(state: RoomState) {
    if (state.teams > 1) return this.teams(state);
    return html`<ct-wall-sheet
      .code=${this.code}
      .joinKey=${state.key}
      .origin=${this.address.origin}
      .view=${state.wall}
      .whole=${state.clock?.over ? this.whole : null}
      .publicView=${state.publicView}
      .clock=${state.clock}
      .version=${[state, this.instant()]}
      .price=${this.priced(state)}
      .lived=${state.lived}
      .people=${state.taken.size}
      .host=${state.host}
      .pending=${state.pending === 'clock'}
      .problem=${this.problem}
      .instant=${this.instant}
      @ct-clock=${(event: CustomEvent<ClockAsk>) => this.setClock(event.detail)}
    ></ct-wall-sheet>`;
  }

  private onward({ host, moved, record }: RoomState) {
    return html`<ct-after
      .code=${this.code}
      .host=${host}
      .moved=${moved !== null}
      .record=${record !== null}
    ></ct-after>`;
  }

  override render() {
    const state = this.watch?.value;
    if (!state) return nothing;
    if (state.refusal) return html`<ct-lost .problem=${state.refusal}></ct-lost>`;
    const { connecting } = this.language.words.link;
    const waiting = html`<p class="connecting" role="status">${connecting}</p>`;
    return html`<ct-link-banner
        .link=${state.link}
        .waiting=${state.waiting}
        .trouble=${state.clock?.trouble !== undefined}
        @ct-take-back=${() => this.room?.reconnect()}
      ></ct-link-banner>
      <ct-moved page="wall" .moved=${state.moved}></ct-moved>
      ${this.darkens()}
      <ct-notice .problem=${state.record}></ct-notice>
      <main>${state.wall ? this.sheet(state) : waiting}</main>
      ${state.clock?.over ? this.onward(state) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-wall': WallPage;
  }
}
