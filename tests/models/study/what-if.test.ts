import { describe, expect, it } from 'vitest';
import type { TimedCommand, WhatIf, WhatIfRow } from '../../../models/doors/live.ts';
import {
  catalogueScenario,
  isProblem,
  type Problem,
  readScenario,
  type Scenario,
} from '../../../models/doors/scenario.ts';
import { Centre, MEASURES, Measures, valueOf } from '../../../models/doors/study.ts';
import { frameOf } from '../../../models/study/frame.ts';
import { whatIf, wholeTeam } from '../../../models/study/what-if.ts';

const named = (id: string): Scenario => {
  const scenario = catalogueScenario(id);
  if (scenario === undefined) throw new Error(`no scenario ${id}`);
  return scenario;
};
const read = (raw: object): Scenario => {
  const reading = readScenario(raw);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.scenario;
};
const good = <T extends object>(found: T | Problem): T => {
  if (isProblem(found)) throw new Error(found.says.en);
  return found;
};
const row = ({ rows }: WhatIf, who: WhatIfRow['who']): WhatIfRow =>
  rows.find((one) => one.who === who) as WhatIfRow;
const figures = ({ who, paceMin, ...rest }: WhatIfRow) => rest;

const STORM = named('plus-on-se-presse');
const played = (policy: object): Scenario => {
  const { arbitration } = STORM;
  return read({ ...STORM, arbitration: { ...arbitration, policy } });
};
/** Somebody sits down, is not ready, and goes away again. */
const AWAY: readonly TimedCommand[] = [
  { at: 60_000, command: { kind: 'takeDesk', agent: 0 } },
  { at: 3_600_000, command: { kind: 'leaveDesk', agent: 0 } },
];

/** First calls of a whole day. */
function firstCalls(scenario: Scenario): number {
  const counted = new Measures(frameOf(scenario));
  new Centre(scenario, 'storm', counted.recorder).run();
  const first = MEASURES.find(({ name }) => name === 'firstAttempts');
  if (first === undefined) throw new Error('nobody counts first calls');
  return valueOf(first, counted.sums().day);
}

describe('a day that is over, on its own callers', () => {
  it('[L8] is lived again by hurry, care and the price, and the same people call first', () => {
    const { rows } = good(whatIf(STORM, 'storm', AWAY));
    expect(rows.map(({ who, paceMin }) => [who, paceMin])).toEqual([
      ['played', null],
      ['hurry', 2.5],
      ['care', 7],
      ['price', null],
    ]);
    for (const one of rows)
      for (const figure of Object.values(figures(one))) expect(figure).toBeGreaterThanOrEqual(0);
    const called = (['hurry', 'care', 'priceNext'] as const).map((name) =>
      firstCalls(good(wholeTeam(STORM, { asked: name, name, settings: {} }))),
    );
    expect(called[0]).toBeGreaterThan(100);
    expect(new Set([...called, firstCalls(STORM)]).size).toBe(1);
  });

  it('was played as its scenario says where nobody sat down', () => {
    const hurried = good(whatIf(played({ name: 'hurry', hurryMin: 2 }), 'storm', []));
    expect(row(hurried, 'hurry').paceMin).toBe(2);
    expect(figures(row(hurried, 'played'))).toEqual(figures(row(hurried, 'hurry')));
    const priced = good(whatIf(played({ name: 'priceNext' }), 'storm', []));
    expect(figures(row(priced, 'played'))).toEqual(figures(row(priced, 'price')));
  });

  it('was played with what people did, which changes no other row', () => {
    const alone = good(whatIf(STORM, 'storm', []));
    const together = good(whatIf(STORM, 'storm', AWAY));
    expect(row(together, 'played')).not.toEqual(row(alone, 'played'));
    expect(together.rows.slice(1)).toEqual(alone.rows.slice(1));
  });

  it('is lived by the whole team, groups with a policy of their own too', () => {
    const [group] = STORM.groups;
    const mixed = read({
      ...STORM,
      groups: [
        { ...group, id: 'a', staff: 3, policy: { name: 'care', careMin: 8 } },
        { ...group, id: 'b', staff: 3 },
      ],
    });
    const one = read({ ...mixed, groups: mixed.groups.map(({ policy, ...rest }) => rest) });
    const [own, none] = [mixed, one].map((day) => good(whatIf(day, 'storm', []))) as [
      WhatIf,
      WhatIf,
    ];
    expect(own.rows.slice(1)).toEqual(none.rows.slice(1));
    expect(row(own, 'played')).not.toEqual(row(none, 'played'));
  });

  it('keeps a pace that nobody went by to what a talk can last', () => {
    const short = played({ name: 'fixed', paceMin: 4, hurryMin: 1, careMin: 30, capMin: 6 });
    const { rows } = good(whatIf(short, 'storm', []));
    expect(rows.map(({ paceMin }) => paceMin)).toEqual([null, 1.5, 6, null]);
  });
  it('offers no pace at which calls would take double the time they took', () => {
    const rushed = played({ name: 'fixed', paceMin: 2, hurryMin: 1.6, careMin: 8 });
    const { paceMin } = row(good(whatIf(rushed, 'storm', [])), 'care');
    expect(paceMin).toBeGreaterThan(3);
    expect(paceMin).toBeLessThan(4.2);
  });

  it('costs least by the price on an evening when hurry and care both turn against the team', () => {
    const seeds = ['a', 'b', 'c', 'd', 'e', 'f'];
    const days = seeds.map((seed) => good(whatIf(STORM, seed, [])));
    const mean = (who: WhatIfRow['who']): number => {
      let sum = 0;
      for (const day of days) sum += row(day, who).costPerCustomer ?? Number.NaN;
      return sum / days.length;
    };
    expect(mean('price')).toBeLessThan(mean('hurry'));
    expect(mean('price')).toBeLessThan(mean('care'));
  });

  it('has no figure, rather than a false one, where nobody called', () => {
    const types = STORM.types.map((type) => ({ ...type, perHour: 0 }));
    const { rows } = good(whatIf(read({ ...STORM, types }), 'storm', []));
    for (const one of rows)
      expect(Object.values(figures(one))).toEqual([null, null, null, null, null]);
  });

  it('is refused in a sentence where nothing is arbitrated, or the record does not replay', () => {
    expect(whatIf(named('petit-classique'), 'storm', [])).toMatchObject({
      code: 'E_STATE',
      says: { fr: expect.stringContaining('d’avance'), en: expect.stringContaining('in advance') },
    });
    expect(whatIf(STORM, 'storm', [...AWAY, ...AWAY.slice(1)])).toMatchObject({
      code: 'E_DESYNC',
      path: 'commands.2',
    });
  });
});
