import {
  COMPETENCIES as COMPETENCIES_,
  type Competency,
  type CompetencyName,
  type Cue,
  type Decision,
  type Feature,
  type FeatureName,
} from '../words/debrief.ts';
import { type Fact, LEVEL as LEVEL_, MASK as MASK_, PARTING as PARTING_ } from '../words/facts.ts';
import { CLAIM as CLAIM_, REFUSAL as REFUSAL_ } from '../words/gestures.ts';
import { STATE_NAMES as STATE_NAMES_, STATES as STATES_ } from '../words/sheet.ts';
import { type Contact, shareOf } from './contacts.ts';
import type { Can } from './may.ts';

const CLAIM = CLAIM_;
const COMPETENCIES = COMPETENCIES_;
const LEVEL = LEVEL_;
const MASK = MASK_;
const PARTING = PARTING_;
const REFUSAL = REFUSAL_;
const STATES = STATES_;
const STATE_NAMES = STATE_NAMES_;

/** What a moment is worth at most (folds/measures/journey.ts), in thousandths. */
const WELL_MET = 1_000;
/** Below this both voices weigh the same: a minute was well placed, wme. */
const LEAST = 0.5;
/** Of how long it rings. */
const LATE = 0.5;

const FEATURES: Readonly<Record<CompetencyName, readonly FeatureName[]>> = {
  communicate: ['listened', 'explained', 'saidNo'],
  unexpected: ['cues', 'tension', 'claims'],
  time: ['picked', 'notGiven', 'notRefused'],
  lived: ['solved', 'relation', 'leave'],
};

/** What could be done, and whether minutes are weighed. */
type Weighed = Can & { readonly weighed: boolean };

/** What was done of a talk, or how well, 0 to 1; null: there was no occasion. */
type Reading = Readonly<Record<FeatureName, number | null>>;

const yes = (is: boolean): number => (is ? 1 : 0);

/** How the moments of a contact were, 0 to 1; none where nothing of it is told. */
export type Moments = (decision: Decision) => number | null;

/** What the moments of the talks of this desk were worth, worst and last. */
export function momentsIn(facts: readonly Fact[]): Moments {
  const worth = new Map<string, number>();
  for (const fact of facts)
    if (fact.kind === 'resolved')
      worth.set(`${fact.agent} ${fact.call}`, (fact.worst + fact.last) / (2 * WELL_MET));
  return ({ agent, call }) => worth.get(`${agent} ${call}`) ?? null;
}

function claims({ claim, claimed, refusal }: Contact, { may }: Can): number | null {
  if (!claimed || !may('refuse')) return null;
  if (refusal === REFUSAL.unjust) return 0;
  if (refusal === REFUSAL.accepted) return 1;
  // Not settled, unless it was found to be due.
  return yes(refusal < 0 && claim === CLAIM.due);
}

/** A no with its reason and with what can be done instead is a whole one. */
const saidNo = ({ refusedWith }: Contact): number | null =>
  refusedWith < 0 ? null : ((refusedWith & 1) + (refusedWith >> 1)) / 2;

/** What upset could be recognised, but incivility: that has its limit too. */
function tension({ acknowledged, level, limited }: Contact, { may }: Can): number | null {
  const could = may('acknowledge') || (level === LEVEL.incivility && may('limit'));
  return level === LEVEL.calm || !could ? null : yes(acknowledged || limited);
}

const LEAVE: Readonly<Record<number, number>> = {
  [PARTING.content]: 1,
  [PARTING.doubtful]: 0.5,
  [PARTING.unanswered]: 0,
};

function readingOf(
  contact: Contact,
  decision: Decision,
  cue: Cue | undefined,
  moments: Moments,
  can: Weighed,
): Reading {
  const { given, how, parting, refused, solved } = decision;
  const chosen = how === 'concluded' || how === 'limit';
  return {
    listened: can.may('listen') ? shareOf(contact.listenedMs, contact.listenLastsMs) : null,
    explained:
      can.may('explain') && how === 'concluded'
        ? shareOf(contact.explainedMs, contact.explainLastsMs)
        : null,
    saidNo: saidNo(contact),
    cues: cue === undefined ? null : (yes(cue.heard) + yes(cue.acted ?? cue.heard)) / 2,
    tension: tension(contact, can),
    claims: claims(contact, can),
    picked: contact.rang === null ? null : yes(contact.rang < LATE),
    notGiven: can.weighed && chosen ? yes(given < LEAST) : null,
    notRefused: can.weighed && chosen ? yes(refused < LEAST) : null,
    solved: solved === null ? null : yes(solved),
    relation: moments(decision),
    leave: LEAVE[parting] ?? null,
  };
}

