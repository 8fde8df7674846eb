import { BehaviorSubject, Subject } from 'rxjs';
import type { Answer, Asked, LinkState, Moved, Wire } from '../../client/wire/wire.ts';
import {
  type Advice,
  type Asks,
  adviceOf,
  type Batch,
  Bookkeeper,
  type ClockAsk,
  type ClockState,
  type Command,
  type DoorState,
  type Fact,
  forAudience,
  type Joined,
  LivedNow,
  type Priced,
  type Reply,
  Session,
  type Snapshot,
  startDesk,
  startLedger,
  startWall,
  stepDesk,
  stepWall,
  type Viewer,
} from '../../models/doors/live.ts';
import { type Problem, problem, publicViewOf, type Scenario } from '../../models/doors/scenario.ts';
import { frameOf } from '../../models/doors/study.ts';

/** A room in this page, for tests of the client: the real day and the real door, and no network. */
export class LocalRoom {
  readonly session: Session;
  readonly publicView;
  readonly advice: Advice | null;
  private readonly books: Bookkeeper | null;
  clock: ClockState = { at: 0, speed: 10, paused: true, over: false };
  readonly taken = new Set<number>();
  readonly wires: LocalWire[] = [];
  /** How the day is lived, counted of every fact; null in a classical centre. */
  private readonly lived: LivedNow | null;
  private counted = 0;

  constructor(
    scenario: Scenario,
    readonly code = 'TEST-2345',
    seed = 'fixture',
  ) {
    this.session = new Session(scenario, seed);
    this.publicView = publicViewOf(scenario);
    this.advice = adviceOf(scenario);
    const { intervalMs } = this.publicView;
    this.books = this.advice === null ? null : new Bookkeeper(this.advice, intervalMs);
    const { lived } = frameOf(scenario);
    this.lived = lived === null ? null : new LivedNow(lived);
  }

  /** What the wall is told beside the facts. */
  told(): Pick<Batch, 'lived'> {
    const { facts } = this.session;
    for (let fact = facts[this.counted]; fact; fact = facts[++this.counted]) this.lived?.step(fact);
    const lived = this.lived?.soFar();
    return lived ? { lived } : {};
  }

  /** Lets the day go on to this instant, and tells everybody. */
  advanceTo(at: number): void {
    this.session.advanceTo(at);
    this.clock = { ...this.clock, at: this.session.now, over: this.session.over };
    for (const wire of this.wires) wire.tell();
  }

  setClock({ speed = this.clock.speed, paused = this.clock.paused }: ClockAsk): void {
    this.clock = { ...this.clock, speed, paused };
    for (const wire of this.wires) wire.tell();
  }

  accept(command: Command): Problem | null {
    const refusal = this.session.accept(command);
    if (refusal === null && command.kind === 'takeDesk') this.taken.add(command.agent);
    if (refusal === null && command.kind === 'leaveDesk') this.taken.delete(command.agent);
    return refusal;
  }

  factsFor(audience: Viewer, after: number): Fact[] {
    const seen = this.session.facts.slice(after + 1).map((fact) => forAudience(fact, audience));
    return seen.filter((fact) => fact !== null);
  }

  snapshot(audience: Viewer): Snapshot {
    const n = this.session.facts.length - 1;
    if (audience.as === 'wall') {
      const view = startWall(this.publicView);
      for (const fact of this.factsFor(audience, -1)) stepWall(view, fact);
      return { as: 'wall', day: 0, n, view };
    }
    const view = startDesk(this.publicView, audience.agent);
    const ledger = startLedger();
    for (const fact of this.factsFor(audience, -1)) {
      this.books?.step(ledger, view, fact);
      stepDesk(view, fact);
    }
    return { as: 'desk', day: 0, n, view, ledger };
  }
}

const NO_DEBRIEF = problem('E_STATE', '', 'La journée n’est pas finie.', 'The day is not over.');

const done = <T extends object>(answer: T): Reply<T> => ({ ok: true, ...answer });

