import { afterEach, expect, it, vi } from 'vitest';
import { Bar } from '../../server/cli/bar.ts';
import { Terminal } from '../../server/cli/terminal.ts';

/** How far long work is, where nobody watches: in the log of a script. */

afterEach(() => vi.restoreAllMocks());

/** What is said of work of so many steps, each so long. */
function saidOf(steps: number, stepMs: number, language: 'fr' | 'en' = 'en'): string[] {
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  let now = 0;
  const terminal = new Terminal(language);
  expect(terminal.watched).toBe(false);
  const bar = new Bar(terminal, () => now);
  for (let i = 1; i <= steps; i++) {
    now += stepMs;
    bar.show(i * 40, steps * 40);
  }
  bar.stop();
  return lines;
}

it('says at first what long work will take, then how far it is, every ten seconds at most', () => {
  expect(saidOf(100, 400)).toEqual([
    '320 of 4,000 days simulated, about 37 s left.\n',
    '1,320 of 4,000 days simulated, about 27 s left.\n',
    '2,320 of 4,000 days simulated, about 17 s left.\n',
    '3,320 of 4,000 days simulated, about 7 s left.\n',
  ]);
  expect(saidOf(4, 60_000, 'fr')[0]).toBe(
    'Journées simulées : 40 sur 160, encore 3 min environ.\n',
  );
});

it('says no time before it can be told', () => {
  expect(saidOf(1_000, 400)[0]).toBe('320 of 40,000 days simulated.\n');
});

it('says nothing of work that is soon over', () => {
  expect(saidOf(7, 400)).toEqual([]);
});
