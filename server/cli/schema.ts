import { frenchJsonSchema } from '../../models/doors/editing.ts';
import { scenarioJsonSchema } from '../../models/doors/scenario.ts';
import { DONE, type Terminal } from './terminal.ts';

/**
 * `contretemps schema`: the JSON Schema of a scenario: units, ranges, defaults, meanings; these in
 * the language of the terminal.
 */
export function schema(terminal: Terminal): number {
  const asked = terminal.language === 'fr' ? frenchJsonSchema() : scenarioJsonSchema();
  terminal.out(`${JSON.stringify(asked, null, 2)}\n`);
  return DONE;
}
