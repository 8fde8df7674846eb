import '../../client/look/page.css';
import '../../client/pages/debrief/debrief.ts';
import { BehaviorSubject } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DebriefPage } from '../../client/pages/debrief/debrief.ts';
import type { DebriefRoom, DebriefView } from '../../client/state/debrief.ts';
import { ShiftRoom } from '../../client/state/shift.ts';
import { filled, type ShiftData, shiftHere } from '../../client/state/shift-file.ts';
import { setLanguage } from '../../client/text/language.ts';
import { spawnReplayer } from '../../client/work/spawn-replayer.ts';
import { chapterScenario } from '../../models/doors/game.ts';
import { RULES_VERSION } from '../../models/doors/live.ts';
import type { DebriefAsk } from '../../models/doors/play.ts';
import { problem, type Scenario } from '../../models/doors/scenario.ts';
import { type Habit, played, talksFor } from '../support/day-at-a-desk.ts';
import { faults } from './axe.ts';

/** A day of a chapter, played in this page: each caller is listened to, and given a minute. */
function playedDay(): ShiftData {
  const agent = 0;
  const talks = talksFor(agent, 110_000);
  const listens: Habit = (fact) => {
    if (fact.kind !== 'answered' || fact.agent !== agent) return talks(fact);
    const { call } = fact;
    return [{ after: 1_000, does: { kind: 'listen', agent, call } }, ...talks(fact)];
  };
  const chapter = chapterScenario('chapitre-4') as Scenario;
  const begins = { takesAt: 1_000, readyAt: 2_000, since: 'look' } as const;
  const { commands, scenario, seed } = played(chapter, 'debrief', { [agent]: listens }, begins);
  const told = { agent, rules: '4', words: { act: 'Écouter <b>.' } };
  return { scenario, seed, commands, sat: [0], person: 0, ...told };
}

const DATA = playedDay();
let asked: DebriefAsk[] = [];

/** The debrief of that day, worked out by the worker of the page. */
async function shown(change: Partial<DebriefRoom> = {}): Promise<[DebriefPage, ShadowRoot]> {
  const inside = new ShiftRoom(DATA, spawnReplayer());
  const room: DebriefRoom = {
    state$: inside.state$,
    whatIf: inside.whatIf,
    debrief: (ask) => {
      asked.push(ask);
      return inside.debrief(ask);
    },
    close: () => inside.close(),
    ...change,
  };
  const element = document.createElement('ct-debrief');
  element.code = 'TEST2345';
  element.enter = () => room;
  document.body.append(element);
  const root = element.shadowRoot as ShadowRoot;
  await vi.waitFor(() => expect(root.querySelector('h1')).not.toBeNull(), 10_000);
  return [element, root];
}

beforeEach(() => {
  asked = [];
  localStorage.clear();
  setLanguage('fr');
});
afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['scheme'];
});

