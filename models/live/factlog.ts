import { type Fact, type FactKind, type FactValue, factRow } from '../words/facts.ts';
import { type Recorder, recorderOf } from '../words/recorder.ts';

/** The log of a live room: makes a numbered fact of everything the centre says, from 0 on. */
export class FactLog {
  /** Every fact so far; fact number n is at place n. */
  readonly facts: Fact[] = [];
  /** Where the centre says it. */
  readonly recorder: Recorder = recorderOf((kind, at, values) => {
    const fact: Record<string, FactValue | FactKind> = { n: this.facts.length, at, kind };
    const { has } = factRow(kind);
    for (let i = 0; i < has.length; i += 1) fact[has[i] as string] = values[i] as number;
    this.facts.push(fact as unknown as Fact);
  });
}
