import { killRounds } from '../server/kills.ts';

/** `npm run soak:kill [rounds] [seed]`: kills a real server that often and checks what is left. */
const rounds = Number(process.argv[2] ?? 200);
const seed = Number(process.argv[3] ?? Date.now() % 1e9);

const report = await killRounds(rounds, seed, (round) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${round}/${rounds}`);
});
process.stdout.write(
  `${report.rounds} kills (seed ${seed}): ${report.acked} acked commands, 0 lost, 0 done twice; ` +
    `${report.askedAgain} asked again, of which ${report.alreadyDone} had been stored\n`,
);
