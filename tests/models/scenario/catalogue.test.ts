import { describe, expect, it } from 'vitest';
import type { Recorder } from '../../../models/doors/live.ts';
import {
  CATALOGUE_IDS,
  catalogue,
  catalogueFile,
  catalogueScenario,
  intervalCount,
  readScenario,
  type ScenarioFile,
} from '../../../models/doors/scenario.ts';
import { Centre } from '../../../models/doors/study.ts';
import { HUMAN } from '../../../models/scenario/arbitration-human.ts';

const FATES = [
  ...(['abandoned', 'blocked', 'concluded'] as const),
  ...(['calledBack', 'unreached', 'dropped'] as const),
  ...(['transferred', 'tension', 'limited'] as const),
];

/** Counts what becomes of the calls; every other fact is let go. */
class Fates {
  arrived = 0;
  answered = 0;
  abandoned = 0;
  blocked = 0;
  concluded = 0;
  calledBack = 0;
  unreached = 0;
  dropped = 0;
  transferred = 0;
  tension = 0;
  limited = 0;
  waitMs = 0;
  firsts = 0;
  readonly recorder: Recorder = new Proxy({} as Recorder, {
    get: (_target, name) => {
      if (name === 'arrived')
        return (_at: number, _call: number, _caller: number, _type: number, attempt: number) => {
          this.arrived += 1;
          if (attempt === 0) this.firsts += 1;
        };
      if (name === 'answered')
        return (_at: number, _c: number, _t: number, _a: number, _g: number, waitMs: number) => {
          this.answered += 1;
          this.waitMs += waitMs;
        };
      for (const fate of FATES) if (name === fate) return () => void (this[fate] += 1);
      return () => {};
    },
  });
}

function run(id: string, days: number): Fates {
  const scenario = catalogueScenario(id);
  if (scenario === undefined) throw new Error(id);
  const fates = new Fates();
  for (let day = 0; day < days; day++) {
    const centre = new Centre(scenario, `catalogue/${day}`, fates.recorder);
    centre.run();
    expect(centre.over).toBe(true);
  }
  return fates;
}

const fileOf = (id: string): ScenarioFile => catalogueFile(id) as ScenarioFile;

