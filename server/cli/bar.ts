import cliProgress from 'cli-progress';
import { counted } from './numbers.ts';
import type { Terminal } from './terminal.ts';

/** Work that is over sooner is not spoken of where nobody watches, real ms. */
const SHORT_MS = 3_000;
/** Between two lines of a log, real ms. */
const APART_MS = 10_000;

/** Before so much of the work is done, nobody knows how long the rest will take. */
const TELLING = 0.03;

/** About how long, in the words of both languages. */
const lasting = (ms: number): string =>
  ms < 90_000 ? `${Math.max(1, Math.round(ms / 1_000))} s` : `${Math.round(ms / 60_000)} min`;

/** How far work is: a bar on a watched terminal; a plain line now and then in a log. */
export class Bar {
  private readonly bar: cliProgress.SingleBar | null;
  private readonly began: number;
  private said: number;
  /** Days of the scenarios before this one. */
  private before = 0;
  private planned = 0;

  constructor(
    private readonly terminal: Terminal,
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.began = clock();
    this.said = this.began + SHORT_MS - APART_MS;
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
    if (this.bar === null) this.line(this.before + played, this.before + planned);
  }

  /** So many days of so many, and how long the others will take if they are like these. */
  private line(done: number, all: number): void {
    const now = this.clock();
    if (now - this.said < APART_MS || done >= all || done === 0) return;
    this.said = now;
    const left = done < TELLING * all ? '' : lasting(((now - this.began) / done) * (all - done));
    const [reste, rest] =
      left === '' ? ['', ''] : [`, encore ${left} environ`, `, about ${left} left`];
    const [fr, en] = (['fr', 'en'] as const).map((language) =>
      [done, all].map((days) => counted(days, language)),
    ) as [string[], string[]];
    this.terminal.note({
      fr: `Journées simulées : ${fr[0]} sur ${fr[1]}${reste}.`,
      en: `${en[0]} of ${en[1]} days simulated${rest}.`,
    });
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
