import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IDEAS } from '../../../models/play/ideas.ts';
import { titlesOf } from '../../support/titles.ts';

const ROOT = join(import.meta.dirname, '../../..');

describe('the ideas of the five texts', () => {
  it('are 134, each once, each with what became of it', () => {
    expect(IDEAS).toHaveLength(134);
    expect(new Set(IDEAS.map(({ id }) => id)).size).toBe(134);
    for (const { id, left, mechanic, test, workshop } of IDEAS) {
      const fates = [left, test, workshop].filter((one) => one !== undefined);
      expect(fates, id).toHaveLength(1);
      expect(mechanic === undefined, id).toBe(left !== undefined);
      if (workshop) expect(['M10', 'M11'], id).toContain(mechanic);
      if (left) for (const language of ['fr', 'en'] as const) expect(left[language]).toMatch(/\.$/);
    }
  });

  it.each(IDEAS.filter(({ test }) => test !== undefined))(
    'are met in the product: $id, $quote',
    ({ test }) => {
      const { file = '', title = '' } = test ?? {};
      expect(existsSync(join(ROOT, file)), file).toBe(true);
      expect(
        titlesOf(file).some((one) => one.test(title)),
        title,
      ).toBe(true);
    },
  );
});
