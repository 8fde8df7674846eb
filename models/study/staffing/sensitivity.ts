import { overridden } from '../../scenario/overridden.ts';
import { readScenario } from '../../scenario/read.ts';
import { type Scenario, scenarioJsonSchema } from '../../scenario/scenario.ts';
import { setPath } from '../../scenario/set.ts';
import type { StaffingAnswer } from './answer.ts';
import { moved } from './moves.ts';
import type { Probability } from './probability.ts';
import { type Asking, judgedOn, type Seen, type Staffing } from './seen.ts';
import { Standing } from './standing.ts';

/**
 * What a requirement owes to hypotheses: each number of grade D that has a range worth varying is
 * moved to both ends of it, alone, on the same callers. A choice changes where days tell that the
 * staffing no longer holds, or that an agent less everywhere would do.
 */

export interface Hypothesis {
  /** As --set takes it. */
  readonly path: string;
  readonly unit: string;
  readonly now: number;
  readonly range: readonly [number, number];
}

export interface SweptEnd {
  readonly value: number;
  /** The staffing required; and with an agent less everywhere. */
  readonly whole: Probability;
  readonly fewer: Probability;
  readonly changes: 'none' | 'more' | 'fewer';
  /** About where it begins to change; null where it does not. */
  readonly beyond: number | null;
}

export interface Swept extends Hypothesis {
  readonly ends: readonly SweptEnd[];
}

interface Shape {
  readonly grade?: string;
  readonly range?: readonly [number, number];
  readonly unit?: string;
  readonly mean?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
}

function found(shape: Shape | undefined, value: unknown, path: string): Hypothesis[] {
  if (shape === undefined || value === null || value === undefined) return [];
  const own = hypothesisAt(shape, value, path);
  if (Array.isArray(value))
    return value.flatMap((item: { id?: string }, i) =>
      found(shape.items, item, `${path}.${item?.id ?? i}`),
    );
  if (typeof value !== 'object') return own;
  const inside = Object.entries(value).flatMap(([name, part]) =>
    found(shape.properties?.[name], part, path === '' ? name : `${path}.${name}`),
  );
  return [...own, ...inside];
}

function hypothesisAt(shape: Shape, value: unknown, path: string): Hypothesis[] {
  const { grade, mean, range, unit = '1' } = shape;
  if (typeof value === 'number')
    return grade === 'D' && range !== undefined ? [{ path, unit, now: value, range }] : [];
  // Of a law it is the mean that is varied, told in minutes and written in seconds.
  const now = (value as { meanS?: unknown }).meanS;
  if (mean?.grade !== 'D' || mean.range === undefined || typeof now !== 'number') return [];
  const [low, high] = mean.range;
  return [{ path: `${path}.meanS`, unit: 's', now, range: [60 * low, 60 * high] }];
}

/** The hypotheses of a scenario that say something in it. */
export const hypothesesOf = (scenario: Scenario): Hypothesis[] =>
  found(scenarioJsonSchema() as Shape, scenario, '').filter(
    ({ path }) => overridden(scenario, path).length === 0,
  );

/** The scenario with one number changed; null where it is then none. */
function changedTo(scenario: Scenario, path: string, value: number): Scenario | null {
  const set = setPath(JSON.parse(JSON.stringify(scenario)), path, String(value));
  if (!set.ok) return null;
  const reading = readScenario(set.file);
  return reading.ok ? reading.scenario : null;
}

/** How often the middle between what does and what does not change anything is tried. */
const HALVINGS = 3;

function* endOf(
  answer: StaffingAnswer,
  fewer: Staffing,
  { now, path }: Hypothesis,
  value: number,
): Asking<SweptEnd | null> {
  const { ask, staffing } = answer;
  const look = function* (at: number): Asking<Omit<SweptEnd, 'beyond'> | null> {
    const scenario = changedTo(answer.scenario, path, at);
    if (scenario === null) return null;
    const trials = [staffing, fewer].map((one) => judgedOn(scenario, one, ask));
    const seen = yield { trials, planned: 0 };
    const [whole, less] = (seen as [Seen, Seen]).map(
      ({ margins }) => new Standing(ask, margins).probability,
    ) as [Probability, Probability];
    const changes = whole.high < ask.on ? 'more' : less.low >= ask.on ? 'fewer' : 'none';
    return { value: at, whole, fewer: less, changes };
  };
  const end = yield* look(value);
  if (end === null || end.changes === 'none') return end === null ? null : { ...end, beyond: null };
  let [calm, changed] = [now, value];
  for (let k = 0; k < HALVINGS; k += 1) {
    const middle = (calm + changed) / 2;
    const there = yield* look(middle);
    if (there?.changes === end.changes) changed = middle;
    else calm = middle;
  }
  return { ...end, beyond: (calm + changed) / 2 };
}

/** Each hypothesis at both ends of its range. */
export function* sensitivityOf(answer: StaffingAnswer): Asking<Swept[]> {
  const { ask, scenario, staffing } = answer;
  const everywhere = staffing.flatMap((group, g) =>
    group.flatMap((n, i) => (n > ask.least ? [{ from: i, to: i + 1, group: g, felt: i + 1 }] : [])),
  );
  const fewer = moved(staffing, everywhere, -1);
  const swept: Swept[] = [];
  for (const hypothesis of hypothesesOf(scenario)) {
    const ends: SweptEnd[] = [];
    for (const value of hypothesis.range) {
      if (value === hypothesis.now) continue;
      const end = yield* endOf(answer, fewer, hypothesis, value);
      if (end !== null) ends.push(end);
    }
    if (ends.length > 0) swept.push({ ...hypothesis, ends });
  }
  return swept;
}
