import type { Command } from 'commander';
import type { ReportOptions } from './report.ts';
import type { StaffOptions } from './staff.ts';
import type { Writer } from './writer.ts';

/** What may be typed after `contretemps staff` and `contretemps report`, in both languages. */

type Action = (scenario: string, options: StaffOptions) => Promise<number>;

type Typed = [flags: string, fr: string, en: string, standard?: string];

/** The question. */
const QUESTION: readonly Typed[] = [
  [
    '-t, --target <80/20|abandon:5%|asa:30>',
    'la cible : 80 % en 20 s, abandons, attente moyenne des répondus',
    'the target: 80 % within 20 s, abandonment, average speed of answer',
    '80/20',
  ],
  ['--definition <F1…F5>', 'le niveau de service', 'which service level', 'F3'],
  ['--on <80%>', 'part des jours où elle doit tenir', 'share of days on which it must hold', '80%'],
  ['--by <interval|day|month>', 'où elle doit tenir', 'where it must hold', 'interval'],
  ['--joint', 'tous les intervalles à la fois', 'all intervals at once'],
  ['--month <N>', 'journées d’un mois', 'days of a month', '21'],
  ['--flat', 'le même effectif toute la journée', 'the same number all day'],
  [
    '--shrinkage <30%>',
    'part du temps payé où l’on manque : donne les postes',
    'share of paid time missing: gives the positions',
    '0',
  ],
  ['--rule <sipp|lagged|mol>', 'formule de départ', 'formula to start from', 'mol'],
  ['--range <2-60>', 'conseillers permis par groupe', 'agents allowed in a group', '1-2000'],
  [
    '-n, --replications <N>',
    'journées pour chercher, et autant pour juger',
    'days to search, and as many to judge',
    '700',
  ],
  [
    '-s, --seed <S>',
    'graine : mêmes appelants pour la même graine',
    'seed: the same callers for the same seed',
    '1',
  ],
  [
    '--as-planned',
    'cet horaire tient-il ? l’effectif du scénario, jugé, puis ce qu’il faudrait',
    'does this schedule hold? the scenario’s own staff, judged, then what it would take',
  ],
  ['--price', 'le prix de la probabilité, de 50 à 95 %', 'the price of probability, 50 to 95 %'],
  ['--gap', 'pourquoi Erlang et la simulation diffèrent', 'why Erlang and simulation differ'],
  ['--sensitivity', 'ce que le choix doit aux hypothèses', 'what the choice owes to hypotheses'],
  ['--alpha <p>', 'probabilité de se tromper', 'probability of being wrong', '0.05'],
  ['--threads <N>', 'fils de calcul', 'threads'],
];

/** How the answer is wanted. */
const ANSWER: readonly Typed[] = [
  [
    '--report <file>',
    'écrire aussi un rapport qui se recalcule (HTML, hors ligne)',
    'also write a report that recomputes itself (HTML, offline)',
  ],
  ['--xlsx <file>', 'écrire aussi un classeur (XLSX)', 'also write a workbook (XLSX)'],
  ['--csv', 'en CSV', 'as CSV'],
  ['--sep <,|;|tab>', 'séparateur du CSV', 'CSV separator', ','],
  ['--decimal <.|,>', 'séparateur décimal du CSV', 'CSV decimal separator', '.'],
  [
    '--bom',
    'marque UTF-8 en tête du CSV, pour un tableur',
    'UTF-8 mark at the start of the CSV, for spreadsheets',
  ],
];

function addTyped(w: Writer, command: Command, options: readonly Typed[]): Command {
  for (const [flags, fr, en, standard] of options) {
    const option = w.option(flags, fr, en);
    command.addOption(standard === undefined ? option : option.default(standard));
  }
  for (const option of [w.setting(), w.shifts(), w.shiftDay(), w.dateOrder()])
    command.addOption(option);
  return command;
}

export function addStaff(w: Writer, action: Action): void {
  const command = w
    .command(
      'staff',
      'combien de conseillers pour une cible, et avec quelle probabilité',
      'how many agents a target needs, and with what probability',
    )
    .argument(
      '<scenario>',
      w.say(
        'un fichier JSON, un nom du catalogue, ou - pour l’entrée standard',
        'a JSON file, a name from the catalogue, or - for standard input',
      ),
    );
  addTyped(w, command, [...QUESTION, ...ANSWER])
    .addOption(w.option('--json', 'en JSON', 'as JSON').conflicts('csv'))
    .action(w.does((scenario: string, given: StaffOptions) => action(scenario, given)));
}

/** Options that go with any file. */
const ANYWAY = ['out', 'threads', 'lang'];

/** @param action told which options of a question were typed */
export function addReport(
  w: Writer,
  action: (file: string, options: ReportOptions, given: readonly string[]) => Promise<number>,
): void {
  const command = w
    .command(
      'report',
      'un rapport qui se recalcule, d’un scénario ou d’une réponse ; recalcule un rapport',
      'a report that recomputes itself, of a scenario or an answer; recomputes a report',
    )
    .argument(
      '<file>',
      w.say(
        'un scénario (comme pour staff), une réponse (staff --json) ou un rapport (HTML)',
        'a scenario (as for staff), an answer (staff --json) or a report (HTML)',
      ),
    )
    .addOption(
      w.option('-o, --out <file>', 'écrire le rapport ici', 'write the report to this file'),
    );
  addTyped(w, command, QUESTION).action(
    w.does((file: string, options: ReportOptions) => {
      const given = command.options
        .filter((one) => command.getOptionValueSource(one.attributeName()) === 'cli')
        .filter((one) => !ANYWAY.includes(one.attributeName()))
        .map(({ long, flags }) => long ?? flags);
      return action(file, options, given);
    }),
  );
}
