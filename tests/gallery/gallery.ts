import { scoreLook } from '../../client/charts/score/look.ts';
import { Score } from '../../client/charts/score.ts';
import { type Scenario, settingOf, startWall, stepWall } from '../../models/index.ts';
import { factsOf, LARGE, SMALL } from './day.ts';

const asked = new URLSearchParams(location.search);
document.documentElement.dataset['scheme'] = asked.get('scheme') ?? 'paper';
const sheet = new CSSStyleSheet();
sheet.replaceSync(scoreLook.cssText);
document.adoptedStyleSheets = [sheet];

const DAYS: Record<string, Scenario> = { small: SMALL, large: LARGE };

const scenario = DAYS[asked.get('day') ?? 'small'] ?? SMALL;
const setting = settingOf(scenario);
const now = Number(asked.get('minute') ?? 42) * 60_000;
const view = startWall(setting);
for (const fact of factsOf(scenario, [1, 2, 5])) if (fact.at <= now) stepWall(view, fact);
const host = document.createElement('div');
document.body.append(host);
const two = (n: number) => String(n).padStart(2, '0');
const score = new Score(host);
const page = {
  setting,
  team: view.team,
  score: view.score,
  line: view.line,
  targetMs: setting.targetMs,
  words: {
    line: 'la file',
    group: (i: number) => setting.groups[i]?.name.fr ?? '',
    time: (ms: number) => `${Math.floor(ms / 3_600_000)}:${two(Math.floor(ms / 60_000) % 60)}`,
    lasts: (ms: number) => `${Math.floor(ms / 60_000)}:${two(Math.floor(ms / 1_000) % 60)}`,
  },
};
score.draw(page, { width: innerWidth, height: innerHeight }, now);
console.log(JSON.stringify(view.day.totals));
document.title = 'drawn';
