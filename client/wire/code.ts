/**
 * What a person typed or pasted, as a room code: capitals, without dash or space. A pasted address
 * gives the code it ends with.
 */
export function codeIn(typed: string): string {
  const last = typed.trim().split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1) ?? '';
  return last.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** A code as it is shown: in two halves when it is long, for reading aloud. */
export const codeShown = (code: string): string =>
  code.length >= 6 ? `${code.slice(0, code.length / 2)}-${code.slice(code.length / 2)}` : code;