describe('the catalogue', () => {
  it.each(CATALOGUE_IDS)('%s reads, and every call of a day ends', (id) => {
    const reading = readScenario(catalogueFile(id));
    expect(reading.ok ? [] : reading.problems).toEqual([]);
    const fates = run(id, 1);
    expect(fates.arrived).toBeGreaterThan(20);
    const served = fates.answered + fates.calledBack;
    expect(served + fates.abandoned + fates.blocked + fates.unreached).toBe(fates.arrived);
    expect(fates.concluded).toBe(served - fates.dropped);
  });

  it('gives a card of each, with what a person needs to choose', () => {
    const cards = catalogue();
    expect(cards.map((card) => [card.id, card.calls, card.agents])).toEqual([
      ['petit-standard', 37, 3],
      ['accueil-calme', 30, 5],
      ['accueil-normal', 50, 5],
      ['accueil-tendu', 75, 5],
      ['accueil-humain', 50, 5],
      ['plus-on-se-presse', 180, 6],
      ['dix-conseillers', 897, 10],
      ['sang-froid', 980, 10],
      ['banque-arbitree', 1571, 10],
      ['standard-hopital', 416, 14],
      ['jour-de-neige', 892, 24],
      ['petit-classique', 49, 4],
      ['banque-1999', 1571, 10],
      ['grand-centre', 19_861, 265],
    ]);
    for (const { publicView } of cards) {
      for (const text of [publicView.name, publicView.about]) {
        expect(text.fr.length).toBeGreaterThan(5);
        expect(text.en.length).toBeGreaterThan(5);
      }
      expect(publicView.source.fr).not.toBe('');
      expect(publicView.source.en).not.toBe(publicView.source.fr);
      for (const type of publicView.types) {
        expect(type.says.length).toBeGreaterThanOrEqual(4);
        for (const says of type.says) expect(says.fr.length).toBeLessThan(90);
      }
    }
  });

  it('offers first the days that have the dilemma, then the classical ones, the smallest first', () => {
    const cards = catalogue();
    const last = cards.findLastIndex(({ arbitrated }) => arbitrated);
    const [first, classical] = [cards.slice(0, last + 1), cards.slice(last + 1)];
    expect(first.every(({ arbitrated }) => arbitrated)).toBe(true);
    expect(first[0]?.id).toBe('petit-standard');
    expect(classical.map(({ id }) => id)).toEqual([
      'petit-classique',
      'banque-1999',
      'grand-centre',
    ]);
    const sizes = first.map(({ agents }) => agents);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    // For a room of 12 to 30 people.
    expect(sizes.filter((agents) => agents >= 12 && agents <= 30)).toEqual([14, 24]);
  });

  it('banque-arbitree is the bank of 1999, but that the length of a call is a decision', () => {
    const bank = ({ types, groups, day, arrivals, routing }: ScenarioFile) => ({
      ...{ groups, day, arrivals, routing },
      types: types.map(({ need, says, ...type }) => type),
    });
    const arbitrated = fileOf('banque-arbitree');
    expect(bank(arbitrated)).toEqual(bank(fileOf('banque-1999')));
    // What a need takes at the usual pace is what the records took.
    const { fixedMin = 0 } = arbitrated.arbitration?.handling ?? {};
    const { paceMin = 0 } = arbitrated.arbitration?.policy ?? {};
    for (const { handling, id, need } of arbitrated.types) {
      if (handling.law !== 'lognormal') throw new Error(id);
      const minutes = fixedMin + (need?.mean ?? 0) * (paceMin - fixedMin);
      expect(minutes, id).toBeCloseTo(handling.meanS / 60, 1);
      const spread = (need?.mean ?? 0) * (need?.cv ?? 0) * (paceMin - fixedMin);
      expect(spread / ((handling.cv * handling.meanS) / 60), id).toBeCloseTo(1, 1);
    }
  });

  it('petit-classique is the little station, with set lengths', () => {
    expect(fileOf('petit-classique').arbitration).toBeUndefined();
    expect(fileOf('petit-classique').day).toEqual(fileOf('petit-standard').day);
  });

  it('of an arbitrated day, gives callers much to say and owns that its figures are guesses', () => {
    const arbitrated = CATALOGUE_IDS.filter((id) => catalogueScenario(id)?.arbitration);
    expect(arbitrated.length).toBeGreaterThan(4);
    for (const { id, publicView } of catalogue().filter((card) => arbitrated.includes(card.id))) {
      expect(publicView.source.fr, id).toContain('hypothèses');
      expect(publicView.source.en, id).toContain('hypotheses');
      const said = publicView.types.flatMap((type) => {
        expect(type.says.length, id).toBeGreaterThanOrEqual(6);
        // Those who call in English do so in both languages.
        return type.says.flatMap(({ fr, en }) => (fr === en ? [en] : [fr, en]));
      });
      expect(new Set(said).size, id).toBe(said.length);
    }
  });

  it('hands out copies: nobody can change what the next one reads', () => {
    const file = catalogueFile('banque-1999') as { name: unknown };
    file.name = 'x';
    expect(catalogueFile('banque-1999')).not.toEqual(file);
    expect(catalogueFile('nowhere')).toBeUndefined();
    expect(catalogueScenario('nowhere')).toBeUndefined();
  });

  it('banque-1999 keeps the hours of the bank, and waits and loses about as its records do', () => {
    const scenario = catalogueScenario('banque-1999');
    expect(scenario?.day.opensAt).toBe('07:00');
    expect(scenario && intervalCount(scenario)).toBe(34);
    const priority = scenario?.types.filter((type) => type.headStartS > 0);
    expect(priority?.map((type) => [type.id, type.headStartS])).toEqual([
      ['PS-prio', 90],
      ['NE-prio', 90],
    ]);
    // 60 days: the records lose 19 % and wait 76 s; one standard error here is about 1 % and 6 s.
    const days = 60;
    const fates = run('banque-1999', days);
    expect(fates.arrived / days).toBeGreaterThan(1571 * 0.9);
    expect(fates.arrived / days).toBeLessThan(1571 * 1.1);
    expect(fates.abandoned / fates.arrived).toBeGreaterThan(0.14);
    expect(fates.abandoned / fates.arrived).toBeLessThan(0.23);
    expect(fates.waitMs / fates.answered / 1000).toBeGreaterThan(55);
    expect(fates.waitMs / fates.answered / 1000).toBeLessThan(100);
  });

  it.each([
    ['petit-standard', 0.12, 0.28, 45],
    ['petit-classique', 0.1, 0.35, 45],
  ])('%s is calm, then not', (id, least, most, calls) => {
    const fates = run(id, 50);
    expect(fates.arrived / 50).toBeGreaterThan(calls);
    expect(fates.arrived).toBeGreaterThan(fates.firsts);
    expect(fates.abandoned / fates.arrived).toBeGreaterThan(least);
    expect(fates.abandoned / fates.arrived).toBeLessThan(most);
  });

  it('accueil-humain is the town hall of any other day, with everything human on', () => {
    const human = fileOf('accueil-humain');
    const plain = fileOf('accueil-normal');
    const calls = ({ types, day }: ScenarioFile) => ({
      day,
      types: types.map(({ need, ...type }) => ({ ...type, mean: need?.mean, cv: need?.cv })),
    });
    expect(calls(human)).toEqual(calls(plain));
    const { policy, handling, returns, ...people } = human.arbitration ?? {};
    expect({ handling, returns }).toEqual({
      handling: plain.arbitration?.handling,
      returns: plain.arbitration?.returns,
    });
    expect(policy).toEqual({ ...plain.arbitration?.policy, masks: 'slide' });
    // MODEL's sizes, but for what a short day of short waits and five desks would never show.
    const { callback, supports, ...usual } = people;
    expect(callback).toEqual({ offerAboveMin: 1, deadlineMin: 20, reserve: 1 });
    expect(new Set(Object.values(supports ?? {}))).toEqual(new Set([0.5]));
    expect(new Set(Object.values(usual).map((part) => JSON.stringify(part)))).toEqual(
      new Set(['{}']),
    );
    // Gestures are of game days alone.
    const usually = Object.keys(HUMAN).filter((part) => part !== 'gestures');
    expect(Object.keys(people).sort()).toEqual(usually.sort());
    expect(human.groups.map((group) => [group.staff, group.policy])).toEqual([
      [3, undefined],
      [2, { name: 'priceNext', masks: 'slide' }],
    ]);
  });

  it('accueil-humain shows what people do: masks that slide, limits, calls back', () => {
    const days = 60;
    const fates = run('accueil-humain', days);
    for (const fate of ['calledBack', 'unreached', 'transferred', 'tension', 'limited'] as const)
      expect(fates[fate], fate).toBeGreaterThan(5);
    expect(fates.abandoned / fates.arrived).toBeGreaterThan(0.05);
    expect(fates.abandoned / fates.arrived).toBeLessThan(0.2);
    // Nothing of this on the same day without people.
    const plain = run('accueil-normal', days);
    expect(plain.calledBack + plain.transferred + plain.tension + plain.limited).toBe(0);
  });
});
