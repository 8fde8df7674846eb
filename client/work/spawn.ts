/** Starts a worker of the page that plays days. The lab in one file starts it another way. */
export const spawnEngine = (): Worker =>
  new Worker(new URL('./engine.ts', import.meta.url), { type: 'module' });
