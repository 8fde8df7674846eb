/**
 * Copies a text; false where this device refuses, as every browser does over plain http: whoever
 * asked then shows the text, selected.
 */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
