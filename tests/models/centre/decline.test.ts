import { describe, expect, it } from 'vitest';
import { at, lines, scripted, told } from './played.ts';

const agent = 0;

describe('a call that is left to a colleague', () => {
  const day = () => scripted([{ atS: 60 }, { atS: 65 }], { desk: { ringS: 15 } });

  it('[L9] goes back to its place at once, and the desk is not ready', () => {
    const played = day();
    at(played, 5, { kind: 'takeDesk', agent });
    at(played, 6, { kind: 'ready', agent });
    expect(at(played, 63, { kind: 'decline', agent, call: 0 })).toBeNull();
    expect(lines(played, 'missed', 'notReady').slice(-2)).toEqual([
      '63 missed call 0 by 0',
      '63 notReady by 0',
    ]);
    expect(told(played, 'notReady').at(-1)).toMatchObject({ reason: 'missed' });
    at(played, 70, { kind: 'ready', agent });
    expect(lines(played, 'rang').at(-1)).toBe('70 rang call 0 by 0');
  });

  it('[L9] must ring', () => {
    const played = day();
    at(played, 5, { kind: 'takeDesk', agent });
    expect(at(played, 6, { kind: 'decline', agent, call: 0 })).not.toBeNull();
  });
});