const wordsIn = (texts: readonly string[]): number =>
  texts
    .join(' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\d]/u.test(word)).length;
const button = (root: ShadowRoot, name: RegExp): HTMLElement =>
  [...root.querySelectorAll('button')].find((one) => name.test(one.textContent ?? ''))!;
const unfold = (root: ShadowRoot): void => {
  for (const one of root.querySelectorAll('details')) one.open = true;
};

describe('the debrief of a day', () => {
  it.each(['fr', 'en'] as const)(
    'says what matters in 120 words before anything is unfolded: %s',
    async (language) => {
      setLanguage(language);
      const [, root] = await shown();
      await vi.waitFor(() => expect(asked.some(({ what }) => what === 'advice')).toBe(true));
      await vi.waitFor(() => expect(root.querySelector('.advice .told')).not.toBeNull(), 15_000);
      const told = root.querySelectorAll<HTMLElement>(
        '.screen h1, .moment h3, .moment > p, .moment > details > summary, .advice .told',
      );
      const moments = root.querySelectorAll('.moment').length;
      expect(moments).toBeGreaterThan(0);
      // As if there were three of the longest.
      const texts = [...told].map(({ innerText }) => innerText);
      const longest = Math.max(
        ...[...root.querySelectorAll<HTMLElement>('.moment')].map((one) =>
          wordsIn(
            [...one.querySelectorAll<HTMLElement>('h3, :scope > p, summary')].map(
              (e) => e.innerText,
            ),
          ),
        ),
      );
      expect(wordsIn(texts) + (3 - moments) * longest).toBeLessThanOrEqual(120);
    },
  );

  it('asks for one’s own guess before it tells the masks', async () => {
    const [element, root] = await shown();
    expect(root.querySelectorAll('button.mask')).toHaveLength(4);
    expect(root.querySelectorAll('.masks .bar')).toHaveLength(0);
    const first = root.querySelector<HTMLElement>('button.mask')!;
    expect(first.textContent).toContain('La rencontre professionnelle');
    first.click();
    await element.updateComplete;
    expect(root.querySelectorAll('button.mask')).toHaveLength(0);
    expect(root.querySelectorAll('.masks .bar')).toHaveLength(4);
    expect(root.querySelector('.mask')?.textContent).toContain('votre avis');
  });

  it('asks one question after the other, and tells what a bet was worth', async () => {
    let open = 0;
    const inside = new ShiftRoom(DATA, spawnReplayer());
    const [, root] = await shown({
      debrief: async (ask) => {
        open += 1;
        expect(open).toBe(1);
        const reply = await inside.debrief(ask);
        open -= 1;
        return reply;
      },
    });
    unfold(root);
    button(root, /^\s*mieux/).click();
    button(root, /Quelle part/).click();
    await vi.waitFor(() => expect(root.querySelectorAll('.found').length).toBe(2), 20_000);
    await vi.waitFor(
      () => expect(root.textContent).toContain('Cette journée était plus dure'),
      20_000,
    );
    expect(root.querySelector('.found')?.textContent).toContain('Ce jour-là');
    inside.close();
  });

  it('shows the same callers otherwise where they are asked for', async () => {
    const [, root] = await shown();
    unfold(root);
    button(root, /Rejouer les mêmes appels/).click();
    await vi.waitFor(
      () =>
        expect(
          root.querySelector('ct-what-if')?.shadowRoot?.querySelectorAll('tbody tr').length,
        ).toBe(4),
      20_000,
    );
  });

  it.each(['paper', 'stage'])('is accessible and within a phone, unfolded: %s', async (scheme) => {
    document.documentElement.dataset['scheme'] = scheme;
    const [element, root] = await shown();
    unfold(root);
    root.querySelector<HTMLElement>('button.mask')!.click();
    await element.updateComplete;
    expect(await faults()).toEqual([]);
    element.style.width = '360px';
    await element.updateComplete;
    expect(element.scrollWidth).toBeLessThanOrEqual(360);
  });

  it('says of a room of other rules what is no longer known, and why nothing is there', async () => {
    const old = problem('E_VERSION', 'rules', 'Règles 3.', 'Rules 3.');
    const lost = problem('E_VERSION', '', 'Ne peut plus être calculé.', 'No longer.');
    const inside = new ShiftRoom(DATA, spawnReplayer());
    const view = { clock: null, host: false, publicView: null, record: old, refusal: null };
    const told = new BehaviorSubject<DebriefView>(view);
    inside.state$.subscribe(({ publicView }) => told.next({ ...view, publicView }));
    const [, root] = await shown({ state$: told, debrief: (ask) => inside.debrief(ask) });
    expect(root.querySelector('.old')?.textContent).toContain('anciennes règles');
    expect(root.textContent).not.toContain('Emporter');
    document.body.replaceChildren();
    const element = document.createElement('ct-debrief');
    element.enter = () => ({
      state$: told,
      debrief: async () => ({ ok: false, problem: lost }),
      close: () => {},
    });
    document.body.append(element);
    await vi.waitFor(() =>
      expect(element.shadowRoot?.querySelector('ct-notice')?.shadowRoot?.textContent).toContain(
        'Ne peut plus être calculé.',
      ),
    );
  });
});

describe('a day in one file', () => {
  const template = '<p></p><script type="application/json" id="shift">null</script><i></i>';

  it('holds what was played, and nothing in it ends what holds it', () => {
    const text = filled(template, DATA);
    const inside = /id="shift">(.*)<\/script>/.exec(text)?.[1] ?? '';
    expect(inside).not.toContain('<');
    expect(shiftHere(inside)).toEqual(JSON.parse(JSON.stringify(DATA)));
    expect(() => filled('<p></p>', DATA)).toThrow(RangeError);
  });

  it('says nothing of what it cannot read', () => {
    for (const text of ['null', '{', '{"seed":"a"}', '[]']) expect(shiftHere(text)).toBeNull();
  });

  it('answers as a room does, and gives no record of itself', async () => {
    const room = new ShiftRoom(DATA, spawnReplayer());
    const begin = await room.debrief({ what: 'begin' });
    expect(begin).toMatchObject({ ok: true, what: 'begin', agent: 0, rules: RULES_VERSION });
    expect(await room.debrief({ what: 'thatDay', talk: 99, minutes: 1 })).toMatchObject({
      problem: { code: 'E_UNKNOWN' },
    });
    expect(await room.debrief({ what: 'record' })).toMatchObject({ ok: false });
    room.close();
  });
});
