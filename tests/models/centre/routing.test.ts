import { describe, expect, it } from 'vitest';
import { at, lines, scripted } from './played.ts';

const both = [
  { type: 'a', priority: 2 },
  { type: 'b', priority: 1 },
];
/** One agent, busy from 10 to 110 s; meanwhile an `a` comes at 20 s, a `b` at 30 s. */
const meanwhile = [
  { atS: 10, handlingS: 100 },
  { atS: 20, handlingS: 50 },
  { atS: 30, handlingS: 50, type: 1 },
];
const groups = [{ id: 'g', name: 'G', staff: 1, skills: both }];

describe('a free agent', () => {
  it('[W4] takes the call that has waited the longest', () => {
    const day = scripted(meanwhile, { groups, routing: { calls: 'longestWait' } });
    day.run();
    expect(lines(day, 'answered')).toEqual([
      '10 answered call 0 by 0',
      '110 answered call 1 by 0',
      '160 answered call 2 by 0',
    ]);
  });

  it('[W4] or the type with the best priority for the group, whatever the wait', () => {
    const day = scripted(meanwhile, { groups, routing: { calls: 'skillPriority' } });
    day.run();
    expect(lines(day, 'answered')).toEqual([
      '10 answered call 0 by 0',
      '110 answered call 2 by 0',
      '160 answered call 1 by 0',
    ]);
  });

  it('[W4] but first a call that was handed to the group', () => {
    const day = scripted(
      [
        { atS: 10, handlingS: 100 },
        { atS: 12, handlingS: 300 },
        { atS: 20, handlingS: 50 },
      ],
      { groups: [{ id: 'g', name: 'G', staff: 2, skills: both }] },
    );
    at(day, 5, { kind: 'takeDesk', agent: 0 });
    at(day, 6, { kind: 'ready', agent: 0 });
    // Agent 1, idle the longer, has call 0 until 110 s; the person has call 1.
    at(day, 13, { kind: 'answer', agent: 0, call: 1 });
    at(day, 50, { kind: 'transfer', agent: 0, call: 1, group: 0 });
    day.run();
    expect(lines(day, 'answered', 'relayed').slice(0, 3)).toEqual([
      '10 answered call 0 by 1',
      '13 answered call 1 by 0',
      '110 relayed call 1 by 1',
    ]);
  });
});

describe('overflow', () => {
  const overflowing = [
    { id: 'g', name: 'G', staff: 1, skills: [{ type: 'a' }, { type: 'b' }] },
    { id: 'h', name: 'H', staff: 1, skills: [{ type: 'a', afterS: 40 }] },
  ];

  it('[W7] offers a call to the group only once it has waited that long', () => {
    const day = scripted(
      [
        { atS: 10, handlingS: 100 },
        { atS: 20, handlingS: 50 },
        { atS: 90, handlingS: 50 },
      ],
      { groups: overflowing },
    );
    day.run();
    expect(lines(day, 'answered')).toEqual([
      '10 answered call 0 by 0',
      // Not at 20 s, though agent 1 is free.
      '60 answered call 1 by 1',
      // Its own group is free before 40 s are over.
      '110 answered call 2 by 0',
    ]);
  });

  it('[W7] leaves a call that was too short in the line when the group becomes free', () => {
    const day = scripted(
      [
        { atS: 10, handlingS: 500 },
        { atS: 20, handlingS: 50 },
        { atS: 80, handlingS: 50 },
      ],
      { groups: overflowing },
    );
    day.run();
    // Agent 1 ends call 1 at 110 s; call 2 has then waited 30 s: it waits ten more.
    expect(lines(day, 'answered')).toEqual([
      '10 answered call 0 by 0',
      '60 answered call 1 by 1',
      '120 answered call 2 by 1',
    ]);
  });
});
