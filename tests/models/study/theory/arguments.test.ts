import { describe, expect, it } from 'vitest';
import {
  boundedLine,
  erlangA,
  erlangB,
  extendedErlangB,
  FOREVER,
  linesFor,
  offeredByInterval,
  orbitLine,
  patientLine,
  prices,
  stretch,
  survivalOf,
  withShrinkage,
} from '../../../../models/study/theory.ts';
import { SHOP, T } from './close.ts';

describe('bad arguments', () => {
  it.each<[string, () => unknown, RegExp]>([
    ['negative lines', () => erlangB(-1, 3), /^lines must be/],
    ['load of NaN', () => erlangB(3, Number.NaN), /^load must be/],
    ['half of no agent', () => patientLine({ ...SHOP, agents: 0.5 }), /^agents must be/],
    ['negative rate', () => erlangA({ rate: -1, handling: 6, agents: 3 }, 4, T), /^rate must be/],
    ['no handling', () => erlangA({ rate: 1, handling: 0, agents: 3 }, 4, T), /^handling must be/],
    ['negative target', () => erlangA({ ...SHOP, agents: 12 }, 4, -1), /^target must be/],
    ['no patience', () => erlangA({ ...SHOP, agents: 12 }, 0, 1), /^mean must be/],
    ['blocking of 0', () => linesFor(3, 0), /^blocking must be/],
    ['recall of 2', () => extendedErlangB(3, 1, 2), /^recall must be/],
    ['all recall for ever', () => extendedErlangB(3, 3, 1), /^load must be/],
    ['fraction in a chain', () => boundedLine({ ...SHOP, agents: 12.5 }, 4, 3), /^agents must be/],
    ['no length', () => stretch({ ...SHOP, agents: 12 }, 4, 0, 30), /^length must be/],
    [
      'too many states',
      () => orbitLine({ ...SHOP, agents: 12 }, 4, { redial: 0, repeat: 0, delay: 1 }, 5_000, 3),
      /^most and far must be/,
    ],
    ['shrinkage of 1', () => withShrinkage(3, 1), /^shrinkage must be/],
    ['unit of 0', () => survivalOf({ law: 'infinite' }, 0), /^unitS must be/],
    [
      'negative interval rate',
      () => offeredByInterval([1, -2], 1, FOREVER, 3),
      /^rates\[1\] must be/,
    ],
    [
      'price without agents',
      () => prices({ ...SHOP, agents: 0 }, 4, { wait: 1, abandonment: 1 }, 50),
      /^agents must be/,
    ],
  ])('%s is refused by name', (_, call, says) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(says);
  });
});
