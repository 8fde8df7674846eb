import { describe, expect, it } from 'vitest';
import { forgetStudy, keepStudy, keptStudies, keptStudy } from '../../client/state/kept-studies.ts';
import type { StaffingReport } from '../../models/doors/study.ts';
import { OFFICE } from './office.ts';

/** What a planner keeps is lost to nothing but their own hand. */

const study = (name: string, asked: string) => ({
  name,
  at: 1,
  source: { kind: 'scenario', name: 'bureau.json' } as const,
  file: OFFICE,
  report: { asked } as unknown as StaffingReport,
});

describe('studies kept under one name', () => {
  it('are all kept, at once too, and the same one once only', async () => {
    const name = `bureau, 10:42 ${performance.now()}`;
    const names = await Promise.all(
      ['first', 'second', 'third'].map((asked) => keepStudy(study(name, asked))),
    );
    expect([...names].sort()).toEqual([name, `${name} (2)`, `${name} (3)`]);
    const kept = await Promise.all(names.map((one) => keptStudy(one ?? '')));
    expect(kept.map((one) => one?.report)).toEqual(
      ['first', 'second', 'third'].map((asked) => ({ asked })),
    );
    expect(await keepStudy({ ...study(name, 'second'), at: 2 })).toBe(names[1]);
    const listed = (await keptStudies()).map((one) => one.name);
    expect(listed).toEqual(expect.arrayContaining(names));
    for (const one of names) await forgetStudy(one ?? '');
  });
});
