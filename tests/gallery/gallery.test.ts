import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { drawDay } from '../../client/charts/day-curve.ts';
import { drawQueue } from '../../client/charts/queue-now.ts';
import { frameOf } from '../../client/charts/score/frame.ts';
import { marksOf } from '../../client/charts/score/marks.ts';
import { Score } from '../../client/charts/score.ts';
import type { ScoreElement } from '../../client/elements/score/score.ts';
import { clockTime } from '../../client/text/figures.ts';
import { setLanguage } from '../../client/text/language.ts';
import { startWall, stepWall } from '../../models/doors/live.ts';
import { LARGE, SMALL } from './day.ts';
import { exhibit, momentOf } from './exhibit.ts';
import { MORNING } from './recorded.ts';
import { hang, still } from './still.ts';

/**
 * Every chart with fixed data. The pictures in pictures/ are for looking at, in any browser, on
 * paper or on stage; a change in a drawing shows as a change in its file.
 */
afterEach(() => document.body.replaceChildren());

const sheet = () => document.createElementNS('http://www.w3.org/2000/svg', 'svg');

describe('the pictures', () => {
  it.each([
    ['./pictures/score.svg', 'score', 'score', SMALL, 42, 1_280, 640],
    ['./pictures/score-phone.svg', 'score', 'score', SMALL, 30, 360, 420],
    ['./pictures/score-before.svg', 'score', 'score', SMALL, 0, 960, 480],
    ['./pictures/score-closing.svg', 'score', 'score', SMALL, 77, 960, 480],
    ['./pictures/own-line.svg', 'own', 'score', SMALL, 40, 900, 130],
    ['./pictures/waits.svg', 'waits', 'chart', SMALL, 62, 420, 160],
  ] as const)('%s', async (path, show, figure, scenario, minute, width, height) => {
    setLanguage('fr');
    const svg = await hang(exhibit(show, scenario, minute, MORNING), width, height);
    await expect(still(svg, figure, path.slice(11, -4))).toMatchFileSnapshot(path);
  });

  // These two stand beside letters, whose width is the browser's: they are drawn alone.
  it('./pictures/day.svg', async () => {
    const { publicView, view, now } = momentOf(SMALL, 62, MORNING);
    const time = (at: number) => clockTime(publicView.opensAtMs + at);
    const svg = sheet();
    drawDay(svg, { day: view.day, publicView, now, words: { time } }, { width: 541, height: 160 });
    await expect(still(svg, 'chart', 'day')).toMatchFileSnapshot('./pictures/day.svg');
  });

  it('./pictures/queue.svg', async () => {
    const { publicView, view, now } = momentOf(SMALL, 42, MORNING);
    const svg = sheet();
    drawQueue(svg, view.line.calls, now, publicView.targetMs, { width: 354, height: 61 });
    await expect(still(svg, 'chart', 'queue')).toMatchFileSnapshot('./pictures/queue.svg');
  });
});

const pageOf = (minute: number) => {
  const { publicView, view, now } = momentOf(SMALL, minute, MORNING);
  const words = { line: '', group: String, time: String, lasts: String };
  const { team, score, line } = view;
  return {
    page: { publicView, team, events: [], score, line, targetMs: publicView.targetMs, words },
    now,
    publicView,
  };
};

