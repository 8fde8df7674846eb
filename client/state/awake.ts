import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps the screen from falling asleep: from the first touch on, or `atOnce`; taken again whenever
 * the page is shown again. Absent over plain http and on older phones: the screen then sleeps as it
 * is set to.
 */
export class StayAwake implements ReactiveController {
  private lock: WakeLockSentinel | null = null;

  constructor(
    host: ReactiveControllerHost,
    private readonly atOnce = false,
  ) {
    host.addController(this);
  }

  /** Browsers give it to pages from https or from this computer only. */
  static get possible(): boolean {
    return navigator.wakeLock !== undefined;
  }

  private readonly hold = async () => {
    if (document.hidden || this.lock?.released === false) return;
    try {
      this.lock = (await navigator.wakeLock?.request('screen')) ?? null;
    } catch {
      // Refused (low battery): nothing is lost but the light.
    }
  };

  hostConnected(): void {
    addEventListener('pointerdown', this.hold);
    document.addEventListener('visibilitychange', this.hold);
    if (this.atOnce) void this.hold();
  }

  hostDisconnected(): void {
    removeEventListener('pointerdown', this.hold);
    document.removeEventListener('visibilitychange', this.hold);
    void this.lock?.release();
  }
}