/** One connection to it. Tests make it fail: `cut`, `lose`, `gate`. */
export class LocalWire implements Wire {
  readonly link$ = new BehaviorSubject<LinkState>('connecting');
  readonly batches$ = new Subject<Batch>();
  readonly door$ = new Subject<DoorState>();
  readonly moved$ = new Subject<Moved>();
  /** Every ask that was made, in order. */
  readonly asked: { kind: keyof Asks; ask: object }[] = [];
  agent = -1;
  /** Batches to lose on the way. */
  lose = 0;
  /** Answers wait for this. */
  gate: Promise<void> = Promise.resolve();
  /** What is answered to who asks for a price. */
  price: Reply<Priced> = {
    ok: false,
    problem: problem('E_STATE', '', 'Pas de prix ici.', 'There is no price here.'),
  };
  private told = -1;
  private joined = false;

  constructor(readonly room: LocalRoom) {
    room.wires.push(this);
  }

  connect(): this {
    this.link$.next('online');
    return this;
  }

  cut(): void {
    this.joined = false;
    this.link$.next('offline');
  }

  private get audience(): Viewer {
    return this.agent < 0 ? { as: 'wall' } : { as: 'desk', agent: this.agent };
  }

  /** Sends what is new, unless this batch is to be lost. */
  tell(): void {
    if (!this.joined) return;
    const after = this.told;
    const facts = this.room.factsFor(this.audience, after);
    this.told = this.room.session.facts.length - 1;
    if (this.lose > 0) this.lose -= 1;
    else {
      const { clock } = this.room;
      const lived = this.agent < 0 ? this.room.told() : {};
      this.batches$.next({ day: 0, after, upTo: this.told, facts, clock, ...lived });
    }
  }

  async ask<Kind extends keyof Asks>(kind: Kind, ask: Asked<Kind>): Promise<Reply<Answer<Kind>>> {
    this.asked.push({ kind, ask });
    await this.gate;
    const answers: { [K in keyof Asks]: (ask: Asked<K>) => Reply<Answer<K>> } = {
      join: ({ role, host }) => this.join(role === 'host' || host !== undefined),
      command: ({ command }) => this.command(command),
      facts: ({ after, over }) => (over ? this.laidOpen(after) : this.facts(after)),
      clock: (change) => {
        this.room.setClock(change);
        return done({ clock: this.room.clock });
      },
      door: (door) => {
        for (const wire of this.room.wires) wire.door$.next(door);
        return done(door);
      },
      price: () => this.price,
      debrief: () => ({ ok: false, problem: NO_DEBRIEF }),
    };
    return (answers[kind] as (ask: Asked<Kind>) => Reply<Answer<Kind>>)(ask);
  }

  private join(host: boolean): Reply<Joined> {
    this.joined = true;
    const { advice, code, publicView, clock, taken } = this.room;
    const snapshot = this.room.snapshot(this.audience);
    this.told = snapshot.n;
    const { agent } = this;
    return done({
      code,
      day: 0,
      publicView,
      advice,
      clock,
      token: 'seat',
      host,
      key: 'qr',
      door: { locked: false },
      ...{ teams: 1, team: agent < 0 ? -1 : 0, agent },
      taken: [...taken],
      snapshot,
      ...(this.agent < 0 ? this.room.told() : {}),
    });
  }

  private command(command: Command): Reply<Answer<'command'>> {
    const refusal = this.room.accept(command);
    if (refusal) return { ok: false, problem: refusal };
    const { now: at } = this.room.session;
    if (command.kind !== 'takeDesk' && command.kind !== 'leaveDesk') {
      queueMicrotask(() => this.tell());
      return done({ day: 0, at });
    }
    this.agent = command.kind === 'takeDesk' ? command.agent : -1;
    const snapshot = this.room.snapshot(this.audience);
    this.told = snapshot.n;
    return done({ day: 0, at, snapshot });
  }

  private facts(after: number): Reply<Answer<'facts'>> {
    const { clock } = this.room;
    const facts = this.room.factsFor(this.audience, after);
    this.told = this.room.session.facts.length - 1;
    return done({ clock, batch: { day: 0, after, upTo: this.told, facts, clock } });
  }

  private laidOpen(after: number): Reply<Answer<'facts'>> {
    const { clock, session } = this.room;
    const facts = session.facts
      .slice(after + 1)
      .map((fact) => forAudience(fact, { as: 'over', agent: this.agent }))
      .filter((fact) => fact !== null);
    const upTo = session.facts.length - 1;
    return done({ clock, batch: { day: 0, after, upTo, facts, clock } });
  }

  reconnect(): void {
    this.link$.next('connecting');
    this.link$.next('online');
  }

  close(): void {
    this.joined = false;
    this.link$.complete();
  }
}
