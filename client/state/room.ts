import { BehaviorSubject, fromEvent, type Subscription } from 'rxjs';
import {
  type Advice,
  type Batch,
  type ClockAsk,
  type ClockState,
  type Command,
  type CommandKind,
  type DeskView,
  type Fact,
  type Joined,
  type Ledger,
  type LivedSoFar,
  type Priced,
  type Reply,
  type Snapshot,
  type WallView,
  WIRE_VERSION,
} from '../../models/doors/live.ts';
import type { DebriefAsk, Debriefed } from '../../models/doors/play.ts';
import type { Problem, PublicView } from '../../models/doors/scenario.ts';
import { isOutdated } from '../wire/renew.ts';
import type { Asked, LinkState, Moved, Wire } from '../wire/wire.ts';
import { LocalClock } from './clock.ts';
import { Following } from './following.ts';
import { layOpen } from './whole-day.ts';

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
  /** How many teams play, each a day of its own; and which is that of this seat, or -1. */
  readonly teams: number;
  readonly team: number;
  /** Every team as a wall shows it, where all are watched. */
  readonly walls: readonly TeamWall[];
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

/** What a wall knows of one team. A new object at each change; `view` is folded in place. */
export interface TeamWall {
  readonly team: number;
  readonly n: number;
  readonly view: WallView;
  readonly taken: ReadonlySet<number>;
  readonly lived: LivedSoFar | null;
}

const NOTHING: RoomState = {
  link: 'connecting',
  n: -1,
  publicView: null,
  advice: null,
  clock: null,
  agent: -1,
  day: 0,
  teams: 1,
  team: -1,
  walls: [],
  taken: new Set(),
  desk: null,
  wall: null,
  lived: null,
  ledger: null,
  pending: null,
  record: null,
  waiting: null,
  ...{ host: false, locked: false, key: '', seed: null },
  ...{ moved: null, refusal: null },
};

/** Out of sight for this long, a phone may have let its connection die. */
const ASLEEP_MS = 5_000;

/** Who joins, and where the tokens are kept between visits. */
export interface Joining {
  readonly code: string;
  readonly role: 'wall' | 'seat';
  /** Watches every team. */
  readonly every?: boolean;
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
  /** By number, those that are followed. */
  private days = new Map<number, Following>();
  private hiddenAt = 0;
  /** The next try to join. */
  private again: ReturnType<typeof setTimeout> | undefined;
  /** Counts the joins: an answer to an earlier one is out of date. */
  private joins = 0;

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
    for (const day of this.days.values()) day.kept = null;
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
    const { code, every, role } = this.joining;
    const token = this.joining.token();
    const key = this.joining.key?.();
    const host = this.joining.host?.();
    const watched = every ? { every } : {};
    const plain = { code, role, wire: WIRE_VERSION, ...watched, ...(key ? { key } : {}) };
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
    this.days = new Map();
    for (const told of [reply, ...(reply.others ?? [])]) {
      const day = new Following(told.snapshot.day, advice, publicView.intervalMs);
      day.begin(told);
      this.days.set(day.day, day);
    }
    this.set({
      ...this.shownOf(reply.snapshot),
      ...{ publicView, advice, clock, agent },
      ...{ teams: reply.teams, team: reply.team, walls: this.walls() },
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

  /** What a snapshot has changed of what is shown; that of another day changes the day followed. */
  private shownOf(snapshot: Snapshot): Partial<RoomState> {
    const day = this.days.get(snapshot.day);
    if (!day) return {};
    const { desk, ledger, lived, n, taken, wall } = day;
    const agent = snapshot.as === 'desk' ? snapshot.view.agent : -1;
    return { n, day: day.day, desk, wall, ledger, lived, taken, agent };
  }

  private walls(): readonly TeamWall[] {
    if (!this.joining.every) return [];
    return [...this.days.values()]
      .sort((a, b) => a.day - b.day)
      .flatMap(({ day: team, lived, n, taken, wall: view }) =>
        view ? [{ team, n, view, taken, lived }] : [],
      );
  }

  private show(snapshot: Snapshot): void {
    const { advice, publicView } = this.state;
    if (!publicView) return;
    const day =
      this.days.get(snapshot.day) ?? new Following(snapshot.day, advice, publicView.intervalMs);
    day.show(snapshot);
    // What is not watched any more is not followed: it would have gaps.
    if (!this.joining.every) this.days.clear();
    this.days.set(day.day, day);
    if (day.day !== this.state.day && this.joining.every) this.set({ walls: this.walls() });
    else this.set({ ...this.shownOf(snapshot), walls: this.walls() });
  }

  private hear(batch: Batch): void {
    // Of another day: still on its way when this one came to be followed.
    const day = this.days.get(batch.day);
    if (!day) return;
    if (day.kept) return void day.kept.push(batch);
    if (batch.after > day.n) return void this.catchUp(day, batch);
    this.fold(day, batch);
  }

  /** Asks once for what was missed; what comes meanwhile is kept and folded after it. */
  private async catchUp(day: Following, ...kept: Batch[]): Promise<void> {
    const turn = this.joins;
    day.kept = kept;
    const reply = await this.wire.ask('facts', { day: day.day, after: day.n });
    if (turn !== this.joins) return;
    day.kept = null;
    if (!reply.ok) {
      // Without them this view would be wrong: a new join brings all of it.
      if (this.state.link === 'online') this.wire.reconnect();
      return;
    }
    if (reply.snapshot) this.show(reply.snapshot);
    if (reply.batch) this.fold(day, reply.batch);
    for (const batch of kept) if (batch.upTo > day.n) this.fold(day, batch);
  }

  private fold(day: Following, batch: Batch): void {
    day.fold(batch);
    const { lived, n, taken } = day;
    const own = day.day === this.state.day;
    this.set({ walls: this.walls(), ...(own ? { n, taken, lived } : {}) });
    this.hearClock(batch.clock, own);
  }

  /** One clock for all days: it is over when the last of those that are followed is. */
  private hearClock(clock: ClockState, own: boolean): void {
    const isOver = this.state.walls.every(({ view }) => view.day.phase === 'over');
    if (clock.over ? !isOver : !own && !this.joining.every) return;
    this.clock.hear(clock, performance.now());
    this.set({ clock });
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

  /** Tells each fact of a day that is over, what was hidden included; false where it cannot. */
  layOpen(day: number, hear: (fact: Fact) => void): Promise<boolean> {
    return layOpen(this.wire, day, this.days.get(day)?.n ?? -1, hear);
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
      for (const one of this.days.values()) if (!one.kept) await this.catchUp(one);
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
