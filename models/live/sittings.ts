import { type Fact, factRow } from '../words/facts.ts';

/** One person at one desk, from sitting down to getting up. */
interface Sitting {
  /** Number of the fact that says so. */
  readonly from: number;
  /** The same of getting up; beyond all as long as they sit. */
  until: number;
  /** The call that they found in hand and took over, or -1. */
  readonly found: number;
}

/** Who sits at a desk: the person, and who sat there each time, in order. */
export interface Sitter {
  readonly agent: number;
  readonly person: number;
  readonly sat: readonly number[];
}

/**
 * Which facts of a desk are whose: a desk has one person after the other, and what one of them did
 * there, or was told, is nobody else's (RULES L6). Facts say that somebody sits down, never who:
 * that is handed in, as `sat`.
 */
export class Sittings {
  readonly #facts: readonly Fact[];
  readonly #desks = new Map<number, Sitting[]>();
  /** By desk: the call in hand. */
  readonly #inHand = new Map<number, number>();
  #looked = 0;

  /** `facts` of one day, which may still grow. */
  constructor(facts: readonly Fact[]) {
    this.#facts = facts;
  }

  /** Whether this person sat at this desk when that happened, whatever it was. */
  present({ n }: Fact, { agent, person, sat }: Sitter): boolean {
    this.#look();
    const desk = this.#desks.get(agent) ?? [];
    let nth = -1;
    for (let from = 0, to = desk.length; from < to; ) {
      const middle = (from + to) >> 1;
      if ((desk[middle] as Sitting).from > n) to = middle;
      else from = (nth = middle) + 1;
    }
    return nth >= 0 && sat[nth] === person && n <= (desk[nth] as Sitting).until;
  }

  /**
   * Whether this person may know all of a fact of this desk: they sat there, or it is about the
   * caller they found in hand; but what another person was or did stays with that one.
   */
  owns(fact: Fact, sitter: Sitter): boolean {
    if (this.present(fact, sitter)) return true;
    if (!('call' in fact) || factRow(fact.kind)?.personal === true) return false;
    const { agent, person, sat } = sitter;
    return (this.#desks.get(agent) ?? []).some(
      ({ found, from }, nth) => found === fact.call && from > fact.n && sat[nth] === person,
    );
  }

  #look(): void {
    for (; this.#looked < this.#facts.length; this.#looked += 1)
      this.#step(this.#facts[this.#looked] as Fact);
  }

  #step(fact: Fact): void {
    if (!('agent' in fact)) return;
    const { agent, kind, n } = fact;
    switch (kind) {
      case 'answered':
      case 'calledBack':
      case 'relayed':
        this.#inHand.set(agent, fact.call);
        return;
      case 'wrapped':
      case 'ready':
      case 'notReady':
      case 'signedOut':
        this.#inHand.delete(agent);
        return;
      case 'seated': {
        const found = this.#inHand.get(agent) ?? -1;
        const sitting = { from: n, until: Number.POSITIVE_INFINITY, found };
        const desk = this.#desks.get(agent);
        if (desk === undefined) this.#desks.set(agent, [sitting]);
        else desk.push(sitting);
        return;
      }
      case 'unseated': {
        const last = this.#desks.get(agent)?.at(-1);
        if (last !== undefined) last.until = n;
        return;
      }
      default:
    }
  }
}
