import { describe, expect, it } from 'vitest';
import { recordedDay, simulatedDay } from '../../models/doors/records.ts';
import { isProblem, readScenario } from '../../models/doors/scenario.ts';
import { InlineExecutor } from '../../models/doors/study.ts';
import { readRecordsFile } from '../../server/cli/records-file.ts';

const inline = new InlineExecutor(() => new Promise((next) => setImmediate(next)));
const sample = (name: string): string => new URL(`../samples/${name}`, import.meta.url).pathname;

async function dayOf(name: string, day?: string, intervalMin = 30) {
  const reading = await readRecordsFile(sample(name), {});
  if (isProblem(reading)) throw new Error(reading.says.en);
  const made = recordedDay(reading, { source: name, day, intervalMin });
  if (isProblem(made)) throw new Error(made.says.en);
  const scenario = readScenario(made.scenario);
  if (!scenario.ok) throw new Error(scenario.problems[0]?.says.en);
  const found = await simulatedDay(scenario.scenario, 40, inline);
  if (found === null || made.proof === null) throw new Error('nothing simulated');
  return { ...made.proof, made, found };
}

describe('an imported day gives back its own figures', () => {
  it.each([15, 30, 60])(
    'exactly where nothing has to be drawn: base.csv by %i min',
    async (width) => {
      const { found, made, recorded, replayed } = await dayOf('base.csv', undefined, width);
      expect(recorded).toMatchObject({ offered: 90, answered: 80, abandoned: 10 });
      expect(recorded.waitS).toBeCloseTo(22.6875, 9);
      expect(replayed).toEqual(recorded);
      expect(made.reasons).toEqual([]);
      for (const key of ['offered', 'answered', 'abandoned', 'level', 'waitS'] as const)
        expect(found.figures[key]).toBeCloseTo(recorded[key], 9);
      expect(Object.values(found.margins).filter((margin) => margin !== null)).toEqual([]);
    },
  );

  it('nearly, and with reasons, where presence and after-call work are drawn', async () => {
    for (const day of ['1', '2']) {
      const { found, made, recorded, replayed } = await dayOf('calls-synthetic.csv', day);
      expect(replayed.waitS).toBeCloseTo(recorded.waitS, 9);
      expect(replayed.level).toBe(recorded.level);
      expect(found.figures.offered).toBe(recorded.offered);
      expect(Math.abs(found.figures.level - recorded.level)).toBeLessThan(0.05);
      expect(made.reasons.length).toBeGreaterThan(0);
    }
  });
});
