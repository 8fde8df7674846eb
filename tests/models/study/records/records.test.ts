import { describe, expect, it } from 'vitest';
import type { Recorder } from '../../../../models/doors/live.ts';
import {
  type Reading,
  type RecordedDay,
  recordedDay,
  TableReader,
} from '../../../../models/doors/records.ts';
import { isProblem, readScenario } from '../../../../models/doors/scenario.ts';
import { Centre } from '../../../../models/doors/study.ts';

const HEADER =
  'day,vru_entry_s,vru_s,queue_start_s,queue_s,outcome,service_start_s,service_s,agent,customer,priority,type';

type Calls = Extract<Reading, { kind: 'calls' }>;

function read(lines: readonly string[], header = HEADER, separator = ','): Calls {
  const reader = new TableReader();
  expect(reader.row(header.split(separator), 1)).toBeNull();
  lines.forEach((line, i) => {
    reader.row(line.split(separator), i + 2);
  });
  const reading = reader.end();
  if (isProblem(reading)) throw new Error(reading.says.en);
  if (reading.kind !== 'calls') throw new Error('no calls');
  return reading;
}

/** Ten calls from 10:00 on, every 100 s, each served for 60 s by one of two agents. */
const tenServed = (day = '1'): string[] =>
  Array.from({ length: 10 }, (_, i) => {
    const at = 36_000 + i * 100;
    return `${day},${at - 5},5,,0,AGENT,${at},${60 + i},a${i % 2},c${i % 4},${i % 2},PS`;
  });

function dayOf(lines: readonly string[], options: object = {}): RecordedDay {
  const day = recordedDay(read(lines), { source: 'made for tests', ...options });
  if (isProblem(day)) throw new Error(day.says.en);
  return day;
}

describe('reading records', () => {
  it('tells what became of each call', () => {
    const { counts, calls } = read([
      ...tenServed(),
      '1,36000,9,36009,12,AGENT,36021,80,a1,c1,2,NE',
      '1,36100,4,36104,33,HANG,,0,,c2,0,PS',
      '1,36200,17,,0,HANG,,0,,,0,PS',
      '1,36300,6,36306,20,PHANTOM,,3,,c3,1,PS',
      ',,,,,,,,,,,',
    ]);
    expect(counts).toMatchObject({
      rows: 14,
      phantoms: 1,
      vruHangups: 1,
      offered: 12,
      served: 11,
      abandoned: 1,
      unusable: 0,
    });
    expect(calls.at(10)).toEqual({
      day: '1',
      arrivalS: 36_009,
      served: true,
      waitS: 12,
      startS: 36_021,
      serviceS: 80,
      agent: 'a1',
      customer: 'c1',
      priority: '2',
      type: 'NE',
    });
    expect(calls.at(11)).toMatchObject({ arrivalS: 36_104, served: false, waitS: 33 });
    // Answered at once: it arrived when its service began.
    expect(calls.at(0)).toMatchObject({ arrivalS: 36_000, waitS: 0 });
  });

  it('understands French headers, decimal commas and times of day, in any order', () => {
    const records = read(
      ['Servi;12,5;10:00:30;1;80;10:00:45;léa', 'ABANDON;7;36100;1;;;', 'Fantôme;;;1;;;'],
      'Issue;Attente (s);Début file (s);Jour;Durée service (s);Début service (s);Conseiller',
      ';',
    );
    expect(records.counts).toMatchObject({ served: 1, abandoned: 1, phantoms: 1, unusable: 0 });
    expect(records.calls.at(0)).toMatchObject({
      arrivalS: 36_030,
      waitS: 12.5,
      startS: 36_045,
      serviceS: 80,
      agent: 'léa',
    });
  });

  it('counts rows it cannot use by reason, and says each with its line and column', () => {
    const { counts, refusals } = read([
      '1,0,0,100,abc,AGENT,200,10,a,,0,PS',
      '1,0,0,100,5,PERDU,200,10,a,,0,PS',
      '1,0,0,,0,AGENT,,10,a,,0,PS',
      '1,0,0,100,999999,AGENT,200,10,a,,0,PS',
      '1,0,0',
      ...tenServed(),
    ]);
    expect(counts.unusable).toBe(5);
    expect(counts.byReason).toEqual({
      number: 1,
      count: 0,
      outcome: 1,
      arrival: 1,
      range: 1,
      cells: 1,
      date: 0,
      calendar: 0,
    });
    expect(counts.rows).toBe(
      counts.offered + counts.phantoms + counts.vruHangups + counts.unusable,
    );
    expect(refusals.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, 'queue_s', 'number'],
      [3, 'outcome', 'outcome'],
      [4, 'queue_start_s', 'arrival'],
      [5, 'queue_s', 'range'],
      [6, '', 'cells'],
    ]);
    expect(refusals[0]?.problem.says.fr).toBe(
      '« abc » n’est pas un nombre de secondes ; écrivez 125 ou 12,5.',
    );
  });
});

