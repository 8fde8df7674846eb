/** Starts one engine. */
export const spawnEngine = (): Worker =>
  new Worker(new URL('./engine.ts', import.meta.url), { type: 'module' });
