/** Starts the worker that replays a day. The day in one file starts it another way. */
export const spawnReplayer = (): Worker =>
  new Worker(new URL('./replayer.ts', import.meta.url), { type: 'module' });
