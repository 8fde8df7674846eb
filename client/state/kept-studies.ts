import { createStore, delMany, entries, get, promisifyRequest } from 'idb-keyval';
import type { StaffingReport } from '../../models/doors/study.ts';
import type { LabSource } from './lab.ts';

/** Studies that a planner keeps on this device, by name. Nobody else has them. */

export interface KeptStudy {
  readonly name: string;
  /** When it was kept, ms since 1970. */
  readonly at: number;
  readonly source: LabSource;
  /** The scenario file, as it was edited. */
  readonly file: unknown;
  readonly report: StaffingReport;
}

const store = () => createStore('contretemps-studies', 'studies');

/** The names that are kept, the latest first; none where this device keeps nothing. */
export async function keptStudies(): Promise<readonly Pick<KeptStudy, 'name' | 'at'>[]> {
  try {
    const all = await entries<string, KeptStudy>(store());
    return all.map(([name, { at }]) => ({ name, at })).sort((a, b) => b.at - a.at);
  } catch {
    return [];
  }
}

/** Nothing is written over: false where something has this name already, of another tab too. */
async function added(study: KeptStudy): Promise<boolean> {
  try {
    await store()('readwrite', (all) => promisifyRequest(all.add(study, study.name)));
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'ConstraintError') return false;
    throw error;
  }
}

/** The same question of the same file, with the same answer. */
function isSame(one: KeptStudy, other: KeptStudy): boolean {
  const [a, b] = [one, other].map(({ file, report, source }) =>
    JSON.stringify([source, file, report]),
  );
  return a === b;
}

/**
 * Keeps a study under its name, or its name and a number where another study has it.
 * @returns the name under which it is kept; null where this device refuses to keep it
 */
export async function keepStudy(study: KeptStudy): Promise<string | null> {
  try {
    for (let k = 1; ; k += 1) {
      const name = k === 1 ? study.name : `${study.name} (${k})`;
      if (await added({ ...study, name })) return name;
      const kept = await keptStudy(name);
      if (kept !== undefined && isSame(kept, study)) return name;
    }
  } catch {
    return null;
  }
}

export const keptStudy = (name: string): Promise<KeptStudy | undefined> =>
  get<KeptStudy>(name, store()).catch(() => undefined);

export const forgetStudy = (name: string): Promise<void> =>
  delMany([name], store()).catch(() => undefined);
