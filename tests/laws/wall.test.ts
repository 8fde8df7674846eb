import { describe, expect, it } from 'vitest';
import { Centre } from '../../models/centre/centre.ts';
import { Measures } from '../../models/folds/measures/measures.ts';
import { SUM } from '../../models/folds/measures/sums.ts';
import { startDay, stepDay } from '../../models/folds/views/day.ts';
import { FactLog } from '../../models/live/factlog.ts';
import { catalogueScenario } from '../../models/scenario/catalogue.ts';
import { publicViewOf } from '../../models/scenario/public-view.ts';
import { Scenario } from '../../models/scenario/scenario.ts';
import { frameOf } from '../../models/study/frame.ts';
import { readPolicy, withPolicy } from '../../models/study/policies.ts';
import type { Command } from '../../models/words/moves.ts';
import { isProblem } from '../../models/words/problem.ts';
import type { Recorder } from '../../models/words/recorder.ts';
import { only } from './worlds.ts';

/** A day is counted twice: on the wall from its facts, in studies as it goes. One truth. */

/** Tells both. */
const both = (one: Recorder, other: Recorder): Recorder =>
  new Proxy(one, {
    get:
      (_, name) =>
      (...told: unknown[]): void => {
        for (const recorder of [one, other])
          (recorder as unknown as Record<PropertyKey, (...told: unknown[]) => void>)[name]?.(
            ...told,
          );
      },
  });

/** Somebody at desk 0, who hands every third call to the last group. */
function play(centre: Centre, log: FactLog, scenario: Scenario): void {
  const agent = 0;
  const group = scenario.groups.length - 1;
  const next = (at: number): Command => {
    const last = log.facts.findLast((fact) => 'agent' in fact && fact.agent === agent);
    if (last?.kind === 'rang') return { kind: 'answer', agent, call: last.call };
    if (last?.kind !== 'answered' && last?.kind !== 'calledBack' && last?.kind !== 'relayed')
      return { kind: 'ready', agent };
    const { call } = last;
    if (at - last.at < 40_000) return { kind: 'ready', agent };
    return call % 3 === 0
      ? { kind: 'transfer', agent, call, group }
      : { kind: 'conclude', agent, call };
  };
  centre.advanceTo(1_000);
  centre.apply({ kind: 'takeDesk', agent });
  for (let at = 2_000; at < scenario.day.lengthMin * 60_000; at += 1_000) {
    centre.advanceTo(at);
    centre.apply(next(at));
  }
}

/** A scenario of the catalogue, with this policy. */
function playedBy(id: string, policy: string | null): Scenario {
  const scenario = catalogueScenario(id) as Scenario;
  if (policy === null) return scenario;
  const variant = readPolicy(policy);
  const reading = isProblem(variant) ? null : withPolicy(scenario, variant);
  if (!reading?.ok) throw new Error(`${id} is not played by ${policy}`);
  return reading.scenario;
}

/** At a desk that is told of every wait, and calls back whoever would wait. */
const CALL_BACKS = {
  arbitration: {
    ...(catalogueScenario('accueil-normal') as Scenario).arbitration,
    announce: { estimator: 'queue' },
    callback: { offerAboveMin: 0, accept: 0.8, unreachable: 0.3, reserve: 0 },
  },
};

const DAYS: readonly (readonly [says: string, id: string, person: boolean, more: object | null])[] =
  [
    ['classical', 'petit-classique', false, null],
    ['classical, many types and groups', 'banque-1999', false, null],
    ['classical, calls handed on by a person', 'petit-classique', true, null],
    ['classical, few lines', 'petit-classique', true, { lines: { trunks: 5, waitingPlaces: 2 } }],
    ['arbitrated', 'plus-on-se-presse', false, null],
    ['arbitrated, a burst', 'sang-froid', false, null],
    ['arbitrated, calls handed on by who avoids them', 'accueil-tendu', false, null],
    ['arbitrated, calls handed on by a person', 'accueil-tendu', true, null],
    ['arbitrated, callers called back', 'accueil-normal', false, CALL_BACKS],
    ['arbitrated, callers called back by a person too', 'accueil-normal', true, CALL_BACKS],
  ];

describe.each(DAYS)('a day on the wall and in a study: %s (%s)', (_, id, person, more) => {
  const scenario = Scenario.parse({
    ...playedBy(id, id === 'accueil-tendu' ? 'avoidance' : null),
    ...more,
  });
  const measures = new Measures(frameOf(scenario));
  const log = new FactLog();
  const centre = new Centre(scenario, 'wall', both(log.recorder, measures.recorder));
  if (person) play(centre, log, scenario);
  centre.run();
  const { day, intervals } = measures.sums();
  const wall = startDay(publicViewOf(scenario));
  for (const fact of log.facts) stepDay(wall, fact);

  it('[M1] the same calls in, answered in time or not, given up, refused, and waits', () => {
    expect(scenario.day.warmUpMin).toBe(0);
    expect(wall.totals).toEqual({
      offered: day[SUM.offered],
      firstAttempts: day[SUM.first],
      repeats: day[SUM.offered]! - day[SUM.first]!,
      cameBack: day[SUM.afterServed],
      blocked: day[SUM.blocked],
      answered: day[SUM.answered],
      abandoned: day[SUM.abandoned],
      shortAbandoned: day[SUM.abandonedShort],
      within: day[SUM.answeredInTarget],
      waitAnsweredMs: day[SUM.waitAnsweredMs],
      waitAbandonedMs: day[SUM.waitAbandonedMs],
      longestWaitMs: Math.max(day[SUM.longestAnsweredMs]!, day[SUM.longestAbandonedMs]!),
      concluded: day[SUM.handled],
      talkMs: wall.totals.talkMs,
      transferred: day[SUM.transferred],
      dropped: day[SUM.dropped],
      promised: day[SUM.promised],
      calledBack: day[SUM.calledBack],
      unreached: day[SUM.unreached],
    });
    expect(wall.totals.answered).toBeGreaterThan(30);
    // Of talk the wall counts what calls ended with; a study, what came before a transfer too.
    const before = only(log.facts, 'transferred').reduce((sum, { talkMs }) => sum + talkMs, 0);
    expect(wall.totals.talkMs + before).toBe(day[SUM.talkMs]);
    expect(wall.totals.transferred > 0).toBe(person || id === 'accueil-tendu');
    expect(wall.totals.blocked > 0).toBe(more !== null && more !== CALL_BACKS);
    expect(wall.totals.calledBack > 0).toBe(more === CALL_BACKS);
  });

  it('[M3] the same by interval of arrival, what comes after closing with the last one', () => {
    const cells = [
      ['offered', SUM.offered],
      ['answered', SUM.answered],
      ['within', SUM.answeredInTarget],
      ['abandoned', SUM.abandoned],
    ] as const;
    const last = intervals.length - 2;
    for (const [name, k] of cells)
      expect(wall.byInterval[name], name).toEqual(
        intervals
          .slice(0, -1)
          .map((cell, i) => cell[k]! + (i === last ? intervals[last + 1]![k]! : 0)),
      );
    const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
    expect(sum(wall.waits.answered)).toBe(day[SUM.answered]);
    expect(sum(wall.waits.abandoned)).toBe(day[SUM.abandoned]);
  });
});
