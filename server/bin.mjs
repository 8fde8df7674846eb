#!/usr/bin/env node
// `contretemps`, the command line.
import { checkMachine, load } from './house.mjs';

checkMachine();
const { main } = await load('cli');
// Not process.exit: what was written must reach the other end of the pipe first.
process.exitCode = await main(process.argv.slice(2));
