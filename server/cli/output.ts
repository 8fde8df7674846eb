import { outputLost } from './disk.ts';
import { DONE, FAILED, type Terminal } from './terminal.ts';

let told: Terminal | null = null;

const lost = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') told?.note(outputLost(error));
  process.exit(error.code === 'EPIPE' ? DONE : FAILED);
};
const unheard = (): void => {};

/**
 * A reader of the other end of a pipe may leave when it has seen enough (`| head`): no failure. Any
 * other end of the output is told in a sentence; where that cannot be written either, the exit code
 * alone says it.
 */
export function watchOutput(terminal: Terminal): void {
  told = terminal;
  process.stdout.off('error', lost).on('error', lost);
  process.stderr.off('error', unheard).on('error', unheard);
}
