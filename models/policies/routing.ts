/**
 * Who meets whom (RULES W1–W5, W7): a free agent chooses among the lines, a call among the free
 * agents.
 * Pure choices over read-only views; ties always go to the one who waited the longest.
 */

export interface WaitingCall {
  /** When it came, ms. */
  readonly arrivedAt: number;
  /** Since when it waits, ms. */
  readonly waitsFrom: number;
}

export interface LineOffer {
  readonly line: number;
  readonly priority: number;
  readonly afterMs: number;
  readonly headStartMs: number;
}

/**
 * The line whose head (`head[line]`) a free agent takes, or -1: by skill priority where the policy
 * says so, then by effective arrival (head start counted).
 */
export function chooseLine(
  offers: readonly LineOffer[],
  head: readonly (WaitingCall | null)[],
  bySkill: boolean,
  now: number,
): number {
  let best = -1;
  let bestPriority = Infinity;
  let bestOrder = Infinity;
  for (let i = 0; i < offers.length; i++) {
    const offer = offers[i] as LineOffer;
    const call = head[offer.line] as WaitingCall | null;
    if (call === null) continue;
    if (offer.afterMs > 0 && now - call.waitsFrom < offer.afterMs) continue;
    const priority = bySkill ? offer.priority : 1;
    const order = call.arrivedAt - offer.headStartMs;
    if (priority < bestPriority || (priority === bestPriority && order < bestOrder)) {
      best = offer.line;
      bestPriority = priority;
      bestOrder = order;
    }
  }
  return best;
}

export interface FreeView {
  /** How many agents of the group are free. */
  freeIn(group: number): number;
  /** The one idle the longest, or -1. */
  longestIdle(group: number): number;
  turnOf(agent: number): number;
  freeAt(group: number, k: number): number;
}

export interface AgentOffer {
  readonly group: number;
  readonly priority: number;
  readonly afterMs: number;
}

/** The free agent who takes a call that has waited `waitedMs`, or -1. */
export function chooseAgent(
  offers: readonly AgentOffer[],
  view: FreeView,
  waitedMs: number,
  bySkill: boolean,
): number {
  let best = -1;
  let bestPriority = Infinity;
  for (let i = 0; i < offers.length; i++) {
    const offer = offers[i] as AgentOffer;
    if (offer.afterMs > waitedMs) continue;
    const priority = bySkill ? offer.priority : 1;
    if (priority > bestPriority) continue;
    const agent = view.longestIdle(offer.group);
    if (agent < 0) continue;
    if (priority < bestPriority || view.turnOf(agent) < view.turnOf(best)) {
      best = agent;
      bestPriority = priority;
    }
  }
  return best;
}

/** Any free agent, all equally likely: `u` uniform in (0, 1). */
export function chooseAnyAgent(
  offers: readonly AgentOffer[],
  view: FreeView,
  waitedMs: number,
  u: number,
): number {
  let free = 0;
  for (const offer of offers) if (offer.afterMs <= waitedMs) free += view.freeIn(offer.group);
  let k = Math.floor(u * free);
  for (const offer of offers) {
    if (offer.afterMs > waitedMs) continue;
    const here = view.freeIn(offer.group);
    if (k < here) return view.freeAt(offer.group, k);
    k -= here;
  }
  return -1;
}
