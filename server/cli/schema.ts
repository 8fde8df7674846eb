import { scenarioJsonSchema } from '../../models/doors/scenario.ts';
import { DONE, type Terminal } from './terminal.ts';

/** `contretemps schema`: the JSON Schema of a scenario: units, ranges, defaults, meanings. */
export function schema(terminal: Terminal): number {
  terminal.out(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
  return DONE;
}
