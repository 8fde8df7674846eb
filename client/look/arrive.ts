import type { LitElement, ReactiveController } from 'lit';

/**
 * Brings the focus along when a page becomes another one under the same address: what held it is
 * gone, and who listens or types would be nowhere. A focus that lasted is left where it is.
 */
export class Arrive implements ReactiveController {
  private last = '';

  /** @param part which page it is now; '' while there is none yet */
  constructor(
    private readonly host: LitElement,
    private readonly part: () => string,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const part = this.part();
    const changed = this.last !== '' && part !== '' && part !== this.last;
    if (part !== '') this.last = part;
    if (!changed || this.host.shadowRoot?.activeElement) return;
    this.host.renderRoot.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }
}
