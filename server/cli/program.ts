import type { Command } from 'commander';
import type { FitOptions } from './fit.ts';
import { addFit, addValidate } from './fit-options.ts';
import type { IdeasOptions } from './ideas.ts';
import type { ImportOptions } from './import.ts';
import { addReading } from './reading-options.ts';
import type { ReplayOptions } from './replay.ts';
import type { ReportOptions } from './report.ts';
import type { RunOptions } from './run.ts';
import type { StaffOptions } from './staff.ts';
import { addReport, addStaff } from './staff-options.ts';
import type { StudyOptions } from './study.ts';
import type { Terminal } from './terminal.ts';
import type { ValidateOptions } from './validate.ts';
import { collect, Writer } from './writer.ts';

/** What may be typed after `contretemps`, in both languages. */

/** What each command does; cli.ts loads it only when it is asked for. */
export interface Actions {
  run(scenario: string, options: RunOptions): Promise<number>;
  study(scenarios: string[], options: StudyOptions): Promise<number>;
  staff(scenario: string, options: StaffOptions): Promise<number>;
  report(file: string, options: ReportOptions, given: readonly string[]): Promise<number>;
  importRecords(file: string, options: ImportOptions): Promise<number>;
  fit(file: string, options: FitOptions): Promise<number>;
  validate(file: string, options: ValidateOptions): Promise<number>;
  replay(session: string, options: ReplayOptions): Promise<number>;
  schema(): Promise<number>;
  ideas(options: IdeasOptions): Promise<number>;
  serve(): Promise<number>;
}

function addRun(w: Writer, actions: Actions): void {
  w.command(
    'run',
    'simuler des journées et donner les mesures',
    'simulate days and report the measures',
  )
    .argument(
      '<scenario>',
      w.say(
        'un fichier JSON, un nom du catalogue, ou - pour l’entrée standard',
        'a JSON file, a name from the catalogue, or - for standard input',
      ),
    )
    .addOption(
      w.option('-n, --replications <N>', 'nombre de journées', 'number of days').default('30'),
    )
    .addOption(w.seed())
    .addOption(w.setting())
    .addOption(w.shifts())
    .addOption(w.shiftDay())
    .addOption(w.dateOrder())
    .addOption(
      w.option(
        '--against <scenario>',
        'comparer, avec les mêmes appelants',
        'compare, with the same callers',
      ),
    )
    .addOption(
      w.option(
        '--without-people',
        'sans les hypothèses humaines ; --against garde les siennes',
        'without the human hypotheses; --against keeps its own',
      ),
    )
    .addOption(w.option('--level <p>', 'niveau de confiance', 'confidence level').default('0.95'))
    .addOption(w.option('--threads <N>', 'fils de calcul', 'threads'))
    .addOption(w.option('--json', 'en JSON', 'as JSON').conflicts('csv'))
    .addOption(w.option('--csv', 'en CSV', 'as CSV'))
    .addOption(w.option('--sep <,|;|tab>', 'séparateur du CSV', 'CSV separator').default(','))
    .addOption(
      w
        .option('--decimal <.|,>', 'séparateur décimal du CSV', 'CSV decimal separator')
        .default('.'),
    )
    .addOption(
      w.option(
        '--bom',
        'marque UTF-8 en tête du CSV, pour un tableur',
        'UTF-8 mark at the start of the CSV, for spreadsheets',
      ),
    )
    .action(w.does((scenario: string, options: RunOptions) => actions.run(scenario, options)));
}

function addStudy(w: Writer, actions: Actions): void {
  w.command(
    'study',
    'comparer des politiques d’arbitrage avec les mêmes appelants',
    'compare arbitration policies with the same callers',
  )
    .argument(
      '<scenario...>',
      w.say(
        'fichiers JSON, noms du catalogue, ou - pour l’entrée standard',
        'JSON files, names from the catalogue, or - for standard input',
      ),
    )
    .addOption(
      w
        .option(
          '-p, --policy <name[:key=value,…]>',
          'une politique (répétable) ; par défaut, les neuf ; fixed cherche le meilleur rythme',
          'a policy (may be repeated); by default, all nine; fixed looks for its best pace',
        )
        .argParser(collect)
        .default([], ''),
    )
    .addOption(
      w.option('--without-people', 'sans les hypothèses humaines', 'without the human hypotheses'),
    )
    .addOption(
      w
        .option('-n, --replications <N>', 'journées pour chacune', 'days for each')
        .default('100')
        .conflicts('precision'),
    )
    .addOption(
      w.option(
        '--precision',
        'autant de journées qu’en demande arbitration.output',
        'as many days as arbitration.output asks for',
      ),
    )
    .addOption(w.seed())
    .addOption(w.option('--threads <N>', 'fils de calcul', 'threads'))
    .addOption(
      w
        .option(
          '--delta <wme>',
          'écart de coût trop petit pour compter',
          'a difference in cost too small to matter',
        )
        .default('0.05'),
    )
    .addOption(
      w
        .option('--alpha <p>', 'probabilité de se tromper', 'probability of being wrong')
        .default('0.05'),
    )
    .addOption(w.option('--json', 'en JSON', 'as JSON').conflicts('csv'))
    .addOption(w.option('--csv', 'en CSV', 'as CSV'))
    .action(
      w.does((scenarios: string[], options: StudyOptions) => actions.study(scenarios, options)),
    );
}

