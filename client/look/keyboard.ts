/**
 * The key of a shortcut, whatever the keyboard and its language: a digit by its place, for on a
 * French keyboard the digits are typed with Shift; a Latin letter as it is printed; and where the
 * letters are others (Cyrillic, Greek, an input method), that of the place, which is printed
 * beside them. Anything else is as the browser says it; letters are small.
 */
export function keyTyped({ code, key }: Pick<KeyboardEvent, 'code' | 'key'>): string {
  if (key === '?') return key;
  const digit = /^Digit(\d)$/.exec(code) ?? (key.length === 1 ? /^Numpad(\d)$/.exec(code) : null);
  if (digit?.[1]) return digit[1];
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const letter = key.length > 1 && key !== 'Process' ? null : /^Key([A-Z])$/.exec(code);
  return letter?.[1]?.toLowerCase() ?? key;
}
