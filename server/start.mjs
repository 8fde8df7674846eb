// `npm start`: builds the client where it is missing or older than its sources, then runs the
// server in this very process: a signal, or an exit code, has nobody to be passed on to.
import { buildClient, checkMachine, load, say } from './house.mjs';

checkMachine();
await buildClient().catch((error) => {
  say(
    `Le client n’a pas pu être construit (${error.message}) ; réinstallez par npm ci.`,
    `The client could not be built (${error.message}); install again with npm ci.`,
  );
  process.exit(1);
});
await load('main');
