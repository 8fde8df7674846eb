import type { Fact, NotReadyReason } from '../../words/facts.ts';
import type { AgentState } from '../../words/moves.ts';
import type { PublicView } from '../../words/public-view.ts';
import type { Waiting } from './line.ts';

export interface AgentNow {
  state: AgentState;
  since: number;
  /** The call that rings, is on the line or is being wrapped up, or -1. */
  call: number;
  /** Why not ready, or ''. */
  reason: NotReadyReason | '';
  /** A person holds this desk. */
  person: boolean;
}

export const agentCount = (publicView: PublicView): number =>
  publicView.groups.reduce((sum, group) => sum + group.desks, 0);

export const startTeam = (publicView: PublicView): AgentNow[] =>
  Array.from({ length: agentCount(publicView) }, () => ({
    state: 'out',
    since: 0,
    call: -1,
    reason: '',
    person: false,
  }));

function become(agent: AgentNow | undefined, state: AgentState, at: number, call: number): void {
  if (!agent) return;
  agent.state = state;
  agent.since = at;
  agent.call = call;
  agent.reason = '';
}

/** Folds one fact into the team; `entry` is the caller it speaks of, as the line knew it. */
export function stepTeam(team: AgentNow[], fact: Fact, entry: Waiting | null): void {
  const agent = 'agent' in fact ? team[fact.agent] : undefined;
  const { at } = fact;
  switch (fact.kind) {
    case 'signedIn':
    case 'ready':
      return become(agent, 'ready', at, -1);
    case 'signedOut':
      return become(agent, 'out', at, -1);
    case 'notReady':
      become(agent, 'notReady', at, -1);
      if (agent) agent.reason = fact.reason;
      return;
    case 'missed':
      become(agent, 'notReady', at, -1);
      if (agent) agent.reason = 'missed';
      return;
    case 'rang':
      return become(agent, 'ringing', at, fact.call);
    case 'answered':
    case 'calledBack':
    case 'relayed':
    case 'resumed':
      return become(agent, 'talking', at, fact.call);
    case 'held':
      return become(agent, 'hold', at, fact.call);
    case 'closing':
      return become(agent, 'closing', at, fact.call);
    case 'transferred':
    case 'concluded':
      return become(agent, 'wrapping', at, fact.call);
    case 'wrapped':
      return become(agent, 'ready', at, -1);
    case 'abandoned':
    case 'dropped': {
      // A caller may give up while it rings: the desk is free again.
      const rung = entry && entry.ringing >= 0 ? team[entry.ringing] : undefined;
      if (rung?.state === 'ringing') become(rung, 'ready', at, -1);
      return;
    }
    case 'seated':
    case 'unseated':
      if (agent) agent.person = fact.kind === 'seated';
      return;
    default:
  }
}

/** How many agents are in each state. */
export function byState(team: readonly AgentNow[]): Record<AgentState, number> {
  const counts: Record<AgentState, number> = {
    out: 0,
    notReady: 0,
    ready: 0,
    ringing: 0,
    talking: 0,
    hold: 0,
    closing: 0,
    wrapping: 0,
  };
  for (const agent of team) counts[agent.state]++;
  return counts;
}
