import { describe, expect, it } from 'vitest';
import {
  dayCost,
  expectedCalls,
  MAX_AGENTS,
  MAX_DAY_EVENTS,
  MAX_TOLD,
  type Problem,
  readScenario,
  readScenarioText,
  studyTooCostly,
} from '../../../models/doors/scenario.ts';
import { bare } from '../../support/bare.ts';
import { rich } from '../centre/centres.ts';

// biome-ignore lint/suspicious/noExplicitAny: the point is to write what the types forbid
type Loose = any;

/** The problems of a scenario changed by `change`. */
function problemsOf(change: (file: Loose) => void, file: Loose = bare()): readonly Problem[] {
  change(file);
  const reading = readScenario(file);
  return reading.ok ? [] : reading.problems;
}
const told = (change: (file: Loose) => void, file?: Loose): string[] =>
  problemsOf(change, file).map((one) => `${one.code} ${one.path}`);

describe('reading a scenario', () => {
  it('fills in the defaults, and reads back what it wrote as itself', () => {
    for (const file of [bare(), rich()]) {
      const first = readScenario(file);
      expect(first.ok && first.scenario.serviceLevel.targetS).toBe(
        file === undefined ? 0 : (file.serviceLevel?.targetS ?? 20),
      );
      if (!first.ok) return;
      const again = readScenario(JSON.parse(JSON.stringify(first.scenario)));
      expect(again).toEqual(first);
    }
  });

  it('leaves the value it was given as it was', () => {
    const file = rich();
    readScenario(file);
    expect(file).toEqual(rich());
  });

  it('says what is wrong, where and what to do, in both languages', () => {
    const [problem] = problemsOf((file) => {
      file.groups[0].skills[0].type = 'voyage';
      file.types[0].id = 'voyages';
    });
    expect(problem).toEqual({
      code: 'E_UNKNOWN',
      path: 'groups.0.skills.0.type',
      says: {
        fr: 'Aucun type de contact ne s’appelle « voyage » ; les choix sont : voyages.',
        en: 'No contact type is called "voyage"; the choices are: voyages.',
      },
    });
  });

  it('guesses the field that was meant', () => {
    const [problem] = problemsOf((file) => {
      file.groups[0].staf = 4;
    });
    expect(problem?.says.fr).toBe('« staf » n’existe pas ici ; vouliez-vous dire « staff » ?');
    expect(problem?.says.en).toBe('"staf" does not exist here; did you mean "staff"?');
  });
});

describe('what the schema refuses', () => {
  const cases: [what: string, change: (file: Loose) => void, expected: string][] = [
    ['a missing field', (f) => delete f.types, 'E_TYPE types'],
    ['another format', (f) => (f.format = 'contretemps/9'), 'E_VERSION format'],
    ['a text for a number', (f) => (f.day.lengthMin = '60'), 'E_TYPE day.lengthMin'],
    ['a number too small', (f) => (f.day.lengthMin = 0), 'E_RANGE day.lengthMin'],
    ['a number too large', (f) => (f.groups[0].speed = 11), 'E_RANGE groups.0.speed'],
    ['half a count', (f) => (f.lines = { trunks: 1.5 }), 'E_RANGE lines.trunks'],
    ['a count beyond all', (f) => (f.lines = { trunks: 2 ** 60 }), 'E_RANGE lines.trunks'],
    ['an hour that is none', (f) => (f.day.opensAt = '9h'), 'E_TYPE day.opensAt'],
    ['an id with a blank', (f) => (f.types[0].id = 'a b'), 'E_TYPE types.0.id'],
    [
      'an unknown law',
      (f) => (f.types[0].handling = { law: 'normal' }),
      'E_TYPE types.0.handling.law',
    ],
    ['no law', (f) => (f.types[0].handling = {}), 'E_TYPE types.0.handling.law'],
    ['a field of another law', (f) => (f.types[0].handling.cv = 1), 'E_TYPE types.0.handling.cv'],
    ['an unknown choice', (f) => (f.routing = { agents: 'best' }), 'E_TYPE routing.agents'],
    ['an empty list', (f) => (f.types = []), 'E_RANGE types'],
    ['an empty text', (f) => (f.name = ''), 'E_RANGE name'],
    ['half a translation', (f) => (f.name = { fr: 'x' }), 'E_TYPE name.en'],
    ['a text too long', (f) => (f.name = 'x'.repeat(501)), 'E_RANGE name'],
    ['a list too long', (f) => (f.types[0].says = Array(51).fill('x')), 'E_RANGE types.0.says'],
    ['one bad rate of many', (f) => (f.types[0].perHour = [1, -1]), 'E_RANGE types.0.perHour.1'],
    ['a list in a list', (f) => (f.types[0].perHour = [1, [2]]), 'E_TYPE types.0.perHour.1'],
    ['a field unknown', (f) => (f.queue = 3), 'E_TYPE queue'],
    ['null for a group', (f) => (f.groups[0] = null), 'E_TYPE groups.0'],
  ];
  it.each(cases)('%s', (_what, change, expected) => {
    expect(told(change)).toEqual([expected]);
  });

  it('whatever is no object at all', () => {
    for (const raw of [null, undefined, 3, 'x', true, [], () => 1, Symbol('x'), 10n, new Date(0)]) {
      const reading = readScenario(raw);
      expect(reading.ok).toBe(false);
      if (!reading.ok) expect(reading.problems[0]?.code).toBe('E_TYPE');
    }
  });
});

