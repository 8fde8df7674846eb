import { describe, expect, it } from 'vitest';
import { chapterScenario } from '../../../models/play/chapters.ts';
import { competenciesOf } from '../../../models/play/competencies.ts';
import { contactsOf } from '../../../models/play/contacts.ts';
import { debriefOf } from '../../../models/play/debrief.ts';
import { catalogueScenario } from '../../../models/scenario/catalogue.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';
import type { FeatureName, Further } from '../../../models/words/debrief.ts';
import { PARTING } from '../../../models/words/facts.ts';
import { SHEET_LINE } from '../../../models/words/gestures.ts';
import { STATES } from '../../../models/words/sheet.ts';
import { type Habit, played, talksFor } from '../../support/day-at-a-desk.ts';

const agent = 0;
const scenario = chapterScenario('chapitre-6') as Scenario;

/** Listens twice to every other caller, says no with a reason where something is asked. */
const habit = (): Habit => {
  const plain = talksFor(agent, 200_000);
  let nth = 0;
  return (fact) => {
    if (!('agent' in fact) || fact.agent !== agent) return [];
    if (fact.kind === 'claimed') {
      const { call } = fact;
      return [{ after: 130_000, does: { kind: 'refuse', agent, call, refusal: 'because' } }];
    }
    if (fact.kind !== 'answered') return plain(fact);
    nth += 1;
    const { call } = fact;
    const listens = [500, 50_000, 100_000].map((after) => ({
      ...{ after, does: { kind: 'listen', agent, call } as const },
    }));
    return [...(nth % 2 === 1 ? listens : []), ...plain(fact)];
  };
};

const day = played(scenario, 'further', { [agent]: habit() });
const debrief = debriefOf(scenario, day.facts, agent);
const { decisions } = debrief;
const further = debrief.further as Further;

describe('[L14] the four competencies', () => {
  it('are the mean of three things that were counted, with their calls', () => {
    const names = further.competencies.map(({ name }) => name);
    expect(names).toEqual(['communicate', 'unexpected', 'time', 'lived']);
    for (const { best, features, high, least, low, value } of further.competencies) {
      expect(features).toHaveLength(3);
      const told = features.filter(({ n }) => n > 0);
      for (const one of told) expect(one.value).toBeLessThanOrEqual(1);
      if (value === null) expect(told).toEqual([]);
      else {
        const mean = told.reduce((sum, one) => sum + one.value!, 0) / told.length;
        expect(value).toBeCloseTo(mean, 9);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(high - low).toBeGreaterThan(0.05);
      }
      for (const talk of [...best, ...least]) expect(decisions[talk]).toBeDefined();
    }
  });

  it('count what was done: who listens to every other caller has listened by half or so', () => {
    const [communicate, , , lived] = further.competencies;
    const listened = communicate!.features.find(({ name }) => name === 'listened')!;
    expect(listened.n).toBe(decisions.length);
    expect(listened.value).toBeCloseTo(Math.ceil(decisions.length / 2) / decisions.length, 1);
    const solved = lived!.features.find(({ name }) => name === 'solved')!;
    expect(solved.value).toBeCloseTo(
      decisions.filter((one) => one.solved).length /
        decisions.filter((o) => o.solved !== null).length,
      9,
    );
  });

  it('say nothing where there was no occasion', () => {
    const none = competenciesOf([], [], [], () => null, {
      ...{ gestures: true, may: () => true, weighed: true },
    });
    for (const { features, value } of none) {
      expect(value).toBeNull();
      expect(features.every(({ n }) => n === 0)).toBe(true);
    }
    const quiet = chapterScenario('chapitre-1') as Scenario;
    const one = played(quiet, 'further', { [agent]: talksFor(agent, 60_000) });
    const told = debriefOf(quiet, one.facts, agent).further!.competencies[0]!;
    expect(told.features.find(({ name }) => name === 'explained')!.n).toBe(0);
  });
});

