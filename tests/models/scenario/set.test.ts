import { describe, expect, it } from 'vitest';
import { readScenario, setPath } from '../../../models/doors/scenario.ts';
import { bare, rich } from '../centre/centres.ts';

// biome-ignore lint/suspicious/noExplicitAny: a scenario file is looked into as plain JSON
type Loose = any;

function set(path: string, value: string, file: unknown = rich()): Loose {
  const done = setPath(file, path, value);
  if (!done.ok) throw new Error(done.problem.says.en);
  return done.file;
}
const refusal = (path: string, value = '1', file: unknown = rich()): string => {
  const done = setPath(file, path, value);
  return done.ok
    ? 'accepted'
    : `${done.problem.code} ${done.problem.path}: ${done.problem.says.en}`;
};

describe('changing one value of a scenario', () => {
  it('finds items by id or by position', () => {
    expect(set('groups.front.staff', '12').groups[0].staff).toBe(12);
    expect(set('groups.1.staff', '7').groups[1].staff).toBe(7);
    expect(set('groups.front.skills.bagages.speed', '2').groups[0].skills[1].speed).toBe(2);
    expect(set('types.billets.perHour.2', '99').types[0].perHour).toEqual([20, 40, 99, 10]);
  });

  it('takes JSON as JSON and anything else as a text', () => {
    expect(set('groups.front.staff', '[1,2,3,4]').groups[0].staff).toEqual([1, 2, 3, 4]);
    expect(set('day.opensAt', '07:00').day.opensAt).toBe('07:00');
    expect(set('lines.trunks', 'null').lines.trunks).toBeNull();
    expect(set('name', 'Mon centre').name).toBe('Mon centre');
  });

  it('begins what the file left to its default', () => {
    const file = set('serviceLevel.targetS', '60', bare());
    expect(file.serviceLevel).toEqual({ targetS: 60 });
    expect(readScenario(file).ok).toBe(true);
    expect(set('types.appel.redial.probability', '0.5', bare()).types[0].redial).toEqual({
      probability: 0.5,
    });
  });

  it('leaves the file it was given as it was', () => {
    const file = rich();
    setPath(file, 'groups.front.staff', '12');
    expect(file).toEqual(rich());
  });

  it('lists what exists where the path goes astray', () => {
    expect(refusal('groups.fron.staff')).toBe(
      'E_UNKNOWN groups.fron: Nothing is called "fron" in "groups"; the choices are: front, back.',
    );
    expect(refusal('groups.2.staff')).toMatch(/^E_UNKNOWN groups\.2: /);
    expect(refusal('types.0.perHour.4')).toBe(
      'E_UNKNOWN types.0.perHour.4: Nothing is called "4" in "types.0.perHour"; the choices are: 0 … 3.',
    );
    expect(refusal('day.length')).toMatch(
      /^E_TYPE day\.length: .*the fields are: opensAt, lengthMin, intervalMin/,
    );
    expect(refusal('groups.front.staf')).toBe(
      'E_TYPE groups.0.staf: "staf" does not exist here; did you mean "staff"?',
    );
    expect(refusal('day.opensAt.hour')).toBe(
      'E_TYPE day.opensAt.hour: "hour" does not exist here: it takes no fields.',
    );
    expect(refusal('')).toMatch(/^E_TYPE "": /);
    expect(refusal('types.appel.bursts.0.calls', '3', bare())).toMatch(/^E_TYPE types\.0\.bursts/);
  });

  it('never reaches a prototype', () => {
    for (const path of [
      '__proto__.polluted',
      'day.__proto__.polluted',
      'groups.__proto__.x',
      'constructor.prototype.polluted',
      'groups.length',
    ])
      expect(refusal(path)).not.toBe('accepted');
    expect(({} as Loose).polluted).toBeUndefined();
  });
});