describe('a recorded day as a scenario', () => {
  it('keeps every call with what is known of it', () => {
    const { scenario, calls, served, abandoned, outsideHours } = dayOf([
      ...tenServed(),
      '1,36150,4,36154.4,33,HANG,,0,,c2,0,PS',
      '1,36700,4,36704,12,AGENT,36716,,a0,,0,NE',
      '1,3000,4,3004,12,HANG,,,,,0,NE',
    ]);
    expect({ calls, served, abandoned, outsideHours }).toEqual({
      calls: 12,
      served: 11,
      abandoned: 1,
      outsideHours: 1,
    });
    expect(scenario.day).toEqual({ opensAt: '10:00', lengthMin: 30, intervalMin: 30 });
    expect(scenario.types.map((type) => type.id)).toEqual(['PS', 'NE']);
    const { trace } = scenario;
    expect(trace?.atS).toEqual([0, 100, 154.4, 200, 300, 400, 500, 600, 700, 704, 800, 900]);
    expect(trace?.type).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]);
    expect(trace?.handlingS?.slice(0, 4)).toEqual([60, 61, null, 62]);
    expect(trace?.handlingS?.[9]).toBeNull();
    expect(trace?.patienceS?.slice(0, 4)).toEqual([null, null, 33, null]);
    expect(trace?.waitedS?.slice(8, 11)).toEqual([0, 12, 0]);
    // c0 c1 c2 c2 c3 c0 … : the same number for the same person, null where unknown.
    expect(trace?.caller).toEqual([0, 1, 2, 2, 3, 0, 1, 2, 3, null, 0, 1]);
    expect(readScenario(scenario).ok).toBe(true);
  });

  it('staffs each interval with the share of it for which agents were at their desks', () => {
    const { scenario, agents } = dayOf([
      ...tenServed(),
      // From 10:30 on, only a0 is seen, in the first five minutes.
      '1,0,0,,0,AGENT,37800,300,a0,,0,PS',
    ]);
    expect(agents).toBe(2);
    expect(scenario.groups).toHaveLength(1);
    // Nobody waited: a silence of up to ten minutes is a quiet desk. a0 sits there from 10:00 to
    // 10:24:28 and from 10:20 to 10:35; a1, last heard at 10:16:09, until 10:26:09.
    expect(scenario.groups[0]?.staff).toEqual([Math.round((1 + 1569 / 1800) * 100) / 100, 1]);
    expect(scenario.groups[0]?.shrinkage ?? 0).toBe(0);
  });

  it('gives a head start to the priority asked for', () => {
    const { scenario } = dayOf(tenServed(), { headStart: { priority: '1', seconds: 90 } });
    expect(scenario.types.map((type) => [type.id, type.headStartS])).toEqual([
      ['PS', 0],
      ['PS-prio', 90],
    ]);
  });

  it('sees a specialist, whose calls the others may take second', () => {
    const { scenario } = dayOf([
      ...tenServed(),
      ...Array.from({ length: 6 }, (_, i) => `1,0,0,,0,AGENT,${36_010 + i * 100},30,net,,0,IN`),
      '1,0,0,,0,AGENT,36900,30,a0,,0,IN',
    ]);
    expect(scenario.groups.map((group) => [group.id, group.staff])).toEqual([
      ['conseillers', [2]],
      ['groupe-1', [1]],
    ]);
    expect(scenario.groups[0]?.skills.map((skill) => [skill.type, skill.priority])).toEqual([
      ['PS', 1],
      ['IN', 2],
    ]);
    expect(scenario.groups[1]?.skills.map((skill) => skill.type)).toEqual(['IN']);
  });

  it('refuses in a sentence what cannot be a day', () => {
    const refusal = (lines: string[], options: object = {}): string => {
      const day = recordedDay(read(lines), { source: 'x', ...options });
      return isProblem(day) ? `${day.code} ${day.says.en}` : 'accepted';
    };
    expect(refusal([])).toMatch(/^E_RANGE This file holds no call/);
    expect(refusal([...tenServed('1'), ...tenServed('2')])).toBe(
      'E_RANGE This file has 2 days; choose one with --day: 1, 2.',
    );
    expect(refusal(tenServed(), { day: '9' })).toBe(
      'E_UNKNOWN No day "9" in this file; the days are: 1.',
    );
    expect(refusal(['1,0,0,100,5,HANG,,,,,0,PS'])).toMatch(/^E_RANGE Nobody is served/);
    expect(refusal(['1,0,0,100,5,AGENT,105,60,,,0,PS'])).toMatch(
      /^E_RANGE No row of day "1" says which agent/,
    );
  });

  it('replays: the calls come as recorded, and those who gave up have the patience they showed', () => {
    const { scenario } = dayOf([
      ...tenServed(),
      // Two agents are busy at 36450; this one gave up after 3 s, and would again.
      '1,0,0,,0,AGENT,36410,300,a0,,0,PS',
      '1,0,0,,0,AGENT,36420,300,a1,,0,PS',
      '1,0,0,36450,3,HANG,,,,,0,PS',
    ]);
    const reading = readScenario({
      ...scenario,
      groups: scenario.groups.map((group) => ({ ...group, shrinkage: 0 })),
    });
    if (!reading.ok) throw new Error(reading.problems[0]?.says.en);
    const arrivals: number[] = [];
    const lost: [at: number, waitMs: number][] = [];
    const recorder = new Proxy({} as Recorder, {
      get: (_target, name) => {
        if (name === 'arrived') return (at: number) => arrivals.push(at);
        if (name === 'abandoned')
          return (at: number, _call: number, _type: number, _attempt: number, waitMs: number) =>
            lost.push([at, waitMs]);
        return () => {};
      },
    });
    new Centre(reading.scenario, 'any', recorder).run();
    expect(arrivals).toEqual(reading.scenario.trace?.atS.map((at) => at * 1000));
    expect(lost).toContainEqual([453_000, 3_000]);
  });
});
