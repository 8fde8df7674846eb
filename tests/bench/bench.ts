import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { alone } from './alone.ts';
import type { Contestant } from './contest.ts';
import type { Day } from './day.ts';
import type { Live } from './live.ts';
import type { Memory } from './memory.ts';
import { jointRequirement, type Requirement } from './staffing.ts';
import { type Study, thousandDays } from './study.ts';
import { LARGE, SMALL, type Work } from './work.ts';

/**
 * `npm run bench [-- --rounds 5] [--json]`: the figures of the README, measured here and now.
 * Others are measured in the same process, in turn: read the ratios, a machine is busy as it
 * pleases. Exit code 1 where somebody's counts are not those of theory (5 standard errors).
 */
const MOST_OFF = 5;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 2) {
  process.stderr.write('--rounds takes a whole number from 2 on, for example --rounds 5\n');
  process.exit(2);
}

const millions = (n: number): string => `${(n / 1e6).toFixed(2)} M`;
const thousands = (n: number): string => Math.round(n).toLocaleString('en-US').replaceAll(',', ' ');
const say = (line = ''): void => {
  if (!values.json) process.stdout.write(`${line}\n`);
};

function tellCommon(work: Work, found: readonly Contestant[]): void {
  const of = (name: string): number =>
    found.find((one) => one.name === name)?.callsPerS ?? Number.NaN;
  const calls = thousands(work.callsPerMin * work.lengthMin * work.repeats);
  say(`${work.name}: ${work.callsPerMin} calls/min, ${work.agents} agents, ${calls} calls a run`);
  say('              calls/s   / simjs   / naive   abandoned        mean wait, s     within 20 s');
  for (const { name, callsPerS, estimates } of found) {
    const ratios = ['simjs', 'naive'].map((other) =>
      `${(callsPerS / of(other)).toFixed(1)} x`.padStart(9),
    );
    const figures = estimates.map(({ mean, off }) =>
      `${mean.toPrecision(5)} (${off < 0 ? '' : '+'}${off.toFixed(1)})`.padEnd(17),
    );
    say(
      `${name.padEnd(12)} ${millions(callsPerS).padStart(8)} ${ratios.join(' ')}   ${figures.join('')}`,
    );
  }
  const { abandoned, meanWaitS, within } = work.exact;
  say(
    `${'exact'.padEnd(44)}${[abandoned, meanWaitS, within].map((x) => x.toPrecision(6).padEnd(17)).join('')}`,
  );
  say();
}

function tellDay(day: Day, what: string): void {
  const ratio = (day.callsPerS / day.naivePerS).toFixed(2);
  say(`A day of ${day.agents} agents and ${thousands(day.calls)} calls, ${what}:`);
  say(
    `  ${thousands(day.daysPerS)} days/s, ${millions(day.callsPerS)} calls/s (${ratio} x the naive heap on SMALL, ${millions(day.naivePerS)}, in turn); the first one in ${day.firstMs.toFixed(1)} ms`,
  );
  say();
}

function tellStudy(study: Study): void {
  say(
    `${thousands(study.days)} days of ${thousands(study.callsADay)} calls, on ${study.cores} cores at most:`,
  );
  say(`  ${study.seconds.toFixed(2)} s, ${millions(study.callsPerS)} calls/s`);
}

function tellRequirement({ days, intervals, points, seconds, tried }: Requirement): void {
  say(
    `The joint requirement of ${intervals} intervals with returns, ± ${points.toFixed(1)} points:`,
  );
  say(`  ${seconds.toFixed(2)} s, ${tried} staffings tried on ${thousands(days)} days in all`);
  say();
}

function tellMemory({ days, heldMB, laterMB, times }: Memory): void {
  say(
    `  memory held after ${thousands(days)} days ${heldMB.toFixed(2)} MB, after ${thousands(times * days)} ${laterMB.toFixed(2)} MB`,
  );
  say();
}

function tellLive(live: Live): void {
  say(
    `A live room, ${live.agents} agents: ${thousands(live.factsPerS)} facts/s made, kept, filtered for`,
  );
  say(
    `  the wall and a desk, folded and written as JSON; a day at x60 asks for ${live.askedPerS.toFixed(0)} a second`,
  );
  say();
}

/** Whoever counts something else than theory says. */
const wrong = (work: Work, found: readonly Contestant[]): string[] =>
  found.flatMap(({ name, estimates }) =>
    estimates
      .filter(({ off }) => !(Math.abs(off) <= MOST_OFF))
      .map(({ of, mean, exact }) => `${work.name} ${name}: ${of} is ${mean}, exact ${exact}`),
  );

const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores`;
say(`Node ${process.version}, ${machine}; ${rounds} rounds, medians\n`);
const large = alone('large', rounds);
tellCommon(LARGE, large);
const small = alone('small', rounds);
tellCommon(SMALL, small);
const day = alone('day', rounds);
tellDay(day, 'everything measured');
const human = alone('human', rounds);
tellDay(human, 'needs, phases, returns, moods, energy and the price policy on');
const whole = alone('whole', rounds);
tellDay(whole, 'masks, fit, speed, difficult talks and supports on too');
const study = await thousandDays();
tellStudy(study);
const requirement = await jointRequirement();
const memory = alone('memory', rounds);
tellMemory(memory);
tellRequirement(requirement);
const live = alone('live', rounds);
tellLive(live);

const faults = [...wrong(LARGE, large), ...wrong(SMALL, small)];
if (values.json)
  process.stdout.write(
    `${JSON.stringify({ node: process.version, machine, rounds, large, small, day, human, whole, study, requirement, memory, live, faults }, null, 2)}\n`,
  );
for (const fault of faults) process.stderr.write(`Not what theory says: ${fault}\n`);
if (faults.length > 0) process.exitCode = 1;
