import type { CsvForm } from '../../models/doors/report.ts';

import { oneOf } from './numbers.ts';
import { stop } from './terminal.ts';

/** How a CSV is wanted: what stands between cells, and in numbers. */
export interface CsvOptions {
  readonly sep: string;
  readonly decimal: string;
}

export function formOf(options: CsvOptions): CsvForm {
  const separator = oneOf('--sep', options.sep === 'tab' ? '\t' : options.sep, [',', ';', '\t']);
  const decimal = oneOf('--decimal', options.decimal, ['.', ',']);
  if (separator === decimal)
    stop(
      'Le même caractère ne peut pas séparer les cases et les décimales ; ajoutez --sep ";".',
      'One sign cannot separate both cells and decimals; add --sep ";".',
    );
  return { separator, decimal };
}