function addImport(w: Writer, actions: Actions): void {
  const command = w.command(
    'import',
    'faire un scénario d’un relevé d’appels ou d’intervalles (CSV)',
    'make a scenario from records of calls or of intervals (CSV)',
  );
  addReading(w, command)
    .argument(
      '<file>',
      w.say(
        'relevé, une ligne par appel ou par intervalle, en-têtes français ou anglais ; ou -',
        'records, a row a call or an interval, French or English headers; or -',
      ),
    )
    .addOption(w.option('--day <day>', 'le jour à prendre', 'the day to take'))
    .addOption(
      w
        .option(
          '--every-day',
          'comparer chaque jour à sa simulation, sans scénario',
          'compare every day with its simulation, without a scenario',
        )
        .conflicts(['day', 'out']),
    )
    .addOption(
      w
        .option(
          '-n, --replications <N>',
          'journées simulées pour comparer ; 0 : aucune',
          'days simulated to compare; 0: none',
        )
        .default('200'),
    )
    .addOption(
      w.option(
        '-o, --out <file>',
        'écrire dans ce fichier plutôt qu’à l’écran',
        'write to this file instead of the screen',
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
        '--head-start <priority=seconds>',
        'avance donnée à cette priorité',
        'head start given to this priority',
      ),
    )
    .addOption(w.shifts())
    .addOption(w.shiftDay())
    .addOption(w.option('--name <text>', 'nom du scénario', 'name of the scenario'))
    .addOption(
      w.option('--source <text>', 'd’où viennent les données', 'where the records come from'),
    )
    .addOption(
      w.option(
        '--strict',
        'signaler chaque ligne inutilisable ; code 1 s’il y en a',
        'report every unusable row; exit code 1 if there are any',
      ),
    )
    .action(w.does((file: string, options: ImportOptions) => actions.importRecords(file, options)));
}

function addReplay(w: Writer, actions: Actions): void {
  w.command(
    'replay',
    'rejouer une session et vérifier ses faits',
    'replay a session and check its facts',
  )
    .argument(
      '<session>',
      w.say(
        'un fichier de session, ou le dossier de données d’un serveur arrêté',
        'a session file, or the data folder of a stopped server',
      ),
    )
    .addOption(
      w.option(
        '--room <code>',
        'la salle, si le dossier en a plusieurs',
        'the room, if the folder has several',
      ),
    )
    .addOption(
      w.option(
        '--export <file>',
        'écrire la session dans un fichier',
        'write the session to a file',
      ),
    )
    .addOption(w.option('--json', 'en JSON', 'as JSON'))
    .action(w.does((session: string, options: ReplayOptions) => actions.replay(session, options)));
}

/** The whole command line; `done` hears the exit code of the command that ran. */
export function programOf(
  terminal: Terminal,
  version: string,
  actions: Actions,
  done: (code: number) => void,
): Command {
  const w = new Writer(terminal, version, done);
  addRun(w, actions);
  addStudy(w, actions);
  addStaff(w, (scenario, options) => actions.staff(scenario, options));
  addReport(w, (file, options, given) => actions.report(file, options, given));
  addImport(w, actions);
  addFit(w, (file, options) => actions.fit(file, options));
  addValidate(w, (file, options) => actions.validate(file, options));
  addReplay(w, actions);
  w.command('schema', 'le schéma JSON d’un scénario', 'the JSON Schema of a scenario').action(
    w.does(() => actions.schema()),
  );
  w.command(
    'ideas',
    'les idées dont ce jeu vient, et ce qui porte chacune',
    'the ideas that the game comes from, and what carries each',
  )
    .addOption(w.option('--json', 'en JSON', 'as JSON'))
    .action(w.does((options: IdeasOptions) => actions.ideas(options)));
  w.command(
    'serve',
    'ouvrir le serveur, comme npm start',
    'start the server, as npm start does',
  ).action(w.does(() => actions.serve()));
  return w.root;
}
