import {
  type Advice,
  type Audience,
  type Batch,
  Bookkeeper,
  type ClockState,
  type DeskView,
  type Fact,
  forAudience,
  type Ledger,
  type LivedNow,
  type LivedSoFar,
  Sittings,
  type Snapshot,
  startDesk,
  startLedger,
  startWall,
  stepDesk,
  stepWall,
  type Viewer,
  type WallView,
} from '../../models/doors/live.ts';
import type { PublicView } from '../../models/doors/scenario.ts';
import type { Limits } from '../limits.ts';

/** Where updates go: to everybody who watches that audience of this room. */
export type Outlet = (audience: Audience, batch: Batch) => void;

/** Names an audience among those of its room. */
export const keyOf = (audience: Audience): string =>
  audience.as === 'desk'
    ? `${audience.day}/desk/${audience.agent}/${audience.person}`
    : `${audience.day}/wall`;

/** A person at a desk of one day. */
export type Seated = Audience & { readonly as: 'desk' };

const ownOf = (audience: Audience): Seated | null => (audience.as === 'desk' ? audience : null);

interface Channel<V> {
  readonly audience: Audience;
  readonly view: V;
  readonly step: (view: V, fact: Fact) => void;
  /** What is counted of every fact, told or not. */
  readonly lived: LivedNow | null;
  /** Number of the last fact told, or -1. */
  upTo: number;
}

interface DeskChannel extends Channel<DeskView> {
  readonly audience: Seated;
  /** How both voices weighed at its conclusions: nothing is in it in a classical centre. */
  readonly ledger: Ledger;
}

/** What a day's feed tells of, to whom, and how. */
export interface Feeding {
  readonly day: number;
  readonly publicView: PublicView;
  readonly facts: readonly Fact[];
  readonly limits: Limits;
  readonly outlet: Outlet;
  /** Counts how the day is lived, or null where that has no meaning. */
  readonly lived: LivedNow | null;
  /** Who sat at a desk of a day, each time, in order: persons of the room, by number. */
  readonly sat: (day: number, agent: number) => readonly number[];
  /** What time is worth, or null where it has no price. */
  readonly advice: Advice | null;
}

/**
 * What each audience of a day was told so far: the view folded from it, and the facts that come
 * next. Everything passes through forAudience, and nothing beyond `released` leaves.
 */
export class Feed {
  readonly #day: number;
  readonly #publicView: PublicView;
  readonly #limits: Limits;
  readonly #outlet: Outlet;
  readonly #books: Bookkeeper | null;
  readonly #wall: Channel<WallView>;
  readonly #desks = new Map<string, DeskChannel>();
  readonly #sat: Feeding['sat'];
  #facts: readonly Fact[];
  #sittings: Sittings;

  constructor({ advice, day, facts, limits, lived, outlet, publicView, sat }: Feeding) {
    this.#day = day;
    this.#publicView = publicView;
    this.#facts = facts;
    this.#sittings = new Sittings(facts);
    this.#sat = sat;
    this.#limits = limits;
    this.#outlet = outlet;
    this.#books = advice === null ? null : new Bookkeeper(advice, publicView.intervalMs);
    const view = startWall(publicView);
    this.#wall = { audience: { as: 'wall', day }, view, step: stepWall, lived, upTo: -1 };
  }

  /** The same facts, rebuilt: what was told stays told. */
  rebase(facts: readonly Fact[]): void {
    this.#facts = facts;
    this.#sittings = new Sittings(facts);
  }

  /** Counts the first `released` facts as told to the wall: who joins gets a snapshot of them. */
  skipTo(released: number): void {
    this.#take(this.#wall, released);
  }

