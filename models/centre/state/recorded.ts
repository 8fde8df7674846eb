import { type Luck, PURPOSE } from '../../kernel/luck.ts';
import { type Plan, SOURCE_IDS, TRACE_ID, type TracePlan } from '../plan/plan.ts';

/** Which calls on record come on a day, where not just all of them do (RULES A6). */
export interface RecordedRows {
  /** Rows of the trace, in order of their instants. */
  readonly rows: Int32Array;
  /** When each comes, ms. */
  readonly at: Float64Array;
}

/** The key of the luck of whoever made the call of a row. */
export const keyOfRow = (luck: Luck, row: number): number =>
  luck.keyOf(row * SOURCE_IDS + TRACE_ID);

/** The rows of this day; null where they are those on record, as they are. */
export function rowsOfDay(plan: Plan, luck: Luck): RecordedRows | null {
  const { trace } = plan;
  if (trace === null || trace.volume === null) return null;
  const { at, person, recorded, type, volume } = trace;
  const come: { row: number; at: number }[] = [];
  /** When the copy of a person called last. */
  const last = new Map<number, number>();
  for (let row = 0; row < at.length; row++) {
    const copy = Math.floor(row / recorded);
    // Each caller comes or does not, with all their calls: it is their luck, whatever the volume.
    const u = luck.draw(keyOfRow(luck, firstOf(trace, row)), 0, PURPOSE.VOLUME);
    const times = volume[type[row] as number] as number;
    if (times - copy <= u) continue;
    if (copy === 0) {
      come.push({ row, at: at[row] as number });
      continue;
    }
    const key = keyOfRow(luck, row);
    const here = instantOf(plan, at[row] as number, luck.draw(key, 0, PURPOSE.COPY_AT));
    const who = person[row] as number;
    const after = Math.max(here, 1 + (last.get(who) ?? -1));
    last.set(who, after);
    come.push({ row, at: Math.min(after, plan.lengthMs - 1) });
  }
  come.sort((a, b) => a.at - b.at || a.row - b.row);
  return {
    rows: Int32Array.from(come, ({ row }) => row),
    at: Float64Array.from(come, (one) => one.at),
  };
}

/** The row of the first call on record of the person of a row, copies counted as who they copy. */
const firstOf = ({ person, recorded }: TracePlan, row: number): number =>
  (person[row] as number) % recorded;

/** An instant of the same interval, all alike. */
function instantOf({ intervalMs, lengthMs }: Plan, at: number, u: number): number {
  const start = Math.floor(at / intervalMs) * intervalMs;
  const end = Math.min(start + intervalMs, lengthMs);
  return Math.floor(start + u * (end - start));
}
