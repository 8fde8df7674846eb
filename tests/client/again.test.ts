import '../../client/look/page.css';
import '../../client/elements/person/person.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../client/elements/person/person.ts';
import { setLanguage } from '../../client/text/language.ts';
import { startDesk } from '../../models/doors/live.ts';
import { catalogueScenario, publicViewOf, type Scenario } from '../../models/doors/scenario.ts';

/** Who calls again about found keys, and is not pleased: the desk tells the two apart. */

beforeEach(() => setLanguage('fr'));
afterEach(() => document.body.replaceChildren());

const publicView = publicViewOf(catalogueScenario('accueil-humain') as Scenario);
const KEYS = 3;

/** What the desk says beside the caller's words, at this level and attempt. */
async function beside(level: number, attempt: number): Promise<string> {
  const element = document.createElement('ct-person') as Person;
  const view = startDesk(publicView, 0);
  const me = view.team[0];
  if (me) me.state = 'talking';
  view.call = {
    ...{ call: 1, type: 0, attempt, says: KEYS, arrivedAt: 0, since: 0, rangAt: 0, answeredAt: 0 },
    ...{
      heldAt: -1,
      heldMs: 0,
      hungUp: false,
      ringsUntil: -1,
      closingAt: -1,
      concludedAt: -1,
      relayed: false,
    },
    ...{
      calledBack: false,
      unreached: false,
      servedAt: -1,
      level,
      phases: null,
      parting: -1,
      encounter: null,
    },
  };
  Object.assign(element, { view, publicView, now: 60_000 });
  document.body.append(element);
  await element.updateComplete;
  return (
    element.shadowRoot?.querySelector('.about')?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  );
}

describe('what is said of a caller beside their words', () => {
  it('says what is complained about, which is not the matter', async () => {
    expect(await beside(2, 0)).toMatch(/se plaint de l’accueil premier appel/);
    expect(await beside(2, 1)).toMatch(/se plaint de devoir rappeler 2e appel/);
  });

  it('never says a complaint for the second time', async () => {
    for (const level of [0, 1, 2, 3]) expect(await beside(level, 1)).not.toMatch(/fois|plaint \d/);
  });
});
