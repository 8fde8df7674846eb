import '../../client/look/page.css';
import '../../client/pages/desk/desk.ts';
import '../../client/elements/estimates/estimates.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { type Estimate, Estimates } from '../../client/state/estimates.ts';
import { setLanguage } from '../../client/text/language.ts';
import type { Priced, Reply } from '../../models/doors/live.ts';
import { type ProblemCode, problem } from '../../models/doors/scenario.ts';
import { desk } from './hung.ts';
import { PRICED } from './stage/scenes.ts';

beforeEach(() => setLanguage('fr'));
afterEach(() => document.body.replaceChildren());

const YES: Reply<Priced> = { ok: true, ...PRICED };
const no = (code: ProblemCode): Reply<Priced> => ({
  ok: false,
  problem: problem(code, '', 'Dit par le serveur.', 'Said by the server.'),
});

/** Someone who looks, on a clock of their own, at a server that answers when told. */
function looker() {
  const waiting: ((reply: Reply<Priced>) => void)[] = [];
  const all = { asks: 0, changes: 0, now: 0, still: false };
  const estimates = new Estimates(
    () => {
      all.asks++;
      return new Promise((answer) => waiting.push(answer));
    },
    () => all.changes++,
    () => all.now,
  );
  const look = (call: number, ms = 0): number => {
    all.now += ms;
    estimates.look(call, all.still);
    return all.asks;
  };
  const answer = async (reply: Reply<Priced>): Promise<void> => {
    waiting.shift()?.(reply);
    await new Promise((next) => setTimeout(next));
  };
  return { all, answer, estimates, look };
}

describe('the price that is asked for', () => {
  it('is asked at once, one at a time, and every five seconds while it is looked at', async () => {
    const { answer, estimates, look } = looker();
    expect(look(-1)).toBe(0);
    expect(look(7)).toBe(1);
    expect(look(7, 60_000)).toBe(1);
    await answer(YES);
    expect(estimates.shown).toEqual({ priced: YES, problem: null });
    expect(look(7, 4_999)).toBe(1);
    expect(look(7, 1)).toBe(2);
    expect(look(-1, 60_000)).toBe(2);
    expect(estimates.shown.priced).toBeNull();
  });

  it('is not asked again while the day stands still', async () => {
    const { all, answer, look } = looker();
    all.still = true;
    look(7);
    await answer(YES);
    expect(look(7, 60_000)).toBe(1);
    all.still = false;
    expect(look(7)).toBe(2);
  });

  it.each(['E_RATE', 'E_BUSY', 'E_WORKER'] as const)(
    'is asked more and more seldom where it is refused, and the last answer stays: %s',
    async (code) => {
      const { answer, estimates, look } = looker();
      look(7);
      await answer(YES);
      look(7, 5_000);
      for (const [i, wait] of [3_000, 6_000, 12_000, 12_000].entries()) {
        await answer(no(code));
        expect(estimates.shown).toMatchObject({ priced: YES, problem: { code } });
        expect(look(7, wait - 1)).toBe(2 + i);
        expect(look(7, 1)).toBe(3 + i);
      }
      await answer(YES);
      expect(estimates.shown.problem).toBeNull();
    },
  );

  it('is seldom asked again where there is none', async () => {
    const { answer, look } = looker();
    look(7);
    await answer(no('E_STATE'));
    expect(look(7, 11_999)).toBe(1);
    expect(look(7, 1)).toBe(2);
  });

  it('is of the call in hand: an answer about the one before is not shown', async () => {
    const { answer, estimates, look } = looker();
    look(7);
    look(8, 10_000);
    await answer(YES);
    expect(estimates.shown.priced).toBeNull();
    expect(look(8, 5_000)).toBe(2);
    await answer(YES);
    expect(estimates.shown.priced).toEqual(YES);
  });
});