describe('[L14] where a day leaves gestures out', () => {
  const whole = chapterScenario('chapitre-9') as Scenario;
  const { arbitration } = whole;
  const gestures = { ...arbitration!.gestures!, moves: ['hold' as const] };
  const bare: Scenario = { ...whole, arbitration: { ...arbitration!, gestures } };
  const one = played(bare, 'left out', { [agent]: talksFor(agent, 150_000) });
  const told = debriefOf(bare, one.facts, agent);
  const { competencies, cues, masks } = told.further!;
  const feature = (name: FeatureName) =>
    competencies.flatMap(({ features }) => features).find((one) => one.name === name)!;

  it('nothing counts as unheard, unexplained or unrecognised', () => {
    expect(told.decisions.length).toBeGreaterThan(2);
    expect(one.facts.some(({ kind }) => kind === 'tension')).toBe(true);
    expect(one.facts.some(({ kind }) => kind === 'claimed')).toBe(true);
    const none = ['listened', 'explained', 'cues', 'tension', 'claims', 'saidNo'] as const;
    for (const name of none) expect(feature(name), name).toMatchObject({ n: 0, value: null });
    expect(cues).toEqual([]);
    const signs = masks!.talks.flatMap((talk) => talk.signs);
    for (const sign of ['notListened', 'notExplained', 'kept', 'cold'] as const)
      expect(signs).not.toContain(sign);
  });

  it('nobody is less content, nor less well met, for what could not be done', () => {
    const partings = told.decisions.map(({ parting }) => parting);
    expect(partings).toContain(PARTING.content);
    expect(partings).not.toContain(PARTING.doubtful);
    const content = partings.filter((how) => how === PARTING.content).length;
    expect(feature('leave').value).toBeCloseTo(content / partings.length, 9);
    expect(feature('relation').value).toBeGreaterThan(0.5);
  });
});

describe('telling words', () => {
  it('are caught where listening turned the line that they betrayed', () => {
    expect(further.cues.length).toBe(decisions.length);
    for (const { heard, hint, talk } of further.cues) {
      const { shown } = decisions[talk]!;
      expect(shown!.hint).toBe(hint);
      const line = hint < STATES ? SHEET_LINE.state : SHEET_LINE.need;
      expect(heard).toBe(shown!.learnt.some((one) => one.line === line));
    }
    expect(further.cues.some(({ heard }) => heard)).toBe(true);
    expect(further.cues.some(({ heard }) => !heard)).toBe(true);
  });
});

describe('returns and lived experience', () => {
  const storm = catalogueScenario('plus-on-se-presse') as Scenario;
  const pressed = played(storm, 'further', { 0: talksFor(0, 40_000) });
  const told = debriefOf(storm, pressed.facts, 0);

  it('trace each call that came back to the talk that caused it', () => {
    const { returns } = told.further!;
    expect(returns.length).toBeGreaterThan(0);
    for (const { at, caller, from, to } of returns) {
      const [cause, back] = [told.decisions[from], told.decisions[to]];
      expect(cause ?? back).toBeDefined();
      if (cause) expect(cause).toMatchObject({ caller, back: { at } });
      if (back) expect(back.caller).toBe(caller);
      if (cause && back) expect(back.tookAt).toBeGreaterThanOrEqual(cause.at);
    }
    const back = told.decisions.filter((one) => one.back !== null);
    expect(returns.filter(({ from }) => from >= 0)).toHaveLength(back.length);
  });

  it('score the same callers by the contact alone and by the whole journey', () => {
    const { callers, contact, journey } = told.further!.lived!;
    expect(callers).toHaveLength(told.shift.served);
    for (const one of callers)
      for (const score of [one.contact, one.journey])
        if (score !== null) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        }
    expect(contact).not.toBe(journey);
    // Of a matter left open, the contact has nothing of its resolution.
    const here = further.lived!.callers;
    const open = here.filter(({ talk }) => decisions[talk]!.solved === false);
    const solved = here.filter(({ talk }) => decisions[talk]!.solved === true);
    expect(Math.min(...solved.map((one) => one.contact!))).toBeGreaterThan(
      Math.max(...open.map((one) => one.contact!)),
    );
  });

  it('leave out what the person did not do', () => {
    expect(contactsOf(storm, pressed.facts, 0, told.decisions, () => false)).toEqual([]);
  });
});
