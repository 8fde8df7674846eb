import { describe, expect, it } from 'vitest';
import { en } from '../../client/text/en.ts';
import { encounterWords } from '../../client/text/encounter.ts';
import { fr } from '../../client/text/fr.ts';
import { gameWords } from '../../client/text/game.ts';
import { labEditWords } from '../../client/text/lab-edit.ts';
import { setLanguage } from '../../client/text/language.ts';
import { meetingWords } from '../../client/text/meeting.ts';
import { moveWords } from '../../client/text/moves.ts';
import { policyWords } from '../../client/text/policies.ts';
import { typeset, typesetAll } from '../../client/text/typeset.ts';
import { wallWords } from '../../client/text/wall.ts';
import { whatIfWords } from '../../client/text/what-if.ts';
import { worthWords } from '../../client/text/worth.ts';

type Leaf = readonly [path: string, text: string];

/** Every sentence of a language, those that functions make with these samples included. */
function leaves(tree: object, samples: readonly unknown[], path = ''): Leaf[] {
  return Object.entries(tree).flatMap(([key, value]): Leaf[] => {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value !== 'function') return leaves(value as object, samples, here);
    return samples.map((sample, i) => [`${here}(${i})`, String(value(sample, 'xyz', 'xyz'))]);
  });
}

function spoken(language: 'fr' | 'en', words: () => object): object {
  setLanguage(language);
  return words();
}

const BOTH = [
  { name: 'the client', french: fr, english: en },
  { name: 'the wall', french: spoken('fr', wallWords), english: spoken('en', wallWords) },
  { name: 'policies', french: spoken('fr', policyWords), english: spoken('en', policyWords) },
  { name: 'meeting', french: spoken('fr', meetingWords), english: spoken('en', meetingWords) },
  { name: 'the form', french: spoken('fr', labEditWords), english: spoken('en', labEditWords) },
  { name: 'the game', french: spoken('fr', gameWords), english: spoken('en', gameWords) },
  {
    name: 'encounters',
    french: spoken('fr', encounterWords),
    english: spoken('en', encounterWords),
  },
  { name: 'the moves', french: spoken('fr', moveWords), english: spoken('en', moveWords) },
  {
    name: 'the same callers',
    french: spoken('fr', whatIfWords),
    english: spoken('en', whatIfWords),
  },
  {
    name: 'the worth of time',
    french: spoken('fr', worthWords),
    english: spoken('en', worthWords),
  },
];
const SAMPLES = [0, 1, 2, 1_118];

describe.each(BOTH)('the words of $name', ({ french, english }) => {
  const frs = leaves(french, SAMPLES);
  const ens = new Map(leaves(english, SAMPLES));

  it('have the same keys in both languages, and none is empty', () => {
    expect([...ens.keys()]).toEqual(frs.map(([path]) => path));
    for (const [path, text] of [...frs, ...ens]) expect(text.trim(), path).not.toBe('');
  });

  it('write French as it is printed', () => {
    for (const [path, text] of frs) {
      expect(text, path).not.toMatch(/['"`]|\.\.\./);
      expect(text, `${path}: a space is missing`).not.toMatch(/[^\s\u00a0\u202f«][;!?»]/);
      expect(text, `${path}: a space is missing`).not.toMatch(/«[^\s\u00a0]|\p{L}:(?!\/)/u);
    }
  });

  it('write English without straight quotes', () => {
    for (const [path, text] of ens) expect(text, path).not.toMatch(/['"`]|\.\.\./);
  });

  it('call nobody a user, and nothing an error', () => {
    const unkind = /\b(erreur|error|utilisateur|user|invalide?|échec|failed)\b/i;
    for (const [path, text] of [...frs, ...ens]) expect(text, path).not.toMatch(unkind);
  });

  it('are of like length: a button that holds one language holds the other', () => {
    for (const [path, text] of frs) {
      const other = ens.get(path) ?? '';
      const [short, long] = [text.length, other.length].sort((a, b) => a - b);
      expect(long, `${path}: « ${text} » / "${other}"`).toBeLessThanOrEqual(
        (short ?? 0) * 1.6 + 12,
      );
    }
  });
});

describe('French spaces', () => {
  it('never let a sign go to the next line alone', () => {
    const set = leaves(typesetAll(fr), SAMPLES).map(([, text]) => text);
    for (const text of set) expect(text).not.toMatch(/ [;:!?»]|« /);
  });

  it('are narrow before ; ! ?, wide before : and inside guillemets, and hold figures to units', () => {
    expect(typeset('Quoi ? « Oui » : 12 min !')).toBe(
      'Quoi\u202f? «\u00a0Oui\u00a0»\u00a0: 12\u00a0min\u202f!',
    );
    expect(typeset('à 10 heures')).toBe('à 10 heures');
  });

  it('leave what is already set as it is', () => {
    const once = typeset('Vraiment ? « Oui » !');
    expect(typeset(once)).toBe(once);
  });
});
