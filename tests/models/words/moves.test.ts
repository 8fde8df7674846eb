import { describe, expect, it } from 'vitest';
import { commandOf, readCommand } from '../../../models/words/commands.ts';
import { AGENT_STATES, MOVE_NAMES, type MoveName, moveRow } from '../../../models/words/moves.ts';

/** Something that each question takes. */
const CHOSEN = {
  ...({ group: 1, reason: 'break', mask: 'natural' } as const),
  ...({ refusal: 'both', cause: 0, nature: 4 } as const),
};

const whole = (name: MoveName) => {
  const { asks } = moveRow(name);
  return commandOf(name, 3, 41, asks === null ? undefined : CHOSEN[asks]);
};

describe.each(MOVE_NAMES)('the move %s', (name) => {
  const { asks, during, key, names } = moveRow(name);

  it('has a command that is read as it was made, and nothing beside what its row says', () => {
    const command = whole(name);
    expect(readCommand(command)).toEqual(command);
    const fields = ['kind', 'agent', ...names, ...(asks === null ? [] : [asks])];
    expect(Object.keys(command)).toEqual(fields);
    for (const field of fields.slice(1)) {
      const { [field]: _, ...rest } = command as unknown as Record<string, unknown>;
      expect(readCommand(rest), `without ${field}`).toMatchObject({ path: field });
    }
    expect(readCommand({ ...command, more: 1 })).toMatchObject({ code: 'E_TYPE', path: 'more' });
  });

  it('can be done at some moment, and has one letter, or no button', () => {
    expect(during.length).toBeGreaterThan(0);
    expect(new Set(during).size).toBe(during.length);
    if (key !== null) expect(key).toMatch(/^[a-z]$/);
  });
});

describe('the table of moves', () => {
  it('needs no letter twice at one moment', () => {
    for (const state of AGENT_STATES) {
      const keys = MOVE_NAMES.filter((name) => moveRow(name).during.includes(state))
        .map((name) => moveRow(name).key)
        .filter((key) => key !== null);
      expect(new Set(keys).size, state).toBe(keys.length);
    }
  });
});
