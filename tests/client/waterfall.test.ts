import '../../client/look/page.css';
import '../../client/elements/waterfall/waterfall.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../../client/text/language.ts';
import type { Rows } from '../../models/doors/study.ts';

/** Why a formula says otherwise, as a picture: drawn of figures, and of those that are known. */

const TITLE = 'Pourquoi Erlang et la simulation diffèrent';
function tableOf(values: readonly (number | null)[], unit = '1'): Rows {
  const steps = values.map((value, i) => ({ name: `hypothèse ${i}`, value }));
  return {
    title: TITLE,
    drawn: { unit, steps },
    columns: ['de là', 'écart'].map((head) => ({ head, width: 10 })),
    // What is drawn is read from none of these cells.
    rows: steps.map(() => ['?', '?', '?']),
    below: [],
  };
}

async function drawn(table: Rows): Promise<SVGSVGElement> {
  const element = document.createElement('ct-waterfall');
  element.table = table;
  document.body.append(element);
  const plot = await vi.waitUntil(() => element.renderRoot?.querySelector('ct-plot'));
  return vi.waitUntil(() => plot?.renderRoot?.querySelector('svg'), { timeout: 10_000 });
}
const wordsIn = (svg: SVGSVGElement): string =>
  [...svg.querySelectorAll('text')].map(({ textContent }) => textContent).join(' ');
const count = (svg: SVGSVGElement, what: string): number => svg.querySelectorAll(what).length;

beforeEach(() => setLanguage('fr'));
afterEach(() => document.body.replaceChildren());

describe('the waterfall', () => {
  it('draws each value, and the step from the one before', async () => {
    const svg = await drawn(tableOf([0.9, 0.8, 0.7, 0.75]));
    expect(count(svg, 'rect')).toBe(3);
    expect(count(svg, 'g[stroke="var(--ink)"] line')).toBe(4);
    expect(wordsIn(svg)).toContain('hypothèse 3');
    expect(wordsIn(svg)).toMatch(/\d\s%/);
  });

  it('draws nothing of a value that is not known, and the others as they are', async () => {
    const svg = await drawn(tableOf([null, 0.8, 0.7, null, 0.75]));
    expect(count(svg, 'rect')).toBe(1);
    expect(count(svg, 'g[stroke="var(--ink)"] line')).toBe(3);
    expect(svg.outerHTML).not.toContain('NaN');
    expect(wordsIn(svg)).toContain('hypothèse 3');
  });

  it('tells seconds from shares by their unit', async () => {
    const svg = await drawn(tableOf([12, 30], 's'));
    expect(wordsIn(svg)).not.toContain('%');
  });

  it('is none of fewer than two values', async () => {
    const element = document.createElement('ct-waterfall');
    element.table = tableOf([null, 0.8]);
    document.body.append(element);
    await element.updateComplete;
    expect(element.renderRoot.childElementCount).toBe(0);
  });
});
