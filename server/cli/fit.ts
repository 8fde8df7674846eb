import { fitOf } from '../../models/doors/study.ts';
import { asFitJson, asFitText } from './fit-text.ts';
import { wholeNumber } from './numbers.ts';
import { type ReadingOptions, readTold } from './reading.ts';
import { DONE, FAILED, type Terminal } from './terminal.ts';

/** `contretemps fit`: the laws that records come to, each with how good it is. */

export interface FitOptions extends ReadingOptions {
  readonly interval: string;
  readonly json?: boolean;
}

export async function fit(path: string, options: FitOptions, terminal: Terminal): Promise<number> {
  const intervalMin = wholeNumber('--interval', options.interval, 5, 1_440);
  const reading = await readTold(path, options, terminal);
  const found = fitOf(reading, { intervalMin });
  terminal.out(options.json ? asFitJson(found) : asFitText(found, terminal.language));
  return options.strict && reading.counts.unusable > 0 ? FAILED : DONE;
}