describe('the score', () => {
  const size = { width: 1_280, height: 640 };
  const { page, now, publicView } = pageOf(42);
  const frame = frameOf(publicView, size);
  const marks = marksOf(frame, page, now);
  const from = now - (frame.playhead - frame.left) / frame.scale;
  const of = (...kinds: string[]) => marks.filter(({ kind }) => kinds.includes(kind));

  it('has a note for every call of its window, and no other', () => {
    const seen = page.score.notes.filter((note) => {
      const goesOn = note.concludedAt < 0 || note.wrappedAt < 0;
      return goesOn || Math.max(note.concludedAt, note.wrappedAt) >= from;
    });
    // Articulation (a dot, a dash) is a mark of its own, its key ends in a point.
    const notes = of('note', 'hurry', 'care').filter(({ key }) => !key.endsWith('.'));
    expect(notes).toHaveLength(seen.length);
    expect(seen.length).toBeGreaterThan(30);
    expect(of('open', 'openCare')).toHaveLength(
      page.team.filter(({ state }) => state === 'talking' || state === 'hold').length,
    );
  });

  it('has a cross for every caller who gave up in its window', () => {
    const seen = page.score.crosses.filter(({ at }) => at >= from);
    expect(of('cross')).toHaveLength(seen.length);
    expect(seen.length).toBeGreaterThan(5);
  });

  it('has a line for everyone who waits, heavier beyond the target', () => {
    expect(of('waits', 'overdue')).toHaveLength(page.line.calls.length);
    const late = page.line.calls.filter(({ since }) => now - since > publicView.targetMs);
    expect(of('overdue')).toHaveLength(late.length);
  });

  it('has a slur for every call on the page that is tied to its cause', () => {
    const tied = [
      ...page.score.notes.filter(
        (note) => note.concludedAt < 0 || Math.max(note.concludedAt, note.wrappedAt) >= from,
      ),
      ...page.score.crosses.filter(({ at }) => at >= from),
      ...page.line.calls,
    ].filter(({ tie }) => tie !== null);
    expect(of('slur', 'slurHurry', 'slurCare', 'slurLost')).toHaveLength(tied.length);
    expect(tied.length).toBeGreaterThan(5);
  });

  it('tells each line by the number of its desk, clear of the ink', async () => {
    const svg = await hang(exhibit('score', SMALL, 42, MORNING), 1_280, 640);
    const numbers = [...svg.querySelectorAll<SVGTextElement>('text.desk')];
    expect(numbers.map(({ textContent }) => textContent)).toEqual(
      frame.rows.map((_, agent) => String(agent + 1)),
    );
    for (const one of numbers) {
      const { x, width } = one.getBBox();
      expect(x).toBeGreaterThan(frame.right + 12);
      expect(x + width).toBeLessThanOrEqual(1_280);
    }
  });

  it('gives every mark a key of its own, and the same one at each instant', () => {
    expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length);
    const later = new Set(marksOf(frame, page, now + 1_000).map(({ key }) => key));
    const gone = marks.filter(({ key, kind }) => !later.has(key) && kind !== 'waits');
    expect(gone.length).toBeLessThan(4);
  });

  it('holds no coordinate that is not a number', () => {
    for (const { d } of marks) expect(d).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('time', () => {
  const drawn = () => {
    const host = document.createElement('div');
    document.body.append(host);
    const score = new Score(host);
    const { page, now } = pageOf(42);
    score.draw(page, { width: 1_280, height: 640 }, now);
    const window = host.querySelector<SVGSVGElement>('.window');
    const ink = window?.querySelectorAll(':scope > g')[1];
    return {
      host,
      score,
      now,
      page,
      window,
      shift: () => Number(/\((.*?),/.exec(ink?.getAttribute('transform') ?? '')?.[1]),
    };
  };

  it('slides the ink by as much as it went by, and draws nothing again', () => {
    const { score, now, shift, host, page } = drawn();
    const before = shift();
    const path = host.querySelector('path.note');
    const d = path?.getAttribute('d');
    score.move(now + 10_000);
    const { scale } = frameOf(page.publicView, { width: 1_280, height: 640 });
    expect(before - shift()).toBeCloseTo(10_000 * scale, 1);
    expect(host.querySelector('path.note')).toBe(path);
    expect(path?.getAttribute('d')).toBe(d);
  });

  it('cuts the ink at the playhead, which walks in and then stays', () => {
    const { score, window, page } = drawn();
    const { left, playhead, scale } = frameOf(page.publicView, { width: 1_280, height: 640 });
    score.move(0);
    expect(Number(window?.getAttribute('width'))).toBeCloseTo(16, 1);
    score.move(60_000);
    expect(Number(window?.getAttribute('width'))).toBeCloseTo(16 + 60_000 * scale, 0);
    score.move(40 * 60_000);
    expect(Number(window?.getAttribute('width'))).toBeCloseTo(playhead - left, 0);
  });

  it('keeps the path of a call when the facts go on', () => {
    const { host, score } = drawn();
    const { publicView } = momentOf(SMALL, 0, MORNING);
    const view = startWall(publicView);
    for (const fact of MORNING) if (fact.at <= 43 * 60_000) stepWall(view, fact);
    const before = [...host.querySelectorAll('path.note')];
    const { page } = pageOf(42);
    score.draw(
      { ...page, score: view.score, line: view.line, team: view.team },
      { width: 1_280, height: 640 },
      43 * 60_000,
    );
    const kept = before.filter((path) => path.isConnected);
    expect(kept.length).toBeGreaterThan(before.length / 2);
  });
});

describe('a centre of hundreds', () => {
  it('is painted on a canvas, in ink of its own colours', async () => {
    const element = exhibit('score', LARGE, 30) as ScoreElement;
    const svg = await hang(element, 1_280, 640);
    const canvas = element.shadowRoot?.querySelector('canvas');
    expect(svg.querySelectorAll('.window path.mark')).toHaveLength(0);
    const { width = 0, height = 0 } = canvas ?? {};
    const data = canvas?.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    const colours = new Set<string>();
    for (let i = 0; i < data.length; i += 4)
      if (data[i + 3] === 255) colours.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
    expect(colours.size).toBeGreaterThan(3);
  });
});

describe('the wall', () => {
  const wide = (element: HTMLElement) =>
    [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])].filter(
      (part) => part.getBoundingClientRect().right > element.getBoundingClientRect().right + 0.5,
    );

  describe.each([
    [360, 640],
    [768, 1_024],
    [1_024, 768],
    [1_920, 1_080],
  ])('at %i by %i', (width, height) => {
    it.each([0, 20, 42, 77])('is no wider than its screen, minute %i', async (minute) => {
      await page.viewport(width, height);
      const element = exhibit('wall', SMALL, minute, MORNING);
      await hang(element, width, height);
      expect(wide(element).map((part) => `${part.tagName}.${part.className}`)).toEqual([]);
    });

    it('says its main figures in letters of a twenty-fifth of its height at least', async () => {
      await page.viewport(width, height);
      const element = exhibit('wall', SMALL, 42, MORNING);
      await hang(element, width, height);
      const sizes = [...(element.shadowRoot?.querySelectorAll('.big') ?? [])].map((one) =>
        Number.parseFloat(getComputedStyle(one).fontSize),
      );
      expect(sizes.length).toBeGreaterThanOrEqual(5);
      // A phone is held in the hand: there it is a matter of letters, not of metres.
      const least = width < 701 ? 24 : Math.min(width, height) / 25;
      for (const size of sizes) expect(size).toBeGreaterThanOrEqual(least);
    });
  });

  it.each(['paper', 'stage'])(
    'is found without fault by the checks of accessibility, on %s',
    async (scheme) => {
      document.documentElement.dataset['scheme'] = scheme;
      const element = exhibit('wall', SMALL, 42, MORNING);
      await hang(element, innerWidth, innerHeight);
      // An element alone has no page around it: landmarks are the page's.
      const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
      delete document.documentElement.dataset['scheme'];
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      ).toEqual([]);
    },
  );

  it('tells the latest calls in words, newest first', async () => {
    setLanguage('en');
    const element = exhibit('score', SMALL, 42, MORNING) as ScoreElement;
    await hang(element, 800, 400);
    const rows = [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map(
      (row) => row.textContent ?? '',
    );
    setLanguage('fr');
    expect(rows).toHaveLength(12);
    expect(rows.join('\n')).toMatch(/on the line/);
    expect(rows.join('\n')).toMatch(/waiting/);
  });
});
