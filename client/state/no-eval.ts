import { config } from 'zod/v4/core';

// What reads a scenario does without code made on the way, which the page’s policy forbids: to be
// imported before anything is read.
config({ jitless: true });
