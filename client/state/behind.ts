import { type Line, oldestSince, waitingNow } from '../../models/doors/live.ts';

/** How many wait behind this call, and since when the oldest does (-1: nobody). */
export function behind(line: Line, mine: number): { readonly n: number; readonly since: number } {
  const inFront = line.calls.findIndex((entry) => entry.call === mine);
  if (inFront < 0) return { n: waitingNow(line), since: oldestSince(line) };
  const n = waitingNow(line) - 1;
  const first = line.calls[inFront === 0 ? 1 : 0];
  return { n, since: n === 0 ? -1 : (first?.since ?? line.beyondSince) };
}
