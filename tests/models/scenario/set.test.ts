import { describe, expect, it } from 'vitest';
import { readScenario, setPath } from '../../../models/doors/scenario.ts';
import { bare } from '../../support/bare.ts';
import { rich } from '../centre/centres.ts';

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

  it('changes what is there by as much as is said', () => {
    expect(set('groups.front.staff', '+1').groups[0].staff).toEqual([3, 5, 4.5, 3]);
    expect(set('groups.back.staff', '-1').groups[1].staff).toBe(0);
    expect(set('types.billets.perHour', '*1.1').types[0].perHour).toEqual([22, 44, 33, 11]);
    expect(set('types.billets.perHour', '-10%').types[0].perHour).toEqual([18, 36, 27, 9]);
    expect(set('types.billets.handling.meanS', '/2').types[0].handling.meanS).toBe(90);
    expect(set('types.bagages.patience.meanS', '+10%').types[1].patience.meanS).toBe(330);
    // What the file leaves to its default is changed from there.
    expect(set('types.appel.handlingFactor', '*1.2', bare()).types[0].handlingFactor).toBe(1.2);
    // A closed hour stays closed.
    const late = set('groups.back.staff', '[0,2,2,0]');
    expect(set('groups.back.staff', '+1', late).groups[1].staff).toEqual([0, 3, 3, 0]);
  });

  it('changes each item of a list under *', () => {
    const more = set('types.*.perHour', '+50%');
    expect(more.types.map(({ perHour }: Loose) => perHour)).toEqual([[30, 60, 45, 15], 18]);
    expect(set('groups.*.skills.*.speed', '2').groups[0].skills[1].speed).toBe(2);
    expect(set('groups.*.shrinkage', '0.2').groups[1].shrinkage).toBe(0.2);
    expect(refusal('day.*', '2')).toBe(
      'E_UNKNOWN day.*: "*" stands for each item of a list; "day" has none here.',
    );
    expect(refusal('groups.*.staf')).toBe(
      'E_TYPE groups.0.staf: "staf" does not exist here; did you mean "staff"?',
    );
  });

  it('[A6] changes the calls on record with the rates, and those of one type alone', () => {
    expect(set('types.*.perHour', '*1.1').trace.volume).toBe(1.1);
    const one = set('types.bagages.perHour', '-20%');
    expect(one.trace.volume).toEqual([1, 0.8]);
    expect(set('types.*.perHour', '*2', one).trace.volume).toEqual([2, 1.6]);
    expect(readScenario(one).ok).toBe(true);
    expect(set('types.billets.perHour', '30').trace.volume).toBeUndefined();
  });

  it('says what is no change, and where there is nothing to change', () => {
    expect(refusal('groups.back.staff', '*1,1')).toBe(
      'E_TYPE groups.1.staff: "*1,1" is no change; write *1.1, /2, +10%, -10%, +1 or -1, with a decimal point.',
    );
    expect(refusal('types.billets.perHour', '-200%')).toMatch(/is no change/);
    expect(refusal('types.billets.perHour', '/0')).toMatch(
      /^E_TYPE types\.0\.perHour: .* is no change/,
    );
    expect(refusal('types.billets.handling', '*1.1')).toMatch(
      /is a law, not a number; .*meanS=\*1\.1/,
    );
    expect(refusal('lines.waitingPlaces', '+1', bare())).toMatch(/has no number to change/);
    // A text is a text, and a number below 0 is one where it may stand.
    expect(set('name', '+10%').name).toBe('+10%');
    const mood = set('types.billets.need', '{"mood":0.5}');
    expect(set('types.billets.need.mood', '-1', mood).types[0].need.mood).toBe(-1);
    expect(set('types.billets.need.mood', '+0.25', mood).types[0].need.mood).toBe(0.75);
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
