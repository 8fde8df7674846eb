import { html, type ReactiveControllerHost } from 'lit';
import '../../elements/briefing/briefing.ts';
import type { Wording } from '../../../models/doors/game.ts';
import type { Command } from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';
import type { RoomState } from '../../state/room.ts';
import { gameWords } from '../../text/game.ts';
import { chapterOf } from './chapter.ts';
import { nature, setNature } from './device.ts';

/** What is needed to begin a day. */
interface Acts {
  send(command: Command): Promise<void>;
  /** Lets the clock run, where this device hosts the room. */
  run(): Promise<void>;
  ready(): void;
  state(): RoomState | undefined;
}

/** How one meets callers is chosen on this day. */
const asksNature = ({ publicView }: RoomState): boolean =>
  publicView?.arbitration?.gestures?.without.includes('mask') === false;

const isBefore = ({ clock }: RoomState): boolean => clock?.paused === true && clock.at === 0;

/** How a day of the game begins: its briefing, what one is by nature, and the first press. */
export class Beginning {
  private briefed = false;
  /** A second press does nothing. */
  private begins = false;
  private nature: number | null = nature();
  /** What the centre was told of it in this sitting. */
  private told: number | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly acts: Acts,
  ) {}

  heard(state: RoomState): void {
    if (state.desk === null) this.told = null;
    // The briefing was closed without a word, or there was none: one has said it before.
    else if (state.clock?.paused === false && state.pending === null) void this.tellNature(state);
  }

  /** The centre is told what one is by nature, once a sitting and whenever it is said anew. */
  private async tellNature(state: RoomState | undefined): Promise<void> {
    const { nature } = this;
    if (!state?.desk || nature === null || nature === this.told || !asksNature(state)) return;
    this.told = nature;
    await this.acts.send({ kind: 'nature', agent: state.desk.agent, nature });
  }

  readonly begin = async (): Promise<void> => {
    if (this.begins) return;
    this.begins = true;
    this.away();
    // Before time goes by: the first caller is met as one is.
    await this.tellNature(this.acts.state());
    await this.acts.run();
    const { desk } = this.acts.state() ?? {};
    if (desk?.team[desk.agent]?.state === 'notReady') this.acts.ready();
    this.begins = false;
  };

  private readonly away = (): void => {
    this.briefed = true;
    this.host.requestUpdate();
  };

  /** The briefing was put away unread: the day still waits for whoever hosts it. */
  waits(state: RoomState): boolean {
    return state.host && isBefore(state) && this.briefed && chapterOf(state.publicView) !== null;
  }

  /** In place of what can be done, while nothing can be. */
  button() {
    return html`<button class="button main begin" aria-keyshortcuts="1" @click=${this.begin}>
      ${gameWords().begin}
    </button>`;
  }

  /** @param wording how insults are worded, which may be changed here. */
  briefing(
    state: RoomState,
    publicView: PublicView,
    wording: Wording,
    change: (chosen: Wording) => void,
  ) {
    return html`<ct-briefing
      .open=${isBefore(state) && !this.briefed}
      .chapter=${chapterOf(publicView)}
      .wording=${wording}
      .nature=${this.nature}
      ?asksNature=${asksNature(state)}
      @ct-wording=${({ detail }: CustomEvent<Wording>) => change(detail)}
      @ct-nature=${({ detail }: CustomEvent<number>) => {
        this.nature = setNature(detail);
        this.host.requestUpdate();
      }}
      @ct-begin=${this.begin}
      @ct-cancel=${this.away}
    ></ct-briefing>`;
  }
}
