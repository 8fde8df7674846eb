import { describe, expect, it } from 'vitest';
import { killRounds } from './kills.ts';

describe('a server killed with -9 under commands', () => {
  it('has every acked command, none twice, and its clock, when it starts again', async () => {
    const report = await killRounds(5, 20_240_301);
    expect(report.acked).toBeGreaterThan(50);
    expect(report.askedAgain).toBeGreaterThan(0);
  }, 120_000);
});
