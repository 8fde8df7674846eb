import { describe, expect, it } from 'vitest';
import { catalogueScenario, type Scenario } from '../../../../models/doors/scenario.ts';
import { MEASURES, SHOWN } from '../../../../models/doors/study.ts';
import { COLUMNS, CUTS, chaptersOf } from '../../../../models/study/report/labels.ts';

/** What the figures of `run` are called, in both languages. */

const arbitrated = catalogueScenario('dix-conseillers') as Scenario;
const arbitration = arbitrated.arbitration as NonNullable<Scenario['arbitration']>;
/** All that a report may hold: arbitrated, and with callers who are called back. */
const everything = { ...arbitrated, arbitration: { ...arbitration, callback: { accept: 0.4 } } };
const chapters = chaptersOf(everything as Scenario);
const labelled = chapters.flatMap(({ measures }) => measures);

describe('the figures of a report', () => {
  it('are all the measures there are, once each', () => {
    const names = labelled.map(([name]) => name);
    expect([...names].sort()).toEqual(MEASURES.map(({ name }) => name).sort());
    for (const name of SHOWN) expect(names).toContain(name);
  });

  it.each(['fr', 'en'] as const)('have a label in %s, which fits its column', (language) => {
    for (const [name, label] of labelled) {
      expect(label[language].trim(), name).not.toBe('');
      expect(label[language].length, name).toBeLessThanOrEqual(46);
    }
    for (const { title, measures } of chapters) {
      expect(title[language].trim()).not.toBe('');
      // Under one heading two figures are not called the same.
      let heading = '';
      const labels = measures.map(([, label]) => {
        const own = label[language];
        if (own.startsWith('  ')) return heading + own;
        heading = own;
        return own;
      });
      expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
    }
  });

  it('are called otherwise in French than in English, but what both call the same', () => {
    const same = labelled.filter(([, { en, fr }]) => en === fr).map(([name]) => name);
    expect(same).toEqual(['livedEffort']);
  });

  it('of a classical day, and without calls back, leave those chapters out', () => {
    const { arbitration: _, ...classical } = arbitrated;
    const titles = (scenario: unknown): string[] =>
      chaptersOf(scenario as Scenario).map(({ title }) => title.en);
    expect(titles(arbitrated)).toHaveLength(5);
    expect(titles(classical)).toHaveLength(4);
    expect(titles(everything)).toHaveLength(6);
  });

  it('have columns of measures that exist, and cuts, in both languages', () => {
    const known = MEASURES.map(({ name }) => name);
    for (const [name, label] of COLUMNS) {
      expect(known).toContain(name);
      expect(Math.min(label.fr.length, label.en.length)).toBeGreaterThan(0);
      expect(Math.max(label.fr.length, label.en.length)).toBeLessThan(11);
    }
    for (const { en, fr } of Object.values(CUTS))
      expect(Math.min(en.length, fr.length)).toBeGreaterThan(0);
  });
});
