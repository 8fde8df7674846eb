import { describe, expect, it } from 'vitest';
import {
  hashFacts,
  resume,
  startDesk,
  stepDesk,
  type TimedCommand,
} from '../../../models/doors/live.ts';
import { isProblem, publicViewOf } from '../../../models/doors/scenario.ts';
import { at, lines, scripted, told } from './played.ts';

const agent = 0;

describe('a person at a desk', () => {
  it('[L2] is not ready at first: the next call waits until they say they are', () => {
    const day = scripted([{ atS: 60, handlingS: 50 }]);
    expect(at(day, 10, { kind: 'takeDesk', agent })).toBeNull();
    day.advanceTo(100_000);
    expect(lines(day, 'seated', 'notReady', 'queued', 'rang')).toEqual([
      '10 seated by 0',
      '10 notReady by 0',
      '60 queued call 0',
    ]);
    expect(at(day, 110, { kind: 'ready', agent })).toBeNull();
    expect(lines(day, 'rang')).toEqual(['110 rang call 0 by 0']);
  });

  it('[L2] has the call in hand, and the computer goes on with it when they leave', () => {
    const day = scripted([{ atS: 60, handlingS: 100 }]);
    at(day, 80, { kind: 'takeDesk', agent });
    day.advanceTo(250_000);
    expect(lines(day, 'concluded')).toEqual([]);
    expect(at(day, 250, { kind: 'leaveDesk', agent })).toBeNull();
    day.run();
    // 100 s of handling were over long ago: the computer concludes at once.
    expect(told(day, 'concluded')).toMatchObject([{ at: 250_000, talkMs: 190_000 }]);
  });

  it('[L2] who leaves early leaves the rest of the handling to the computer', () => {
    const day = scripted([{ atS: 60, handlingS: 100 }]);
    at(day, 80, { kind: 'takeDesk', agent });
    at(day, 90, { kind: 'leaveDesk', agent });
    day.run();
    expect(told(day, 'concluded')).toMatchObject([{ at: 160_000, talkMs: 100_000 }]);
  });

  it('[L3] hears a call ring; unanswered, it goes back to its place and the desk is not ready', () => {
    const day = scripted([{ atS: 60 }, { atS: 65 }], { desk: { ringS: 15 } });
    at(day, 5, { kind: 'takeDesk', agent });
    at(day, 6, { kind: 'ready', agent });
    day.advanceTo(82_000);
    expect(lines(day, 'rang', 'missed', 'notReady', 'ready')).toEqual([
      '5 notReady by 0',
      '6 ready by 0',
      '60 rang call 0 by 0',
      '75 missed call 0 by 0',
      '75 notReady by 0',
    ]);
    expect(told(day, 'notReady').at(-1)).toMatchObject({ reason: 'missed' });
    at(day, 82, { kind: 'ready', agent });
    expect(lines(day, 'rang').at(-1)).toBe('82 rang call 0 by 0');
  });

  it('[L3] whose call is not answered gives it to a free agent, if there is one', () => {
    const staff = { id: 'g', name: 'G', staff: 2, skills: [{ type: 'a' }, { type: 'b' }] };
    const day = scripted([{ atS: 60 }, { atS: 61, handlingS: 5 }], {
      groups: [staff],
      desk: { ringS: 15 },
    });
    at(day, 5, { kind: 'takeDesk', agent });
    at(day, 6, { kind: 'ready', agent });
    day.advanceTo(80_000);
    // Agent 1 has been idle the longer: the first call is theirs, the second rings at desk 0.
    expect(lines(day, 'answered', 'rang', 'missed')).toEqual([
      '60 answered call 0 by 1',
      '61 rang call 1 by 0',
      '76 missed call 1 by 0',
    ]);
    at(day, 82, { kind: 'notReady', agent, reason: 'break' });
    day.run();
    expect(lines(day, 'answered').at(-1)).toBe('160 answered call 1 by 1');
  });

  it('[L3] who missed a call is offered the next one, until five in a row were missed', () => {
    const day = scripted([{ atS: 60 }], { desk: { ringS: 20 } });
    at(day, 5, { kind: 'takeDesk', agent });
    at(day, 6, { kind: 'ready', agent });
    day.advanceTo(91_000);
    expect(lines(day, 'missed', 'ready')).toEqual([
      '6 ready by 0',
      '80 missed call 0 by 0',
      '90 ready by 0',
    ]);
    expect(lines(day, 'rang').at(-1)).toBe('90 rang call 0 by 0');
    day.advanceTo(1_000_000);
    expect(lines(day, 'missed')).toHaveLength(5);
    expect(at(day, 1_001, { kind: 'ready', agent })).toBeNull();
    expect(lines(day, 'rang').at(-1)).toBe('1001 rang call 0 by 0');
  });

  it('[L3] rings as long as the room says, what rings already too, and so in every replay', () => {
    const calls = [{ atS: 60 }, { atS: 200, patienceS: 900 }];
    const commands: TimedCommand[] = [
      { at: 5_000, command: { kind: 'takeDesk', agent } },
      { at: 6_000, command: { kind: 'ready', agent } },
      { at: 70_000, command: { kind: 'ring', ms: 64_000 } },
    ];
    const day = scripted(calls, { desk: { ringS: 15 } });
    for (const { at: when, command } of commands)
      expect(at(day, when / 1_000, command as never)).toBeNull();
    const desk = startDesk(publicViewOf(day.scenario), agent);
    for (const fact of day.facts) stepDesk(desk, fact);
    expect(desk.call).toMatchObject({ call: 0, rangAt: 60_000, ringsUntil: 134_000 });
    day.advanceTo(240_000);
    expect(lines(day, 'rang', 'missed')).toEqual([
      '60 rang call 0 by 0',
      '134 missed call 0 by 0',
      '166 rang call 0 by 0',
      '230 missed call 0 by 0',
    ]);
    const again = resume(day.scenario, day.seed, commands, 240_000);
    expect(isProblem(again) ? again : hashFacts(again.facts)).toBe(hashFacts(day.facts));
    expect(day.accept({ kind: 'ring', ms: 0 })).toMatchObject({ code: 'E_RANGE', path: 'ms' });
  });

  it('[L4] is refused in a sentence what does not fit, and nothing changes', () => {
    const day = scripted([{ atS: 60 }, { atS: 90, patienceS: 30 }]);
    at(day, 5, { kind: 'takeDesk', agent });
    at(day, 6, { kind: 'ready', agent });
    at(day, 62, { kind: 'answer', agent, call: 0 });
    day.advanceTo(200_000);
    const before = hashFacts(day.facts);
    const refused = [
      [{ kind: 'answer', agent, call: 0 } as const, 'E_STATE'],
      [{ kind: 'resume', agent, call: 0 } as const, 'E_STATE'],
      [{ kind: 'conclude', agent, call: 1 } as const, 'E_STALE'],
      [{ kind: 'hold', agent, call: 7 } as const, 'E_STALE'],
      [{ kind: 'takeDesk', agent } as const, 'E_STATE'],
      [{ kind: 'takeDesk', agent: 9 } as const, 'E_UNKNOWN'],
      [{ kind: 'ready', agent } as const, 'E_STATE'],
      [{ kind: 'transfer', agent, call: 0, group: 5 } as const, 'E_UNKNOWN'],
    ] as const;
    for (const [command, code] of refused) {
      const problem = day.accept(command);
      expect(isProblem(problem) && problem.code, JSON.stringify(command)).toBe(code);
      expect(problem?.says.fr).toMatch(/\p{Lu}.*[.!]$/su);
      expect(problem?.says.en).toMatch(/\p{Lu}.*[.!]$/su);
    }
    expect(hashFacts(day.facts)).toBe(before);
    expect(day.accept({ kind: 'conclude', agent, call: 0 })).toBeNull();
  });

  it('[L5] hands a call to the line of a group, where it waits anew and is handled anew', () => {
    const skills = [{ type: 'a', priority: 2 }, { type: 'b' }];
    const day = scripted(
      [
        { atS: 60, handlingS: 80 },
        { atS: 61, handlingS: 300, type: 1 },
      ],
      {
        groups: [
          { id: 'g', name: 'G', staff: 1, skills: [{ type: 'a' }] },
          { id: 'h', name: 'H', staff: 1, skills },
        ],
        routing: { agents: 'skillPriority' },
      },
    );
    at(day, 5, { kind: 'takeDesk', agent });
    at(day, 6, { kind: 'ready', agent });
    at(day, 62, { kind: 'answer', agent, call: 0 });
    expect(at(day, 100, { kind: 'transfer', agent, call: 0, group: 1 })).toBeNull();
    day.run();
    const relayed = told(day, 'relayed');
    expect(told(day, 'transferred')).toMatchObject([{ at: 100_000, group: 1 }]);
    // Group H is busy with the other call until 361 s; then the call in its own line comes first.
    expect(relayed).toMatchObject([{ at: 361_000, agent: 1, waitMs: 261_000 }]);
    const [last] = told(day, 'concluded').filter(({ call }) => call === 0);
    expect(last?.talkMs).toBeGreaterThan(0);
    expect(last?.at).toBe(361_000 + (last?.talkMs ?? 0));
  });
});
