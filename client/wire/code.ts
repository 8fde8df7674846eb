/**
 * What a person typed or pasted, as a room code: capitals, without dash or space. A pasted address
 * gives the code it ends with.
 */
export function codeIn(typed: string): string {
  const last = typed.trim().split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1) ?? '';
  return last.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/**
 * What the fragment of an address may carry, which no server is sent: the secret of the room's QR
 * code, or the host's token.
 */
export type Carried = 'key' | 'host';

const SECRET = /^#(key|host)=([\w-]{1,64})$/;

/** The fragment that carries a secret; '' where there is none yet. */
export const fragmentOf = (secret: string, carries: Carried = 'key'): string =>
  secret ? `#${carries}=${secret}` : '';

/** The fragment of an address that was typed or pasted, where it carries a secret; else ''. */
export function secretFragment(typed: string): string {
  const at = typed.indexOf('#');
  const fragment = at < 0 ? '' : typed.slice(at).trim();
  return SECRET.test(fragment) ? fragment : '';
}

/** The secret of this kind in a fragment, or undefined. */
export function secretIn(fragment: string, wanted: Carried): string | undefined {
  const [, carries, secret] = SECRET.exec(fragment) ?? [];
  return carries === wanted ? secret : undefined;
}

/** A code as it is shown: in two halves when it is long, for reading aloud. */
export const codeShown = (code: string): string =>
  code.length >= 6 ? `${code.slice(0, code.length / 2)}-${code.slice(code.length / 2)}` : code;
