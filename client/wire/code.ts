/**
 * What a person typed or pasted, as a room code: capitals, without dash or space. A pasted address
 * gives the code it ends with.
 */
export function codeIn(typed: string): string {
  const last = typed.trim().split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1) ?? '';
  return last.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** The name of a QR code's secret in the fragment of its address, which no server is sent. */
const KEY = /^#key=([\w-]{1,64})$/;

/** The fragment that carries a room's secret; '' where there is none yet. */
export const fragmentOf = (key: string): string => (key ? `#key=${key}` : '');

/** The room's secret in a fragment, or undefined. */
export const keyIn = (fragment: string): string | undefined => KEY.exec(fragment)?.[1];

/** A code as it is shown: in two halves when it is long, for reading aloud. */
export const codeShown = (code: string): string =>
  code.length >= 6 ? `${code.slice(0, code.length / 2)}-${code.slice(code.length / 2)}` : code;
