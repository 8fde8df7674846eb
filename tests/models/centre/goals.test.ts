import { describe, expect, it } from 'vitest';
import type { Talks } from '../../../models/centre/state/talks.ts';
import type { World } from '../../../models/centre/state/world.ts';
import type { Command } from '../../../models/doors/live.ts';
import type { ScenarioFile } from '../../../models/doors/scenario.ts';
import { stream } from '../../../models/kernel/streams.ts';
import { every, looked, type Parts } from './met.ts';

/** The nearest goal is kept from event to event: here it is looked for from nothing (RULES P1). */

const AGENTS = 6;

const group = (id: string, policy?: Parts['policy']): ScenarioFile['groups'][number] => ({
  ...{ id, name: id, staff: AGENTS / 2, skills: [{ type: 'a' }] },
  ...(policy === undefined ? {} : { policy }),
});

/** Whose goal is reached first, and when: of those with whom the computer talks. */
function searched({ team, plan }: World, talks: Talks): { of: number; due: number } {
  let [of, due] = [-1, Number.POSITIVE_INFINITY];
  for (let agent = 0; agent < plan.agents; agent++) {
    const talk = talks.of(agent);
    const goal = talks.due(talk, talk.tempo.plan.needAware);
    if (!team.talksAlone(agent) || goal >= due) continue;
    [of, due] = [agent, goal];
  }
  return { of, due };
}

const DAYS: readonly [string, Parts][] = [
  ['prices', { policy: { name: 'priceNext' } }],
  ['prices, each weighed against a need', { policy: { name: 'priceNextNeed' } }],
  ['a threshold', { policy: { name: 'waitThreshold', fastMin: 2, slowMin: 8, atMin: 1 } }],
  ['coordination', { policy: { name: 'coordinated' } }],
  [
    'no memory',
    { policy: { name: 'queueThreshold', fastMin: 2, slowMin: 6 }, execution: 'exponential' },
  ],
  [
    'no memory, and limits that do not hold',
    {
      policy: { name: 'professional' },
      execution: 'exponential',
      mood: {},
      difficult: { start: [0.2, 0.2, 0.2, 0.4], limitHolds: 0 },
    },
  ],
  ['calls handed on', { policy: { name: 'disengagement' }, mood: {} }],
  [
    'masks and difficult talks',
    {
      policy: { name: 'priceNext', masks: 'slide' },
      ...{ discover: {}, fit: {}, mood: {}, energy: {}, speed: {} },
      difficult: { start: [0.4, 0.3, 0.2, 0.1], limitHolds: 0.3 },
      announce: { estimator: 'queue' },
    },
  ],
];

describe('the nearest goal', () => {
  it.each(DAYS)('[P1] is that of all talks, whatever happened: %s', (name, parts) => {
    const draw = stream(name, 'commands');
    const one = (n: number): number => Math.floor(n * draw());
    const centre = looked({
      calls: every(20, 150),
      parts: { need: { cv: 0.8 }, returns: { backProbability: 0.5, backDelayMin: 5 }, ...parts },
      rest: { groups: [group('team'), group('own', { name: 'hurry' })] },
    });
    const { people, talks } = centre.world;
    if (talks === null) throw new Error('Talks are asked for.');
    expect(people === null).toBe(parts.mood === undefined);
    const commands = (agent: number, call: number): readonly Command[] => [
      { kind: 'takeDesk', agent },
      { kind: 'leaveDesk', agent },
      { kind: 'ready', agent },
      { kind: 'answer', agent, call },
      { kind: 'hold', agent, call },
      { kind: 'resume', agent, call },
      { kind: 'conclude', agent, call },
      { kind: 'transfer', agent, call, group: 1 },
      { kind: 'limit', agent, call },
    ];
    let [looks, done] = [0, 0];
    const look = (): void => {
      const { of, due } = searched(centre.world, talks);
      expect([talks.goalOf, talks.goalDue]).toEqual([of, due]);
      if (of >= 0) looks++;
    };
    // Persons may sit there for ever.
    while (!centre.over && centre.nextAt() < Number.POSITIVE_INFINITY) {
      centre.advanceTo(centre.nextAt());
      if (!centre.over) look();
      if (draw() > 0.4 || centre.over || centre.now > 3_400_000) continue;
      const agent = one(AGENTS);
      const all = commands(agent, centre.world.team.desk(agent).call?.number ?? 0);
      if (centre.apply(all[one(all.length)] as Command) === null) done++;
      look();
    }
    expect(looks).toBeGreaterThan(200);
    expect(done).toBeGreaterThan(10);
  });
});
