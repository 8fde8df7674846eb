import { FACT_KINDS, type FactKind, type FactValue, type FactValues } from './facts.ts';

/**
 * Where the centre says what happened: one method a fact, numbers in, nothing allocated.
 * `FactLog` makes facts of them (live), `Measures` only counts (studies). Each takes the instant,
 * then the values of the fact's row, in its order (facts.ts).
 */
export type Recorder = {
  [K in FactKind]: (at: number, ...values: FactValues<K>) => void;
};

const NOT_HEARD = (): void => {};

/**
 * A fold that ignores most facts: deaf to each that it does not override. It names only those it
 * hears, and `implements Partial<Recorder>` to have them checked.
 */
export class Deaf {
  /** Itself, as the centre tells it. */
  get recorder(): Recorder {
    return this as unknown as Recorder;
  }
}
for (const kind of FACT_KINDS) Object.defineProperty(Deaf.prototype, kind, { value: NOT_HEARD });

/** A recorder that is told each fact as its kind and its values. */
export function recorderOf(
  tell: (kind: FactKind, at: number, values: readonly FactValue[]) => void,
): Recorder {
  const told = (kind: FactKind) => [
    kind,
    (at: number, ...values: FactValue[]) => tell(kind, at, values),
  ];
  return Object.fromEntries(FACT_KINDS.map(told)) as Recorder;
}
