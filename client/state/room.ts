import { BehaviorSubject, fromEvent, type Subscription } from 'rxjs';
import {
  type Advice,
  type Batch,
  Bookkeeper,
  type ClockAsk,
  type ClockState,
  type Command,
  type CommandKind,
  type DeskView,
  type Joined,
  type Ledger,
  type LivedSoFar,
  type Priced,
  type Reply,
  type Snapshot,
  startWholeDay,
  stepDesk,
  stepWall,
  type WallView,
  WIRE_VERSION,
} from '../../models/doors/live.ts';
import type { DebriefAsk, Debriefed } from '../../models/doors/play.ts';
import type { Problem, PublicView } from '../../models/doors/scenario.ts';
import { isOutdated } from '../wire/renew.ts';
import type { Asked, LinkState, Moved, Wire } from '../wire/wire.ts';
import { LocalClock } from './clock.ts';

/** What a page knows of its room. A new object at each change; `view` is folded in place. */
export interface RoomState {
  readonly link: LinkState;
  /** Number of the last fact folded: changes when the view may have. */
  readonly n: number;
  readonly publicView: PublicView | null;
  /** What time is worth here; null in a classical centre. */
  readonly advice: Advice | null;
  readonly clock: ClockState | null;
  /** The desk held, or -1. */
  readonly agent: number;
  /** The day of the room that is followed. */
  readonly day: number;
  /** Desks held by people. */
  readonly taken: ReadonlySet<number>;
  readonly desk: DeskView | null;
  readonly wall: WallView | null;
  /** How the day has been lived so far; null until it is told, and for desks. */
  readonly lived: LivedSoFar | null;
  /** How both voices weighed at the conclusions of this desk; null where none is held. */
  readonly ledger: Ledger | null;
  /** The command on its way. */
  readonly pending: CommandKind | 'clock' | null;
  /** Why the room is only to be looked at: it was played with other rules. */
  readonly record: Problem | null;
  /** Why the room is not joined yet: it will be by itself. */
  readonly waiting: Problem | null;
  /** This device may set the clock and lock the door. */
  readonly host: boolean;
  /** Newcomers get no seat. */
  readonly locked: boolean;
  /** The secret of the room's QR code; '' until it is told. */
  readonly key: string;
  /** What its callers follow from; null as long as it is a secret. */
  readonly seed: string | null;
  /** The way to the room where this day, which is over, begins again. */
  readonly moved: Moved | null;
  /** Why the room could not be joined. */
  readonly refusal: Problem | null;
}

const NOTHING: RoomState = {
  link: 'connecting',
  n: -1,
  publicView: null,
  advice: null,
  clock: null,
  agent: -1,
  day: 0,
  taken: new Set(),
  desk: null,
  wall: null,
  lived: null,
  ledger: null,
  pending: null,
  record: null,
  waiting: null,
  host: false,
  locked: false,
  key: '',
  seed: null,
  moved: null,
  refusal: null,
};

/** Out of sight for this long, a phone may have let its connection die. */
const ASLEEP_MS = 5_000;

/** Between two asks for parts of a whole day; after one that came too soon, longer each time. */
const PACE_MS = 150;
const BACK_OFF_MS = 2_000;
const TRIES = 5;

const pause = (ms: number): Promise<void> => new Promise((on) => setTimeout(on, ms));

/** Who joins, and where the tokens are kept between visits. */
export interface Joining {
  readonly code: string;
  readonly role: 'wall' | 'seat';
  token(): string | undefined;
  keep(token: string): void;
  /** The host's token, where this device has it. */
  host?(): string | undefined;
  /** It is not that of this room. */
  forgetHost?(): void;
  /** The secret of the room's QR code, where this device knows it. */
  key?(): string | undefined;
  keepKey?(key: string): void;
  /** Loads the page of the server's own version; false where that was tried already. */
  renew?(): boolean;
}

const isNoHost = ({ code, path }: Problem): boolean => code === 'E_TOKEN' && path === 'host';

const isOfOtherRules = ({ code, path }: Problem): boolean =>
  code === 'E_VERSION' && path === 'rules';

let serial = 0;
/** Unique to the seat. Not randomUUID: it is absent where the page came by plain http. */
const commandId = (): string => {
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2));
  return `${a.toString(36)}${b.toString(36)}-${serial++}`;
};

/** From 0 to 1, different on each device. */
const anyShare = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

/**
 * One room as this device follows it: joins on every connection, folds what it is told, asks once
 * for what it missed, and sends what a person does. Nothing moves here before the server says so.
 */