describe('what does not hold together', () => {
  const cases: [what: string, change: (file: Loose) => void, expected: string][] = [
    ['two types of one name', (f) => f.types.push(f.types[0]), 'E_DUP types.1.id'],
    ['two groups of one name', (f) => f.groups.push(f.groups[0]), 'E_DUP groups.1.id'],
    [
      'a skill twice',
      (f) => f.groups[0].skills.push({ type: 'appel' }),
      'E_DUP groups.0.skills.1.type',
    ],
    [
      'a type nobody handles',
      (f) => f.types.push({ ...f.types[0], id: 'b' }),
      'E_RANGE types.1.id',
    ],
    [
      'a type whose groups are empty',
      (f) => {
        f.types.push({ ...f.types[0], id: 'b' });
        f.groups.push({ id: 'g', name: 'G', staff: 0, skills: [{ type: 'b' }] });
      },
      'E_RANGE types.1.id',
    ],
    [
      'rates for three of two intervals',
      (f) => (f.types[0].perHour = [1, 2, 3]),
      'E_RANGE types.0.perHour',
    ],
    ['staff for one of two intervals', (f) => (f.groups[0].staff = [1]), 'E_RANGE groups.0.staff'],
    [
      'a uniform law upside down',
      (f) => (f.types[0].handling = { law: 'uniform', minS: 9, maxS: 3 }),
      'E_RANGE types.0.handling.minS',
    ],
    [
      'weights that miss 1',
      (f) =>
        (f.types[0].handling = { law: 'hyperexponential', phases: [{ share: 0.5, meanS: 9 }] }),
      'E_RANGE types.0.handling.phases',
    ],
    [
      'a table that stands still',
      (f) => (f.types[0].patience = { law: 'empirical', valuesS: [5, 5], cumulative: [0.1, 0.2] }),
      'E_RANGE types.0.patience.valuesS.1',
    ],
    [
      'a table that goes down',
      (f) => (f.types[0].patience = { law: 'empirical', valuesS: [5, 6], cumulative: [0.3, 0.2] }),
      'E_RANGE types.0.patience.cumulative.1',
    ],
    [
      'a table of unequal columns',
      (f) => (f.types[0].patience = { law: 'empirical', valuesS: [5, 6], cumulative: [0.3] }),
      'E_RANGE types.0.patience.cumulative',
    ],
    [
      'a handling table without an end',
      (f) => (f.types[0].handling = { law: 'empirical', valuesS: [5], cumulative: [0.3] }),
      'E_RANGE types.0.handling.tailMeanS',
    ],
    [
      'an endless handling',
      (f) => (f.types[0].handling = { law: 'infinite' }),
      'E_RANGE types.0.handling.law',
    ],
    ['a warm-up of a day', (f) => (f.day.warmUpMin = 60), 'E_RANGE day.warmUpMin'],
    [
      'a break after closing',
      (f) => (f.groups[0].breaks = [{ atMin: 60, lengthMin: 5, agents: 1 }]),
      'E_RANGE groups.0.breaks.0.atMin',
    ],
    [
      'a break for more than there are',
      (f) => (f.groups[0].breaks = [{ atMin: 6, lengthMin: 5, agents: 4 }]),
      'E_RANGE groups.0.breaks.0.agents',
    ],
    [
      'a burst after closing',
      (f) => (f.types[0].bursts = [{ atMin: 61, calls: 5 }]),
      'E_RANGE types.0.bursts.0.atMin',
    ],
    ['nobody at all', (f) => (f.groups[0].staff = [0, 0]), 'E_RANGE groups'],
    [
      'too many people',
      (f) => f.groups.push({ ...f.groups[0], id: 'b', staff: MAX_AGENTS - 2 }),
      'E_SIZE groups',
    ],
    [
      'too many intervals',
      (f) => (f.day = { lengthMin: 4000, intervalMin: 1 }),
      'E_SIZE day.intervalMin',
    ],
  ];
  it.each(cases)('%s', (_what, change, expected) => {
    expect(told(change)).toEqual([expected]);
  });

  it('exactly as many people as are allowed', () => {
    expect(told((f) => f.groups.push({ ...f.groups[0], id: 'b', staff: MAX_AGENTS - 3 }))).toEqual(
      [],
    );
  });

  const trace = (change: (columns: Loose) => void): string[] =>
    told((file) => change(file.trace), rich());
  it('the columns of a trace', () => {
    expect(trace(() => {})).toEqual([]);
    expect(trace((t) => t.type.pop())).toEqual(['E_RANGE trace.type']);
    expect(trace((t) => t.caller.push(1))).toEqual(['E_RANGE trace.caller']);
    expect(trace((t) => (t.atS[1] = 4))).toEqual(['E_RANGE trace.atS.1']);
    expect(trace((t) => (t.atS[3] = 7200))).toEqual(['E_RANGE trace.atS.3']);
    expect(trace((t) => (t.type[2] = 2))).toEqual(['E_UNKNOWN trace.type.2']);
  });
});

