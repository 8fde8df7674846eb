import '../../client/look/page.css';
import '../../client/elements/actions/actions.ts';
import '../../client/elements/person/person.ts';
import '../../client/pages/desk/desk.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { setLanguage } from '../../client/text/language.ts';
import { policyName } from '../../client/text/policies.ts';
import { type DeskView, startDesk, talkedMs } from '../../models/doors/live.ts';
import { type PolicyShown, publicViewOf } from '../../models/doors/scenario.ts';
import { desk } from './hung.ts';
import { STATION } from './station.ts';

/** What a desk says is one thing at a time, in the time of whoever reads it. */

beforeEach(() => setLanguage('fr'));
afterEach(() => document.body.replaceChildren());

const publicView = publicViewOf(STATION);
const CALL = {
  ...{ call: 1, type: 0, attempt: 0, says: 0, arrivedAt: 0, since: 0, rangAt: 0, answeredAt: -1 },
  ...{ heldAt: -1, heldMs: 0, hungUp: false, ringsUntil: 40_000, closingAt: -1, concludedAt: -1 },
  ...{
    relayed: false,
    calledBack: false,
    unreached: false,
    servedAt: -1,
    level: 0,
    phases: null,
    parting: -1,
    encounter: null,
  },
};

/** The left page of the desk, in this state. */
async function person(
  state: DeskView['team'][number]['state'],
  more: Partial<DeskView> & { handed?: string; reason?: string; now?: number; speed?: number },
): Promise<string> {
  const { handed = '', reason = null, now = 0, speed = 8, ...parts } = more;
  const view = Object.assign(startDesk(publicView, 0), parts);
  Object.assign(view.team[0] ?? {}, { state, reason });
  const element = document.createElement('ct-person');
  const clock = { at: now, speed, paused: false, over: false };
  Object.assign(element, { view, publicView, clock, now, handed });
  document.body.append(element);
  await element.updateComplete;
  return element.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';
}

describe('the desk', () => {
  it('counts a ring in the seconds of whoever hears it', async () => {
    expect(await person('ringing', { call: CALL })).toMatch(/(^| )5 s, puis/);
    expect(await person('ringing', { call: CALL, speed: 1 })).toMatch(/(^| )40 s, puis/);
  });

  it('tells the time of talk that the ruler tells, hold left out', async () => {
    const call = { ...CALL, answeredAt: 0, heldMs: 91_000 };
    const said = await person('talking', { call, now: 161_000 });
    expect(talkedMs({ ...startDesk(publicView, 0), call }, 161_000)).toBe(70_000);
    expect(said).toMatch(/1:10 de conversation/);
    expect(said).not.toContain('2:41');
  });

  it('says one thing of a missed call, and who is not ready has no button for it', async () => {
    const said = await person('notReady', { reason: 'missed' });
    expect(said).toContain('Appel manqué');
    expect(said).toContain('sonnera ici');
    expect(said).not.toContain('Indisponible');
    const names = async (missed: boolean) => {
      const element = document.createElement('ct-actions');
      Object.assign(element, { state: 'notReady', missed });
      document.body.append(element);
      await element.updateComplete;
      return element.shadowRoot?.textContent ?? '';
    };
    expect(await names(false)).not.toContain('Indisponible');
    expect(await names(true)).toContain('Indisponible');
  });

  it('says to whom a call went', async () => {
    const call = { ...CALL, answeredAt: 0, concludedAt: 9 };
    const said = await person('wrapping', { call, handed: 'Suivi des dossiers' });
    expect(said).toContain('Transféré à Suivi des dossiers.');
    expect(said).not.toContain('L’appel est fini');
  });

  it('is chosen before its host can begin the day', async () => {
    const [element, , wire] = await desk('FRESH222', 'host');
    const within = page.elementLocator(element);
    const start = within.getByRole('button', { name: 'Commencer la journée' });
    await expect.element(within.getByRole('button', { name: 'Poste 1, libre' })).toBeVisible();
    expect(start.query()).toBeNull();
    await within.getByRole('button', { name: 'Poste 1, libre' }).click();
    await expect.element(start).toBeVisible();
    expect(wire.agent).toBe(0);
  });

  it('names the way to answer that follows both voices by what it does', () => {
    const name = 'priceNext' as PolicyShown['name'];
    expect(policyName({ name } as PolicyShown)).toBe('Suivre la voix la plus forte');
  });
});

describe('a locked room', () => {
  it('has the way to the wall of which it speaks', async () => {
    const element = document.createElement('ct-lost');
    const says = { fr: 'Fermée.', en: 'Locked.' };
    Object.assign(element, { code: 'LOCK2345', problem: { code: 'E_FORBIDDEN', path: '', says } });
    document.body.append(element);
    const way = page.elementLocator(element).getByRole('link', { name: 'Regarder le tableau' });
    await expect.element(way).toBeVisible();
    expect(way.element().getAttribute('href')).toBe('/wall/LOCK2345');
  });
});
