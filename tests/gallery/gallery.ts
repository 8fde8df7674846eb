/// <reference types="vite/client" />
import { Scenario } from '../../models/doors/scenario.ts';
import { LARGE, SMALL } from './day.ts';
import { exhibit } from './exhibit.ts';

/** A page to look at: ?show=wall&day=banque-1999&minute=150&scheme=stage, at any size. */
const asked = new URLSearchParams(location.search);
document.documentElement.dataset['scheme'] = asked.get('scheme') ?? 'paper';

const CATALOGUE = import.meta.glob<{ default: unknown }>('../../models/scenario/catalogue/*.json');

async function scenarioOf(name: string): Promise<Scenario> {
  const file = CATALOGUE[`../../models/scenario/catalogue/${name}.json`];
  if (file) return Scenario.parse((await file()).default);
  return name === 'large' ? LARGE : SMALL;
}

const scenario = await scenarioOf(asked.get('day') ?? 'small');
const element = exhibit(asked.get('show') ?? 'score', scenario, Number(asked.get('minute') ?? 42));
element.style.height = '100dvh';
document.body.append(element);
await element.updateComplete;
document.title = 'drawn';
