import '../../client/look/page.css';
import '../../client/pages/desk/desk.ts';
import '../../client/elements/verdict/verdict.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { type Concluded, Ledger, ROUGHLY } from '../../client/state/ledger.ts';
import type { RightTime } from '../../client/state/right-time.ts';
import { setLanguage } from '../../client/text/language.ts';
import {
  type AgentState,
  type DeskView,
  type Fact,
  startDesk,
  stepDesk,
  type Voices,
} from '../../models/doors/live.ts';
import { publicViewOf } from '../../models/doors/scenario.ts';
import { desk } from './hung.ts';
import { TEN } from './stage/scenes.ts';

const publicView = publicViewOf(TEN);
const MINUTE_MS = 60_000;

beforeEach(() => setLanguage('fr'));
afterEach(() => document.body.replaceChildren());

/** A desk that is looked at every ten seconds. */
function watched() {
  const ledger = new Ledger();
  const view: DeskView = startDesk(publicView, 2);
  const me = view.team[2];
  if (!me) throw new Error('a third desk');
  const tell = (at: number, body: object) => stepDesk(view, { n: 0, at, ...body } as Fact);
  tell(0, { kind: 'arrived', call: 7, caller: 0, type: 0, attempt: 0, cause: -1, says: -1 });
  tell(0, { kind: 'rang', call: 7, agent: 2, says: 0 });
  tell(0, { kind: 'answered', call: 7, type: 0, attempt: 0, agent: 2, waitMs: 0 });
  /** Of a minute that is worth so much to the caller, and costs so much. */
  const talk = (from: number, to: number, care: number, hurry: number, early = false): void => {
    for (let at = from; at <= to; at += 10_000) {
      const when = early ? 'early' : hurry > care ? 'late' : 'right';
      const time: RightTime = { talkedMs: at, fromMs: 0, evenMs: null, when };
      ledger.see(at, view, time, { care, hurry } as Voices);
    }
  };
  const become = (state: AgentState, at: number): void => {
    me.state = state;
    talk(at, at, 0, 0);
  };
  return { become, ledger, talk, tell };
}

describe('the ledger of the two voices', () => {
  it('says that care was right where the next minute was worth more than it cost', () => {
    const { become, ledger, talk } = watched();
    talk(0, 120_000, 3, 1.2);
    expect(ledger.calls).toEqual([]);
    become('closing', 130_000);
    become('wrapping', 180_000);
    const one = { call: 7, at: 120_000, talkedMs: 120_000, below: false, lateMs: 0, over: 0 };
    expect(ledger.calls).toEqual([{ ...one, missed: expect.closeTo(1.8, 9), right: 'care' }]);
  });

  it('says that hurry was right by what the time cost from the crossing on, net', () => {
    const { become, ledger, talk } = watched();
    talk(0, 110_000, 3, 1);
    talk(120_000, 300_000, 0.5, 2.5);
    become('closing', 301_000);
    expect(ledger.calls).toHaveLength(1);
    expect(ledger.calls[0]).toMatchObject({ right: 'hurry', lateMs: 180_000, missed: 0 });
    expect(ledger.calls[0]?.over).toBeCloseTo(3 * 2, 6);
  });

  it('sides with neither where they hardly differed, and with care below the floor', () => {
    const near = watched();
    near.talk(0, 60_000, 1 + ROUGHLY - 0.01, 1);
    near.become('closing', 61_000);
    expect(near.ledger.calls[0]?.right).toBe('both');
    const below = watched();
    below.talk(0, 60_000, 1, 4, true);
    below.become('closing', 61_000);
    expect(below.ledger.calls[0]).toMatchObject({ right: 'care', below: true, missed: 0, over: 0 });
  });

  it('leaves out what was handed on, and what was not heard to its end', () => {
    const handed = watched();
    handed.talk(0, 60_000, 3, 1);
    handed.become('wrapping', 61_000);
    expect(handed.ledger.calls).toEqual([]);
    const deaf = watched();
    deaf.talk(0, 10_000, 0, 2);
    deaf.talk(10 * MINUTE_MS, 10 * MINUTE_MS, 0, 2);
    deaf.become('closing', 10 * MINUTE_MS + 1);
    expect(deaf.ledger.calls).toEqual([]);
  });
});

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
    expect(text).toContain('2 fois : conclus trop tôt');
    expect(text).toContain('en tout, 3,5 min de plus qu’elle n’aurait coûté');
    expect(text).toContain('Dont un sous le seuil');
    expect(text).toContain('à 10:45, après 1:05 de conversation (2,3 min)');
    expect(text).toContain('1 fois : trop prolongé');
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

  it('says of how many it knows, finds words for never, and is silent where it saw none', async () => {
    expect(await shown([call({})], 9)).toContain('Pour 1 des 9 appels conclus ici');
    expect(await shown([call({})], 1)).toMatch(/aucun appel n’a été conclu trop tôt/);
    expect(await shown([], 9)).not.toContain('raison');
    setLanguage('en');
    expect(await shown(day, 4)).toContain('2 times: concluded too soon');
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
    expect(text()).toMatch(/Pour 1 des \d+ appels conclus/);
    const { name } = local.publicView;
    expect(recap()?.querySelector('.place')?.textContent).toBe(`${name.fr} · Poste 3`);
  });
});
