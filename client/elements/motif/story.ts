import {
  type Fact,
  type FactBody,
  startWall,
  stepWall,
  type WallView,
} from '../../../models/doors/live.ts';
import type { PublicView } from '../../../models/doors/scenario.ts';

/**
 * A made-up quarter of an hour for the first page: a hurried call that comes back, one that is
 * taken care of, someone who gives up. Folded as any room's facts are, and drawn by the same score.
 */
export const STORY_MS = 775_000;

export const STORY: PublicView = {
  name: { fr: '', en: '' },
  about: { fr: '', en: '' },
  source: { fr: '', en: '' },
  opensAtMs: 9 * 3_600_000,
  lengthMs: 3_600_000,
  intervalMs: 900_000,
  types: [{ id: 'call', name: { fr: '', en: '' }, says: [] }],
  groups: [{ id: 'team', name: { fr: '', en: '' }, first: 0, desks: 3, types: [0], policy: null }],
  arbitration: null,
  targetMs: 30_000,
  shortAbandonMs: 5_000,
  ringMs: 20_000,
};

interface Told {
  readonly arrives: number;
  /** Who answers, when; absent for someone who gives up or still waits. */
  readonly by?: readonly [agent: number, answers: number, ends?: number, wraps?: number];
  readonly leaves?: number;
  /** The call it repeats. */
  readonly again?: number;
}

/** Seconds after opening. */
const CALLS: readonly Told[] = [
  { arrives: 6, by: [1, 6, 128, 146] },
  { arrives: 22, by: [0, 42, 96, 102] },
  { arrives: 58, by: [2, 58, 244, 262] },
  { arrives: 92, by: [0, 118, 296, 308] },
  { arrives: 104, by: [1, 150, 492, 512] },
  { arrives: 112, leaves: 252 },
  { arrives: 238, by: [2, 266, 398, 416] },
  { arrives: 276, by: [0, 312, 360, 366] },
  { arrives: 346, by: [0, 370, 552, 566] },
  { arrives: 404, by: [2, 430, 634, 650] },
  { arrives: 478, by: [1, 516, 668, 690] },
  { arrives: 548, by: [0, 572], again: 7 },
  { arrives: 636, by: [2, 656] },
  { arrives: 662, by: [1, 696] },
  { arrives: 718 },
];

/** Where the words stand: beside the cross, over the slur, over the long note. */
export const LOST_MS = 252_000;
export const BACK_MS = 457_000;
export const CARE_MS = 376_000;

type Timed = { readonly at: number } & FactBody;

function factsOfCall(told: Told, call: number): Timed[] {
  const at = told.arrives * 1_000;
  const attempt = told.again === undefined ? 0 : 1;
  const cause = told.again ?? -1;
  const type = 0;
  const facts: Timed[] = [
    { at, kind: 'arrived', call, caller: -1, type, attempt, cause, says: -1, after: -1 },
  ];
  if (told.leaves !== undefined) {
    const left = told.leaves * 1_000;
    facts.push({ at: left, kind: 'abandoned', call, type, attempt, waitMs: left - at });
  }
  if (!told.by) return facts;
  const [agent, answers, ends, wraps] = told.by;
  const answeredAt = answers * 1_000;
  facts.push({
    at: answeredAt,
    kind: 'answered',
    call,
    type,
    attempt,
    agent,
    waitMs: answeredAt - at,
  });
  if (ends === undefined || wraps === undefined) return facts;
  const endedAt = ends * 1_000;
  const talkMs = endedAt - answeredAt;
  facts.push({ at: endedAt, kind: 'concluded', call, type, agent, talkMs, holdMs: 0 });
  facts.push({ at: wraps * 1_000, kind: 'wrapped', call, agent, wrapMs: wraps * 1_000 - endedAt });
  return facts;
}

/** The whole story, folded; what comes later than the playhead is not drawn. */
export function story(): WallView {
  const view = startWall(STORY);
  // As after a morning of calls of two and a half minutes: a short or long one can be told.
  const [n, mean, spread] = [40, Math.log(150), 0.5];
  view.score.usual = [[n, n * mean, n * (mean * mean + spread * spread)]];
  const opening: Timed[] = [{ at: 0, kind: 'opened' }];
  for (let agent = 0; agent < 3; agent++) opening.push({ at: 0, kind: 'signedIn', agent });
  const facts = [...opening, ...CALLS.flatMap(factsOfCall)].sort((a, b) => a.at - b.at);
  facts.forEach((fact, n_) => stepWall(view, { ...fact, n: n_ } as Fact));
  return view;
}
