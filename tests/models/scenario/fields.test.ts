import { describe, expect, it } from 'vitest';
import { type Problem, readScenario } from '../../../models/doors/scenario.ts';
import { bare } from '../../support/bare.ts';

// biome-ignore lint/suspicious/noExplicitAny: the point is to write what the types forbid
type Loose = any;

/** The problems of a scenario changed by `change`. */
function problemsOf(change: (file: Loose) => void): readonly Problem[] {
  const file: Loose = bare();
  change(file);
  const reading = readScenario(file);
  return reading.ok ? [] : reading.problems;
}
const told = (change: (file: Loose) => void): string[] =>
  problemsOf(change).map((one) => `${one.code} ${one.path}`);

describe('the texts of a scenario', () => {
  it('take in no control character, and says which one stands where', () => {
    const withBell = problemsOf((f) => (f.name = 'Ga\u0007re'));
    expect(withBell).toMatchObject([
      {
        ...{ code: 'E_TYPE', path: 'name' },
        says: { en: expect.stringContaining('U+0007'), fr: expect.stringContaining('U+0007') },
      },
    ]);
    for (const unseen of [
      '\u0000',
      '\n',
      '\u001b[2J',
      '\u007f',
      '\u0085',
      '\u2028',
      '\u202e',
      '\u2066',
    ]) {
      expect(told((f) => (f.types[0].name = { fr: `a${unseen}`, en: 'a' }))).toEqual([
        'E_TYPE types.0.name.fr',
      ]);
      expect(told((f) => (f.about = `a${unseen}b`))).toEqual(['E_TYPE about']);
    }
    expect(told((f) => (f.name = 'Accueil « 7 h – 9 h » 👩‍💻'))).toEqual([]);
  });

  it('are not blank', () => {
    for (const blank of [' ', '   ', '\u00a0\u202f', '\u200b', '\ufeff '])
      for (const path of ['name', 'types.0.name', 'groups.0.name']) {
        const said = problemsOf((file) => {
          const held = path === 'name' ? file : file[path.split('.')[0] as string][0];
          held.name = blank;
        });
        expect(said).toMatchObject([{ code: 'E_TYPE', path }]);
        expect(said[0]?.says.en).toContain('is nothing but blanks; write something');
        expect(said[0]?.says.fr).toContain('n’est fait que de blancs ; écrivez');
      }
    expect(told((f) => (f.name = { fr: ' ', en: 'a' }))).toEqual(['E_TYPE name.fr']);
    expect(told((f) => (f.name = ' a '))).toEqual([]);
  });

  it('are refused as the name of an event where they fill no line or are half a translation', () => {
    const named = (name: unknown): string[] =>
      told((f) => (f.types[0].bursts = [{ atMin: 1, calls: 5, name }]));
    const at = 'types.0.bursts.0.name';
    expect(named('x'.repeat(80))).toEqual([]);
    expect(named({ fr: 'Un train est supprimé', en: 'A train is cancelled' })).toEqual([]);
    expect(named('x'.repeat(81))).toEqual([`E_RANGE ${at}`]);
    expect(named('')).toEqual([`E_RANGE ${at}`]);
    expect(named({ en: 'Fog' })).toEqual([`E_TYPE ${at}.fr`]);
    expect(named('Fog\u001b[2J')).toEqual([`E_TYPE ${at}`]);
    expect(named(3)).toEqual([`E_TYPE ${at}`]);
  });
});
