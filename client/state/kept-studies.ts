import { createStore, delMany, entries, get, set } from 'idb-keyval';
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

/** False where this device refuses to keep it. */
export async function keepStudy(study: KeptStudy): Promise<boolean> {
  try {
    await set(study.name, study, store());
    return true;
  } catch {
    return false;
  }
}

export const keptStudy = (name: string): Promise<KeptStudy | undefined> =>
  get<KeptStudy>(name, store()).catch(() => undefined);

export const forgetStudy = (name: string): Promise<void> =>
  delMany([name], store()).catch(() => undefined);
