import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Size } from './score/frame.ts';

/** Follows the size of one part of an element, in whole pixels; redraws when it changes. */
export class Sized implements ReactiveController {
  size: Size = { width: 0, height: 0 };
  private readonly observer = new ResizeObserver(([entry]) => {
    if (entry) this.take(entry.contentRect);
  });

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly part: () => Element | null,
  ) {
    host.addController(this);
  }

  private take({ height, width }: Size): void {
    const size = { width: Math.round(width), height: Math.round(height) };
    if (size.width === this.size.width && size.height === this.size.height) return;
    this.size = size;
    this.host.requestUpdate();
  }

  /**
   * No observer is told before a page is printed; what is drawn anew now still gets there. Nor is
   * one told afterwards, where it saw nothing of the sheet.
   */
  private readonly print = (): void => {
    const part = this.part();
    if (part) this.take(part.getBoundingClientRect());
  };

  hostConnected(): void {
    addEventListener('beforeprint', this.print);
    addEventListener('afterprint', this.print);
  }

  hostUpdated(): void {
    const part = this.part();
    if (part) this.observer.observe(part);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.print);
    removeEventListener('afterprint', this.print);
    this.observer.disconnect();
  }

  /** Large enough to draw anything. */
  get fits(): boolean {
    return this.size.width >= 40 && this.size.height >= 24;
  }
}