export class Room {
  readonly state$ = new BehaviorSubject<RoomState>(NOTHING);
  private readonly clock: LocalClock;
  private readonly subscriptions: Subscription[];
  /** Keeps the ledger of a desk, where time has a price. */
  private books: Bookkeeper | null = null;
  private n = -1;
  private hiddenAt = 0;
  /** The next try to join. */
  private again: ReturnType<typeof setTimeout> | undefined;
  /** Counts the joins: an answer to an earlier one is out of date. */
  private joins = 0;
  /** Batches that came while those before them are asked for; null when nothing is missing. */
  private kept: Batch[] | null = null;

  constructor(
    private readonly wire: Wire,
    private readonly joining: Joining,
    still: () => boolean = () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  ) {
    this.clock = new LocalClock(still);
    this.subscriptions = [
      wire.link$.subscribe((link) => {
        this.set({ link });
        if (link === 'online') void this.join();
      }),
      wire.door$.subscribe(({ locked }) => this.set({ locked })),
      wire.moved$.subscribe((moved) => this.set({ moved })),
      wire.batches$.subscribe((batch) => this.hear(batch)),
      fromEvent(document, 'visibilitychange').subscribe(() => this.shown()),
    ];
  }

  get state(): RoomState {
    return this.state$.value;
  }

  /** Simulated ms since opening, to be shown now. */
  now(): number {
    return this.clock.at(performance.now());
  }

  private set(change: Partial<RoomState>): void {
    this.state$.next({ ...this.state$.value, ...change });
  }

  private async join(): Promise<void> {
    const turn = ++this.joins;
    this.kept = null;
    clearTimeout(this.again);
    const reply = await this.ask();
    if (turn !== this.joins) return;
    if (!reply.ok) {
      if (isOutdated(reply.problem) && this.joining.renew?.()) return;
      const { afterMs } = reply.problem;
      if (afterMs !== undefined) return this.comeBack(reply.problem, afterMs);
      return this.set({ refusal: reply.problem });
    }
    this.joined(reply);
  }

  /** Asks to be let in with all that this device has to show, and without what is refused. */
  private async ask(): Promise<Reply<Joined>> {
    const { code, role } = this.joining;
    const token = this.joining.token();
    const key = this.joining.key?.();
    const host = this.joining.host?.();
    const plain = { code, role, wire: WIRE_VERSION, ...(key ? { key } : {}) };
    let ask: Asked<'join'> = { ...plain, ...(host ? { host } : {}) };
    let reply = await this.wire.ask('join', token ? { ...ask, token } : ask);
    if (!reply.ok && isNoHost(reply.problem)) {
      this.joining.forgetHost?.();
      ask = plain;
      reply = await this.wire.ask('join', token ? { ...ask, token } : ask);
    }
    // A seat that the room no longer knows: a new one.
    if (!reply.ok && reply.problem.code === 'E_TOKEN' && role === 'seat' && token)
      reply = await this.wire.ask('join', ask);
    // No seat is made in a record; but it may be looked at.
    if (!reply.ok && isOfOtherRules(reply.problem))
      reply = await this.wire.ask('join', { ...ask, role: 'wall' });
    return reply;
  }

  /** Joins again by itself; not all who were told the same come back at the same time. */
  private comeBack(waiting: Problem, afterMs: number): void {
    this.set({ waiting });
    this.again = setTimeout(() => void this.join(), afterMs * (1 + anyShare() / 2));
  }

  private joined(reply: Joined): void {
    if (reply.token) this.joining.keep(reply.token);
    this.joining.keepKey?.(reply.key);
    this.clock.hear(reply.clock, performance.now());
    const { publicView, advice, clock, agent } = reply;
    this.books = advice === null ? null : new Bookkeeper(advice, publicView.intervalMs);
    this.show(reply.snapshot, {
      publicView,
      advice,
      clock,
      agent,
      taken: new Set(reply.taken),
      lived: reply.lived ?? null,
      record: reply.record ?? null,
      waiting: null,
      host: reply.host,
      locked: reply.door.locked,
      key: reply.key,
      seed: reply.seed ?? null,
      moved: reply.moved ?? null,
      refusal: null,
    });
  }

  private show(snapshot: Snapshot, change: Partial<RoomState> = {}): void {
    this.n = snapshot.n;
    const shown =
      snapshot.as === 'desk'
        ? { desk: snapshot.view, wall: null, agent: snapshot.view.agent, ledger: snapshot.ledger }
        : { desk: null, wall: snapshot.view, agent: -1, ledger: null };
    this.set({ n: this.n, day: snapshot.day, ...shown, ...change });
  }

  private hear(batch: Batch): void {
    if (this.n < 0 && this.state.publicView === null) return;
    // Still on its way when another day came to be followed.
    if (batch.day !== this.state.day) return;
    if (this.kept) return void this.kept.push(batch);
    if (batch.after > this.n) return void this.catchUp(batch);
    this.fold(batch);
  }

