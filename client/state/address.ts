import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { getNetwork } from '../wire/http.ts';

/** Names by which a machine speaks of itself: behind them a telephone finds only itself. */
const ITSELF = /^(localhost|(.+\.)?localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/i;

/** True where this page was opened under an address that only this computer understands. */
const onlyHere = ({ hostname }: Pick<Location, 'hostname'> = location): boolean =>
  ITSELF.test(hostname);

/**
 * Where other devices find this server: the page's own address; or, where that means nothing to
 * them, the one the server has on its network. Asked again when the page is shown or the network
 * comes back.
 */
export class Address implements ReactiveController {
  /** An origin; null where there is none, undefined as long as it is not known. */
  origin: string | null | undefined = onlyHere() ? undefined : location.origin;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  private readonly ask = async () => {
    if (document.hidden || !onlyHere()) return;
    const reply = await getNetwork();
    if (reply.ok) this.origin = reply.origin;
    else this.origin ??= null;
    this.host.requestUpdate();
  };

  hostConnected(): void {
    addEventListener('online', this.ask);
    document.addEventListener('visibilitychange', this.ask);
    void this.ask();
  }

  hostDisconnected(): void {
    removeEventListener('online', this.ask);
    document.removeEventListener('visibilitychange', this.ask);
  }
}

/** What is typed of an origin: its name and port. */
export const typedOf = (origin: string): string => new URL(origin).host;
