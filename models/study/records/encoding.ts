/** How the bytes of a table are to be read, from its first ones. Names are those of TextDecoder. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Is this UTF-8? A character cut by the end of the sample is no fault. */
function isUtf8(bytes: Uint8Array): boolean {
  let i = 0;
  while (i < bytes.length) {
    const first = bytes[i] ?? 0;
    let more = -1;
    if (first < 0x80) more = 0;
    else if (first >= 0xc2 && first < 0xe0) more = 1;
    else if (first >= 0xe0 && first < 0xf0) more = 2;
    else if (first >= 0xf0 && first < 0xf5) more = 3;
    if (more < 0) return false;
    for (let k = 1; k <= more && i + k < bytes.length; k++)
      if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return false;
    i += more + 1;
  }
  return true;
}

/** Bytes that are 0 at even and at odd places: Latin text in UTF-16 has one of them everywhere. */
function zerosOf(bytes: Uint8Array): { even: number; odd: number } {
  let [even, odd] = [0, 0];
  bytes.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  });
  return { even, odd };
}

/** Signs that no text has: all below a space but tabs, ends of lines and of pages. */
const isControl = (byte: number): boolean => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d);

/** Is this no text at all: a picture, a program, a packed file? A stray sign makes none of one. */
export function isBinary(bytes: Uint8Array): boolean {
  if (!['utf-8', 'windows-1252'].includes(encodingOf(bytes))) return false;
  return bytes.filter(isControl).length > bytes.length / 100;
}

/** The encoding of a file from its first bytes (some thousands are enough). */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [a = 0, b = 0] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const { even, odd } = zerosOf(bytes);
  const many = bytes.length * 0.3;
  if (bytes.length >= 4 && odd > many && even < odd / 10) return 'utf-16le';
  if (bytes.length >= 4 && even > many && odd < even / 10) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}
