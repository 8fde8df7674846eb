import type { Scenario } from '../scenario/scenario.ts';

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

/** The line whose head (`head[line]`) a free agent takes now, or -1. */
export type LineChoice = (
  offers: readonly LineOffer[],
  head: readonly (WaitingCall | null)[],
  now: number,
) => number;

/** By skill priority where the policy says so, then by effective arrival (head start counted). */
function chooseLine(
  offers: readonly LineOffer[],
  head: readonly (WaitingCall | null)[],
  now: number,
  bySkill: boolean,
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

/** THE table of `routing.calls` (RULES W4, W5). */
export const LINE_CHOICES = {
  longestWait: (offers, head, now) => chooseLine(offers, head, now, false),
  skillPriority: (offers, head, now) => chooseLine(offers, head, now, true),
} as const satisfies Record<Scenario['routing']['calls'], LineChoice>;

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

/** How a call that has waited so long finds its free agent. */
export interface AgentChoice {
  /** A uniform of the call is asked for; else `u` is 0. */
  readonly draws: boolean;
  /** That agent, or -1. */
  readonly choose: (
    offers: readonly AgentOffer[],
    view: FreeView,
    waitedMs: number,
    u: number,
  ) => number;
}

function chooseAgent(
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
function chooseAnyAgent(
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

/** THE table of `routing.agents` (RULES W3, W7). */
export const AGENT_CHOICES = {
  longestIdle: {
    draws: false,
    choose: (offers, view, waitedMs) => chooseAgent(offers, view, waitedMs, false),
  },
  skillPriority: {
    draws: false,
    choose: (offers, view, waitedMs) => chooseAgent(offers, view, waitedMs, true),
  },
  random: { draws: true, choose: chooseAnyAgent },
} as const satisfies Record<Scenario['routing']['agents'], AgentChoice>;
