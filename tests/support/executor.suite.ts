import { afterEach, describe, expect, it } from 'vitest';
import { catalogueScenario, type Scenario } from '../../models/doors/scenario.ts';
import {
  type Execution,
  type Executor,
  type PlayedChunk,
  runPacked,
  type Study,
  type StudyEnd,
  Trials,
} from '../../models/doors/study.ts';

/** An executor, and what a test may do to it from outside. */
export interface Opened {
  readonly executor: Executor;
  /** Kills one of the processes that play, as running out of memory would; where there are any. */
  readonly kill?: () => void;
  /** Processes that it has at this instant. */
  readonly running: () => number;
  readonly close?: () => Promise<void>;
}

const scenario = catalogueScenario('petit-standard') as Scenario;
const STUDY: Study = { scenario, seed: 'contract', from: 4, to: 51, chunkDays: 5 };
const CHUNKS = 10;
const DAYS = 47;

interface Heard {
  readonly chunks: PlayedChunk[];
  readonly progress: (readonly [done: number, total: number])[];
  readonly costs: object[];
  readonly end: StudyEnd;
}

/** Plays a study to its end, and looks on. */
async function heard(
  executor: Executor,
  study: Study,
  resumeAt = 0,
  look: (chunk: PlayedChunk, running: Execution) => void = () => {},
): Promise<Heard> {
  const told = {
    chunks: [] as PlayedChunk[],
    progress: [] as [number, number][],
    costs: [] as object[],
  };
  const running = executor.start(
    study,
    {
      cost: (cost) => {
        expect(told.chunks.length + told.progress.length).toBe(0);
        told.costs.push(cost);
      },
      chunk: (chunk) => {
        told.chunks.push(chunk);
        look(chunk, running);
      },
      progress: (done, total) => told.progress.push([done, total]),
    },
    resumeAt,
  );
  return { ...told, end: await running.ended };
}

/** The chunks as they are when played one after the other, with nobody in between. */
function alone(study: Study): PlayedChunk[] {
  const trials = new Trials(study.scenario, study.seed);
  return Array.from({ length: CHUNKS }, (_, index) => {
    const from = study.from + 5 * index;
    const to = Math.min(study.to, from + 5);
    return { index, from, to, packed: runPacked(trials, from, to) };
  });
}
const EXPECTED = alone(STUDY);

/** What every executor must pass. */
export function executorSuite(name: string, open: () => Opened): void {
  describe(`the executor contract, kept by ${name}`, () => {
    let all: Opened[] = [];
    const opened = (): Opened => {
      const one = open();
      all.push(one);
      return one;
    };
    afterEach(async () => {
      for (const one of all) await one.close?.();
      all = [];
    });

    it('tells each chunk once, in order, to the last bit what it is when played alone', async () => {
      const { executor, running } = opened();
      const { chunks, end } = await heard(executor, STUDY);
      expect(end).toBe('done');
      expect(chunks).toEqual(EXPECTED);
      expect(running()).toBe(0);
    });

    it('tells the cost once, before all, and progress that never falls', async () => {
      const { costs, progress } = await heard(opened().executor, STUDY);
      expect(costs).toEqual([{ days: DAYS, chunks: CHUNKS, events: expect.any(Number) }]);
      expect(progress).toEqual([...progress].sort(([a], [b]) => a - b));
      expect(progress.at(-1)).toEqual([DAYS, DAYS]);
    });

    it.each([1, CHUNKS - 1])('goes on at chunk %i with the chunks from there on', async (at) => {
      const { chunks, costs, end, progress } = await heard(opened().executor, STUDY, at);
      expect(end).toBe('done');
      expect(chunks).toEqual(EXPECTED.slice(at));
      expect(costs).toMatchObject([{ days: DAYS - 5 * at, chunks: CHUNKS - at }]);
      expect(Math.min(...progress.map(([done]) => done))).toBeGreaterThan(5 * at);
      expect(progress.at(-1)).toEqual([DAYS, DAYS]);
    });

    it('has nothing to do after the last chunk, nor in a study of no day', async () => {
      const { executor } = opened();
      for (const told of [
        await heard(executor, STUDY, CHUNKS),
        await heard(executor, { ...STUDY, to: STUDY.from }),
      ])
        expect(told).toMatchObject({ end: 'done', chunks: [], progress: [] });
    });

    it('ends when it is aborted, is heard no more, and can be gone on with', async () => {
      const { executor, running } = opened();
      const first = await heard(executor, STUDY, 0, ({ index }, study) => {
        if (index === 3) study.abort();
      });
      expect(first.end).toBe('aborted');
      expect(first.chunks).toEqual(EXPECTED.slice(0, 4));
      expect(running()).toBe(0);
      const rest = await heard(executor, STUDY, 4);
      expect([...first.chunks, ...rest.chunks]).toEqual(EXPECTED);
      expect(first.chunks).toHaveLength(4);
    });

    it('is heard not at all when it is aborted at once; twice is as good as once', async () => {
      const { executor, running } = opened();
      const unheard = (): never => {
        throw new Error('this study was aborted');
      };
      const study = executor.start(STUDY, { cost: unheard, chunk: unheard, progress: unheard });
      study.abort();
      study.abort();
      expect(await study.ended).toBe('aborted');
      expect(running()).toBe(0);
    });

    it('throws to whoever waits for its end what whoever listens throws, and plays no more', async () => {
      const { executor, running } = opened();
      let heardOf = 0;
      const { ended } = executor.start(STUDY, {
        chunk: () => {
          heardOf += 1;
          throw new Error('no more room');
        },
      });
      await expect(ended).rejects.toThrow('no more room');
      await expect.poll(running).toBe(0);
      expect(heardOf).toBe(1);
    });

    it('plays two studies at once without mixing them', async () => {
      const { executor } = opened();
      const other = { ...STUDY, seed: 'other' };
      const [one, two] = await Promise.all([heard(executor, STUDY), heard(executor, other)]);
      expect(one.chunks).toEqual(EXPECTED);
      expect(two.chunks).toEqual(alone(other));
    });

    it.each([
      ['E_RANGE', { ...STUDY, chunkDays: 0 }, 0],
      ['E_RANGE', { ...STUDY, from: 60 }, 0],
      ['E_RANGE', { ...STUDY, from: -1 }, 0],
      ['E_RANGE', { ...STUDY, to: 51.5 }, 0],
      ['E_RANGE', STUDY, CHUNKS + 1],
      ['E_RANGE', STUDY, Number.NaN],
      ['E_COST', { ...STUDY, to: 1e12 }, 0],
    ])('refuses in a sentence what it cannot play: %s', async (code, study, resumeAt) => {
      const { executor, running } = opened();
      const told = await heard(executor, study, resumeAt);
      expect(told).toMatchObject({ end: { code }, chunks: [], costs: [], progress: [] });
      expect(running()).toBe(0);
    });

    it('plays again what went down with whoever played it, to the same bit', async () => {
      const { executor, kill } = opened();
      let kills = 0;
      const { chunks, end } = await heard(executor, STUDY, 0, ({ index }) => {
        if (index !== 2 || kill === undefined) return;
        kills += 1;
        kill();
      });
      expect(end).toBe('done');
      expect(chunks).toEqual(EXPECTED);
      expect(kills).toBe(kill === undefined ? 0 : 1);
    });
  });
}
