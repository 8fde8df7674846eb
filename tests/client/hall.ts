import { BehaviorSubject, Subject } from 'rxjs';
import type { Answer, Asked, LinkState, Moved, Wire } from '../../client/wire/wire.ts';
import type {
  Asks,
  Batch,
  ClockAsk,
  DayTold,
  DoorState,
  Reply,
  Snapshot,
} from '../../models/doors/live.ts';
import type { Scenario } from '../../models/doors/scenario.ts';
import { LocalRoom, LocalWire } from './local.ts';

/** A room of several teams in this page, each a day of its own, as its wall hears it. */
export class Hall implements Wire {
  readonly link$ = new BehaviorSubject<LinkState>('connecting');
  readonly batches$ = new Subject<Batch>();
  readonly door$ = new Subject<DoorState>();
  readonly moved$ = new Subject<Moved>();
  readonly asked: { kind: keyof Asks; ask: object }[] = [];
  readonly rooms: readonly LocalRoom[];
  readonly wires: readonly LocalWire[];

  constructor(scenario: Scenario, teams: number) {
    this.rooms = Array.from({ length: teams }, () => new LocalRoom(scenario));
    this.wires = this.rooms.map((room, day) => {
      const wire = new LocalWire(room).connect();
      wire.batches$.subscribe((batch) => this.batches$.next({ ...batch, day }));
      return wire;
    });
  }

  /** Lets the clock of all of them go on to this instant. */
  advanceTo(at: number): void {
    for (const room of this.rooms) room.advanceTo(at);
  }

  setClock(ask: ClockAsk): void {
    for (const room of this.rooms) room.setClock(ask);
  }

  connect(): this {
    this.link$.next('online');
    return this;
  }

  async ask<Kind extends keyof Asks>(kind: Kind, ask: Asked<Kind>): Promise<Reply<Answer<Kind>>> {
    this.asked.push({ kind, ask });
    if (kind === 'join') return (await this.join(ask as Asked<'join'>)) as Reply<Answer<Kind>>;
    const { day = 0 } = ask as { day?: number };
    const reply = await (this.wires[day] as LocalWire).ask(kind, ask);
    const { batch } = reply as { batch?: Batch };
    const told = batch ? { ...reply, batch: { ...batch, day } } : reply;
    return told as Reply<Answer<Kind>>;
  }

  private async join(ask: Asked<'join'>): Promise<Reply<Answer<'join'>>> {
    const replies = await Promise.all(this.wires.map((wire) => wire.ask('join', ask)));
    const told = replies.map((reply, day): DayTold => {
      if (!reply.ok) throw new Error(reply.problem.says.en);
      const snapshot: Snapshot = { ...reply.snapshot, day };
      return { snapshot, taken: reply.taken, ...(reply.lived ? { lived: reply.lived } : {}) };
    });
    const [first] = replies;
    if (!first?.ok) throw new Error('a hall of no team');
    return { ...first, teams: this.rooms.length, team: -1, others: told.slice(1) };
  }

  reconnect(): void {
    this.link$.next('connecting');
    this.connect();
  }

  close(): void {
    for (const wire of this.wires) wire.close();
  }
}
