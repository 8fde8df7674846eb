import type { Command } from 'commander';
import { collect, type Writer } from './writer.ts';

/** How the file of an import is to be read, where it does not tell by itself. */
export const addReading = (w: Writer, command: Command): Command =>
  command
    .addOption(
      w
        .option(
          '--mapping <column=name>',
          'prendre cette colonne du fichier pour celle-là (répétable)',
          'take this column of the file for that one (may be repeated)',
        )
        .argParser(collect)
        .default([], ''),
    )
    .addOption(w.dateOrder())
    .addOption(
      w.option('--decimal <.|,>', 'séparateur décimal du fichier', 'decimal separator of the file'),
    )
    .addOption(
      w.option(
        '--zone <name>',
        'fuseau du centre, pour des instants en UTC : Europe/Paris',
        'time zone of the centre, for instants in UTC: Europe/Paris',
      ),
    );