  /** Number of the last fact anybody was told, or -1. */
  get told(): number {
    let told = this.#wall.upTo;
    for (const desk of this.#desks.values()) told = Math.max(told, desk.upTo);
    return told;
  }

  /** Whether this audience has not been told all of the first `released` facts. */
  isBehind(audience: Audience, released: number): boolean {
    const { upTo } = audience.as === 'wall' ? this.#wall : this.#desk(audience);
    return upTo < released - 1;
  }

  /** What the wall was told so far. */
  get wallView(): WallView {
    return this.#wall.view;
  }

  /** How the day has been lived, as far as this audience was told. */
  livedFor(audience: Audience): { readonly lived?: LivedSoFar } {
    const lived = audience.as === 'wall' ? this.#wall.lived?.soFar() : null;
    return lived ? { lived } : {};
  }

  /** Tells everybody who watches the wall what is new among the first `released` facts. */
  flushWall(released: number, clock: ClockState): void {
    this.#flush(this.#wall, released, clock);
  }

  /** Tells one desk. */
  flushDesk(audience: Seated, released: number, clock: ClockState): void {
    this.#flush(this.#desk(audience), released, clock);
  }

  /** Tells one desk if there is something new for it. */
  hurryDesk(audience: Seated, released: number, clock: ClockState): void {
    if (this.#desk(audience).upTo < released - 1) this.flushDesk(audience, released, clock);
  }

  /** Tells everybody the clock, and no fact. */
  flushClock(clock: ClockState): void {
    for (const { audience, upTo } of [this.#wall, ...this.#desks.values()])
      this.#outlet(audience, { day: this.#day, after: upTo, upTo, facts: [], clock });
  }

  /** What this audience sees, up to the last fact it was told; a desk is first told all. */
  snapshot(audience: Audience, released: number): Snapshot {
    const day = this.#day;
    if (audience.as === 'wall')
      return { as: 'wall', day, n: this.#wall.upTo, view: this.#wall.view };
    const desk = this.#desk(audience);
    this.#take(desk, released);
    return { as: 'desk', day, n: desk.upTo, view: desk.view, ledger: desk.ledger };
  }

  /** What a desk at which nobody listens sees, brought up to `released`. */
  deskView(audience: Seated, released: number): DeskView {
    const desk = this.#desk(audience);
    this.#take(desk, released);
    return desk.view;
  }

  /** After a gap: the facts since `after`; a snapshot where that is shorter or they are unknown. */
  since(
    audience: Audience,
    after: number,
    clock: ClockState,
  ): { batch: Batch } | { snapshot: Snapshot } {
    const channel = audience.as === 'wall' ? this.#wall : this.#desk(audience);
    if (after > channel.upTo || channel.upTo - after > this.#limits.factsInBatch)
      return { snapshot: this.snapshot(audience, channel.upTo + 1) };
    const facts = this.#known(audience.as, ownOf(audience), after, channel.upTo);
    return { batch: { day: this.#day, after, upTo: channel.upTo, facts, clock } };
  }

  /** The facts of a day that is over, what was hidden included: as many as one message takes. */
  laidOpen(audience: Audience, after: number, clock: ClockState): Batch {
    const own = audience.as === 'desk' && audience.day === this.#day ? audience : null;
    const last = Math.min(this.#facts.length - 1, after + this.#limits.factsLaidOpen);
    const upTo = Math.max(after, last);
    const facts = this.#known('over', own, after, upTo);
    return { day: this.#day, after, upTo, facts, clock };
  }

  /** Nobody sits there any more. */
  dropDesk(agent: number): void {
    for (const [key, { audience }] of this.#desks)
      if (audience.agent === agent) this.#desks.delete(key);
  }

  #desk({ agent, person }: Seated): DeskChannel {
    const audience: Seated = { as: 'desk', day: this.#day, agent, person };
    const key = keyOf(audience);
    let desk = this.#desks.get(key);
    if (desk === undefined) {
      const ledger = startLedger();
      desk = {
        audience,
        view: startDesk(this.#publicView, agent),
        step: (view, fact) => {
          const present = this.#sittings.present(fact, this.#sitter(audience));
          if (present) this.#books?.step(ledger, view, fact);
          stepDesk(view, fact, present);
        },
        lived: null,
        ledger,
        upTo: -1,
      };
      this.#desks.set(key, desk);
    }
    return desk;
  }

  #sitter({ agent, person }: Seated): Parameters<Sittings['owns']>[1] {
    return { agent, person, sat: this.#sat(this.#day, agent) };
  }

  #known(as: Viewer['as'], own: Seated | null, after: number, upTo: number): Fact[] {
    const known: Fact[] = [];
    for (let n = after + 1; n <= upTo; n += 1) {
      const fact = this.#told(this.#facts[n] as Fact, as, own);
      if (fact !== null) known.push(fact);
    }
    return known;
  }

  /** A fact as that audience may know it; `own` is the person at a desk who is among it, if any. */
  #told(fact: Fact, as: Viewer['as'], own: Seated | null): Fact | null {
    const about = own !== null && 'agent' in fact && fact.agent === own.agent;
    const owns = about && this.#sittings.owns(fact, this.#sitter(own));
    const agent = owns ? own.agent : -1;
    return forAudience(fact, as === 'wall' ? { as } : { as, agent });
  }

  #take<V>(channel: Channel<V>, released: number): void {
    const { audience } = channel;
    for (; channel.upTo < released - 1; channel.upTo += 1) {
      channel.lived?.step(this.#facts[channel.upTo + 1] as Fact);
      const fact = this.#told(this.#facts[channel.upTo + 1] as Fact, audience.as, ownOf(audience));
      if (fact !== null) channel.step(channel.view, fact);
    }
  }

  #flush<V>(channel: Channel<V>, released: number, clock: ClockState): void {
    do {
      const after = channel.upTo;
      const upTo = Math.max(after, Math.min(released - 1, after + this.#limits.factsInBatch));
      const { audience } = channel;
      const facts = this.#known(audience.as, ownOf(audience), after, upTo);
      for (const fact of facts) channel.step(channel.view, fact);
      for (let n = after + 1; n <= upTo; n += 1) channel.lived?.step(this.#facts[n] as Fact);
      channel.upTo = upTo;
      const lived = this.livedFor(channel.audience);
      this.#outlet(channel.audience, { day: this.#day, after, upTo, facts, clock, ...lived });
    } while (channel.upTo < released - 1);
  }
}
