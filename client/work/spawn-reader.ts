/**
 * Starts a worker of the page that reads a file of records, and keeps them. Apart from the engine:
 * a report in one file has none of this.
 */
export const spawnReader = (): Worker =>
  new Worker(new URL('./records.ts', import.meta.url), { type: 'module' });
