/** Words and keys by number, in little memory. */

/** What stands between two texts that are hashed as one. */
const BETWEEN = 1;

/** 53 bits of one text or several, by two multiplications a letter (FNV, twice). */
export function hash53(texts: readonly string[]): number {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (const text of texts) {
    for (let i = 0; i <= text.length; i++) {
      const letter = i === text.length ? BETWEEN : text.charCodeAt(i);
      a = Math.imul(a ^ letter, 0x01000193);
      b = Math.imul(b ^ letter, 0x85ebca6b);
      b ^= b >>> 13;
    }
  }
  a ^= a >>> 15;
  return (a >>> 0) * 2_097_152 + ((b >>> 0) & 0x1fffff);
}

/** A number for each key, without keeping the keys: 12 bytes a place, at most two thirds full. */
export class Seen {
  size = 0;
  private keys = new Float64Array(1_024);
  private numbers = new Int32Array(1_024);

  private place(key: number): number {
    const mask = this.keys.length - 1;
    let at = (key ^ (key / 4_294_967_296)) & mask;
    while (this.keys[at] !== 0 && this.keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { keys, numbers } = this;
    this.keys = new Float64Array(keys.length * 2);
    this.numbers = new Int32Array(keys.length * 2);
    keys.forEach((key, i) => {
      if (key === 0) return;
      const at = this.place(key);
      this.keys[at] = key;
      this.numbers[at] = numbers[i] ?? 0;
    });
  }

  /** The number kept under a hash, -1 where there is none. */
  get(hash: number): number {
    const at = this.place(hash + 1);
    return this.keys[at] === 0 ? -1 : (this.numbers[at] as number);
  }

  set(hash: number, number: number): void {
    const at = this.place(hash + 1);
    if (this.keys[at] === 0) this.size += 1;
    this.keys[at] = hash + 1;
    this.numbers[at] = number;
    if (this.size * 3 > this.keys.length * 2) this.grow();
  }
}

/** Words by number. Beyond `most` of them only their difference is kept, not how they are spelt. */
export class Words {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly nameless = new Seen();

  constructor(private readonly most = Number.POSITIVE_INFINITY) {}

  numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    if (this.list.length >= this.most) return this.namelessNumber(word);
    const number = this.list.length;
    // A slice of a file's text would keep all of that text.
    const own = ` ${word}`.slice(1);
    this.numbers.set(own, number);
    this.list.push(own);
    return number;
  }

  private namelessNumber(word: string): number {
    const hash = hash53([word]);
    let number = this.nameless.get(hash);
    if (number < 0) {
      number = this.list.length + this.nameless.size;
      this.nameless.set(hash, number);
    }
    return number;
  }

  at(number: number): string {
    return this.list[number] ?? `#${number}`;
  }
}
