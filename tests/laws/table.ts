import type { Reporter, TestCase } from 'vitest/node';
import type { Row } from './study.ts';

/** Prints what theory says beside what the product simulates: `npm run theory`. */
export default class Table implements Reporter {
  private wrong = 0;
  private rows = 0;
  private farthest = 0;

  onTestCaseResult(test: TestCase): void {
    const { rows = [] } = test.meta() as { rows?: readonly Row[] };
    const ok = test.result().state === 'passed';
    if (!ok) this.wrong += 1;
    if (rows.length === 0 && ok) return;
    this.print(`\n${test.fullName.replaceAll(' > ', ': ')}${ok ? '' : '   DISAGREES'}`);
    for (const { says, mean, error, oracle } of rows) {
      const off = error > 0 ? (mean - oracle) / error : 0;
      this.rows += 1;
      this.farthest = Math.max(this.farthest, Math.abs(off));
      const numbers = [oracle, mean, error].map((x) => x.toPrecision(7).padStart(13)).join(' ');
      this.print(`  ${says.padEnd(28)}${numbers} ${off.toFixed(2).padStart(7)}`);
    }
  }

  onTestRunStart(): void {
    const heads = ['theory', 'simulated', 's.e.'].map((head) => head.padStart(13)).join(' ');
    this.print(`  ${''.padEnd(28)}${heads} ${'(s.e.)'.padStart(7)}`);
  }

  onTestRunEnd(): void {
    const far = `the farthest lies ${this.farthest.toFixed(2)} standard errors off`;
    this.print(`\n${this.rows} figures, ${far}; ${this.wrong} cases disagree`);
  }

  private print(line: string): void {
    process.stdout.write(`${line}\n`);
  }
}
