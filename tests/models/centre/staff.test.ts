import { describe, expect, it } from 'vitest';
import { Session } from '../../../models/doors/live.ts';
import { readScenario, type ScenarioFile } from '../../../models/doors/scenario.ts';
import { lines, ms, scripted, told } from './played.ts';

type Group = ScenarioFile['groups'][number];
const skills = [{ type: 'a' }, { type: 'b' }];
const group = (patch: Partial<Group>): ScenarioFile['groups'] => [
  { id: 'g', name: 'G', staff: 1, skills, ...patch },
];

/** A day of many short calls, all of the same length for an agent of speed 1. */
function busyDay(patch: Partial<Group>, seed: string): Session {
  const reading = readScenario({
    format: 'contretemps/1',
    name: 'Busy',
    day: { lengthMin: 480, intervalMin: 60 },
    types: [{ id: 'a', name: 'A', perHour: 240, handling: { law: 'deterministic', valueS: 100 } }],
    groups: [{ id: 'g', name: 'G', staff: 10, skills: [{ type: 'a' }], ...patch }],
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const session = new Session(reading.scenario, seed);
  session.run();
  return session;
}

describe('agents', () => {
  it('[H3] each have a speed of their own, the same all day, of mean 1', () => {
    const speeds: number[] = [];
    for (let day = 0; day < 40; day++) {
      const talks = new Map<number, Set<number>>();
      for (const { agent, talkMs } of told(busyDay({ speedCv: 0.3 }, `day ${day}`), 'concluded'))
        talks.set(agent, (talks.get(agent) ?? new Set()).add(talkMs));
      for (const times of talks.values()) {
        expect(times.size).toBe(1);
        speeds.push(100_000 / ([...times][0] ?? 0));
      }
    }
    const n = speeds.length;
    const mean = speeds.reduce((a, b) => a + b, 0) / n;
    const spread = Math.sqrt(speeds.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1));
    expect(n).toBeGreaterThan(350);
    expect(Math.abs(mean - 1)).toBeLessThan((4 * 0.3) / Math.sqrt(n));
    expect(spread).toBeGreaterThan(0.25);
    expect(spread).toBeLessThan(0.36);
  });

  it('[H6] are missing with the probability given, drawn for each interval', () => {
    let [present, changes] = [0, 0];
    const [days, agents, intervals, shrinkage] = [40, 10, 8, 0.2];
    for (let day = 0; day < days; day++) {
      const session = busyDay({ shrinkage }, `day ${day}`);
      const at = new Array<boolean>(agents).fill(false);
      let next = 0;
      for (let interval = 0; interval < intervals; interval++) {
        // The middle of the interval: shifts have changed, calls in hand are long over.
        for (; (session.facts[next]?.at ?? Infinity) < ms(3_600 * (interval + 0.5)); next++) {
          const fact = session.facts[next];
          if (fact?.kind === 'signedIn') at[fact.agent] = true;
          if (fact?.kind === 'signedOut') at[fact.agent] = false;
          if (interval > 0 && fact?.kind === 'signedIn') changes += 1;
        }
        present += at.filter(Boolean).length;
      }
    }
    const n = days * agents * intervals;
    const error = Math.sqrt((shrinkage * (1 - shrinkage)) / n);
    expect(Math.abs(present / n - (1 - shrinkage))).toBeLessThan(4 * error);
    expect(changes).toBeGreaterThan(days);
  });

  it('[H7] take their break whole: at once when free, else after the call in hand', () => {
    const day = scripted([{ atS: 500, handlingS: 200 }], {
      groups: group({ staff: 2, breaks: [{ atMin: 10, lengthMin: 5, agents: 2 }] }),
    });
    day.run();
    expect(lines(day, 'answered', 'notReady', 'ready')).toEqual([
      '500 answered call 0 by 0',
      '600 notReady by 1',
      '700 notReady by 0',
      '900 ready by 1',
      '1000 ready by 0',
    ]);
    for (const { reason } of told(day, 'notReady')) expect(reason).toBe('schedule');
  });

  it('[H7] take breaks in turn', () => {
    const day = scripted([], {
      groups: group({
        staff: 3,
        breaks: [
          { atMin: 10, lengthMin: 5, agents: 2 },
          { atMin: 20, lengthMin: 5, agents: 2 },
        ],
      }),
    });
    day.run();
    expect(lines(day, 'notReady')).toEqual([
      '600 notReady by 0',
      '600 notReady by 1',
      '1200 notReady by 2',
      '1200 notReady by 0',
    ]);
  });

  it('[H7] off shift take no break', () => {
    const day = scripted([], {
      day: { lengthMin: 60, intervalMin: 30 },
      groups: group({ staff: [2, 1], breaks: [{ atMin: 40, lengthMin: 5, agents: 2 }] }),
    });
    day.run();
    expect(lines(day, 'signedOut', 'notReady')).toEqual([
      '1800 signedOut by 1',
      '2400 notReady by 0',
    ]);
  });
});
