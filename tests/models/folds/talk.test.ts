import { describe, expect, it } from 'vitest';
import { startDesk, stepDesk } from '../../../models/doors/live.ts';
import { catalogueScenario, publicViewOf, type Scenario } from '../../../models/doors/scenario.ts';
import {
  type Encounters,
  startEncounters,
  stepEncounters,
} from '../../../models/folds/views/encounter.ts';
import { stepPromise } from '../../../models/folds/views/talk.ts';
import type { Fact } from '../../../models/words/facts.ts';
import { CLAIM, GESTURE, REFUSAL, SHEET_LINE } from '../../../models/words/gestures.ts';

/** What was said and done in a talk is read from the facts, by whoever comes when (RULES G2). */

const BASE = { n: 0, call: 7, agent: 0 };
const fact = (kind: Fact['kind'], at: number, more: object = {}): Fact =>
  ({ ...BASE, kind, at, ...more }) as unknown as Fact;

function folded(facts: readonly Fact[], level = 0): Encounters {
  const call = { call: 7, attempt: 1, unreached: false, level, encounter: null };
  const view: Encounters = { ...startEncounters(), call };
  for (const one of facts) stepEncounters(view, one);
  return view;
}

const VOICED = fact('voiced', 0, { ordinal: 3, motive: 2, context: 1, hint: 4 });
const begun = (at: number, gesture: number, lastsMs: number) =>
  fact('gesture', at, { gesture, lastsMs });
const over = (at: number, gesture: number, doneMs: number) =>
  fact('gestured', at, { gesture, doneMs });
const said = ({ talks }: Encounters) => talks.at(-1)?.lines.map(({ what }) => what);

describe('the words of a talk', () => {
  it('begin with who calls, and for which time', () => {
    const { talks } = folded([VOICED, fact('claimed', 0)]);
    expect(talks).toMatchObject([{ call: 7, ordinal: 3, motive: 2, attempt: 1 }]);
    expect(said(folded([VOICED, fact('claimed', 0)]))).toEqual(['opening', 'claim']);
  });

  it('tell what listening turned, or that it was cut short', () => {
    const listened = [VOICED, begun(1, GESTURE.listen, 30), over(31, GESTURE.listen, 30)];
    const turned = fact('learnt', 31, { line: SHEET_LINE.need, value: 2 });
    expect(said(folded([...listened, turned]))).toEqual(['opening', 'gesture', 'need']);
    const cut = [VOICED, begun(1, GESTURE.listen, 30), over(9, GESTURE.listen, 8)];
    expect(said(folded(cut))).toEqual(['opening', 'gesture', 'cutShort']);
  });

  it('tell how a refusal was taken, with what was said beside it', () => {
    const no = [begun(1, GESTURE.refuse, 6), over(7, GESTURE.refuse, 6)];
    const taken = (how: number) => fact('refused', 7, { with: 3, taken: how });
    const view = folded([VOICED, ...no, taken(REFUSAL.accepted)]);
    expect(view.talks[0]?.lines.slice(1)).toMatchObject([
      { what: 'refusal', value: 3 },
      { what: 'refusedWell' },
    ]);
    expect(said(folded([VOICED, ...no, taken(REFUSAL.unjust)]))?.at(-1)).toBe('refusedBadly');
  });

  it('know a caller who was handed on cold from one whose story was told', () => {
    const on = fact('transferred', 30, { group: 1, talkMs: 0, holdMs: 0 });
    const told = [begun(1, GESTURE.brief, 25), over(26, GESTURE.brief, 25)];
    expect(said(folded([VOICED, on]))).toEqual(['opening', 'pass', 'passedCold']);
    expect(said(folded([VOICED, ...told, on]))?.at(-1)).toBe('passedWarm');
  });

  it('know a promise to call back, which looks like handing on until it is told', () => {
    const on = fact('transferred', 30, { group: 0, talkMs: 0, holdMs: 0 });
    const view = folded([VOICED, on]);
    stepPromise(view, fact('promised', 30) as Fact & { kind: 'promised' });
    expect(said(view)).toEqual(['opening', 'promise', 'promisedBack']);
  });

  it('[W10] know who was promised a call and was not reached, and nobody else', () => {
    const view = startDesk(publicViewOf(catalogueScenario('accueil-humain') as Scenario), 0);
    const who = (call: number, more: object) => ({ call, type: 0, attempt: 0, ...more });
    const facts = [
      fact('seated', 0),
      fact('arrived', 0, who(1, { cause: -1, says: -1 })),
      fact('promised', 1, who(1, {})),
      fact('unreached', 2, who(1, { waitMs: 1 })),
      ...[2, 3].flatMap((call) => [
        fact('arrived', 3, who(call, { attempt: 1, cause: 3 - call, says: -1 })),
        fact('rang', 4, { call, says: -1 }),
        fact('answered', 5, who(call, { attempt: 1, waitMs: 2 })),
        { ...VOICED, at: 5, call },
        fact('concluded', 6, who(call, { talkMs: 1, holdMs: 0 })),
        fact('wrapped', 7, { call, wrapMs: 1 }),
      ]),
    ];
    for (const one of facts) stepDesk(view, one);
    const told = view.talks.map(({ attempt, call, promised }) => [call, attempt, promised]);
    expect(told).toEqual([
      [2, 1, true],
      [3, 1, false],
    ]);
  });

  it('are of a size that has bounds', () => {
    const talks = Array.from({ length: 40 }, (_, i) => [
      { ...VOICED, call: i },
      ...Array.from({ length: 90 }, (_, at) => fact('held', at)),
    ]).flat() as Fact[];
    const view = folded(talks);
    expect(view.talks.length).toBe(12);
    expect(view.talks.at(-1)?.lines.length).toBe(60);
  });
});

