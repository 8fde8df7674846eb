import { type Command, type Fact, Session, type TimedCommand } from '../../models/doors/live.ts';
import type { Scenario } from '../../models/doors/scenario.ts';

/** What the person at desk 0 does when this fact is told, and how much later. */
function answerTo(fact: Fact): readonly { after: number; command: Command }[] {
  if (!('agent' in fact) || fact.agent !== 0) return [];
  const agent = 0;
  if (fact.kind === 'rang') {
    // Every ninth call is left to ring: missed, then ready again.
    if (fact.call % 9 === 8) return [];
    return [{ after: 2_500, command: { kind: 'answer', agent, call: fact.call } }];
  }
  if (fact.kind === 'missed') return [{ after: 30_000, command: { kind: 'ready', agent } }];
  if (fact.kind === 'answered' || fact.kind === 'relayed') {
    const { call } = fact;
    const last: Command =
      call % 4 === 3
        ? { kind: 'transfer', agent, call, group: 0 }
        : { kind: 'conclude', agent, call };
    return [
      { after: 20_000, command: { kind: 'hold', agent, call } },
      { after: 31_500, command: { kind: 'resume', agent, call } },
      { after: 75_250, command: last },
    ];
  }
  if (fact.kind === 'tension' && fact.level === 3)
    return [{ after: 4_000, command: { kind: 'limit', agent, call: fact.call } }];
  if (fact.kind === 'concluded') return [{ after: 8_000, command: { kind: 'ready', agent } }];
  return [];
}

/**
 * A day with a person at desk 0, who answers, holds, resumes, transfers, misses some calls, puts on
 * masks and sets limits (refused where nobody wears or needs any).
 */
export function dayWithAPerson(scenario: Scenario, seed: string): Session {
  const session = new Session(scenario, seed);
  const planned: TimedCommand[] = [
    { at: 60_000, command: { kind: 'takeDesk', agent: 0 } },
    { at: 62_000, command: { kind: 'mask', agent: 0, mask: 'professional' } },
    { at: 2_000_000, command: { kind: 'mask', agent: 0, mask: 'natural' } },
    { at: 3_000_000, command: { kind: 'notReady', agent: 0, reason: 'training' } },
    { at: 3_400_000, command: { kind: 'ready', agent: 0 } },
    { at: 6_500_000, command: { kind: 'leaveDesk', agent: 0 } },
  ];
  let seen = 0;
  for (let at = 0; at < 3 * 3_600_000 && !session.over; at += 500) {
    session.advanceTo(at);
    planned.sort((a, b) => a.at - b.at);
    while (planned[0] && planned[0].at <= at)
      session.accept((planned.shift() as TimedCommand).command);
    for (const fact of session.facts.slice(seen))
      for (const { after, command } of answerTo(fact)) planned.push({ at: at + after, command });
    seen = session.facts.length;
  }
  session.run();
  return session;
}
