import { FACT_KINDS, type Fact, factRow, MASK_NAMES, NOT_READY_REASONS } from '../words/facts.ts';
import type { Says } from '../words/problem.ts';

const KIND_NUMBER = new Map(FACT_KINDS.map((kind, i) => [kind, i]));

/**
 * FNV-1a of 64 bits over the little-endian bytes of whole numbers, by 16-bit limbs: exact integer
 * arithmetic, the same on every engine. (Fowler, Noll, Vo; prime 2^40 + 0x1b3.)
 */
class Fnv64 {
  #a = 0x2325;
  #b = 0x8422;
  #c = 0x9ce4;
  #d = 0xcbf2;

  #byte(byte: number): void {
    const a0 = this.#a ^ byte;
    const a = a0 * 0x1b3;
    const b = this.#b * 0x1b3 + (a >>> 16);
    const c = this.#c * 0x1b3 + (a0 << 8) + (b >>> 16);
    const d = this.#d * 0x1b3 + (this.#b << 8) + (c >>> 16);
    this.#a = a & 0xffff;
    this.#b = b & 0xffff;
    this.#c = c & 0xffff;
    this.#d = d & 0xffff;
  }

  /** Eight bytes of a safe integer (two's complement of its low and high words). */
  add(value: number): void {
    const low = value >>> 0;
    const high = Math.floor(value / 0x1_0000_0000) >>> 0;
    for (let shift = 0; shift < 32; shift += 8) this.#byte((low >>> shift) & 0xff);
    for (let shift = 0; shift < 32; shift += 8) this.#byte((high >>> shift) & 0xff);
  }

  hex(): string {
    return [this.#d, this.#c, this.#b, this.#a]
      .map((limb) => limb.toString(16).padStart(4, '0'))
      .join('');
  }
}

/** A word is its place in its list; no fact has words of both. A name is its letters. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'object' && value !== null) return ofName(value as Says);
  return Math.max(NOT_READY_REASONS.indexOf(value as never), MASK_NAMES.indexOf(value as never));
}

/** 32 bits of a name in both languages, by its UTF-16 code units (FNV-1a). */
function ofName({ en, fr }: Says): number {
  let sum = 0x811c9dc5;
  for (const letter of `${fr}\n${en}`.split(''))
    sum = Math.imul(sum ^ letter.charCodeAt(0), 0x0100_0193);
  return sum >>> 0;
}

/** 16 hexadecimal digits that stand for a list of facts: equal lists, equal hash, on any engine. */
export function hashFacts(facts: Iterable<Fact>): string {
  const hash = new Fnv64();
  for (const fact of facts) {
    hash.add(fact.n);
    hash.add(fact.at);
    hash.add(KIND_NUMBER.get(fact.kind) ?? -1);
    const values = fact as unknown as Record<string, unknown>;
    for (const name of factRow(fact.kind).has) hash.add(numberOf(values[name]));
  }
  return hash.hex();
}
