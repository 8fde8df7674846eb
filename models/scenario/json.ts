/**
 * Where a text stops being JSON. The engines' own messages differ from one another, speak English
 * only and often give no position; a person needs the line, the column and what was expected.
 */

export interface JsonFault {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly fr: string;
  readonly en: string;
}

class Fault extends Error {
  readonly at: number;
  readonly fr: string;
  readonly en: string;
  constructor(at: number, fr: string, en: string) {
    super(en);
    this.at = at;
    this.fr = fr;
    this.en = en;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const BLANK = /[ \t\n\r]*/y;

/** Walks the text with a stack of its own, so that depth cannot overflow the engine's. */
class Walk {
  private at = 0;
  private readonly open: ('[' | '{')[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  run(): void {
    this.value();
    while (this.open.length > 0) this.after();
    this.blank();
    if (this.at < this.text.length)
      this.fail(
        'il y a encore du texte après la fin ; retirez-le',
        'there is more text after the end; remove it',
      );
  }

  private fail(fr: string, en: string): never {
    throw new Fault(this.at, fr, en);
  }

  private match(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private blank(): void {
    this.match(BLANK);
  }

  private is(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  /** A loop, not one expression: a text of megabytes must not exhaust the expression's stack. */
  private quoted(): boolean {
    if (this.text[this.at] !== '"') return false;
    const start = this.at;
    this.at += 1;
    while (this.at < this.text.length) {
      const code = this.text.charCodeAt(this.at);
      if (code === 0x22) {
        this.at += 1;
        return true;
      }
      if (code < 0x20) break;
      if (code !== 0x5c) this.at += 1;
      else if (!this.match(ESCAPE)) break;
    }
    if (this.at < this.text.length)
      this.fail(
        'ce texte entre guillemets contient un caractère interdit',
        'this quoted text holds a forbidden character',
      );
    this.at = start;
    this.fail('ces guillemets ne sont pas refermés', 'these quotation marks are not closed');
  }

  /** Opens lists and objects until a value that holds no other; the rest is for `after`. */
  private value(): void {
    for (;;) {
      this.blank();
      const inside = this.text[this.at];
      if (inside !== '{' && inside !== '[') return this.plain();
      this.at += 1;
      this.blank();
      if (this.is(inside === '{' ? '}' : ']')) return;
      this.open.push(inside);
      if (inside === '{') this.key();
    }
  }

  private plain(): void {
    if (this.quoted() || this.match(NUMBER)) return;
    const word = ['true', 'false', 'null'].find((one) => this.text.startsWith(one, this.at));
    if (word === undefined) this.badValue();
    else this.at += word.length;
  }

  private badValue(): never {
    const next = this.text[this.at];
    if (next === undefined && this.text.trim() === '')
      this.fail(
        'ce texte est vide ; donnez un objet { }',
        'this text is empty; give an object { }',
      );
    if (next === undefined)
      this.fail(
        'le texte s’arrête trop tôt ; complétez-le',
        'the text stops too early; complete it',
      );
    if (next === "'")
      this.fail(
        'les textes se mettent entre guillemets doubles "…"',
        'texts go between double quotes "…"',
      );
    if (next === ',' || next === ']' || next === '}') this.nothingHere();
    if (next === '/')
      this.fail(
        'un fichier JSON n’a pas de commentaires ; retirez-le',
        'a JSON file has no comments; remove it',
      );
    this.fail(
      'il faut ici une valeur : nombre, "texte", liste [ ] ou objet { }',
      'a value is needed here: number, "text", list [ ] or object { }',
    );
  }

  /** A sign that closes or parts stands where a value should: what came before says why. */
  private nothingHere(): never {
    const before = this.text.slice(0, this.at).trimEnd().at(-1);
    if (before === ',')
      this.fail(
        'il y a une virgule de trop avant ce signe ; retirez-la',
        'there is a comma too many before this sign; remove it',
      );
    if (before === ':')
      this.fail(
        'il manque ici la valeur du champ ; donnez-la',
        'the value of the field is missing here; give it',
      );
    this.fail('ce signe est de trop ; retirez-le', 'this sign is too many; remove it');
  }

  private key(): void {
    this.blank();
    if (this.at >= this.text.length || /[,}\]]/.test(this.text[this.at] ?? '')) this.badValue();
    if (!this.quoted())
      this.fail(
        'il faut ici le nom d’un champ entre guillemets doubles',
        'the name of a field in double quotes is needed here',
      );
    this.blank();
    if (!this.is(':'))
      this.fail(
        'il faut ici deux-points après le nom du champ',
        'a colon is needed here after the name of the field',
      );
  }

  private after(): void {
    this.blank();
    const inside = this.open[this.open.length - 1];
    if (this.is(',')) {
      if (inside === '{') this.key();
      this.value();
      return;
    }
    if (this.is(inside === '{' ? '}' : ']')) {
      this.open.pop();
      return;
    }
    if (this.at >= this.text.length)
      this.fail(
        'le texte s’arrête trop tôt ; complétez-le',
        'the text stops too early; complete it',
      );
    const close = inside === '{' ? '}' : ']';
    this.fail(`il faut ici une virgule ou ${close}`, `a comma or ${close} is needed here`);
  }
}

/** The first fault of a text that is not JSON, or null where there is none. */
export function jsonFault(text: string): JsonFault | null {
  try {
    new Walk(text).run();
    return null;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    let line = 1;
    let start = 0;
    for (let i = text.indexOf('\n'); i >= 0 && i < error.at; i = text.indexOf('\n', i + 1)) {
      line += 1;
      start = i + 1;
    }
    return { line, column: error.at - start + 1, fr: error.fr, en: error.en };
  }
}
