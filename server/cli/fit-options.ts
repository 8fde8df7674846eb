import type { Command } from 'commander';
import type { FitOptions } from './fit.ts';
import { addReading } from './reading-options.ts';
import type { ValidateOptions } from './validate.ts';
import type { Writer } from './writer.ts';

/** What may be typed after `contretemps fit` and `validate`, in both languages. */

/** The file, and how it is to be read. */
function addFile(w: Writer, command: Command): Command {
  return addReading(w, command)
    .argument(
      '<file>',
      w.say(
        'relevé de plusieurs jours, une ligne par appel ou par intervalle ; ou -',
        'records of several days, a row a call or an interval; or -',
      ),
    )
    .addOption(
      w.option(
        '--interval <minutes>',
        'longueur des intervalles ; sans elle, ceux de la table, ou 30',
        'length of the intervals; without it those of the table, or 30',
      ),
    )
    .addOption(
      w.option(
        '--day-to-staff <day>',
        'le jour à doter : mardi, ou une date ; par défaut, un jour usuel',
        'the day to staff: tuesday, or a date; by default a usual day',
      ),
    )
    .addOption(w.option('--holiday', 'un jour comme ceux mis à part', 'a day like those set apart'))
    .addOption(
      w.option(
        '--returns',
        'retirer du volume les retours du jour même, et les faire revenir',
        'take returns of the same day out of the volume, and have callers return',
      ),
    )
    .addOption(
      w.option(
        '--head-start <priority=seconds>',
        'avance donnée à cette priorité',
        'head start given to this priority',
      ),
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
    .addOption(
      w
        .option(
          '--growth <10%|1.1>',
          'croissance du volume, ou ce qui le multiplie',
          'growth of the volume, or what multiplies it',
        )
        .default('1'),
    )
    .addOption(
      w.option(
        '-o, --out <file>',
        'écrire dans ce fichier le scénario de la journée',
        'write the scenario of the day to this file',
      ),
    )
    .addOption(w.option('--name <text>', 'nom du scénario', 'name of the scenario'))
    .addOption(
      w.option('--source <text>', 'd’où viennent les données', 'where the records come from'),
    )
    .addOption(w.option('--json', 'tout l’ajustement en JSON', 'the whole fit as JSON'))
    .action(w.does(action));
}

export function addValidate(
  w: Writer,
  action: (file: string, options: ValidateOptions) => Promise<number>,
): void {
  addFile(
    w,
    w.command(
      'validate',
      'simuler la journée ajustée et la comparer aux jours relevés',
      'simulate the fitted day and compare it with the recorded ones',
    ),
  )
    .addOption(
      w.option(
        '--scenario <scenario>',
        'ce scénario plutôt que celui qui est ajusté',
        'this scenario instead of the fitted one',
      ),
    )
    .addOption(
      w.option('-n, --replications <N>', 'journées simulées', 'days simulated').default('400'),
    )
    .addOption(w.seed())
    .addOption(w.option('--threads <N>', 'fils de calcul', 'threads'))
    .addOption(w.option('--json', 'en JSON', 'as JSON').conflicts('csv'))
    .addOption(w.option('--csv', 'en CSV', 'as CSV'))
    .action(w.does(action));
}
