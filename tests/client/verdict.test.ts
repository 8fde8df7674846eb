import '../../client/look/page.css';
import '../../client/pages/desk/desk.ts';
import '../../client/elements/verdict/verdict.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { setLanguage } from '../../client/text/language.ts';
import type { Concluded } from '../../models/doors/live.ts';
import { publicViewOf } from '../../models/doors/scenario.ts';
import { desk } from './hung.ts';
import { TEN } from './stage/scenes.ts';

const publicView = publicViewOf(TEN);
const MINUTE_MS = 60_000;

beforeEach(() => setLanguage('fr'));
afterEach(() => document.body.replaceChildren());

const call = (change: Partial<Concluded>): Concluded => ({
  ...{ call: 1, at: 90 * MINUTE_MS, talkedMs: 200_000, below: false },
  ...{ missed: 0, lateMs: 0, over: 0, right: 'both' },
  ...change,
});

async function shown(calls: readonly Concluded[], concluded: number): Promise<string> {
  const element = Object.assign(document.createElement('ct-verdict'), {
    calls,
    publicView,
    concluded,
  });
  document.body.append(element);
  await element.updateComplete;
  return (element.shadowRoot?.textContent ?? '').replaceAll(/\s+/g, ' ');
}

describe('the verdict at the end of a day', () => {
  const day = [
    call({ right: 'care', missed: 1.2, below: true, talkedMs: 80_000 }),
    call({ right: 'care', missed: 2.3, at: 135 * MINUTE_MS, talkedMs: 65_000 }),
    call({ right: 'hurry', over: 4.5, lateMs: 150_000, at: 30 * MINUTE_MS }),
    call({}),
  ];

  it('says which voice was right how often, what it cost, and when most', async () => {
    const text = await shown(day, 4);
    expect(text).toContain('Pour les 4 appels conclus ici.');
    expect(text).toContain('2 appels conclus trop tôt');
    expect(text).toContain('en tout, 3,5 min de plus qu’elle n’aurait coûté');
    expect(text).toContain('Dont un sous le seuil');
    expect(text).toContain('à 10:45, après 1:05 de conversation (2,3 min)');
    expect(text).toContain('1 appel trop prolongé');
    expect(text).toContain('2 min 30 de trop en tout, qui ont coûté aux autres 4,5 min');
    expect(text).toContain('à 09:00, après 3:20');
    expect(text).toContain('1 appel conclu à peu près au bon moment');
    expect(text).toContain('hypothèse');
  });

  it('draws each call on its side of the line, at its hour', async () => {
    await shown(day, 4);
    const root = document.querySelector('ct-verdict')?.shadowRoot;
    const ends = (name: string) =>
      [...(root?.querySelectorAll(`path.${name}`) ?? [])].map((path) => {
        const [x = 0, , y = 0] = (path.getAttribute('d')?.match(/[\d.]+/g) ?? []).map(Number);
        return { x, y };
      });
    expect(ends('care').every(({ y }) => y < 48)).toBe(true);
    expect(ends('care')).toHaveLength(2);
    expect(ends('hurry')).toEqual([{ x: expect.any(Number), y: 93 }]);
    expect(ends('hurry')[0]?.x).toBeCloseTo((1_000 * 30 * MINUTE_MS) / publicView.lengthMs, 0);
  });

  it('says of how many it tells, finds words for never, and is silent where there is none', async () => {
    expect(await shown([call({})], 9)).toContain('Pour 1 des 9 appels conclus ici');
    expect(await shown([call({})], 1)).toMatch(/aucun appel n’a été conclu trop tôt/);
    expect(await shown([], 9)).not.toContain('raison');
    setLanguage('en');
    expect(await shown(day, 4)).toContain('2 calls concluded too soon');
  });

  it('stands at the end of a day at a desk, of what was done there', async () => {
    const [element, local] = await desk('THURR222');
    await page.getByRole('button', { name: 'Conclure' }).click();
    await vi.waitFor(() =>
      expect(element.shadowRoot?.querySelector('ct-actions')?.state).toBe('closing'),
    );
    for (let hour = 4; hour < 20 && !local.clock.over; hour++) local.advanceTo(hour * 3_600_000);
    expect(local.clock.over).toBe(true);
    await element.updateComplete;
    const recap = () => element.shadowRoot?.querySelector('ct-recap')?.shadowRoot;
    await vi.waitFor(() =>
      expect(recap()?.querySelector('ct-verdict')).toBeInstanceOf(HTMLElement),
    );
    const text = () => recap()?.querySelector('ct-verdict')?.shadowRoot?.textContent ?? '';
    await vi.waitFor(() => expect(text()).toContain('Laquelle avait raison'));
    expect(text()).toMatch(/Pour les \d+ appels conclus ici/);
    const { name } = local.publicView;
    expect(recap()?.querySelector('.place')?.textContent).toBe(`${name.fr} · Poste 3`);
  });
});
