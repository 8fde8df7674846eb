import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Size } from './score/frame.ts';

/** Follows the size of one part of an element, in whole pixels; redraws when it changes. */
export class Sized implements ReactiveController {
  size: Size = { width: 0, height: 0 };
  private readonly observer = new ResizeObserver(([entry]) => {
    if (!entry) return;
    const width = Math.round(entry.contentRect.width);
    const height = Math.round(entry.contentRect.height);
    if (width === this.size.width && height === this.size.height) return;
    this.size = { width, height };
    this.host.requestUpdate();
  });

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly part: () => Element | null,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const part = this.part();
    if (part) this.observer.observe(part);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }

  /** Large enough to draw anything. */
  get fits(): boolean {
    return this.size.width >= 40 && this.size.height >= 24;
  }
}
