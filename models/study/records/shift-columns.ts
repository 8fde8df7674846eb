import { plain } from '../../scenario/untrusted.ts';
import { type Problem, problem } from '../../words/problem.ts';
import { bareWord, nameAndUnit } from './columns.ts';

/** The columns of planned shifts, under the names people give them (compared as in columns.ts). */

const NAMES = {
  agent: [
    ...['agent', 'conseiller', 'teleconseiller', 'employee', 'employe', 'salarie', 'advisor'],
    ...['agentname', 'nomagent', 'nomconseiller', 'employeename', 'collaborateur', 'name', 'nom'],
    ...['matricule', 'user', 'username', 'agentid', 'employeeid', 'id', 'operateur', 'person'],
  ],
  group: [
    ...['group', 'groupe', 'team', 'equipe', 'skill', 'competence', 'queue', 'file', 'pole'],
    ...['service', 'department', 'skillgroup', 'agentgroup', 'groupeconseillers', 'plateau'],
  ],
  day: ['date', 'jour', 'day', 'shiftdate', 'datejour', 'journee', 'workdate', 'dateplanning'],
  start: [
    ...['start', 'debut', 'starttime', 'heuredebut', 'heurededebut', 'shiftstart', 'from', 'de'],
    ...['priseposte', 'prisedeposte', 'debutposte', 'debutservice', 'begin', 'starts', 'arrivee'],
    ...['debutvacation', 'in', 'startdate', 'datedebut', 'startdatetime', 'scheduledstart'],
  ],
  end: [
    ...['end', 'fin', 'endtime', 'heurefin', 'heuredefin', 'shiftend', 'to', 'a', 'finposte'],
    ...['findeposte', 'finservice', 'finish', 'ends', 'depart', 'finvacation', 'out', 'enddate'],
    ...['datefin', 'enddatetime', 'scheduledend'],
  ],
  breaks: ['breaks', 'pauses', 'pause', 'break', 'lunch', 'dejeuner', 'repas', 'meal'],
  activity: [
    ...['activity', 'activite', 'type', 'code', 'state', 'etat', 'libelle', 'shifttype'],
    ...['activitycode', 'planning', 'statut', 'status'],
  ],
} as const satisfies Record<string, readonly string[]>;

type ShiftColumn = keyof typeof NAMES;

/** A break that has two columns of its own: positions of its beginning and its end. */
interface BreakPlace {
  readonly from: number;
  readonly to: number;
}

/** Which column of a file of shifts is what: positions in a row. */
export interface ShiftPlaces {
  readonly columns: Readonly<Partial<Record<ShiftColumn, number>>>;
  readonly breaks: readonly BreakPlace[];
  /** The file's own names, for sentences. */
  readonly names: readonly string[];
}

const REST = '(?:break|pause|lunch|dejeuner|repas|meal)';
const FROM = '(?:start|debut|from|begin|de|in)';
const TO = '(?:end|fin|to|finish|a|out)';
const of = (side: string): readonly RegExp[] => [
  new RegExp(`^(${REST}\\d*)${side}(\\d*)$`),
  new RegExp(`^${side}(?:de)?(?:la|l)?(${REST})(\\d*)$`),
];
const BEGINS = of(FROM);
const ENDS = of(TO);

/** Which break a header speaks of, `pause1`; null where it is no such end of one. */
function breakNamed(word: string, ways: readonly RegExp[]): string | null {
  for (const way of ways) {
    const found = way.exec(word);
    if (found !== null) return `${found[1]}${found[2]}`;
  }
  return null;
}

/** The columns of a header of shifts; null where it has no beginning and end. */
export function shiftPlaces(header: readonly string[]): ShiftPlaces | null {
  const words = header.map((cell) => nameAndUnit(cell).whole);
  const taken = new Set<number>();
  const ends = new Map(
    words.flatMap((word, at): [string, number][] => {
      const name = breakNamed(word, ENDS);
      return name === null ? [] : [[name, at]];
    }),
  );
  const breaks = words.flatMap((word, from): BreakPlace[] => {
    const to = ends.get(breakNamed(word, BEGINS) ?? '');
    return to === undefined ? [] : [{ from, to }];
  });
  for (const { from, to } of breaks) taken.add(from).add(to);
  const columns: Partial<Record<ShiftColumn, number>> = {};
  for (const column of Object.keys(NAMES) as ShiftColumn[])
    for (const name of NAMES[column]) {
      const at = words.findIndex((word, i) => word === name && !taken.has(i));
      if (at < 0) continue;
      columns[column] = at;
      taken.add(at);
      break;
    }
  if (columns.start === undefined || columns.end === undefined) return null;
  return { columns, breaks, names: header.map((cell) => cell.trim().slice(0, 60)) };
}

/** Why a file of shifts cannot be read: the header that is likeliest, and what it lacks. */
export function shiftsNotUnderstood(header: readonly string[]): Problem {
  const seen = plain(header.map((cell) => cell.trim()).join(', '), 200);
  return problem(
    'E_TYPE',
    '',
    `Aucune colonne n’est comprise comme début et fin de présence ; l’en-tête est : ${seen}. Nommez-les « début » et « fin », avec « agent », « date », « groupe » et « pauses » s’il y en a.`,
    `No column is understood as the start and end of a shift; the header is: ${seen}. Name them "start" and "end", with "agent", "date", "group" and "breaks" if there are any.`,
  );
}

/** Time on the plan that is not for calls: it is taken out. */
const AWAY =
  /(^|_)(pause|break|lunch|dejeuner|repas|meal|formation|training|reunion|meeting|absen\w*|conges?|off|maladie|sick|leave|repos|coaching)(_|$)/;

export const isAway = (activity: string): boolean => AWAY.test(bareWord(activity));
