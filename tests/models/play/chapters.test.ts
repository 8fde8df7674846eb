import { describe, expect, it } from 'vitest';
import { CHAPTERS, chapterFile, chapterScenario } from '../../../models/play/chapters.ts';
import { publicViewOf } from '../../../models/scenario/public-view.ts';

const words = (text: string): number =>
  text.split(/\s+/).filter((one) => /\p{L}/u.test(one)).length;

describe('the chapters', () => {
  it('are nine, in order, each with a name of its own', () => {
    expect(CHAPTERS.map(({ id, number }) => [id, number])).toEqual(
      Array.from({ length: 9 }, (_, i) => [`chapitre-${i + 1}`, i + 1]),
    );
    expect(chapterFile('chapitre-10')).toBeUndefined();
    expect(chapterScenario('nope')).toBeUndefined();
  });

  describe.each(CHAPTERS)('$id', ({ briefing, goal, id, title }) => {
    it('has a day that is read without a word', () => {
      const scenario = chapterScenario(id);
      expect(scenario?.arbitration?.gestures?.chapter).toBe(Number(id.slice(-1)));
      if (scenario === undefined) return;
      expect(publicViewOf(scenario).arbitration?.gestures?.chapter).toBe(Number(id.slice(-1)));
      expect(chapterScenario(id)).toBe(scenario);
    });

    it('says so in few words, in both languages', () => {
      for (const language of ['fr', 'en'] as const) {
        expect(words(title[language])).toBeLessThanOrEqual(4);
        expect(words(goal[language])).toBeLessThanOrEqual(16);
        for (const line of briefing) expect(words(line[language])).toBeLessThanOrEqual(13);
      }
    });
  });
});
