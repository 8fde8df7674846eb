import cliProgress from 'cli-progress';
import type { Terminal } from './terminal.ts';

/** A bar on a watched terminal; nothing in a pipe. */
export class Bar {
  private readonly bar: cliProgress.SingleBar | null;
  /** Days of the scenarios before this one. */
  private before = 0;
  private planned = 0;

  constructor(terminal: Terminal) {
    this.bar = terminal.watched
      ? new cliProgress.SingleBar({
          format: terminal.says({
            fr: '{bar} {value}/{total} journées, encore {eta_formatted}',
            en: '{bar} {value}/{total} days, {eta_formatted} left',
          }),
          stream: process.stderr,
          clearOnComplete: true,
          hideCursor: true,
        })
      : null;
  }

  show(played: number, planned: number): void {
    if (this.before + this.planned === 0) this.bar?.start(planned, 0);
    this.planned = planned;
    this.bar?.setTotal(this.before + planned);
    this.bar?.update(this.before + played);
  }

  /** The next scenario follows. */
  next(): void {
    this.before += this.planned;
    this.planned = 0;
  }

  stop(): void {
    this.bar?.stop();
  }
}
