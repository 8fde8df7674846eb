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
