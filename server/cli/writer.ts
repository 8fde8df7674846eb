import { Command, Option } from 'commander';
import type { Says } from '../../models/doors/scenario.ts';
import type { Terminal } from './terminal.ts';

/** Options and commands, described in the language of whoever types them. */

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Utilisation :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Global Options:': 'Options générales :',
  'Commands:': 'Commandes :',
};

const EXAMPLES: Says = {
  fr: `
Exemples :
  contretemps run petit-standard
  contretemps run banque-1999 --replications 200 --seed 7 --json > chiffres.json
  contretemps run banque-1999 --set groups.conseillers.shrinkage=0.2 --against banque-1999
  contretemps run petit-standard --set 'types.*.perHour=+10%' --set 'groups.*.staff=+1'
  contretemps study dix-conseillers --policy hurry --policy fixed:paceMin=4 --policy priceNext
  contretemps import appels.csv --day 1 --head-start 2=90 > jour.json && contretemps run jour.json

Codes de sortie : 0 fait, 1 le travail a échoué, 2 demande ou fichier inutilisable.`,
  en: `
Examples:
  contretemps run petit-standard
  contretemps run banque-1999 --replications 200 --seed 7 --json > figures.json
  contretemps run banque-1999 --set groups.conseillers.shrinkage=0.2 --against banque-1999
  contretemps run petit-standard --set 'types.*.perHour=+10%' --set 'groups.*.staff=+1'
  contretemps study dix-conseillers --policy hurry --policy fixed:paceMin=4 --policy priceNext
  contretemps import calls.csv --day 1 --head-start 2=90 > day.json && contretemps run day.json

Exit codes: 0 done, 1 the work failed, 2 the request or its file cannot be used.`,
};

/** Of an option that may be repeated: all its values. */
export const collect = (value: string, before: readonly string[]): string[] => [...before, value];

/** Options and commands with descriptions in one language. */
export class Writer {
  readonly root: Command;
  private readonly terminal: Terminal;
  private readonly done: (code: number) => void;

  constructor(terminal: Terminal, version: string, done: (code: number) => void) {
    this.terminal = terminal;
    this.done = done;
    this.root = this.dress(new Command('contretemps'));
    this.root
      .description(
        this.say(
          'Simulateur de centre d’appels : une journée, mille journées, ou une vraie.',
          'Call-centre simulator: one day, a thousand days, or a real one.',
        ),
      )
      .version(
        version,
        '-V, --version',
        this.say('la version de ce programme', 'the version of this program'),
      )
      .addOption(this.option('--lang <fr|en>', 'langue des messages', 'language of the messages'))
      .addHelpText('after', this.terminal.says(EXAMPLES));
  }

  say(fr: string, en: string): string {
    return this.terminal.says({ fr, en });
  }

  /** What every command has in common: our own words for help and for errors. */
  private dress(command: Command): Command {
    return command
      .exitOverride()
      .configureOutput({ writeErr: () => {} })
      .configureHelp({
        showGlobalOptions: true,
        optionDescription: ({ description, defaultValue: value }) =>
          value === undefined || Array.isArray(value)
            ? description
            : `${description} (${this.say('par défaut', 'default')} ${value})`,
        styleTitle: (title) => (this.terminal.language === 'fr' ? (TITLES[title] ?? title) : title),
      })
      .helpOption('-h, --help', this.say('cette aide', 'this help'))
      .helpCommand(false);
  }

  /** `--set path=value`, which may be repeated. */
  setting(): Option {
    return this.option(
      '--set <path=value>',
      'changer une valeur, ou de combien : *1.1, +10%, -1 ; * vaut pour tous (répétable)',
      'change a value, or by how much: *1.1, +10%, -1; * stands for all (may be repeated)',
    )
      .argParser(collect)
      .default([], '');
  }

  /** `--shifts file`: who is planned. */
  shifts(): Option {
    return this.option(
      '--shifts <file>',
      'effectif d’après les présences planifiées : agent, début, fin, pauses',
      'staff from planned shifts: agent, start, end, breaks',
    );
  }

  /** Which date of them. */
  shiftDay(): Option {
    return this.option('--shift-day <date>', 'la date à y prendre', 'the date to take of them');
  }

  /** How they are written. */
  dateOrder(): Option {
    return this.option(
      '--date-order <dmy|mdy>',
      'le jour ou le mois d’abord dans 3/10/2025',
      'day or month first in 3/10/2025',
    );
  }

  /** `--seed S`: whose callers they are. */
  seed(): Option {
    return this.option(
      '-s, --seed <S>',
      'graine : mêmes appelants pour la même graine',
      'seed: the same callers for the same seed',
    ).default('1');
  }

  option(flags: string, fr: string, en: string): Option {
    return new Option(flags, this.say(fr, en));
  }

  command(name: string, fr: string, en: string): Command {
    const command = this.dress(this.root.command(name)).description(this.say(fr, en));
    // Understood after the command as well as before it.
    return command.addOption(
      this.option('--lang <fr|en>', 'langue des messages', 'language of the messages'),
    );
  }

  /** Binds what a command does to its exit code. */
  does<A extends unknown[]>(action: (...args: A) => Promise<number>) {
    return async (...args: A): Promise<void> => this.done(await action(...args));
  }
}
