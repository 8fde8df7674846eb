import { describe, expect, it } from 'vitest';
import {
  type Advice,
  adviceOf,
  Bookkeeper,
  type DeskView,
  type Fact,
  insideOf,
  type Ledger,
  ROUGHLY,
  startDesk,
  startLedger,
  stepDesk,
  talkOf,
  voicesOf,
} from '../../../models/doors/live.ts';
import { catalogueScenario, publicViewOf, type Scenario } from '../../../models/doors/scenario.ts';

const scenario = catalogueScenario('dix-conseillers') as Scenario;
const advice = adviceOf(scenario) as Advice;
const publicView = publicViewOf(scenario);
const { intervalMs } = publicView;
const AGENT = 2;

/** A desk, and what is told to it; `waiting` others call first. */
function desk(waiting: number, seated = true) {
  const books = new Bookkeeper(advice, intervalMs);
  const ledger: Ledger = startLedger();
  const view: DeskView = startDesk(publicView, AGENT);
  const told: Fact[] = [];
  const tell = (at: number, kind: Fact['kind'], more: object = {}): void => {
    const fact = { n: told.length, at, kind, ...more } as Fact;
    told.push(fact);
    books.step(ledger, view, fact);
    stepDesk(view, fact);
  };
  const mine = { call: 7, agent: AGENT };
  const come = (call: number): void =>
    tell(0, 'arrived', { call, caller: -1, type: 0, attempt: 0, cause: -1, says: -1, after: 0 });
  tell(0, 'opened');
  tell(0, 'signedIn', { agent: AGENT });
  if (seated) tell(0, 'seated', { agent: AGENT });
  for (let call = 100; call < 100 + waiting; call++) {
    come(call);
    tell(0, 'queued', { call, type: 0 });
  }
  come(7);
  tell(0, 'rang', { ...mine, says: 0 });
  tell(0, 'answered', { ...mine, type: 0, attempt: 0, waitMs: 0 });
  const conclude = (at: number): void => {
    tell(at, 'closing', mine);
    tell(at + 10_000, 'concluded', { ...mine, type: 0, talkMs: at + 10_000, holdMs: 0 });
  };
  return { conclude, ledger, mine, tell, told, view };
}

/** The same by brute force: every hundredth of a second of a talk that nothing interrupts. */
function counted(view: DeskView, until: number): { lateMs: number; over: number } {
  let [lateMs, over] = [0, 0];
  const net = (at: number): number => {
    const { care, hurry } = voicesOf(advice, talkOf(view, intervalMs, at));
    return hurry - care;
  };
  let last = 0;
  for (let at = 0; at < 60 * 60_000; at += 1_000) if (net(at) < 0) last = at;
  const { floorMs, closingMs } = advice;
  for (let at = 5; at < until; at += 10)
    if (at > last && at + closingMs >= (floorMs ?? 0)) {
      lateMs += 10;
      over += (Math.max(0, net(at)) * 10) / 60_000;
    }
  return { lateMs, over };
}

describe('the ledger of the two voices', () => {
  it('says that care was right where the next minute was worth more than it cost', () => {
    const { conclude, ledger, view } = desk(0);
    const { care, hurry } = voicesOf(advice, talkOf(view, intervalMs, 150_000));
    expect(care - hurry).toBeGreaterThan(ROUGHLY);
    conclude(150_000);
    const one = { call: 7, at: 150_000, talkedMs: 150_000, lateMs: 0, over: 0 };
    expect(ledger.calls).toEqual([{ ...one, below: false, missed: care - hurry, right: 'care' }]);
  });

  it('says that hurry was right by what the time cost from the crossing on, net', () => {
    const { conclude, ledger, view } = desk(14);
    expect(insideOf(view)).toBe(15);
    const expected = counted(view, 500_000);
    conclude(500_000);
    const [one] = ledger.calls;
    expect(one).toMatchObject({ right: 'hurry', missed: 0 });
    expect(expected.over).toBeGreaterThan(ROUGHLY);
    expect(one?.over).toBeCloseTo(expected.over, 2);
    expect(Math.abs((one?.lateMs ?? 0) - expected.lateMs)).toBeLessThan(5_000);
  });

  it('sides with care below the floor, whatever waits', () => {
    const { conclude, ledger } = desk(30);
    conclude(60_000);
    expect(ledger.calls).toMatchObject([{ right: 'care', below: true, lateMs: 0, over: 0 }]);
  });

  it('leaves out what was handed on, what the computer did, and what a person left to it', () => {
    const handed = desk(0);
    handed.tell(60_000, 'transferred', { ...handed.mine, type: 0, group: 0, talkMs: 1, holdMs: 0 });
    const alone = desk(0, false);
    alone.conclude(150_000);
    const left = desk(0);
    left.tell(60_000, 'unseated', { agent: AGENT });
    left.conclude(150_000);
    for (const { ledger } of [handed, alone, left]) expect(ledger.calls).toEqual([]);
  });

  it('takes up the call that the computer had begun, from where a person sat down', () => {
    const { conclude, ledger, tell } = desk(6, false);
    tell(480_000, 'seated', { agent: AGENT });
    conclude(500_000);
    expect(ledger.calls).toMatchObject([{ talkedMs: 500_000, lateMs: 20_000 }]);
  });

  it('knows a conclusion without leave-taking, and leaves holds out of the talk', () => {
    const { ledger, mine, tell } = desk(0);
    tell(50_000, 'held', mine);
    tell(110_000, 'resumed', mine);
    tell(200_000, 'concluded', { ...mine, type: 0, talkMs: 200_000, holdMs: 60_000 });
    expect(ledger.calls).toMatchObject([{ at: 200_000, talkedMs: 140_000 }]);
  });

  it('goes on from a copy, at any fact, as if there had been none', () => {
    const { conclude, ledger, told, tell } = desk(6);
    tell(90_000, 'abandoned', { call: 101, type: 0, attempt: 0, waitMs: 90_000 });
    conclude(500_000);
    for (let cut = 0; cut <= told.length; cut++) {
      const books = new Bookkeeper(advice, intervalMs);
      let [copy, view] = [startLedger(), startDesk(publicView, AGENT)];
      for (const fact of told) {
        if (fact.n === cut) [copy, view] = JSON.parse(JSON.stringify([copy, view]));
        books.step(copy, view, fact);
        stepDesk(view, fact);
      }
      expect(copy).toEqual(ledger);
    }
  });
});
