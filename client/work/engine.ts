import { runPacked, Trials } from '../../models/doors/study.ts';
import type { FromEngine, ToEngine } from './messages.ts';

/**
 * One engine of the page, in a Web Worker: the very engine of the server, which plays days of a
 * study. It reads nothing, keeps nothing and asks no network.
 */

/** What a worker has of its global scope here. */
interface Scope {
  onmessage: ((event: MessageEvent<ToEngine>) => void) | null;
  postMessage(message: FromEngine, transfer: Transferable[]): void;
}
const scope = self as unknown as Scope;

let trials: Trials | null = null;

scope.onmessage = ({ data }) => {
  if (data.kind === 'study') {
    trials = new Trials(data.study.scenario, data.study.seed);
    return;
  }
  const { from, index, to } = data;
  if (trials === null) return;
  try {
    const packed = runPacked(trials, from, to);
    scope.postMessage({ kind: 'done', index, packed }, [packed.buffer]);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    scope.postMessage({ kind: 'failed', index, why }, []);
  }
};
