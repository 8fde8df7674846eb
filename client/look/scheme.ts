/** Paper or stage: what the device asks for, unless this person chose. */
export type Scheme = 'paper' | 'stage';

const KEPT = 'contretemps.scheme';

const ofDevice = (): Scheme =>
  matchMedia('(prefers-color-scheme: dark)').matches ? 'stage' : 'paper';

const chosen = (): Scheme | null => {
  const { scheme } = document.documentElement.dataset;
  return scheme === 'paper' || scheme === 'stage' ? scheme : null;
};

export const scheme = (): Scheme => chosen() ?? ofDevice();

/** Chooses for this device; a choice equal to what the device asks for is no override. */
export function setScheme(wanted: Scheme): void {
  const { dataset } = document.documentElement;
  if (wanted === ofDevice()) delete dataset['scheme'];
  else dataset['scheme'] = wanted;
  try {
    if (wanted === ofDevice()) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, wanted);
  } catch {
    // Storage refused: the choice lasts as long as the page.
  }
}

/** Puts back the choice of an earlier visit. */
export function restoreScheme(): void {
  try {
    const kept = localStorage.getItem(KEPT);
    if (kept === 'paper' || kept === 'stage') document.documentElement.dataset['scheme'] = kept;
  } catch {
    // As the device asks.
  }
}