describe('what would be too much', () => {
  it('tells 20 problems and counts the rest', () => {
    const reading = readScenario({
      ...bare(),
      types: Array(30).fill(null),
      groups: Array(15).fill(3),
    });
    expect(reading.ok).toBe(false);
    if (reading.ok) return;
    expect(reading.problems).toHaveLength(MAX_TOLD);
    expect(reading.more).toBe(25);
  });

  it('depth: 32 levels are read, 33 are refused before anything looks at them', () => {
    const nested = (levels: number): unknown => {
      let value: unknown = 1;
      for (let i = 0; i < levels; i++) value = [value];
      return value;
    };
    const refusal = (levels: number): string | undefined => {
      const reading = readScenario(nested(levels));
      return reading.ok ? undefined : reading.problems[0]?.code;
    };
    expect(refusal(32)).toBe('E_TYPE');
    expect(refusal(33)).toBe('E_SIZE');
    expect(refusal(100_000)).toBe('E_SIZE');
  });

  it('size: a list, a text and a whole file', () => {
    expect(told((file) => (file.types[0].perHour = new Array(1_000_001)))).toEqual([
      'E_SIZE types.0.perHour',
    ]);
    const text = readScenarioText(`"${'x'.repeat(8_000_000)}"`);
    expect(!text.ok && text.problems[0]?.code).toBe('E_SIZE');
    const wide = readScenario(Array.from({ length: 1100 }, () => new Array(1000).fill(0)));
    expect(!wide.ok && wide.problems[0]?.code).toBe('E_SIZE');
  });

  it('events: the limit itself is allowed, a little more is not', () => {
    const file = bare();
    const [type] = file.types;
    if (type === undefined) throw new Error('no type');
    file.day.lengthMin = 24_000;
    // Movements of three agents all day: 6; the rest are calls of 400 hours.
    type.perHour = (MAX_DAY_EVENTS - 6.001) / 400;
    const reading = readScenario(file);
    expect(reading.ok && dayCost(reading.scenario).events).toBeCloseTo(MAX_DAY_EVENTS - 0.001, 5);
    type.perHour += 0.01;
    expect(told(() => {}, file)).toEqual(['E_COST types.0']);
  });

  it('returns without end', () => {
    const again = { probability: 1, delay: { law: 'deterministic', valueS: 0 } };
    expect(told((file) => (file.types[0].redial = again))).toEqual(['E_COST types.0']);
    expect(told((file) => (file.types[0].redial = { ...again, probability: 0.9 }))).toEqual([]);
  });

  it('a study', () => {
    const reading = readScenario(bare());
    if (!reading.ok) throw new Error('not read');
    const most = Math.floor(2e9 / dayCost(reading.scenario).events);
    expect(studyTooCostly(reading.scenario, most)).toBeNull();
    expect(studyTooCostly(reading.scenario, most + 1)).toMatchObject({
      code: 'E_COST',
      path: 'replications',
    });
  });
});

