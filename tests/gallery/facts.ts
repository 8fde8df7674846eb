import seedrandom from 'seedrandom';
import type { Fact, FactBody, Setting } from '../../models/index.ts';

/** A made-up centre for pictures and fold tests: plausible, not exact. The engine has its own tests. */
export interface Sketch {
  seed: string;
  minutes: number;
  /** Desks of each group. */
  desks: readonly number[];
  types: number;
  callsPerMinute: number;
  talkS: number;
  patienceS: number;
  wrapS: number;
  /** Share of served callers who call again, and of those who gave up. */
  repeat: number;
  redial: number;
  places: number;
  opensAtMs: number;
}

export const SMALL: Sketch = {
  seed: 'score',
  minutes: 60,
  desks: [5, 3],
  types: 3,
  callsPerMinute: 2.1,
  talkS: 200,
  patienceS: 240,
  wrapS: 35,
  repeat: 0.16,
  redial: 0.45,
  places: 40,
  opensAtMs: 9.5 * 3_600_000,
};

const TYPE_NAMES = [
  ['Colis', 'Parcel'],
  ['Facture', 'Bill'],
  ['Retour', 'Return'],
  ['Panne', 'Fault'],
];
const GROUP_NAMES = [
  ['Accueil', 'Front desk'],
  ['Soin', 'Care'],
  ['Experts', 'Experts'],
];

export function settingOf(sketch: Sketch): Setting {
  let first = 0;
  return {
    name: { fr: 'Un matin d’essai', en: 'A trial morning' },
    about: { fr: '', en: '' },
    source: '',
    opensAtMs: sketch.opensAtMs,
    lengthMs: sketch.minutes * 60_000,
    intervalMs: 15 * 60_000,
    types: Array.from({ length: sketch.types }, (_, i) => {
      const [fr = `Type ${i}`, en = `Type ${i}`] = TYPE_NAMES[i] ?? [];
      return {
        id: `t${i}`,
        name: { fr, en },
        says: [{ fr: 'Où est mon colis ?', en: 'Where is my parcel?' }],
      };
    }),
    groups: sketch.desks.map((desks, i) => {
      const [fr = `Groupe ${i}`, en = `Group ${i}`] = GROUP_NAMES[i] ?? [];
      first += desks;
      return {
        id: `g${i}`,
        name: { fr, en },
        first: first - desks,
        desks,
        types: Array.from({ length: sketch.types }, (_, t) => t),
      };
    }),
    targetMs: 20_000,
    shortAbandonMs: 5_000,
    ringMs: 20_000,
  };
}

interface Caller {
  call: number;
  caller: number;
  type: number;
  attempt: number;
  since: number;
  transferred: boolean;
}

/** The day of a sketch as facts, every kind of fact included when it is long enough. */
export function factsOf(sketch: Sketch): Fact[] {
  return new Drawing(sketch).day();
}

class Drawing {
  private readonly facts: Fact[] = [];
  private readonly due: { at: number; n: number; act: () => void }[] = [];
  private readonly line: Caller[] = [];
  private readonly idle: number[] = [];
  private readonly random: () => number;
  private now = 0;
  private serial = 0;
  private calls = 0;
  private callers = 0;
  private open = true;

  constructor(private readonly sketch: Sketch) {
    this.random = seedrandom(sketch.seed);
  }

  private tell(body: FactBody): void {
    this.facts.push({ n: this.facts.length, at: this.now, ...body } as Fact);
  }
  private later(ms: number, act: () => void): void {
    const at = this.now + Math.max(0, Math.round(ms));
    const n = this.serial++;
    let i = this.due.length;
    while (i > 0 && (this.due[i - 1]?.at ?? 0) > at) i--;
    this.due.splice(i, 0, { at, n, act });
  }
  private exponential(meanMs: number): number {
    return -Math.log(1 - this.random()) * meanMs;
  }
  private lognormal(meanMs: number): number {
    const normal =
      Math.sqrt(-2 * Math.log(1 - this.random())) * Math.cos(2 * Math.PI * this.random());
    return meanMs * Math.exp(0.75 * normal - 0.28);
  }

  day(): Fact[] {
    const { sketch } = this;
    this.tell({ kind: 'opened' });
    const agents = sketch.desks.reduce((a, b) => a + b, 0);
    for (let agent = 0; agent < agents; agent++) {
      this.tell({ kind: 'signedIn', agent });
      if (agent === 1) this.tell({ kind: 'seated', agent });
      this.free(agent);
    }
    this.nextCaller();
    this.later(sketch.minutes * 60_000, () => {
      this.open = false;
      this.tell({ kind: 'closed' });
    });
    for (let next = this.due.shift(); next; next = this.due.shift()) {
      this.now = next.at;
      next.act();
    }
    for (let agent = 0; agent < agents; agent++) this.tell({ kind: 'signedOut', agent });
    this.tell({ kind: 'ended' });
    return this.facts;
  }

