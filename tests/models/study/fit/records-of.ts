import type { Reading } from '../../../../models/doors/records.ts';
import type { Scenario } from '../../../../models/doors/scenario.ts';
import { Centre } from '../../../../models/doors/study.ts';
import { CallTable } from '../../../../models/study/records/calls.ts';
import { isoDate } from '../../../../models/study/records/moments.ts';
import { replicationSeed } from '../../../../models/study/trial.ts';
import { Deaf, type Recorder } from '../../../../models/words/recorder.ts';

/** Days of our own engine as a telephone system would have written them down. */

interface Row {
  readonly at: number;
  readonly type: number;
  readonly caller: number;
  waitMs: number;
  agent: number;
  talkMs: number;
}

/** Takes down each call: when it came, how long it waited, who answered, for how long. */
class Telephone extends Deaf implements Partial<Recorder> {
  readonly calls = new Map<number, Row>();

  arrived(at: number, call: number, caller: number, type: number): void {
    this.calls.set(call, { at, type, caller, waitMs: Number.NaN, agent: -1, talkMs: Number.NaN });
  }

  answered(_at: number, call: number, _t: number, _a: number, agent: number, waitMs: number): void {
    Object.assign(this.calls.get(call) as Row, { agent, waitMs });
  }

  abandoned(_at: number, call: number, _type: number, _attempt: number, waitMs: number): void {
    Object.assign(this.calls.get(call) as Row, { waitMs });
  }

  concluded(_at: number, call: number, _type: number, _agent: number, talkMs: number): void {
    Object.assign(this.calls.get(call) as Row, { talkMs });
  }
}

/** A Monday, days since 1970. */
const FIRST = 19_723;

type Calls = Extract<Reading, { kind: 'calls' }>;

/**
 * So many days of a scenario as records of calls, customers named.
 */
export function recordsOf(scenario: Scenario, days: number, seed: string): Calls {
  const table = new CallTable();
  const [hours = 0, minutes = 0] = scenario.day.opensAt.split(':').map(Number);
  const opens = hours * 3_600 + minutes * 60;
  const perDay = new Map<string, number>();
  for (let d = 0; d < days; d++) {
    const telephone = new Telephone();
    new Centre(scenario, replicationSeed(seed, d), telephone.recorder).run();
    const day = isoDate(FIRST + d);
    for (const { agent, at, caller, talkMs, type, waitMs } of telephone.calls.values()) {
      const arrivalS = opens + at / 1_000;
      const served = agent >= 0;
      const row = {
        ...{ day, arrivalS, served, waitS: waitMs / 1_000, serviceS: talkMs / 1_000 },
        startS: arrivalS + waitMs / 1_000,
        agent: served ? `agent ${agent}` : '',
        customer: `${day} ${caller}`,
        priority: '',
        type: scenario.types[type]?.id ?? '',
      };
      table.add(row, Number.NaN, table.length + 2);
    }
    perDay.set(day, telephone.calls.size);
  }
  return { kind: 'calls', calls: table, days: perDay } as unknown as Calls;
}
