import '../../client/look/page.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { spanOf } from '../../client/elements/right-time/right-time.ts';
import { setLanguage } from '../../client/text/language.ts';
import {
  type Advice,
  adviceOf,
  type RightTime,
  RightTimes,
  voicesOf,
} from '../../models/doors/live.ts';
import { TEN } from './stage/scenes.ts';

const MINUTE_MS = 60_000;
const advice = adviceOf(TEN) as Advice;
const talk = (minutes: number) => ({
  agent: 0,
  type: 0,
  talkedMs: minutes * MINUTE_MS,
  inside: 14,
  interval: 5,
});
const time = (minutes: number, price = 1): RightTime =>
  new RightTimes(advice).of(talk(minutes), price);

describe('the right time to conclude', () => {
  it('begins where the call, once left, has lasted m0', () => {
    const { fromMs } = time(1);
    expect((fromMs ?? 0) + advice.closingMs).toBe(advice.floorMs);
    for (const minutes of [0, 1, 2, 2.08, 2.1, 3]) {
      const { belowFloor } = voicesOf(advice, talk(minutes));
      expect(time(minutes, 0).when, String(minutes)).toBe(belowFloor ? 'early' : 'right');
    }
  });

  it.each([0.2, 0.5, 1, 1.5])(
    'ends where both voices weigh the same: at a price of %d',
    (price) => {
      const { evenMs } = time(1, price);
      const care = (ms: number) => voicesOf(advice, { ...talk(0), talkedMs: ms }).care;
      expect(care(evenMs ?? 0)).toBeCloseTo(price, 2);
      expect(care((evenMs ?? 0) - MINUTE_MS)).toBeGreaterThan(price);
      expect(care((evenMs ?? 0) + MINUTE_MS)).toBeLessThan(price);
      const minutes = (evenMs ?? 0) / MINUTE_MS;
      expect(time(minutes + 0.1, price).when).toBe(minutes + 0.1 < 2.09 ? 'early' : 'late');
    },
  );

  it('never ends while a minute costs nothing, and has no crossing where the others win', () => {
    expect(time(50, 0.04)).toMatchObject({ evenMs: null, when: 'right' });
    expect(time(1, 99)).toMatchObject({ evenMs: 0, when: 'early' });
    expect(time(3, 99)).toMatchObject({ evenMs: 0, when: 'late' });
  });

  it('begins at once where hurrying does not defeat itself', () => {
    const again = { share: 0.4, least: 0.5 };
    const none = { ...advice, floorMs: null, floors: [{ ms: null, again }] };
    expect(new RightTimes(none).of(talk(0.1), 0)).toMatchObject({ fromMs: null, when: 'right' });
    expect(new RightTimes(none).of(talk(0.1), 99).when).toBe('late');
  });
});

describe('the two limits of a call', () => {
  beforeEach(() => setLanguage('fr'));
  afterEach(() => document.body.replaceChildren());

  async function shown(of: Partial<RightTime>, talking = true): Promise<ShadowRoot> {
    const element = document.createElement('ct-right-time');
    element.time = { talkedMs: 0, fromMs: 125_000, evenMs: 250_000, when: 'right', ...of };
    element.talking = talking;
    element.style.cssText = 'display:block;width:1200px';
    document.body.append(element);
    await element.updateComplete;
    return element.shadowRoot as ShadowRoot;
  }
  const left = (root: ShadowRoot, name: string) =>
    Number.parseFloat(root.querySelector<HTMLElement>(`.${name}`)?.style.left ?? '');

  it('say that too short a call makes the line longer, and too long a one too', async () => {
    const root = await shown({});
    const said = [...root.querySelectorAll('p')].map((one) => one.textContent?.trim() ?? '');
    expect(said[0]).toMatch(/^Conclure avant 2:05 allonge la file.*hypothèse$/);
    expect(said[1]).toMatch(/^S’attarder après 4:10 allonge la file.*hypothèse$/);
    expect(root.querySelector('.now')).toBeNull();
  });

  it.each([
    ['early', 'Conclure avant 2:05'],
    ['late', 'S’attarder après 4:10'],
  ] as const)('say with weight which of them the call is beyond: %s', async (when, words) => {
    const root = await shown({ when });
    expect(root.querySelectorAll('.now')).toHaveLength(1);
    expect(root.querySelector('.now')?.textContent).toContain(words);
  });

  it('never call late what is still too early', async () => {
    const root = await shown({ evenMs: 60_000, talkedMs: 90_000, when: 'early' });
    expect(root.textContent).toContain('S’attarder après 2:05');
    expect(left(root, 'late')).toBeCloseTo((100 * 125_000) / 360_000, 1);
  });

  it('find words where there is no floor, no crossing, and nobody on the line', async () => {
    expect((await shown({ fromMs: null })).textContent).toContain('conclure tôt n’allonge pas');
    expect((await shown({ evenMs: null })).textContent).toContain('rien ne presse');
    expect((await shown({ evenMs: 0, fromMs: null })).textContent).toContain('À ce prix, rester');
    await page.viewport(1_280, 720);
    const between = await shown({}, false);
    expect(between.textContent).toContain('Conclure avant 2:05');
    expect(between.textContent).not.toContain('S’attarder');
    expect(between.querySelector('.head')).toBeNull();
    const at = between.querySelector('p')?.getBoundingClientRect().left;
    expect(at).toBe(between.host.getBoundingClientRect().left);
  });

  it('stand on one scale, that does not slide with each price', async () => {
    const root = await shown({ talkedMs: 180_000 });
    expect(left(root, 'head')).toBe(50);
    expect(left(root, 'late')).toBeCloseTo((100 * 250_000) / 360_000, 1);
    const span = (evenMs: number, talkedMs = 0) =>
      spanOf({ talkedMs, fromMs: 125_000, evenMs, when: 'right' }) / MINUTE_MS;
    expect([span(200_000), span(270_000), span(400_000)]).toEqual([6, 6, 9]);
    expect(span(200_000, 75 * MINUTE_MS)).toBe(75);
  });
});
