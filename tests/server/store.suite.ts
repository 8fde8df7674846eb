import { afterEach, describe, expect, it } from 'vitest';
import type { LogEntry, Store, StoredFact, StoredRoom } from '../../server/store/store.ts';

/** What every implementation of the store must pass. */
export function storeSuite(name: string, open: () => Promise<Store>): void {
  describe(`the store contract, kept by ${name}`, () => {
    let stores: Store[] = [];
    const opened = async (): Promise<Store> => {
      const store = await open();
      stores.push(store);
      return store;
    };
    afterEach(async () => {
      for (const store of stores) await store.close();
      stores = [];
    });

    it('gives back a room by id and by code, and nothing for an unknown one', async () => {
      const store = await opened();
      await store.addRoom(room('a'));
      expect(await store.room('a')).toEqual(room('a'));
      expect(await store.room('CODE-a')).toEqual(room('a'));
      expect(await store.room('b')).toBeNull();
    });

    it('refuses a second room with the same id or code', async () => {
      const store = await opened();
      await store.addRoom(room('a'));
      await expect(store.addRoom(room('a'))).rejects.toThrow();
      await expect(store.addRoom({ ...room('b'), code: 'CODE-a' })).rejects.toThrow();
      expect((await store.list()).map((line) => line.id)).toEqual(['a']);
    });

    it('lists rooms oldest first with their marks', async () => {
      const store = await opened();
      await store.addRoom({ ...room('b'), createdAt: 2 });
      await store.addRoom({ ...room('a'), createdAt: 1 });
      await store.addFacts('b', 0, [], { at: 7_000, touchedAt: 99 });
      expect(await store.list()).toEqual([
        { id: 'a', code: 'CODE-a', at: 0, touchedAt: 1 },
        { id: 'b', code: 'CODE-b', at: 7_000, touchedAt: 99 },
      ]);
      expect(await store.mark('b')).toEqual({ at: 7_000, touchedAt: 99 });
      expect(await store.mark('z')).toBeNull();
    });

    it('keeps a log in order, whatever is in it', async () => {
      const store = await opened();
      await store.addRoom(room('a'));
      await store.append('a', [entry(0), entry(1, '{"says":"é « \\u0000 » 🎻 \' \\" \\n"}')]);
      await store.append('a', [entry(2)]);
      const log = await store.log('a');
      expect(log.map((one) => one.seq)).toEqual([0, 1, 2]);
      expect(log[1]?.body).toBe('{"says":"é « \\u0000 » 🎻 \' \\" \\n"}');
      expect(await store.log('nobody')).toEqual([]);
    });

    it('refuses an entry that is already there or leaves a gap, and then keeps none of the batch', async () => {
      const store = await opened();
      await store.addRoom(room('a'));
      await store.append('a', [entry(0)]);
      await expect(store.append('a', [entry(0)])).rejects.toThrow();
      await expect(store.append('a', [entry(2)])).rejects.toThrow();
      await expect(store.append('a', [entry(1), entry(3)])).rejects.toThrow();
      expect(await store.log('a')).toEqual([entry(0)]);
    });

    it('lets a refused write take nothing else with it', async () => {
      const store = await opened();
      await store.addRoom(room('a'));
      await store.addRoom(room('b'));
      const outcomes = await Promise.allSettled([
        store.append('a', [entry(0)]),
        store.append('b', [entry(5)]),
        store.append('a', [entry(1)]),
      ]);
      expect(outcomes.map((outcome) => outcome.status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
      expect(await store.log('a')).toEqual([entry(0), entry(1)]);
      expect(await store.log('b')).toEqual([]);
    });

    it('refuses a log, and facts, of a room that does not exist', async () => {
      const store = await opened();
      await expect(store.append('nobody', [entry(0)])).rejects.toThrow();
      await expect(store.addFacts('nobody', 0, facts(0, 1), MARK)).rejects.toThrow();
      await expect(store.addFacts('nobody', 0, [], MARK)).rejects.toThrow();
    });

    it('keeps the order of many appends made at once', async () => {
      const store = await opened();
      await store.addRoom(room('a'));
      const seqs = Array.from({ length: 300 }, (_, i) => i);
      await Promise.all(seqs.map((seq) => store.append('a', [entry(seq)])));
      expect((await store.log('a')).map((one) => one.seq)).toEqual(seqs);
    });

    it('keeps facts without gap', async () => {
      const store = await opened();
      await store.addRoom(room('a'));
      expect(await store.facts('a', 0, 0)).toEqual([]);
      await store.addFacts('a', 0, facts(0, 3), MARK);
      await store.addFacts('a', 0, facts(3, 5), MARK);
      await expect(store.addFacts('a', 0, facts(4, 6), MARK)).rejects.toThrow();
      await expect(store.addFacts('a', 0, facts(6, 7), MARK)).rejects.toThrow();
      for (let from = 0; from <= 5; from += 1)
        expect(await store.facts('a', 0, from)).toEqual(facts(from, 5));
    });

    it('gives back thousands of facts in a few readings', async () => {
      const store = await opened();
      await store.addRoom(room('a'));
      const firsts = Array.from({ length: 600 }, (_, i) => 5 * i);
      await Promise.all(firsts.map((n) => store.addFacts('a', 0, facts(n, n + 5), MARK)));
      const read: StoredFact[] = [];
      for (let more = await store.facts('a', 0, 0); more.length > 0; ) {
        read.push(...more);
        more = await store.facts('a', 0, read.length);
      }
      expect(read).toEqual(facts(0, 3_000));
    });

    it('keeps what was worked out of a day as it was first, up to so many of a room', async () => {
      const store = await opened();
      await store.addRoom(room('a'));
      const first = { rulesVersion: '4', body: '{"é":1}' };
      const other = { rulesVersion: '5', body: '{}' };
      await store.keepComputed('a', 0, 'k', first, 2);
      await store.keepComputed('a', 0, 'k', other, 2);
      await store.keepComputed('a', 1, 'k', other, 2);
      await store.keepComputed('a', 1, 'too many', other, 2);
      expect(await store.computed('a', 0, 'k')).toEqual(first);
      expect(await store.computed('a', 1, 'k')).toEqual(other);
      expect(await store.computed('a', 1, 'too many')).toBeNull();
      await expect(store.keepComputed('nobody', 0, 'k', first, 2)).rejects.toThrow();
    });

    it('removes a room with all that belongs to it, and only that', async () => {
      const store = await opened();
      for (const id of ['a', 'b']) {
        await store.addRoom(room(id));
        await store.append(id, [entry(0)]);
        await store.addFacts(id, 0, facts(0, 2), MARK);
        await store.keepComputed(id, 0, 'k', { rulesVersion: '4', body: '{}' }, 9);
      }
      await store.removeRoom('a');
      expect(await store.computed('a', 0, 'k')).toBeNull();
      expect(await store.computed('b', 0, 'k')).not.toBeNull();
      expect(await store.room('a')).toBeNull();
      expect(await store.log('a')).toEqual([]);
      expect(await store.facts('a', 0, 0)).toEqual([]);
      expect(await store.log('b')).toEqual([entry(0)]);
      expect(await store.facts('b', 0, 0)).toEqual(facts(0, 2));
    });

    it('finishes what was begun before it closes', async () => {
      const store = await open();
      await store.addRoom(room('a'));
      const last = store.append('a', [entry(0)]);
      await store.close();
      await expect(last).resolves.toBeUndefined();
    });
  });
}

const MARK = { at: 1_000, touchedAt: 2_000 };

export const room = (id: string): StoredRoom => ({
  format: 2,
  id,
  code: `CODE-${id}`,
  scenario: '{"name":"été"}',
  seed: 'seed',
  rulesVersion: '1',
  hostHash: 'ab',
  createdAt: 1,
});

export const entry = (seq: number, body = `{"seq":${seq}}`): LogEntry => ({
  seq,
  day: 0,
  at: seq * 10,
  kind: 'command',
  body,
});

export const facts = (from: number, to: number): StoredFact[] =>
  Array.from({ length: to - from }, (_, i) => ({ n: from + i, body: `{"n":${from + i}}` }));