  /** Asks once for what was missed; what comes meanwhile is kept and folded after it. */
  private async catchUp(...kept: Batch[]): Promise<void> {
    const turn = this.joins;
    this.kept = kept;
    const reply = await this.wire.ask('facts', { day: this.state.day, after: this.n });
    if (turn !== this.joins) return;
    this.kept = null;
    if (!reply.ok) {
      // Without them this view would be wrong: a new join brings all of it.
      if (this.state.link === 'online') this.wire.reconnect();
      return;
    }
    if (reply.snapshot) this.show(reply.snapshot);
    if (reply.batch) this.fold(reply.batch);
    for (const batch of kept) if (batch.upTo > this.n) this.fold(batch);
  }

  private fold(batch: Batch): void {
    this.clock.hear(batch.clock, performance.now());
    const { desk, ledger, wall } = this.state;
    let { taken } = this.state;
    const lived = batch.lived ?? this.state.lived;
    for (const fact of batch.facts) {
      if (fact.n <= this.n) continue;
      if (desk && ledger) this.books?.step(ledger, desk, fact);
      if (desk) stepDesk(desk, fact);
      if (wall) stepWall(wall, fact);
      if (fact.kind === 'seated') taken = new Set(taken).add(fact.agent);
      if (fact.kind === 'unseated') taken = new Set([...taken].filter((one) => one !== fact.agent));
    }
    this.n = Math.max(this.n, batch.upTo);
    this.set({ n: this.n, clock: batch.clock, taken, lived });
  }

  /** Sends a command: null once done, or why not. Nothing else changes until the facts come. */
  async command(command: Command): Promise<Problem | null> {
    const turn = this.joins;
    this.set({ pending: command.kind });
    const reply = await this.wire.ask('command', { id: commandId(), day: this.state.day, command });
    this.set({ pending: null });
    if (!reply.ok) return reply.problem;
    if (reply.snapshot && turn === this.joins) this.show(reply.snapshot);
    return null;
  }

  /** Sets speed or pause (host only). */
  async setClock(ask: ClockAsk): Promise<Problem | null> {
    this.set({ pending: 'clock' });
    const reply = await this.wire.ask('clock', ask);
    this.set({ pending: null });
    if (!reply.ok) return reply.problem;
    this.clock.hear(reply.clock, performance.now());
    this.set({ clock: reply.clock });
    return null;
  }

  /** The day from its first call to its last, once it is over; null where it cannot be told. */
  async wholeDay(): Promise<WallView | null> {
    const { day, publicView } = this.state;
    if (publicView === null) return null;
    const view = startWholeDay(publicView);
    for (let after = -1, tries = 0; after < this.n; ) {
      const reply = await this.wire.ask('facts', { day, after, over: true });
      if (!reply.ok && reply.problem.code === 'E_RATE' && ++tries < TRIES) {
        await pause(BACK_OFF_MS * tries);
        continue;
      }
      if (!reply.ok || !reply.batch || reply.batch.upTo <= after) return null;
      tries = 0;
      // Slower than anybody may ask, with what else this page asks for.
      await pause(PACE_MS);
      for (const fact of reply.batch.facts) stepWall(view, fact);
      after = reply.batch.upTo;
    }
    return view;
  }

  /** Locks the door of the room, or opens it again (host only). */
  async setDoor(locked: boolean): Promise<Problem | null> {
    const reply = await this.wire.ask('door', { locked });
    if (!reply.ok) return reply.problem;
    this.set({ locked: reply.locked });
    return null;
  }

  /** What one did at the desk, once the day is over; and what otherwise would have been. */
  debrief(ask: DebriefAsk): Promise<Reply<Debriefed>> {
    return this.wire.ask('debrief', ask);
  }

  /** What the next minute of the call on the line here costs the others. */
  price(): Promise<Reply<Priced>> {
    return this.wire.ask('price', { day: this.state.day });
  }

  /** A phone that slept may hold a dead connection without knowing it: it is tried at once. */
  private async shown(): Promise<void> {
    const asleepMs = performance.now() - this.hiddenAt;
    if (document.hidden) this.hiddenAt = performance.now();
    else if (asleepMs > ASLEEP_MS && this.state.link === 'online') {
      if (!this.kept) await this.catchUp();
    }
  }

  /** Takes the seat back from the window that replaced this one, or renews a doubtful link. */
  reconnect(): void {
    this.wire.reconnect();
  }

  close(): void {
    clearTimeout(this.again);
    for (const subscription of this.subscriptions) subscription.unsubscribe();
    this.wire.close();
  }
}
