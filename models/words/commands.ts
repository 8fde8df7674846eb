import { MASK_NAMES, type MaskName, NOT_READY_REASONS, type NotReadyReason } from './facts.ts';
import { type Problem, problem } from './problem.ts';

/**
 * What a person at a desk may ask of the centre. A command names the call it speaks of, so that one
 * that arrives late is refused in a sentence instead of being applied to the next caller.
 */
export type Command =
  | { kind: 'takeDesk'; agent: number }
  | { kind: 'leaveDesk'; agent: number }
  /** Ready for the next call; also ends after-call work. */
  | { kind: 'ready'; agent: number }
  | { kind: 'notReady'; agent: number; reason: NotReadyReason }
  | { kind: 'answer'; agent: number; call: number }
  | { kind: 'hold'; agent: number; call: number }
  | { kind: 'resume'; agent: number; call: number }
  | { kind: 'transfer'; agent: number; call: number; group: number }
  | { kind: 'conclude'; agent: number; call: number }
  /** Meets the callers to come with this mask. */
  | { kind: 'mask'; agent: number; mask: MaskName }
  /** Tells a caller who is uncivil that this is not acceptable. */
  | { kind: 'limit'; agent: number; call: number };

export type CommandKind = Command['kind'];

/** A command with the simulated millisecond at which the room accepted it. */
export interface TimedCommand {
  readonly at: number;
  readonly command: Command;
}

const FIELDS: Record<CommandKind, readonly string[]> = {
  takeDesk: ['agent'],
  leaveDesk: ['agent'],
  ready: ['agent'],
  notReady: ['agent', 'reason'],
  answer: ['agent', 'call'],
  hold: ['agent', 'call'],
  resume: ['agent', 'call'],
  transfer: ['agent', 'call', 'group'],
  conclude: ['agent', 'call'],
  mask: ['agent', 'mask'],
  limit: ['agent', 'call'],
};

/** Fields that take one word of a list. */
const LISTS: Readonly<Record<string, { fr: string; en: string; words: readonly string[] }>> = {
  reason: {
    fr: 'Motif inconnu ; les motifs sont',
    en: 'Unknown reason; the reasons are',
    words: NOT_READY_REASONS,
  },
  mask: {
    fr: 'Masque inconnu ; les masques sont',
    en: 'Unknown mask; the masks are',
    words: MASK_NAMES,
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
  if (typeof kind !== 'string' || !Object.hasOwn(FIELDS, kind)) {
    const list = Object.keys(FIELDS).join(', ');
    return problem(
      'E_TYPE',
      'kind',
      `Commande inconnue ; les commandes sont : ${list}.`,
      `Unknown command; the commands are: ${list}.`,
    );
  }
  const fields = FIELDS[kind as CommandKind];
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
