import type { CommanderError } from 'commander';
import type { Says } from '../../models/doors/scenario.ts';

/** The word an error of the parser is about: between its quotation marks. */
const quoted = (message: string): string => /'([^']*)'/.exec(message)?.[1]?.slice(0, 60) ?? '';

/**
 * What the parser of the command line refuses, in our words.
 * @param commands those that there are
 */
export function usageProblem({ code, message }: CommanderError, commands: readonly string[]): Says {
  const word = quoted(message);
  switch (code) {
    case 'commander.unknownOption':
      return {
        fr: `L’option ${word} n’existe pas ; voyez contretemps --help.`,
        en: `There is no option ${word}; see contretemps --help.`,
      };
    case 'commander.unknownCommand':
      return {
        fr: `La commande « ${word} » n’existe pas ; les commandes sont : ${commands.join(', ')}.`,
        en: `There is no command "${word}"; the commands are: ${commands.join(', ')}.`,
      };
    case 'commander.missingArgument':
      return {
        fr: `Il manque <${word}> ; voyez contretemps --help.`,
        en: `<${word}> is missing; see contretemps --help.`,
      };
    case 'commander.optionMissingArgument':
      return {
        fr: `L’option ${word} attend une valeur.`,
        en: `The option ${word} needs a value.`,
      };
    case 'commander.excessArguments':
      return {
        fr: 'Il y a un mot de trop ; mettez entre guillemets ce qui contient des espaces.',
        en: 'There is one word too many; put quotation marks around whatever contains spaces.',
      };
    case 'commander.conflictingOption':
      if (message.includes('--precision'))
        return {
          fr: 'Choisissez --replications ou --precision, pas les deux.',
          en: 'Choose --replications or --precision, not both.',
        };
      return {
        fr: 'Choisissez --json ou --csv, pas les deux.',
        en: 'Choose --json or --csv, not both.',
      };
    default:
      return {
        fr: 'Cette ligne de commande n’est pas comprise ; voyez contretemps --help.',
        en: 'This command line is not understood; see contretemps --help.',
      };
  }
}
