import { createRequire } from 'node:module';
import { Counted, HANDLING_S, INTERVAL_MIN, PATIENCE_S, TARGET_S, type Work } from './work.ts';

/** The common work in SIM.JS (npm `simjs`), written as its own examples are: entity, facility. */
type Then = (...values: number[]) => void;
interface Request {
  waitUntil(delay: number, then: Then, self: object, values: readonly number[]): Request;
  done(then: Then, self?: object, values?: readonly number[]): Request;
}
interface Entity {
  time(): number;
  setTimer(delay: number): Request;
  useFacility(facility: object, duration: number): Request;
}
interface SimJs {
  Sim: new () => {
    addEntity(of: new () => Entity): Entity;
    simulate(until: number): boolean;
  };
  Entity: new () => Entity;
  Facility: new (name: string, discipline: number | null, servers: number) => object;
  Random: new (seed: number) => { exponential(rate: number): number };
}

/** It was made for pages: it looks for `window` while it loads. */
function load(): SimJs {
  const around = globalThis as { window?: { Sim?: SimJs } };
  around.window ??= {};
  createRequire(import.meta.url)('simjs');
  const found = around.window.Sim;
  if (!found) throw new Error('simjs did not load: run npm ci');
  return found;
}

let loaded: SimJs | undefined;

export function simjs(work: Work, seed: number): Counted {
  loaded ??= load();
  const { Sim, Entity, Facility, Random } = loaded;
  const counted = new Counted(work);
  const random = new Random(seed);
  const agents = new Facility('agents', null, work.agents);
  const endS = work.lengthMin * 60;
  const place = (atS: number): number => Math.floor(atS / (INTERVAL_MIN * 60));

  class Centre extends Entity {
    start(): void {
      this.wait();
    }
    wait(): void {
      this.setTimer(random.exponential(work.callsPerMin / 60)).done(this.arrive);
    }
    arrive(): void {
      const now = this.time();
      if (now >= endS) return;
      counted.arrivals[place(now)]! += 1;
      const handlingS = random.exponential(1 / HANDLING_S);
      const patienceS = random.exponential(1 / PATIENCE_S);
      this.useFacility(agents, handlingS)
        .done(this.conclude, this, [now, handlingS])
        .waitUntil(patienceS, this.abandon, this, [now]);
      this.wait();
    }
    conclude(arrivedS = 0, handlingS = 0): void {
      const waitedS = this.time() - arrivedS - handlingS;
      counted.waitS[place(arrivedS)]! += waitedS;
      // The instants are sums of the same numbers in another order: equal up to a rounding.
      if (waitedS <= TARGET_S + 1e-6) counted.within[place(arrivedS)]! += 1;
    }
    abandon(arrivedS = 0): void {
      counted.abandoned[place(arrivedS)]! += 1;
      counted.waitS[place(arrivedS)]! += this.time() - arrivedS;
    }
  }
  const sim = new Sim();
  sim.addEntity(Centre);
  sim.simulate(endS + 100 * HANDLING_S);
  return counted;
}
