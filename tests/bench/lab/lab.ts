import { widenInlining } from '../../../server/jobs/inlining.ts';
import { jointRequirement } from '../staffing.ts';
import { thousandDays } from '../study.ts';
import { coverage } from './cover.ts';
import { sameCallers } from './luck.ts';
import { pageAgainstNode } from './page.ts';
import { millionRows } from './rows.ts';

/**
 * `npm run bench:lab [-- rounds]`: what the lab is held to, measured here and now, each beside its
 * bar. Read the ratios: a machine is busy as it pleases. Exit code 1 where a bar is missed.
 */
const rounds = Number(process.argv[2] ?? 3);
if (!Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write('the number of rounds must be whole and at least 1, for example 3\n');
  process.exit(2);
}
widenInlining();

function tell(what: string, found: string, bar: string, isMet: boolean): void {
  process.stdout.write(`${what}: ${found}; ${isMet ? 'met' : 'MISSED'} (${bar})\n`);
  if (!isMet) process.exitCode = 1;
}

const days = await thousandDays();
tell(
  `${days.days} days of ${Math.round(days.callsADay)} calls`,
  `${days.seconds.toFixed(2)} s`,
  'at most 3 s',
  days.seconds <= 3,
);
const page = await pageAgainstNode(rounds);
tell(
  `the page's engines against Node's, ${page.days} days`,
  `${page.ratio.toFixed(2)} x (${page.pageS.toFixed(2)} s, ${page.nodeS.toFixed(2)} s), ${page.same ? 'the same sums' : 'OTHER SUMS'}`,
  'at least 0.7 x, the same sums',
  page.ratio >= 0.7 && page.same,
);
const need = await jointRequirement();
tell(
  `the joint requirement of ${need.intervals} intervals with returns`,
  `${need.seconds.toFixed(1)} s at ± ${need.points.toFixed(1)} points`,
  'at most 5 s, ± 3 points',
  need.seconds <= 5 && need.points <= 3,
);
const rows = await millionRows(rounds);
tell(
  `${rows.rows} call rows read`,
  `${rows.ratio.toFixed(2)} x papaparse alone (${rows.readS.toFixed(1)} s, ${rows.papaS.toFixed(1)} s), ${rows.heldMB.toFixed(0)} MB held`,
  'at least 0.5 x, at most 200 MB',
  rows.ratio >= 0.5 && rows.heldMB <= 200,
);
const luck = sameCallers();
tell(
  `${luck.policies.join(' against ')} on the same callers, ${luck.days} days`,
  `${luck.difference.toFixed(3)} ± ${luck.halfWidth.toFixed(3)}, variance ${luck.gain.toFixed(1)} times smaller`,
  'at least 10 times',
  luck.gain >= 10,
);
const cover = coverage();
tell(
  `${cover.studies} studies of ${cover.days} days about ${(100 * cover.exact).toFixed(3)} %`,
  `${(100 * cover.share).toFixed(1)} % of the 95 % intervals hold it`,
  '94 to 96 %',
  cover.share >= 0.94 && cover.share <= 0.96,
);
