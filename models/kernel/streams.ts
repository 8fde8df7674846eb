import seedrandom from 'seedrandom';

/**
 * Named sequential streams, and keys, out of the words a person types as a seed. Words are first
 * hashed to a fixed length: seedrandom itself takes "1" and "11" for the same seed.
 */

/**
 * 128 bits of a text as 32 hexadecimal digits (four FNV-1a lanes, each finished by an avalanche).
 */
export function hash128(text: string): string {
  let hex = '';
  for (let lane = 0; lane < 4; lane++) {
    let h = (0x811c9dc5 ^ Math.imul(lane + 1, 0x9e3779b1)) | 0;
    for (let i = 0; i < text.length; i++) {
      h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
      h ^= h >>> 15;
    }
    h = Math.imul(h ^ (h >>> 16) ^ text.length, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    hex += ((h ^ (h >>> 16)) >>> 0).toString(16).padStart(8, '0');
  }
  return hex;
}

/** A long sequential stream of uniforms in [0, 1), by name. For millions of draws in one order. */
export function stream(seed: string, name: string): () => number {
  return seedrandom.alea(hash128(`${name}\n${seed}`));
}

/** Two 32-bit keys from a seed, for keyed luck (luck.ts). */
export function keysOf(seed: string): readonly [number, number] {
  const alea = seedrandom.alea(hash128(seed));
  return [alea.int32(), alea.int32()];
}
