import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { ClockAsk } from '../../../models/doors/live.ts';
import type { RoomState } from '../../state/room.ts';
import { words } from '../../text/language.ts';
import { chapterOf } from './chapter.ts';

/** This device plays a day alone, and lets its clock run. */
export const isSolo = ({ desk, host, publicView }: RoomState): boolean =>
  host && desk !== null && chapterOf(publicView) !== null;

/**
 * Who plays alone and looks at something else leaves nobody waiting: the day stands until they
 * come back and let it go on.
 */
export class Away implements ReactiveController {
  /** The page is being left or loaded anew, which hides it too: nobody looks elsewhere. */
  private leaving = false;

  constructor(
    host: ReactiveControllerHost,
    private readonly set: (ask: ClockAsk) => Promise<unknown>,
    private readonly state: () => RoomState | undefined,
  ) {
    host.addController(this);
  }

  private readonly turned = (): void => {
    const state = this.state();
    if (!document.hidden || this.leaving || !state || !isSolo(state)) return;
    if (state.clock?.paused === false && !state.clock.over) void this.set({ paused: true });
  };

  private readonly left = ({ type }: Event): void => {
    this.leaving = type === 'pagehide';
  };

  hostConnected(): void {
    addEventListener('pagehide', this.left);
    addEventListener('pageshow', this.left);
    document.addEventListener('visibilitychange', this.turned);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.left);
    removeEventListener('pageshow', this.left);
    document.removeEventListener('visibilitychange', this.turned);
  }

  /** The way on, where a day that has begun stands still. */
  button(state: RoomState) {
    const { clock, pending } = state;
    if (!isSolo(state) || !clock?.paused || clock.at === 0 || clock.over) return nothing;
    const goOn = (): void => {
      if (pending === null) void this.set({ paused: false });
    };
    return html`<button class="button main go-on" aria-disabled=${pending !== null} @click=${goOn}>
      ${words().clock.play}
    </button>`;
  }
}
