import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { drawPrice, type PricePage } from '../../client/charts/price.ts';
import { frameOf } from '../../client/charts/score/frame.ts';
import { marksOf } from '../../client/charts/score/marks.ts';
import { drawShare } from '../../client/charts/share.ts';
import { latestOf } from '../../client/elements/score/latest.ts';
import { setLanguage } from '../../client/text/language.ts';
import { SMALL } from './day.ts';
import { exhibit, momentOf } from './exhibit.ts';
import { LEAVING, MORNING } from './recorded.ts';
import { hang, still } from './still.ts';
import { BETWEEN, LIVED, NOW, SAMPLES, TALKING } from './worth.ts';

/** What a centre that arbitrates time adds to the gallery. */
afterEach(() => document.body.replaceChildren());

const MINUTE_MS = 60_000;

const SIZE = { width: 600, height: 206 };
const PAGE: PricePage = {
  samples: SAMPLES,
  now: NOW,
  ahead: TALKING.ahead,
  pastMs: 10 * MINUTE_MS,
  aheadMs: 2 * MINUTE_MS,
  dearest: TALKING.dearest,
  words: { minutes: String },
};

function priced(change: Partial<PricePage> = {}, size = SIZE): SVGSVGElement {
  const host = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  document.body.append(host);
  drawPrice(host, { ...PAGE, ...change }, size);
  return host;
}

function shared(
  share: number | null,
  worst: number | null,
  size = { width: 200, height: 30 },
): SVGSVGElement {
  const host = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  drawShare(host, { share, worst }, size);
  return host;
}

describe('the pictures', () => {
  it.each([
    ['./pictures/own-leaving.svg', 'own', 900, 130],
    ['./pictures/score-leaving.svg', 'score', 960, 480],
  ] as const)('%s', async (path, show, width, height) => {
    setLanguage('fr');
    const svg = await hang(exhibit(show, SMALL, 40, LEAVING), width, height);
    await expect(still(svg, 'score', path.slice(11, -4))).toMatchFileSnapshot(path);
  });

  // Drawn alone, so that no letter beside them has a say in their size.
  it.each([
    ['./pictures/price.svg', TALKING, 420, 200],
    ['./pictures/price-between.svg', BETWEEN, 420, 200],
    ['./pictures/price-phone.svg', TALKING, 328, 70],
  ] as const)('%s', async (path, { ahead, samples }, width, height) => {
    const minutes = (n: number) => `${n} min`;
    const svg = priced({ ahead, samples, words: { minutes } }, { width, height });
    await expect(still(svg, 'price', path.slice(11, -4))).toMatchFileSnapshot(path);
  });

  it('./pictures/lived.svg', async () => {
    const svg = shared(LIVED.mean / 100, LIVED.lowestTenth / 100, { width: 480, height: 28 });
    await expect(still(svg, 'share', 'lived')).toMatchFileSnapshot('./pictures/lived.svg');
  });
});

const paths = (host: SVGSVGElement, name: string): string[] =>
  [...host.querySelectorAll(`path.${name}`)].map((path) => path.getAttribute('d') ?? '');
const numbers = (d: string): number[] => (d.match(/-?[\d.]+/g) ?? []).map(Number);

