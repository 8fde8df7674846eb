import type { Problem, ProblemCode, Says } from '../../models/doors/scenario.ts';

/** Where a command speaks: figures on stdout, everything else on stderr, in the user's language. */

export type Language = 'fr' | 'en';

/** Exit codes: done; the work failed; the request or its input cannot be used. */
export const DONE = 0;
export const FAILED = 1;
export const BAD_INPUT = 2;

/** Ends a command: what to say, and with which code. */
export class Stop extends Error {
  readonly problems: readonly Problem[];
  readonly code: number;
  /** Problems beyond those told. */
  readonly more: number;

  constructor(problems: readonly Problem[], code = BAD_INPUT, more = 0) {
    super(problems[0]?.says.en ?? '');
    this.problems = problems;
    this.code = code;
    this.more = more;
  }
}

/** What ended though nothing in the request or its input was wrong. */
const OURS: readonly ProblemCode[] = ['E_WORKER', 'E_INTERNAL', 'E_STORAGE', 'E_DESYNC', 'E_BUSY'];

/** Why work that was begun did not end: the input, where the fault is its own. */
export const unplayed = (one: Problem): Stop =>
  new Stop([one], OURS.includes(one.code) ? FAILED : BAD_INPUT);

export const stop = (fr: string, en: string, code = BAD_INPUT): never => {
  throw new Stop([{ code: 'E_TYPE', path: '', says: { fr, en } }], code);
};

/** What --lang asks for; null where it is not there. */
function langAsked(argv: readonly string[]): string | null {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return null;
  const word = argv[at] as string;
  return word.includes('=') ? word.slice('--lang='.length) : (argv[at + 1] ?? '');
}

/** Refuses a language that there is not; one that is missing is the reader of options' affair. */
export function checkLanguage(argv: readonly string[]): void {
  const asked = langAsked(argv);
  if (asked === null || asked === '' || asked === 'fr' || asked === 'en') return;
  const shown = asked.slice(0, 20);
  stop(
    `--lang vaut « ${shown} » ; les langues sont fr et en.`,
    `--lang is "${shown}"; the languages are fr and en.`,
  );
}

/** French where the surroundings ask for it, or --lang does; else English. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const asked = langAsked(argv);
  if (asked !== null) return asked === 'fr' ? 'fr' : 'en';
  return /^fr/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'fr' : 'en';
}

export class Terminal {
  readonly language: Language;

  constructor(language: Language) {
    this.language = language;
  }

  /** True where somebody watches stderr: a bar may be drawn there. */
  get watched(): boolean {
    return process.stderr.isTTY === true;
  }

  says(text: Says): string {
    return text[this.language];
  }

  /** Figures. */
  out(text: string): void {
    process.stdout.write(text);
  }

  /** A line beside the figures. */
  note(text: Says): void {
    process.stderr.write(`${this.says(text)}\n`);
  }

  /** Each problem on a line: its place, and its sentence. */
  tell({ problems, more }: Pick<Stop, 'problems' | 'more'>): void {
    for (const { path, says } of problems)
      process.stderr.write(`${path === '' ? '' : `${path}: `}${this.says(says)}\n`);
    if (more > 0)
      this.note({
        fr: `… et ${more} ${more === 1 ? 'autre' : 'autres'}.`,
        en: `… and ${more} more.`,
      });
  }
}
