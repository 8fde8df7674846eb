import { OWN_MASKS, OWN_REASONS } from './facts.ts';
import { REFUSALS } from './gestures.ts';
import { type Command, type DeskCommand, MOVE_NAMES, type MoveName, moveRow } from './moves.ts';
import { type Problem, problem } from './problem.ts';

/** Fields of a command, besides its kind. */
function fieldsOf(name: MoveName | 'ring'): readonly string[] {
  if (name === 'ring') return ['ms'];
  const { asks, names } = moveRow(name);
  return ['agent', ...names, ...(asks === null ? [] : [asks])];
}

/** The command of a move: at this desk, of this call where it names one, with what was chosen. */
export function commandOf(
  name: MoveName,
  agent: number,
  call: number,
  chosen?: number | string,
): DeskCommand {
  const { asks, names } = moveRow(name);
  const command: Record<string, number | string | undefined> = { kind: name, agent };
  for (const field of names) command[field] = call;
  if (asks !== null) command[asks] = chosen;
  return command as unknown as DeskCommand;
}

const isKind = (kind: unknown): kind is MoveName | 'ring' =>
  kind === 'ring' || MOVE_NAMES.includes(kind as MoveName);

/** Fields that take one word of a list. */
const LISTS: Readonly<Record<string, { fr: string; en: string; words: readonly string[] }>> = {
  reason: {
    fr: 'Motif inconnu ; les motifs sont',
    en: 'Unknown reason; the reasons are',
    words: OWN_REASONS,
  },
  mask: {
    fr: 'Masque inconnu ; les masques sont',
    en: 'Unknown mask; the masks are',
    words: OWN_MASKS,
  },
  refusal: {
    fr: 'Façon de refuser inconnue ; les façons sont',
    en: 'Unknown way of refusing; the ways are',
    words: REFUSALS,
  },
};

const isCount = (x: unknown): x is number => Number.isSafeInteger(x) && (x as number) >= 0;

/** Reads anything into a command, or says in a sentence why it is none. */
export function readCommand(raw: unknown): Command | Problem {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return problem(
      'E_TYPE',
      '',
      'Une commande est un objet avec un champ « kind ».',
      'A command is an object with a "kind" field.',
    );
  const given = raw as Record<string, unknown>;
  const kind = given['kind'];
  if (!isKind(kind)) {
    const list = MOVE_NAMES.join(', ');
    return problem(
      'E_TYPE',
      'kind',
      `Commande inconnue ; les commandes sont : ${list}.`,
      `Unknown command; the commands are: ${list}.`,
    );
  }
  const fields = fieldsOf(kind);
  for (const name of Object.keys(given))
    if (name !== 'kind' && !fields.includes(name))
      return problem(
        'E_TYPE',
        name.slice(0, 40),
        `« ${kind} » n’a pas de champ de ce nom.`,
        `"${kind}" has no field of that name.`,
      );
  for (const name of fields) {
    const value = given[name];
    const list = LISTS[name];
    if (list) {
      if (!list.words.includes(value as string)) {
        const words = list.words.join(', ');
        return problem('E_TYPE', name, `${list.fr} : ${words}.`, `${list.en}: ${words}.`);
      }
    } else if (!isCount(value))
      return problem(
        'E_RANGE',
        name,
        `« ${name} » doit être un nombre entier positif ou nul.`,
        `"${name}" must be a whole number, zero or more.`,
      );
  }
  return raw as Command;
}