describe('the price of a minute', () => {
  it('goes in steps, at each of which it is what it was', () => {
    const [d = ''] = paths(priced(), 'price');
    // Ground is 203, the top is 3 for 1.12 times the most drawn: the dearest, or a caller's minute.
    const cares = [...TALKING.samples, ...TALKING.ahead].map(({ care }) => care ?? 0);
    const y = (price: number) => 203 - (200 * price) / (Math.max(3.5, ...cares) * 1.12);
    const heights = new Set(numbers(d.replaceAll(/[HLM]-?[\d.]+/g, ' ')).map(Math.round));
    for (const price of [0.1, 0.4, 0.9, 2.1, 2.7, 3]) {
      const near = [...heights].some((height) => Math.abs(height - y(price)) < 1.1);
      expect(near, String(price)).toBe(true);
    }
  });

  it('ends at now, ten twelfths of the way', () => {
    const host = priced();
    const [playhead = ''] = paths(host, 'playhead');
    const x = numbers(playhead)[0] ?? -1;
    expect(x).toBeCloseTo((599 * 10) / 12, 0);
    const [d = ''] = paths(host, 'price');
    const xs = numbers(d.replaceAll(/V-?[\d.]+/g, ' ').replaceAll(/,-?[\d.]+/g, ' '));
    expect(Math.max(...xs)).toBeCloseTo(x, 0);
  });

  it('has a curve for each caller talked with, and the rest of the last one', () => {
    const host = priced();
    expect(paths(host, 'worth')).toHaveLength(4);
    expect(paths(host, 'later')).toHaveLength(1);
    expect(paths(priced({ ahead: [] }), 'later')).toHaveLength(0);
  });

  it('is cut where this page saw nothing', () => {
    const deaf = SAMPLES.filter(({ at }) => at < NOW - 7 * MINUTE_MS || at > NOW - 4 * MINUTE_MS);
    expect(paths(priced({ samples: deaf }), 'price')).toHaveLength(2);
    expect(paths(priced({ samples: SAMPLES }), 'price')).toHaveLength(1);
  });

  it('draws nothing of nothing, and no coordinate that is not a number', () => {
    for (const samples of [SAMPLES, SAMPLES.slice(0, 1), []]) {
      const host = priced({ samples, ahead: [], dearest: 0 });
      expect(host.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
    }
    expect(paths(priced({ samples: [] }), 'price')).toEqual([]);
  });
});

describe('a share', () => {
  it('is as long as it says, on the measure of the whole', () => {
    for (const [share, length] of [
      [0.25, 50],
      [1, 200],
      [1.2, 200],
    ] as const) {
      const [d = ''] = paths(shared(share, null), 'bar');
      expect(Math.max(...numbers(d))).toBe(length);
    }
    expect(paths(shared(null, null), 'bar')).toEqual([]);
  });

  it('bears a notch where the worst-served stand', () => {
    const [d = ''] = paths(shared(0.7, 0.4), 'worst');
    expect(numbers(d)[0]).toBe(80);
    expect(paths(shared(0.7, null), 'worst')).toEqual([]);
  });
});

describe('taking leave on the score', () => {
  const at = (facts: typeof MORNING) => {
    const { publicView, view, now } = momentOf(SMALL, 42, facts);
    const frame = frameOf(publicView, { width: 1_280, height: 640 });
    const { score, line } = view;
    const marks = marksOf(frame, { score, line, targetMs: publicView.targetMs }, now);
    return { frame, view, marks: new Map(marks.map(({ key, d }) => [key, d])) };
  };
  const body = (marks: ReadonlyMap<string, string>, key: string) =>
    ['note', 'hurry', 'care'].map((kind) => marks.get(kind + key)).find((d) => d !== undefined);

  it('draws the same marks, and lets each note fall away from the instant it was decided', () => {
    const [plain, leaving] = [at(MORNING), at(LEAVING)];
    expect([...leaving.marks.keys()]).toEqual([...plain.marks.keys()]);
    let thinner = 0;
    for (const note of leaving.view.score.notes) {
      const key = `${note.call}.${note.answeredAt}`;
      const [d, before] = [body(leaving.marks, key), body(plain.marks, key)];
      if (!d || !before) continue;
      const decided = note.closingAt >= 0 && note.closingAt < 42 * MINUTE_MS;
      if (!decided) expect(d).toBe(before);
      else {
        expect(d).not.toBe(before);
        expect(d).toContain(`M${Number((note.closingAt * leaving.frame.scale).toFixed(1))},`);
        thinner++;
      }
    }
    expect(thinner).toBeGreaterThan(20);
  });
});

describe('the latest calls in words', () => {
  it('say of whom one is taking leave', () => {
    const { publicView, view, now } = momentOf(SMALL, 42, MORNING);
    const rows = () => latestOf(view, publicView, now).map((row) => row[5]);
    const before = rows();
    const last = view.score.notes.findLast(({ concludedAt }) => concludedAt < 0);
    if (!last) throw new Error('nobody is on the line');
    last.closingAt = now - 1_000;
    const changed = rows().filter((row, i) => row !== before[i]);
    expect(changed).toEqual(['dit au revoir']);
  });
});

describe('the wall where time has a price', () => {
  const wide = (element: HTMLElement) => {
    const inner = element.shadowRoot?.querySelector('ct-lived')?.shadowRoot;
    const parts = [...(inner?.querySelectorAll<HTMLElement>('p, .room') ?? [])];
    const edge = element.getBoundingClientRect().right + 0.5;
    return parts.filter((part) => part.getBoundingClientRect().right > edge);
  };

  describe.each([
    [360, 640],
    [768, 1_024],
    [1_024, 768],
    [1_920, 1_080],
  ])('at %i by %i', (width, height) => {
    it.each(['fr', 'en'] as const)('is no wider than its screen, in %s', async (language) => {
      await page.viewport(width, height);
      setLanguage(language);
      const element = exhibit('wall-worth', SMALL, 42, MORNING);
      await hang(element, width, height);
      setLanguage('fr');
      expect(wide(element).map((part) => part.outerHTML)).toEqual([]);
    });

    it('says both halves in letters of a twenty-fifth of its height at least', async () => {
      await page.viewport(width, height);
      const element = exhibit('wall-worth', SMALL, 42, MORNING);
      await hang(element, width, height);
      const band = element.shadowRoot?.querySelector('ct-lived')?.shadowRoot;
      const least = width < 701 ? 24 : Math.min(width, height) / 25;
      for (const name of ['reached', 'helped']) {
        const big = band?.querySelector(`.${name} .big`);
        if (!big) throw new Error(`no figure in ${name}`);
        expect(Number.parseFloat(getComputedStyle(big).fontSize)).toBeGreaterThanOrEqual(least);
      }
      const bars = ['reached', 'helped'].map((name) => band?.querySelector(`.${name} .room`));
      const [one, two] = bars.map((room) => room?.getBoundingClientRect().width ?? 0);
      expect(one).toBeCloseTo(two ?? -1, 0);
    });
  });

  it.each(['paper', 'stage'])(
    'is found without fault by the checks of accessibility, on %s',
    async (scheme) => {
      await page.viewport(1_280, 720);
      document.documentElement.dataset['scheme'] = scheme;
      const element = exhibit('wall-worth', SMALL, 42, MORNING);
      await hang(element, innerWidth, innerHeight);
      const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
      delete document.documentElement.dataset['scheme'];
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    },
  );
});