describe('what a caller is known by', () => {
  it('is explained once, in as many parts as one likes', () => {
    const part = [VOICED, begun(1, GESTURE.explain, 20), over(6, GESTURE.explain, 5)];
    expect(folded(part).call?.encounter).toMatchObject({ explained: false, explainedMs: 5 });
    const rest = [begun(9, GESTURE.explain, 15), over(24, GESTURE.explain, 15)];
    expect(folded([...part, ...rest]).call?.encounter).toMatchObject({ explained: true });
  });

  it('is recognised until there is more to reproach', () => {
    const heard = [VOICED, begun(1, GESTURE.acknowledge, 9), over(10, GESTURE.acknowledge, 9)];
    expect(folded(heard).call?.encounter?.recognised).toBe(true);
    const worse = fact('tension', 12, { level: 2 });
    expect(folded([...heard, worse]).call?.encounter?.recognised).toBe(false);
  });

  it('keeps what is claimed apart from what is due', () => {
    const due = fact('learnt', 5, { line: SHEET_LINE.claim, value: CLAIM.due });
    expect(folded([VOICED, fact('claimed', 0), due]).call?.encounter?.sheet[0]).toBe(CLAIM.due);
  });
});

describe('energy that falls at once', () => {
  const energy = (at: number, left: number) => fact('energy', at, { energy: left });

  it('is felt from eight hundredths on, by what was going on', () => {
    expect(folded([VOICED, energy(1, 900), energy(2, 821)]).fell).toBeNull();
    const fell = { at: 2, from: 0.9, to: 0.82 };
    expect(folded([VOICED, energy(1, 900), energy(2, 820)]).fell).toEqual({ ...fell, by: 'weary' });
    expect(folded([VOICED, energy(1, 900), energy(2, 820)], 3).fell?.by).toBe('uncivil');
    expect(folded([VOICED, energy(1, 900), energy(2, 820)], 1).fell?.by).toBe('critical');
  });

  it('is of one call: what fell between two, or under another person, is nobody’s here', () => {
    const fellIn = (...facts: readonly Fact[]) => {
      const view: Encounters = { ...startEncounters(), call: null };
      const caller = { attempt: 0, unreached: false, level: 3, encounter: null };
      for (const one of facts) {
        if (one.kind === 'answered') view.call = { ...caller, call: one.call };
        if (one.kind === 'wrapped') view.call = null;
        stepEncounters(view, one);
      }
      return view.fell;
    };
    const answered = (at: number, call: number) => fact('answered', at, { call });
    const wrapped = fact('wrapped', 3);
    expect(fellIn(energy(1, 900), energy(2, 500))).toBeNull();
    const first = [answered(1, 7), energy(1, 900), wrapped];
    expect(fellIn(...first, energy(4, 500))).toBeNull();
    expect(fellIn(...first, answered(5, 8), energy(5, 500))).toBeNull();
    expect(fellIn(...first, answered(5, 8), energy(5, 900), energy(6, 800))?.from).toBe(0.9);
    const away = [fact('unseated', 2), fact('seated', 3)];
    expect(fellIn(answered(1, 7), energy(1, 900), ...away, energy(4, 500))).toBeNull();
  });

  it('is not felt when it comes back', () =>
    expect(folded([energy(1, 500), energy(2, 900)]).fell).toBeNull());
});