function featureOf(name: FeatureName, readings: readonly Reading[]): Feature {
  const told = readings.map((one) => one[name]).filter((one) => one !== null);
  const sum = told.reduce((a, b) => a + b, 0);
  return { name, value: told.length === 0 ? null : sum / told.length, n: told.length };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / values.length;

/** Two occasions more, one done and one not: a few say little. */
function variance({ n, value }: Feature): number {
  const p = ((value ?? 0) * n + 1) / (n + 2);
  return (p * (1 - p)) / (n + 2);
}

const WIDE = 1.96;
const SHOWN = 2;

/** Places of the talks that show a competency: at least two of its features were asked of them. */
function showing(names: readonly FeatureName[], readings: ReadonlyMap<number, Reading>) {
  const told = [...readings]
    .filter(([talk]) => talk >= 0)
    .map(([talk, reading]) => ({
      talk,
      values: names.map((name) => reading[name]).filter((one) => one !== null),
    }))
    .filter(({ values }) => values.length > 0)
    .map(({ talk, values }) => ({ talk, mean: meanOf(values), n: values.length }));
  const by = [...told].sort((a, b) => b.mean - a.mean || b.n - a.n || a.talk - b.talk);
  return {
    best: by.filter(({ mean }) => mean > 0.5).slice(0, SHOWN),
    least: by
      .filter(({ mean }) => mean < 0.5)
      .slice(-SHOWN)
      .reverse(),
  };
}

function competency(name: CompetencyName, readings: ReadonlyMap<number, Reading>): Competency {
  const names = FEATURES[name];
  const features = names.map((one) => featureOf(one, [...readings.values()]));
  const asked = features.filter(({ n }) => n > 0);
  const { best, least } = showing(names, readings);
  const places = (of: readonly { readonly talk: number }[]) => of.map(({ talk }) => talk);
  const shown = { name, features, best: places(best), least: places(least) };
  if (asked.length === 0) return { ...shown, value: null, low: 0, high: 1 };
  const value = meanOf(asked.map((one) => one.value ?? 0));
  const sd = Math.sqrt(asked.reduce((sum, one) => sum + variance(one), 0)) / asked.length;
  return {
    ...shown,
    value,
    low: Math.max(0, value - WIDE * sd),
    high: Math.min(1, value + WIDE * sd),
  };
}

/**
 * What those who serve are good at, four things (each the mean of three that were counted): to
 * communicate, to handle the unexpected, to master time, how it was lived. A talk that gave no
 * occasion says nothing.
 */
export function competenciesOf(
  contacts: readonly Contact[],
  decisions: readonly Decision[],
  cues: readonly Cue[],
  moments: Moments,
  can: Weighed,
): readonly Competency[] {
  const readings = new Map<number, Reading>();
  let missed = 0;
  for (const contact of contacts) {
    const decision = decisions[contact.talk];
    const cue = cues.find(({ talk }) => talk === contact.talk && talk >= 0);
    if (decision !== undefined)
      readings.set(contact.talk, readingOf(contact, decision, cue, moments, can));
    else {
      missed -= 1;
      readings.set(missed, { ...NOTHING, picked: 0 });
    }
  }
  return COMPETENCIES.map((name) => competency(name, readings));
}

const NOTHING: Reading = {
  ...{ listened: null, explained: null, saidNo: null, cues: null, tension: null, claims: null },
  ...{ picked: null, notGiven: null, notRefused: null, solved: null, relation: null, leave: null },
};

const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
};

const UPSET: readonly string[] = ['worried', 'angry', 'lost'];
/** Needs in fifths: from this one on a matter is long, up to that one short. */
const LONG = 3;
const SHORT = 1;

/** Does what was done suit what the word betrayed? */
function acted(hint: number, contact: Contact, decision: Decision, usual: number) {
  const { gesturesMs, talkedMs } = decision;
  const worked = talkedMs - gesturesMs;
  if (hint >= STATES) {
    const fifth = hint - STATES;
    if (fifth >= LONG) return worked >= usual;
    return fifth <= SHORT ? worked <= usual : null;
  }
  const state = STATE_NAMES[hint] ?? 'calm';
  if (state === 'hurried') return worked <= usual;
  if (!UPSET.includes(state)) return null;
  return contact.acknowledged || contact.register === MASK.professional;
}

/**
 * The words of callers that betrayed something, in order: whether they were listened to until that
 * was plain, and whether what followed suits it. A length is held against this person's usual one.
 */
export function cuesOf(
  contacts: readonly Contact[],
  decisions: readonly Decision[],
): readonly Cue[] {
  const usual = medianOf(decisions.map(({ gesturesMs, talkedMs }) => talkedMs - gesturesMs));
  return contacts.flatMap((contact) => {
    const { learntNeed, learntState, talk } = contact;
    const decision = decisions[talk];
    if (decision?.shown == null) return [];
    const { hint } = decision.shown;
    const heard = hint < STATES ? learntState : learntNeed;
    return [{ talk, hint, heard, acted: acted(hint, contact, decision, usual) }];
  });
}
