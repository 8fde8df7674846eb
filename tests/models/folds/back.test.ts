import { describe, expect, it } from 'vitest';
import { forAudience, startDesk, stepDesk } from '../../../models/doors/live.ts';
import { publicViewOf } from '../../../models/doors/scenario.ts';
import { at, scripted } from '../centre/played.ts';

/** A desk knows again whom it has served, by what it may know: which call a call repeats. */

const agent = 0;

describe('a caller who calls again', () => {
  it('[R1, L6] is known again at the desk that concluded the call before, and at no other', () => {
    const session = scripted([{ atS: 10 }], {
      types: [
        {
          ...{ id: 'a', name: 'A', handling: { law: 'deterministic', valueS: 100 } },
          repeat: { probability: 1, delay: { law: 'deterministic', valueS: 60 } },
        },
      ],
      groups: [{ id: 'g', name: 'G', staff: 2, skills: [{ type: 'a' }] }],
    });
    at(session, 0, { kind: 'takeDesk', agent });
    at(session, 0, { kind: 'takeDesk', agent: 1 });
    at(session, 0, { kind: 'ready', agent });
    at(session, 12, { kind: 'answer', agent, call: 0 });
    at(session, 40, { kind: 'conclude', agent, call: 0 });
    const seen = (desk: number): number | undefined => {
      const view = startDesk(publicViewOf(session.scenario), desk);
      for (const fact of session.facts) {
        const known = forAudience(fact, { as: 'desk', agent: desk });
        if (known !== null) stepDesk(view, known);
      }
      return view.call?.servedAt;
    };
    expect(seen(agent)).toBe(-1);
    at(session, 50, { kind: 'ready', agent });
    session.advanceTo(101_000);
    expect(seen(agent)).toBe(40_000);
    // It rings out, and the other one takes it.
    at(session, 110, { kind: 'ready', agent: 1 });
    session.advanceTo(122_000);
    expect(seen(1)).toBe(-1);
  });
});
