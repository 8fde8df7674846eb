import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES_VERSION } from '../../models/doors/live.ts';
import { goldenHashes } from './golden.ts';

/**
 * Prints the golden hashes of the Node that runs it. With --write it makes them the golden file:
 * only after a change of the rules that was meant, said in models/RULES.md.
 */
const text = `${JSON.stringify({ rules: RULES_VERSION, days: goldenHashes() }, null, 2)}\n`;
if (process.argv.includes('--write')) writeFileSync(join(import.meta.dirname, 'days.json'), text);
else process.stdout.write(text);
