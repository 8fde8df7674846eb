/** Starts the workers of the page. The lab in one file starts them another way. */

/** One engine, which plays days. */
export const spawnEngine = (): Worker =>
  new Worker(new URL('./engine.ts', import.meta.url), { type: 'module' });

/** One reader, which keeps the records of a file. */
export const spawnReader = (): Worker =>
  new Worker(new URL('./records.ts', import.meta.url), { type: 'module' });
