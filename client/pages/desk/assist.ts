import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { ClockAsk } from '../../../models/doors/live.ts';
import type { RoomState } from '../../state/room.ts';
import { assistWords } from '../../text/assist.ts';
import { isSolo } from './away.ts';

/** So long one works at the matter with each press, simulated ms. */
const WORK_MS = 15_000;
const KEY = 'contretemps.assist';

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false;
  }
}

/**
 * Playing without a clock, for whoever plays alone: time stands while one thinks, and goes by only
 * while a gesture is made, while one works at the matter, and between two calls. It changes the
 * clock of the room and nothing else, and is kept on this device without a mark.
 */
export class Assist implements ReactiveController {
  on = kept();
  /** Until when one works at the matter, simulated ms. */
  private worksUntil = -1;
  private asking = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly set: (ask: ClockAsk) => Promise<unknown>,
    private readonly now: () => number,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Is there nothing going on but one's own thoughts? */
  private thinks({ desk }: RoomState): boolean {
    const state = desk?.team[desk.agent]?.state;
    if (!desk || desk.gesture !== null) return false;
    if (state === 'ringing') return true;
    return state === 'talking' && this.now() >= this.worksUntil;
  }

  /** Lets the clock stand or run, as things are now. */
  heard(state: RoomState): void {
    const { clock, pending } = state;
    if (!this.on || this.asking || pending !== null || !isSolo(state)) return;
    if (!clock || clock.over || (clock.at === 0 && clock.paused)) return;
    const stands = this.thinks(state);
    if (stands === clock.paused) return;
    this.asking = true;
    void this.set({ paused: stands }).finally(() => {
      this.asking = false;
    });
  }

  private async toggle(state: RoomState): Promise<void> {
    this.on = !this.on;
    try {
      localStorage.setItem(KEY, this.on ? 'on' : 'off');
    } catch {
      // It lasts as long as the page.
    }
    this.host.requestUpdate();
    if (!this.on && state.clock?.paused && state.clock.at > 0) await this.set({ paused: false });
    else this.heard(state);
  }

  /** The switch, beside the ways out of the desk. */
  button(state: RoomState) {
    if (!isSolo(state) || state.clock?.over) return nothing;
    const { says, without } = assistWords();
    return html`${this.on ? html`<span class="label">${says}</span>` : nothing}
      <button class="button bare" aria-pressed=${this.on} @click=${() => this.toggle(state)}>
        ${without}
      </button>`;
  }

  /** Time passes for a while, all of it work. */
  work(state: RoomState) {
    if (!this.on || !isSolo(state) || !this.thinks(state)) return nothing;
    if (state.desk?.team[state.desk.agent]?.state !== 'talking') return nothing;
    const press = (): void => {
      this.worksUntil = this.now() + WORK_MS;
      this.heard(state);
    };
    return html`<button class="button" @click=${press}>${assistWords().work}</button>`;
  }
}