async function shown(estimate: Estimate, price = 2.4): Promise<string> {
  const element = document.createElement('ct-estimates');
  element.estimate = estimate;
  element.price = price;
  document.body.append(element);
  await element.updateComplete;
  const figures = element.shadowRoot?.querySelectorAll('.number') ?? [];
  for (const one of figures) expect(one.textContent).toMatch(/hypothèse|hypothesis/);
  return (element.shadowRoot?.textContent ?? '').replaceAll(/\s+/g, ' ');
}
const imagined = (change: object, price?: number) =>
  shown({ priced: { ...PRICED, rollout: { ...PRICED.rollout, ...change } }, problem: null }, price);

describe('the price counted another way', () => {
  it('says in one interval whether it is the same, and from how much', async () => {
    const text = await shown({ priced: PRICED, problem: null });
    expect(text).toContain('Le même à peu près : entre 2,2 et 2,6 min d’attente, à 95 %');
    expect(text).toMatch(/1.216 paires d’avenirs/);
    expect(await imagined({}, 0.9)).toContain('Plutôt entre 2,2 et 2,6 min');
    setLanguage('en');
    const english = await shown({ priced: PRICED, problem: null });
    expect(english).toContain('by simulation');
    expect(english).toContain('Much the same: between 2.2 and 2.6 min of waiting, at 95%');
  });

  it('sets no number beside the price that could contradict it', async () => {
    for (const price of [0.3, 2.4])
      expect((await imagined({}, price)).match(/\d+,\d min/g)).toEqual(['2,6 min']);
  });

  it('gives an interval as it is, below nothing too, and words where there is none', async () => {
    const of = (price: number, halfWidth: number) => imagined({ price, halfWidth }, 0);
    expect(await of(0.1, 0.3)).toContain('entre −0,2 et 0,4 min d’attente, à 95 %');
    expect(await of(-0.8, 0.3)).toContain('entre −1,1 et −0,5 min d’attente, à 95 %');
    expect(await of(0, 0)).toContain('Presque rien : moins de 0,1 min d’attente, à 95 %');
    expect(await of(0.01, 0.03)).toContain('Presque rien');
  });

  it('shows no interval of fewer than 200 pairs, and says what is awaited', async () => {
    const few = await imagined({ pairs: 199 });
    expect(few).toContain('199 sur les 200');
    expect(few).not.toMatch(/\d,\d/);
    expect(await imagined({ pairs: 200 })).toContain('entre 2,2 et 2,6 min');
  });

  it('say calmly that the computer is busy, and else what the server says', async () => {
    expect(await shown({ priced: null, problem: null })).toContain('On imagine la suite…');
    const busy = no('E_RATE');
    const state = no('E_STATE');
    if (busy.ok || state.ok) throw new Error('both are refusals');
    const text = await shown({ priced: PRICED, problem: busy.problem });
    expect(text).toContain('nouvel essai dans un instant');
    expect(text).toContain('entre 2,2 et 2,6 min');
    expect(text).not.toContain('Dit par le serveur');
    expect(await shown({ priced: null, problem: state.problem })).toContain('Dit par le serveur.');
  });
});

describe('a desk', () => {
  it('asks while the figures behind the voices are looked at, and on a call only', async () => {
    const [, local, wire] = await desk('THURR222');
    wire.price = YES;
    const asked = () => wire.asked.filter(({ kind }) => kind === 'price').length;
    const now = () => local.session.now;
    local.advanceTo(now() + 1_000);
    expect(asked()).toBe(0);
    await page.getByRole('button', { name: 'Dépêche-toi' }).click();
    await expect.element(page.getByText(/entre 2,2 et 2,6\smin d’attente, à 95/)).toBeVisible();
    expect(asked()).toBe(1);
    await page.getByRole('button', { name: 'Conclure' }).click();
    await vi.waitFor(() => expect(page.getByText(/entre 2,2 et/).query()).toBeNull());
    expect(asked()).toBe(1);
  });

  it('asks nothing where the length of a call is no decision', async () => {
    const [, local, wire] = await desk('TALKS222');
    local.advanceTo(local.session.now + 1_000);
    expect(wire.asked.filter(({ kind }) => kind === 'price')).toEqual([]);
  });
});