  private nextCaller(): void {
    const wave = 1 + 0.45 * Math.sin(this.now / 900_000);
    this.later(this.exponential(60_000 / (this.sketch.callsPerMinute * wave)), () => {
      if (!this.open) return;
      this.arrive(this.callers++, Math.floor(this.random() * this.sketch.types), 0, -1);
      this.nextCaller();
    });
  }

  private arrive(caller: number, type: number, attempt: number, cause: number): void {
    if (!this.open) return;
    const call = this.calls++;
    this.tell({ kind: 'arrived', call, caller, type, attempt, cause, says: -1 });
    const one: Caller = { call, caller, type, attempt, since: this.now, transferred: false };
    if (this.line.length >= this.sketch.places) {
      this.tell({ kind: 'blocked', call, type, attempt });
      return this.again(one, this.sketch.redial, 240_000);
    }
    this.wait(one);
  }

  private wait(one: Caller): void {
    const agent = this.idle.shift();
    if (agent !== undefined) return this.serve(agent, one);
    if (!one.transferred) this.tell({ kind: 'queued', call: one.call, type: one.type });
    this.line.push(one);
    this.later(this.exponential(this.sketch.patienceS * 1_000), () => {
      const place = this.line.indexOf(one);
      if (place < 0) return;
      this.line.splice(place, 1);
      const waitMs = this.now - one.since;
      if (one.transferred) this.tell({ kind: 'dropped', call: one.call, type: one.type, waitMs });
      else
        this.tell({
          kind: 'abandoned',
          call: one.call,
          type: one.type,
          attempt: one.attempt,
          waitMs,
        });
      this.again(one, this.sketch.redial, 300_000);
    });
  }

  private again(one: Caller, share: number, meanMs: number): void {
    if (this.random() < share)
      this.later(20_000 + this.exponential(meanMs), () =>
        this.arrive(one.caller, one.type, one.attempt + 1, one.call),
      );
  }

  private free(agent: number): void {
    if (this.random() < 0.02) {
      this.tell({ kind: 'notReady', agent, reason: 'break' });
      return this.later(300_000 + this.exponential(200_000), () => this.free(agent));
    }
    this.tell({ kind: 'ready', agent });
    const one = this.line.shift();
    if (one) this.serve(agent, one);
    else this.idle.push(agent);
  }

  private serve(agent: number, one: Caller): void {
    const { call, type, attempt } = one;
    if (agent === 1 && !one.transferred) {
      this.tell({ kind: 'rang', call, agent, says: 0 });
      if (this.random() < 0.05) {
        this.tell({ kind: 'missed', call, agent });
        this.tell({ kind: 'notReady', agent, reason: 'missed' });
        this.later(60_000, () => this.free(agent));
        return this.wait(one);
      }
    }
    const waitMs = this.now - one.since;
    if (one.transferred) this.tell({ kind: 'relayed', call, type, agent, waitMs });
    else this.tell({ kind: 'answered', call, type, attempt, agent, waitMs });
    this.talk(agent, one, this.lognormal(this.sketch.talkS * 1_000 * (type === 1 ? 1.5 : 1)));
  }

  private talk(agent: number, one: Caller, talkMs: number): void {
    const { call, type } = one;
    let holdMs = 0;
    if (talkMs > 120_000 && this.random() < 0.3) {
      holdMs = Math.round(talkMs * (0.15 + 0.25 * this.random()));
      this.later(talkMs * 0.35, () => this.tell({ kind: 'held', call, agent }));
      this.later(Math.round(talkMs * 0.35) + holdMs, () =>
        this.tell({ kind: 'resumed', call, agent }),
      );
    }
    const startedAt = this.now;
    this.later(talkMs, () => {
      const handed = !one.transferred && this.random() < 0.06;
      if (handed) this.tell({ kind: 'transferred', call, type, agent, group: 0 });
      else
        this.tell({ kind: 'concluded', call, type, agent, talkMs: this.now - startedAt, holdMs });
      if (!handed) {
        this.again(
          one,
          talkMs < this.sketch.talkS * 400 ? this.sketch.repeat * 2.5 : this.sketch.repeat,
          500_000,
        );
      }
      const wrapMs = Math.round(this.exponential(this.sketch.wrapS * 1_000));
      this.later(wrapMs, () => {
        this.tell({ kind: 'wrapped', call, agent, wrapMs });
        this.free(agent);
      });
      if (handed) this.wait({ ...one, since: this.now, transferred: true });
    });
  }
}
