import type { BehaviorSubject, Subject } from 'rxjs';
import { codeIn } from '../../../client/wire/code.ts';
import type { LinkState, Moved, Wire } from '../../../client/wire/wire.ts';
import type { Batch, DoorState } from '../../../models/doors/live.ts';
import { openScene } from './scenes.ts';

/** Stands where the socket stands: a scene by the code one joins with. */
export class SocketWire implements Wire {
  readonly link$: BehaviorSubject<LinkState>;
  readonly batches$: Subject<Batch>;
  readonly door$: Subject<DoorState>;
  readonly moved$: Subject<Moved>;
  private readonly wire = openScene(codeIn(location.pathname));

  constructor() {
    this.link$ = this.wire.link$;
    this.batches$ = this.wire.batches$;
    this.door$ = this.wire.door$;
    this.moved$ = this.wire.moved$;
    setTimeout(() => {
      this.wire.connect();
      const how = new URLSearchParams(location.search).get('link');
      if (how === 'offline' || how === 'replaced') setTimeout(() => this.link$.next(how), 100);
    });
  }

  ask: Wire['ask'] = (kind, ask) => this.wire.ask(kind, ask);

  reconnect(): void {
    this.wire.reconnect();
  }

  close(): void {
    this.wire.close();
  }
}
