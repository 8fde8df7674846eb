import '../../client/look/page.css';
import { DayCurve } from '../../client/elements/day-curve/day-curve.ts';
import { LivedElement } from '../../client/elements/lived/lived.ts';
import { OwnScore } from '../../client/elements/own-score/own-score.ts';
import { Price } from '../../client/elements/price/price.ts';
import { QueueNow } from '../../client/elements/queue-now/queue-now.ts';
import { ScoreElement } from '../../client/elements/score/score.ts';
import { VoicesElement } from '../../client/elements/voices/voices.ts';
import { Waits } from '../../client/elements/waits/waits.ts';
import { WallSheet } from '../../client/elements/wall-sheet/wall-sheet.ts';
import {
  type Fact,
  startDesk,
  startWall,
  stepDesk,
  stepWall,
  type WallView,
} from '../../models/doors/live.ts';
import { type PublicView, publicViewOf, type Scenario } from '../../models/doors/scenario.ts';
import { factsOf } from './day.ts';
import { BETWEEN, LIVED, SAMPLES, TALKING } from './worth.ts';

/** One element with fixed data: always the same picture. */
type Exhibit =
  | WallSheet
  | OwnScore
  | ScoreElement
  | DayCurve
  | QueueNow
  | Waits
  | Price
  | VoicesElement
  | LivedElement;

const PEOPLE = [1, 2, 5];

export interface Moment {
  readonly publicView: PublicView;
  readonly view: WallView;
  readonly now: number;
}

/** The wall of a day at one of its minutes. */
export function momentOf(
  scenario: Scenario,
  minute: number,
  facts: readonly Fact[] = factsOf(scenario, PEOPLE),
): Moment {
  const publicView = publicViewOf(scenario);
  const view = startWall(publicView);
  const now = minute * 60_000;
  if (minute > 0) for (const fact of facts) if (fact.at <= now) stepWall(view, fact);
  return { publicView, view, now };
}

export function exhibit(
  show: string,
  scenario: Scenario,
  minute: number,
  facts: readonly Fact[] = factsOf(scenario, PEOPLE),
): Exhibit {
  const { publicView, view, now } = momentOf(scenario, minute, facts);
  const instant = () => now;
  switch (show) {
    case 'price':
      return Object.assign(new Price(), { weighed: TALKING });
    case 'price-between':
      return Object.assign(new Price(), { weighed: BETWEEN });
    case 'voices':
      return Object.assign(new VoicesElement(), { weighed: TALKING });
    case 'lived':
      return Object.assign(new LivedElement(), {
        totals: view.day.totals,
        lived: LIVED,
        price: { samples: SAMPLES, dearest: TALKING.dearest, waiting: 3 },
        now: TALKING.at,
      });
    case 'wall':
    case 'wall-worth': {
      const clock = { at: now, speed: 10, paused: now === 0, over: view.day.phase === 'over' };
      return Object.assign(new WallSheet(), {
        code: 'K7M4QX',
        publicView,
        view,
        clock,
        instant,
        people: 3,
        lived: show === 'wall' ? null : LIVED,
        price: show === 'wall' ? null : { samples: SAMPLES, dearest: TALKING.dearest, waiting: 3 },
      });
    }
    case 'day':
      return Object.assign(new DayCurve(), { view, publicView, now });
    case 'waits':
      return Object.assign(new Waits(), { day: view.day });
    case 'own': {
      const desk = startDesk(publicView, 1);
      for (const fact of facts) if (fact.at <= now) stepDesk(desk, fact);
      return Object.assign(new OwnScore(), { view: desk, publicView, instant });
    }
    case 'queue':
      return Object.assign(new QueueNow(), { line: view.line, now, targetMs: publicView.targetMs });
    default:
      return Object.assign(new ScoreElement(), { view, publicView, instant });
  }
}
