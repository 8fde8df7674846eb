import { IDEAS, type Idea, MECHANICS } from '../../models/doors/play.ts';
import { DONE, type Terminal } from './terminal.ts';

const WORKSHOP = { fr: 'avec l’atelier', en: 'with the workshop' };

/** What became of an idea, in one line. */
function fateOf({ left, mechanic, workshop }: Idea, language: 'fr' | 'en'): string {
  if (left !== undefined) return `— ${left[language]}`;
  const name = mechanic === undefined ? '' : MECHANICS[mechanic][language];
  return workshop ? `${name} (${WORKSHOP[language]})` : name;
}

export interface IdeasOptions {
  readonly json?: boolean;
}

/**
 * `contretemps ideas`: each idea of the texts that this product comes from, and what carries it or
 * why it is left out; `--json` with the test that holds it.
 */
export function ideas(terminal: Terminal, { json = false }: IdeasOptions): number {
  if (json) {
    terminal.out(`${JSON.stringify(IDEAS, null, 2)}\n`);
    return DONE;
  }
  for (const idea of IDEAS)
    terminal.out(`${idea.id.padEnd(5)} « ${idea.quote} » → ${fateOf(idea, terminal.language)}\n`);
  return DONE;
}
