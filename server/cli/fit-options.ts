import type { Command } from 'commander';
import type { FitOptions } from './fit.ts';
import { addReading } from './reading-options.ts';
import type { Writer } from './writer.ts';

/** What may be typed after `contretemps fit`, in both languages. */

/** The file, and how it is to be read. */
function addFile(w: Writer, command: Command): Command {
  return addReading(w, command)
    .argument(
      '<file>',
      w.say(
        'relevé de plusieurs jours, une ligne par appel ou par intervalle',
        'records of several days, a row a call or an interval',
      ),
    )
    .addOption(
      w
        .option('--interval <minutes>', 'longueur des intervalles', 'length of the intervals')
        .default('30'),
    )
    .addOption(
      w.option(
        '--strict',
        'signaler chaque ligne inutilisable ; code 1 s’il y en a',
        'report every unusable row; exit code 1 if there are any',
      ),
    );
}

export function addFit(
  w: Writer,
  action: (file: string, options: FitOptions) => Promise<number>,
): void {
  addFile(
    w,
    w.command(
      'fit',
      'ajuster les lois d’un relevé : arrivées, traitement, patience, retours, effectif',
      'fit the laws of records: arrivals, handling, patience, returns, staff',
    ),
  )
    .addOption(w.option('--json', 'en JSON', 'as JSON'))
    .action(w.does(action));
}
