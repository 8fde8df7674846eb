import { describe, expect, it } from 'vitest';
import { catalogueScenario, type Scenario } from '../../../models/doors/scenario.ts';
import {
  type Chunk,
  ChunkOrder,
  type PlayedChunk,
  type Study,
} from '../../../models/doors/study.ts';

const scenario = catalogueScenario('petit-standard') as Scenario;
const STUDY: Study = { scenario, seed: 's', from: 0, to: 24, chunkDays: 2 };

function ledger() {
  const told: number[] = [];
  const progress: number[] = [];
  const book = new ChunkOrder(
    STUDY,
    {
      chunk: ({ index, packed }: PlayedChunk) => {
        expect(packed).toEqual(Float64Array.of(index));
        told.push(index);
      },
      progress: (done) => progress.push(done),
    },
    0,
  );
  const take = (atOnce: number): number[] => {
    const taken: number[] = [];
    for (let chunk: Chunk | null; (chunk = book.take(atOnce)) !== null; ) taken.push(chunk.index);
    return taken;
  };
  const back = (...indexes: number[]): void => {
    for (const index of indexes) book.back(index, Float64Array.of(index));
  };
  return { back, book, progress, take, told };
}

describe('the chunks of a study', () => {
  it('are told in order, whatever the order in which they end', () => {
    const { back, book, progress, take, told } = ledger();
    expect(take(12)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    back(3, 1);
    expect(told).toEqual([]);
    back(0);
    expect(told).toEqual([0, 1]);
    expect(book.complete).toBe(false);
    back(11, 10, 2, 4, 9, 8, 7, 6, 5);
    expect(told).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(progress).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24]);
    expect(book.complete).toBe(true);
  });

  it('are given out so many at once, and not without end while one is missing', () => {
    const { back, take } = ledger();
    expect(take(1)).toEqual([0]);
    expect(take(1)).toEqual([]);
    expect(take(2)).toEqual([1]);
    for (let index = 1; index <= 8; index += 1) {
      back(index);
      take(2);
    }
    // Eight are back too early: another one would be one too many for who plays one at a time.
    expect(take(1)).toEqual([]);
    back(0);
    expect(take(2)).toEqual([10]);
  });

  it('are played again once, in front of the others; the second time is told', () => {
    const { back, book, take, told } = ledger();
    take(3);
    expect(book.failed(1)).toBeNull();
    expect(take(3)).toEqual([1]);
    expect(book.failed(1)).toMatchObject({ index: 1, from: 2, to: 4 });
    // What is not out is passed over.
    expect(book.failed(7)).toBeNull();
    back(7);
    back(0);
    expect(told).toEqual([0]);
  });

  it('go back all together when whoever played them is gone', () => {
    const { back, book, take, told } = ledger();
    expect(take(4)).toEqual([0, 1, 2, 3]);
    back(2);
    expect(book.lost()).toBeNull();
    expect(take(4)).toEqual([0, 1, 3, 4]);
    back(0, 1, 3);
    expect(told).toEqual([0, 1, 2, 3]);
    expect(book.lost()).toBeNull();
    expect(take(1)).toEqual([4]);
    expect(book.lost()).toMatchObject({ index: 4 });
  });

  it('are told no more once the book is closed', () => {
    const { back, book, progress, take, told } = ledger();
    take(4);
    back(0);
    book.close();
    back(1);
    expect([told, progress]).toEqual([[0], [2]]);
  });
});
