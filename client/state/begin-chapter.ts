import type { Chapter } from '../../models/doors/game.ts';
import type { Problem } from '../../models/doors/scenario.ts';
import { go, pathTo } from '../route.ts';
import { codeIn } from '../wire/code.ts';
import { openRoom } from '../wire/http.ts';
import { keepHostToken } from '../wire/kept.ts';
import { keepProgress, progress } from './progress.ts';

/** A day of the game goes twice as fast as life. */
const SPEED = 2;

/** Three syllables stand for a word that nobody typed. */
const anyWord = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(3)), (byte) =>
    ['bdfgjklmnprstvxz'[byte & 15], 'aiou'[(byte >> 4) & 3]].join(''),
  ).join('');

/**
 * Opens the day of a chapter, a room of one, and goes to its desk; or says why it cannot.
 * @param word the same brings the same callers; '' any
 */
export async function beginChapter({ id, number }: Chapter, word = ''): Promise<Problem | null> {
  const seed = word || anyWord();
  const reply = await openRoom({ scenario: id, seed, speed: SPEED, paused: true });
  if (!reply.ok) return reply.problem;
  keepHostToken(codeIn(reply.code), reply.hostToken);
  keepProgress({ begun: { ...progress().begun, [number]: { code: reply.code, word: seed } } });
  go(pathTo('desk', reply.code));
  return null;
}
