import type { ReactiveController, ReactiveControllerHost } from 'lit';

const KEPT = 'contretemps.letters';

/** Whether shortcuts of one letter are on, on this device. */
export function letters(): boolean {
  try {
    return localStorage.getItem(KEPT) !== 'off';
  } catch {
    return true;
  }
}

export function setLetters(on: boolean): boolean {
  try {
    if (on) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, 'off');
  } catch {
    // For this page only.
  }
  return on;
}

/**
 * Keeps a phone from falling asleep at a desk, from the first touch on. Absent over plain http and
 * on older phones: the screen then sleeps as it is set to.
 */
export class StayAwake implements ReactiveController {
  private lock: WakeLockSentinel | null = null;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
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
  }

  hostDisconnected(): void {
    removeEventListener('pointerdown', this.hold);
    document.removeEventListener('visibilitychange', this.hold);
    void this.lock?.release();
  }
}
