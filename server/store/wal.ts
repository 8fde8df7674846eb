import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';

/**
 * What SQLite's log beside a database (`-wal`) still holds, read as SQLite reads it, but without
 * its silence: SQLite takes what stands before the first bad frame, and forgets the rest.
 * The format: https://www.sqlite.org/fileformat2.html#walformat and …/walformat.html (the index).
 */

const HEADER = 32;
const FRAME_HEADER = 24;
/** The magic number but for its last bit, which is set where the sums read words big-endian. */
const MAGIC = 0x377f0682;
const VERSION = 3_007_000;

type Sums = readonly [number, number];

/** What can be had of a log. */
interface Log {
  /** How many frames, up to the last commit that SQLite will accept. */
  readonly frames: number;
  /** The pages these hold, and how many the database has after them (0: unknown). */
  readonly pages: ReadonlySet<number>;
  readonly databasePages: number;
  readonly pageSize: number;
  /** Marks the frames of this log from those of the log before, which may stand behind them. */
  readonly salts: Buffer;
  /** A whole commit stands behind the first bad frame: it was on the disk, and is given up. */
  readonly isBroken: boolean;
}

/**
 * Why what a database and its log hold is less than what was written, in a few words; or null. A
 * last transaction half written is no loss: nobody was told that it was stored.
 */
export function lossOf(file: string): string | null {
  const size = sizeOf(`${file}-wal`);
  if (size === null) return null;
  const log = readLog(`${file}-wal`);
  const known = indexOf(`${file}-shm`);
  if (size === 0 && known === null) return 'the log is empty';
  if (log === null) {
    if (size > HEADER) return 'the log cannot be read from its first bytes on';
    if (known === null || known.frames === known.inDatabase) return null;
    return `the log is empty; it had ${known.frames} pages`;
  }
  const told = known?.salts.equals(log.salts) === true ? known.frames : 0;
  if (told > log.frames) return `the log ends after ${log.frames} of ${told} pages`;
  // Where both agree, what stands behind is of a commit that the disk refused.
  if (log.isBroken && told !== log.frames) return `the log is broken after ${log.frames} pages`;
  if (log.frames === 0) return null;
  return isShort(file, log) ? 'the database file is missing or too short' : null;
}

/** Whether there is a page that neither the database nor its log has. */
function isShort(file: string, log: Log): boolean {
  const inFile = Math.floor((sizeOf(file) ?? 0) / log.pageSize);
  // Of a database without a first page SQLite throws the log away, whatever that holds.
  if (inFile === 0) return true;
  for (let page = inFile + 1; page <= log.databasePages; page += 1)
    if (!log.pages.has(page)) return true;
  return false;
}

const sizeOf = (file: string): number | null => (existsSync(file) ? statSync(file).size : null);

/** Null where its header is not one. */
function readLog(file: string): Log | null {
  const fd = openSync(file, 'r');
  try {
    return logIn(fd);
  } finally {
    closeSync(fd);
  }
}

function logIn(fd: number): Log | null {
  const header = Buffer.alloc(HEADER);
  if (readSync(fd, header, 0, HEADER, 0) < HEADER) return null;
  const isBig = (header.readUInt32BE(0) & 1) === 1;
  const pageSize = header.readUInt32BE(8);
  const first = summed(header, 0, 24, [0, 0], isBig);
  if (header.readUInt32BE(0) - Number(isBig) !== MAGIC) return null;
  if (!isSame(first, sumsAt(header, 24)) || pageSize < 512 || pageSize > 65_536) return null;
  const salts = Buffer.from(header.subarray(16, 24));
  const frame = Buffer.alloc(FRAME_HEADER + pageSize);
  const count = Math.floor((fstatSync(fd).size - HEADER) / frame.length);
  const pages = new Set<number>();
  let pending: number[] = [];
  let frames = 0;
  let databasePages = 0;
  let before: readonly Sums[] = [first];
  let isBad = false;
  for (let i = 0; i < count; i += 1) {
    readSync(fd, frame, 0, frame.length, HEADER + i * frame.length);
    const sums = before.map((from) => sumOf(frame, from, isBig));
    const told = sumsAt(frame, 16);
    const isOfThis = frame.subarray(8, 16).equals(salts) && frame.readUInt32BE(0) > 0;
    const isWhole = isOfThis && sums.some((sum) => isSame(sum, told));
    const commits = frame.readUInt32BE(4);
    if (isBad && isWhole && commits > 0)
      return { frames, pages, databasePages, pageSize, salts, isBroken: true };
    isBad ||= !isWhole;
    // Behind a bad frame: what follows it may agree with what it says, or with what it holds.
    before = isBad ? [told, ...sums.slice(0, 1)] : [told];
    if (isBad) continue;
    pending.push(frame.readUInt32BE(0));
    if (commits === 0) continue;
    for (const page of pending) pages.add(page);
    pending = [];
    frames = i + 1;
    databasePages = commits;
  }
  return { frames, pages, databasePages, pageSize, salts, isBroken: false };
}

const sumsAt = (bytes: Buffer, at: number): Sums => [
  bytes.readUInt32BE(at),
  bytes.readUInt32BE(at + 4),
];
const isSame = (a: Sums, b: Sums): boolean => a[0] === b[0] && a[1] === b[1];

/** The sums of a frame: its page number, the size it commits, and its page. */
const sumOf = (frame: Buffer, from: Sums, isBig: boolean): Sums =>
  summed(frame, FRAME_HEADER, frame.length, summed(frame, 0, 8, from, isBig), isBig);

function summed(bytes: Buffer, from: number, to: number, start: Sums, isBig: boolean): Sums {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let [a, b] = start;
  for (let at = from; at < to; at += 8) {
    a = (a + words.getUint32(at, !isBig) + b) >>> 0;
    b = (b + words.getUint32(at + 4, !isBig) + a) >>> 0;
  }
  return [a, b];
}

/**
 * What the index of the log (`-shm`) says, where it can be believed. It is written once a commit is
 * on the disk, and left behind by a kill: it never says too much.
 */
function indexOf(file: string): { frames: number; inDatabase: number; salts: Buffer } | null {
  if ((sizeOf(file) ?? 0) < 136) return null;
  const bytes = readFileSync(file);
  const [header, again] = [bytes.subarray(0, 48), bytes.subarray(48, 96)];
  // In the machine's own order, unlike all else: one that is not ours is not believed.
  const words = new Uint32Array(new Uint8Array(bytes.subarray(0, 100)).buffer);
  if (words[0] !== VERSION || header[12] !== 1 || !header.equals(again)) return null;
  const salts = Buffer.from(header.subarray(32, 40));
  return { frames: words[4] ?? 0, inDatabase: words[24] ?? 0, salts };
}
