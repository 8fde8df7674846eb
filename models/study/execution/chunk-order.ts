import { type Chunk, chunksOf, costOf, type Study } from '../design.ts';
import type { PlayedChunk, StudyHears } from './executor.ts';

/**
 * Which chunks of a study are still to be played, which are being played, and which came back: the
 * same book for every executor that plays several at once. Chunks are told in order of index,
 * whatever the order in which they end; one that went down with whoever played it is played again,
 * once.
 */
export class ChunkOrder {
  private readonly todo: Chunk[];
  /** Given out and not yet back, by index. */
  private readonly out = new Map<number, Chunk>();
  /** Back, but later than the next to be told, by index. */
  private readonly early = new Map<number, PlayedChunk>();
  /** Indexes of chunks that were lost once. */
  private readonly tried = new Set<number>();
  private next: number;
  private done: number;
  private closed = false;
  private readonly total: number;
  private readonly hears: StudyHears;

  constructor(study: Study, hears: StudyHears, resumeAt: number) {
    const cost = costOf(study, resumeAt);
    this.total = study.to - study.from;
    this.todo = chunksOf(study, resumeAt);
    this.next = resumeAt;
    this.done = this.total - cost.days;
    this.hears = hears;
    hears.cost?.(cost);
  }

  /** Nothing is left to do, nor to wait for. */
  get complete(): boolean {
    return this.todo.length + this.out.size === 0;
  }

  /** From here on nothing is told. */
  close(): void {
    this.closed = true;
  }

  /**
   * The next chunk to be played; null where none is left, `atOnce` are being played, or so many
   * are back too early that memory would grow.
   */
  take(atOnce: number): Chunk | null {
    if (this.out.size >= atOnce || this.early.size >= 8 * atOnce) return null;
    const chunk = this.todo.shift();
    if (chunk === undefined) return null;
    this.out.set(chunk.index, chunk);
    return chunk;
  }

  /** A chunk is back. One that was not given out, or was given out again since, is passed over. */
  back(index: number, packed: Float64Array): void {
    const chunk = this.out.get(index);
    if (chunk === undefined || this.closed) return;
    this.out.delete(index);
    this.early.set(index, { ...chunk, packed });
    this.done += chunk.to - chunk.from;
    this.hears.progress?.(this.done, this.total);
    for (;;) {
      const ready = this.early.get(this.next);
      // Whoever hears may have had enough.
      if (ready === undefined || this.closed) return;
      this.early.delete(this.next);
      this.next += 1;
      this.hears.chunk(ready);
    }
  }

  /** A chunk could not be played: null where it will be tried again, itself where it was twice. */
  failed(index: number): Chunk | null {
    const chunk = this.out.get(index);
    if (chunk === undefined) return null;
    this.out.delete(index);
    if (this.tried.has(index)) return chunk;
    this.tried.add(index);
    this.todo.unshift(chunk);
    return null;
  }

  /** Whoever played them is gone: all that are out will be tried again, or the one tried twice. */
  lost(): Chunk | null {
    const inHand = [...this.out.keys()].sort((a, b) => b - a);
    let twice: Chunk | null = null;
    for (const index of inHand) twice = this.failed(index) ?? twice;
    return twice;
  }
}
