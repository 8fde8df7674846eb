import { describe, expect, it } from 'vitest';
import { Centre } from '../../../models/centre/centre.ts';
import { Fork } from '../../../models/centre/fork/fork.ts';
import { replay, Session, startWall, stepWall } from '../../../models/doors/live.ts';
import {
  catalogueScenario,
  publicViewOf,
  type Scenario,
  type ScenarioFile,
} from '../../../models/doors/scenario.ts';
import { goingOn } from '../../../models/folds/views/day.ts';
import { FactLog } from '../../../models/live/factlog.ts';
import { lines, ms, scripted, told } from './played.ts';

const TRAIN = { fr: 'Un train est supprimé', en: 'A train is cancelled' };

type Burst = NonNullable<ScenarioFile['types'][number]['bursts']>[number];
const withBursts = (...bursts: Burst[]): Session =>
  scripted([{ atS: 600 }], {
    trace: undefined,
    types: [{ id: 'a', name: 'a', bursts, handling: { law: 'deterministic', valueS: 60 } }],
    groups: [{ id: 'g', name: 'G', staff: 2, skills: [{ type: 'a' }] }],
  } as Partial<ScenarioFile>);

/** The day of a session, to its end. */
const ran = (session: Session): Session => {
  session.run();
  return session;
};

describe('[A5] an event that has a name', () => {
  it('is told when it begins and when it is over, once, before its first call', () => {
    const session = ran(withBursts({ atMin: 10, calls: 40, lengthMin: 5, name: TRAIN }));
    expect(told(session, 'began')).toMatchObject([{ at: ms(600), event: 0, name: TRAIN }]);
    expect(told(session, 'eased')).toMatchObject([{ at: ms(900), event: 0 }]);
    const came = told(session, 'arrived');
    expect(came.length).toBeGreaterThan(20);
    for (const { at, n } of came) {
      expect(n).toBeGreaterThan(told(session, 'began')[0]?.n ?? Infinity);
      expect(at).toBeLessThanOrEqual(ms(900));
    }
  });

  it('is told in both languages, where it has one name for all', () => {
    const session = ran(withBursts({ atMin: 10, calls: 1, lengthMin: 5, name: 'Panne' }));
    expect(told(session, 'began')).toMatchObject([{ name: { fr: 'Panne', en: 'Panne' } }]);
  });

  it('has its number in the order in which they begin; one ends before another begins', () => {
    const session = ran(
      withBursts(
        { atMin: 20, calls: 1, lengthMin: 10, name: 'B' },
        { atMin: 0, calls: 1, lengthMin: 20, name: 'A' },
        { atMin: 20, calls: 0, lengthMin: 60, name: 'C' },
      ),
    );
    const moments = told(session, 'began', 'eased').map(
      ({ at, kind, event }) => `${at / 60_000} ${kind} ${event}`,
    );
    // What lasts until closing is never told to be over.
    expect(moments).toEqual(['0 began 0', '20 eased 0', '20 began 1', '20 began 2', '30 eased 1']);
  });

  it('comes first of all that happens at its instant (A9)', () => {
    const session = ran(
      scripted([], {
        types: [
          {
            id: 'a',
            name: 'a',
            bursts: [{ atMin: 30, calls: 0, name: 'A' }],
            handling: { law: 'deterministic', valueS: 60 },
          },
        ],
        trace: { source: 's', atS: [1_800], type: [0] },
        groups: [
          { id: 'g', name: 'G', staff: [1, 2], skills: [{ type: 'a' }] },
        ] as ScenarioFile['groups'],
        day: { lengthMin: 60, intervalMin: 30 },
      }),
    );
    const at = session.facts.filter((fact) => fact.at === ms(1_800)).map(({ kind }) => kind);
    expect(at).toEqual(['began', 'signedIn', 'arrived', 'answered']);
  });

  it('is not told where it has no name', () => {
    const session = ran(withBursts({ atMin: 10, calls: 40, lengthMin: 5 }));
    expect(told(session, 'began', 'eased')).toEqual([]);
  });

  it.each([
    { name: 'fixed', paceMin: 4 },
    { name: 'queueThreshold', slowMin: 5, atWaiting: 2 },
    { name: 'coordinated' },
    { name: 'priceNext' },
    { name: 'waitThreshold' },
  ] as const)('changes nothing else of the day: $name', (policy) => {
    const played = (name: typeof TRAIN | undefined): string[] => {
      const scenario = structuredClone(catalogueScenario('sang-froid') as Scenario);
      Object.assign(scenario.arbitration?.policy as object, policy);
      Object.assign(scenario.types[0]?.bursts[0] as object, { name });
      // At an instant of no other importance, in the thick of it.
      scenario.types[0]?.bursts.push({ atMin: 133.37, calls: 0, lengthMin: 7.77, name });
      const session = ran(new Session(scenario, 'named'));
      return session.facts
        .filter(({ kind }) => kind !== 'began' && kind !== 'eased')
        .map(({ n, ...fact }) => JSON.stringify(fact));
    };
    expect(played(TRAIN)).toEqual(played(undefined));
  });

  it('is the same whatever the steps, and when the day is played again', () => {
    const scenario = catalogueScenario('grand-centre') as Scenario;
    const session = new Session(scenario, 'steps');
    for (let at = 0; at <= 140 * 60_000; at += 7_300) session.advanceTo(at);
    expect(lines(session, 'began', 'eased')).toEqual(['5700 began', '7200 eased']);
    const again = replay(scenario, 'steps', []);
    if (!Array.isArray(again)) throw new Error('refused');
    expect(again.filter(({ kind }) => kind === 'began' || kind === 'eased')).toEqual(
      told(session, 'began', 'eased'),
    );
  });

  it('is in the view of a wall as long as it goes on, at the latest until closing', () => {
    const session = withBursts(
      { atMin: 10, calls: 1, lengthMin: 5, name: TRAIN },
      { atMin: 50, calls: 1, lengthMin: 50, name: 'B' },
    );
    session.run();
    const view = startWall(publicViewOf(session.scenario));
    const seen: string[] = [];
    for (const fact of session.facts) {
      stepWall(view, fact);
      const now = goingOn(view.day)
        .map(({ name }) => name.en)
        .join();
      if (now !== (seen.at(-1) ?? '')) seen.push(now);
    }
    expect(seen).toEqual([TRAIN.en, '', 'B', '']);
    expect(view.day.events).toMatchObject([
      { event: 0, at: ms(600), easedAt: ms(900) },
      { event: 1, at: ms(3_000), easedAt: ms(3_600) },
    ]);
  });

  it('is no secret that the public view tells before', () => {
    const view = publicViewOf(catalogueScenario('grand-centre') as Scenario);
    expect(JSON.stringify(view)).not.toContain('radio');
  });
});

describe('[P9] in a fork', () => {
  it('nobody knows that an event will begin, and a copy tells it to its own alone', () => {
    const scenario = catalogueScenario('sang-froid') as Scenario;
    const [log, copied] = [new FactLog(), new FactLog()];
    const centre = new Centre(scenario, 'fork', log.recorder);
    centre.advanceTo(119 * 60_000);
    const fork = new Fork(scenario, 'other', copied.recorder);
    const before = copied.facts.length;
    fork.become(centre);
    fork.advanceTo(121 * 60_000);
    centre.advanceTo(121 * 60_000);
    const began = (facts: FactLog['facts']) => facts.filter(({ kind }) => kind === 'began').length;
    expect([began(log.facts), began(copied.facts.slice(before))]).toEqual([1, 1]);
  });
});