describe('expected calls', () => {
  const callsOf = (change: (file: Loose) => void): number => {
    const file: Loose = bare();
    change(file);
    const reading = readScenario(file);
    if (!reading.ok) throw new Error(reading.problems[0]?.says.en);
    return expectedCalls(reading.scenario);
  };
  it('constant, by interval, with a short last one, linear, bursts and trace', () => {
    expect(callsOf(() => {})).toBe(60);
    expect(callsOf((f) => (f.types[0].perHour = [20, 40]))).toBe(30);
    expect(callsOf((f) => Object.assign(f, { day: { lengthMin: 45 } }))).toBe(45);
    // 20 rising to 40 over half an hour, then 40: (20+40)/2/2 + 40/2.
    expect(callsOf((f) => Object.assign(f.types[0], { perHour: [20, 40], shape: 'linear' }))).toBe(
      35,
    );
    expect(callsOf((f) => (f.types[0].bursts = [{ atMin: 50, calls: 30, lengthMin: 20 }]))).toBe(
      75,
    );
    expect(
      callsOf((f) => {
        f.types[0].perHour = 0;
        f.trace = { source: 'x', atS: [1, 2], type: [0, 0] };
      }),
    ).toBe(2);
  });
});

describe('special values', () => {
  it('NaN and infinities are refused at their place', () => {
    for (const value of [Number.NaN, Infinity, -Infinity])
      expect(told((file) => (file.types[0].handling.meanS = value))).toEqual([
        'E_RANGE types.0.handling.meanS',
      ]);
  });

  it('minus zero becomes zero', () => {
    const reading = readScenario({ ...bare(), arrivals: { busynessCv: -0 } });
    expect(reading.ok && Object.is(reading.scenario.arrivals.busynessCv, 0)).toBe(true);
  });

  it('names that belong to the language are refused, and pollute nothing', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const file = JSON.parse(`{"${key}": {"polluted": 1}}`);
      expect(told((f) => Object.assign(f.types[0], { handling: file }))[0]).toMatch(
        /^E_TYPE types\.0\.handling/,
      );
      const text = JSON.stringify(bare()).replace('"format"', `"${key}":{"polluted":1},"format"`);
      const reading = readScenarioText(text);
      expect(!reading.ok && reading.problems[0]?.path).toBe(key);
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('a getter that throws is answered', () => {
    const file = Object.defineProperty({}, 'format', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    const reading = readScenario(file);
    expect(!reading.ok && reading.problems[0]?.code).toBe('E_TYPE');
  });
});

describe('text that is not JSON', () => {
  const cases: [text: string, at: string][] = [
    ['', 'Ligne 1, colonne 1 : ce texte est vide'],
    ['{"a": }', 'Ligne 1, colonne 7 : il manque ici la valeur du champ'],
    ['{"a": , "b": 1}', 'Ligne 1, colonne 7 : il manque ici la valeur du champ'],
    ['[1, , 2]', 'Ligne 1, colonne 5 : il y a une virgule de trop'],
    ['[1, 2,\n]', 'Ligne 2, colonne 1 : il y a une virgule de trop'],
    ['[, 1]', 'Ligne 1, colonne 2 : ce signe est de trop'],
    ['{, "a": 1}', 'Ligne 1, colonne 2 : ce signe est de trop'],
    ['}', 'Ligne 1, colonne 1 : ce signe est de trop'],
    ['[}', 'Ligne 1, colonne 2 : ce signe est de trop'],
    ['{', 'Ligne 1, colonne 2 : le texte s’arrête trop tôt'],
    ['{\n  "a": 1,\n}', 'Ligne 3, colonne 1 : il y a une virgule de trop'],
    ['[1, 2', 'Ligne 1, colonne 6 : le texte s’arrête trop tôt'],
    ['{a: 1}', 'Ligne 1, colonne 2 : il faut ici le nom d’un champ'],
    ['{"a" 1}', 'Ligne 1, colonne 6 : il faut ici deux-points'],
    ['["a" 1]', 'Ligne 1, colonne 6 : il faut ici une virgule ou ]'],
    ['["abc]', 'Ligne 1, colonne 2 : ces guillemets ne sont pas refermés'],
    ['["a\\x"]', 'Ligne 1, colonne 4 : ce texte entre guillemets contient un caractère interdit'],
    ["['a']", 'Ligne 1, colonne 2 : les textes se mettent entre guillemets doubles'],
    ['{} []', 'Ligne 1, colonne 4 : il y a encore du texte après la fin'],
    ['\n // le jour\n{}', 'Ligne 2, colonne 2 : un fichier JSON n’a pas de commentaires'],
    ['[01]', 'Ligne 1, colonne 3 : il faut ici une virgule ou ]'],
    ['[NaN]', 'Ligne 1, colonne 2 : il faut ici une valeur'],
  ];
  it.each(cases)('%j', (text, at) => {
    const reading = readScenarioText(text);
    expect(!reading.ok && reading.problems[0]?.says.fr.startsWith(at)).toBe(true);
  });

  it('reads a file that begins with a byte order mark', () => {
    expect(readScenarioText(`\uFEFF${JSON.stringify(bare())}`).ok).toBe(true);
  });
});
