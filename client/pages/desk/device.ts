import { NATURES, WORDINGS, type Wording } from '../../../models/doors/game.ts';

/** Switches kept on this device; each is off until somebody turns it on. */
const SWITCHES = {
  /** Shortcuts of one letter are off. */
  noLetters: 'contretemps.letters',
  /** A call that comes in sounds, and vibrates where the device can. */
  bell: 'contretemps.bell',
  /** Callers’ sentences are spoken, where the device has a voice. */
  voice: 'contretemps.voice',
} as const;

const OFF_OR_ON = { noLetters: 'off', bell: 'on', voice: 'on' } as const;
type Switch = keyof typeof SWITCHES;

function isOn(name: Switch): boolean {
  try {
    return localStorage.getItem(SWITCHES[name]) === OFF_OR_ON[name];
  } catch {
    return false;
  }
}

function turn(name: Switch, on: boolean): void {
  try {
    if (on) localStorage.setItem(SWITCHES[name], OFF_OR_ON[name]);
    else localStorage.removeItem(SWITCHES[name]);
  } catch {
    // For this page only.
  }
}

/** Whether shortcuts of one letter are on, on this device. */
export const letters = (): boolean => !isOn('noLetters');

export function setLetters(on: boolean): boolean {
  turn('noLetters', !on);
  return on;
}

/** Whether calls sound on this device. */
export const bellOn = (): boolean => isOn('bell');

export function setBell(on: boolean): boolean {
  turn('bell', on);
  return on;
}

/** Whether callers’ sentences are spoken on this device. */
export const voiceOn = (): boolean => isOn('voice');

export function setVoice(on: boolean): boolean {
  turn('voice', on);
  return on;
}

const WORDING = 'contretemps.wording';

/** How insults are worded on this device. */
export function wording(): Wording {
  try {
    const kept = localStorage.getItem(WORDING);
    return WORDINGS.find((one) => one === kept) ?? 'stylised';
  } catch {
    return 'stylised';
  }
}

export function setWording(chosen: Wording): Wording {
  try {
    localStorage.setItem(WORDING, chosen);
  } catch {
    // For this page only.
  }
  return chosen;
}

const NATURE = 'contretemps.nature';

/** What one is by nature (both answers as one number), as said on this device; null: not said. */
export function nature(): number | null {
  try {
    const kept = Number(localStorage.getItem(NATURE) ?? Number.NaN);
    return Number.isInteger(kept) && kept >= 0 && kept < NATURES ? kept : null;
  } catch {
    return null;
  }
}

export function setNature(said: number): number {
  try {
    localStorage.setItem(NATURE, String(said));
  } catch {
    // For this page only.
  }
  return said;
}

/** What one said to be by nature is one's own: it goes with what one played. */
export function forgetNature(): void {
  try {
    localStorage.removeItem(NATURE);
  } catch {
    // It was never kept.
  }
}
