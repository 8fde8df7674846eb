import type { Chapter } from '../../models/doors/game.ts';
import type { Problem } from '../../models/doors/scenario.ts';
import { go, pathTo } from '../route.ts';
import { codeIn } from '../wire/code.ts';
import { getRoom, openRoom } from '../wire/http.ts';
import { hostToken, keepHostToken } from '../wire/kept.ts';
import { keepProgress, progress } from './progress.ts';

/** A day of the game goes twice as fast as life. */
const SPEED = 2;

/** Three syllables stand for a word that nobody typed. */
const anyWord = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(3)), (byte) =>
    ['bdfgjklmnprstvxz'[byte & 15], 'aiou'[(byte >> 4) & 3]].join(''),
  ).join('');

/** The day of this chapter that was opened here and whose clock has not run; undefined: none. */
async function unbegun(number: number, word: string): Promise<string | undefined> {
  const { done } = progress();
  const day = progress().begun[number];
  if (!day || done.includes(number) || (word !== '' && word !== day.word)) return undefined;
  if (hostToken(codeIn(day.code)) === undefined) return undefined;
  const reply = await getRoom(day.code);
  return reply.ok && reply.clock.at === 0 && !reply.clock.over ? day.code : undefined;
}

/**
 * Opens the day of a chapter, a room of one, and goes to its desk; or says why it cannot. One that
 * was opened and has not begun is taken, rather than a second one.
 * @param word the same brings the same callers; '' any
 */
export async function beginChapter({ id, number }: Chapter, word = ''): Promise<Problem | null> {
  const before = await unbegun(number, word);
  if (before !== undefined) {
    go(pathTo('desk', before));
    return null;
  }
  const seed = word || anyWord();
  const reply = await openRoom({ scenario: id, seed, speed: SPEED, paused: true });
  if (!reply.ok) return reply.problem;
  keepHostToken(codeIn(reply.code), reply.hostToken);
  keepProgress({ begun: { ...progress().begun, [number]: { code: reply.code, word: seed } } });
  go(pathTo('desk', reply.code));
  return null;
}
