import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import '../../elements/clock-bar/clock-bar.ts';
import type { ClockAsk } from '../../../models/doors/live.ts';
import type { RoomState } from '../../state/room.ts';
import { words } from '../../text/language.ts';
import { chapterOf } from './chapter.ts';

/**
 * The room's clock at the desk of a host: in sight until the day has begun, then behind a button
 * beside the hour.
 */
export class HostClock implements ReactiveController {
  /** As the host wished it; null: as the day is. */
  private wished: boolean | null = null;

  /** @param set sets the clock */
  constructor(
    private readonly page: ReactiveControllerHost & { readonly renderRoot: ParentNode },
    private readonly set: (ask: ClockAsk) => Promise<void>,
  ) {
    page.addController(this);
  }

  hostConnected(): void {}

  private isOpen({ clock, desk, publicView }: RoomState): boolean {
    // A chapter begins by its briefing.
    const before = chapterOf(publicView) === null && clock?.paused && clock.at === 0;
    // Who has no desk yet chooses one: the day does not begin without them by mistake.
    if (desk === null) return !before;
    return this.wished ?? before === true;
  }

  private readonly asked = async ({ detail }: CustomEvent<ClockAsk>) => {
    await this.set(detail);
    await this.page.updateComplete;
    // What was pressed may be gone, since the day has begun: the focus goes to the desk.
    if (this.wished === null && detail.paused === false)
      this.page.renderRoot.querySelector('main')?.focus();
  };

  /** Lets the day begin, where this device hosts the room. */
  async run(state: RoomState | undefined): Promise<void> {
    if (state?.host && state.clock?.paused) await this.set({ paused: false });
  }

  /** Shows it, or puts it away. */
  button(state: RoomState) {
    if (!state.host) return nothing;
    const open = this.isOpen(state);
    const toggle = (): void => {
      this.wished = !open;
      this.page.requestUpdate();
    };
    return html`<button class="button bare" aria-expanded=${open} @click=${toggle}>
      ${words().clock.short}
    </button>`;
  }

  strip(state: RoomState) {
    if (!state.host || state.clock?.over || !this.isOpen(state)) return nothing;
    return html`<section class="host-clock" aria-label=${words().clock.short}>
      <ct-clock-bar
        bare
        host
        .publicView=${state.publicView}
        .clock=${state.clock}
        .pending=${state.pending === 'clock'}
        @ct-clock=${this.asked}
      ></ct-clock-bar>
    </section>`;
  }
}
