import type { Measure } from './figures.ts';
import { at, NEED, plus, SUM as SUM_ } from './sums.ts';

const SUM = SUM_;

/**
 * The measures of a scenario whose talks are arbitrated (MODEL 7.4, 10, 15.2): what contacts came
 * to, what harm was done, how the day was lived. Without a meaning (null) in a classical one.
 */

const settled = plus(SUM.resolved, SUM.unresolved);
/**
 * First calls, where it is counted what callers lived; else 0, so that a ratio says nothing. Those
 * whom nobody met lived the day too: they waited, gave up, were lost (RULES E2).
 */
const followed = plus(SUM.resolved, SUM.unresolved, SUM.journeys, SUM.costWme);
const customers = (s: Float64Array): number => (followed(s) > 0 ? (s[SUM.first] as number) : 0);
/** Mean score of the journeys of a third of need, or of those whom nobody met. */
const livedBy = (name: string, third: number): Measure => {
  const journeys = SUM.byNeed + 2 * third;
  return { name, unit: 'points', x: at(journeys + 1), y: at(journeys) };
};
const minutes = (k: number) => (s: Float64Array) => (s[k] as number) / 60_000;

export const LIVED_MEASURES: readonly Measure[] = [
  { name: 'callBacksPromised', unit: 'calls', x: at(SUM.promised) },
  { name: 'calledBack', unit: 'calls', x: at(SUM.calledBack) },
  { name: 'callBacksInVain', unit: 'calls', x: at(SUM.unreached) },
  { name: 'callBackDelay', unit: 'min', x: minutes(SUM.callBackMs), y: at(SUM.calledBack) },
  { name: 'costPerCustomer', unit: 'wme', x: at(SUM.costWme), y: customers },
  { name: 'attemptsPerCustomer', unit: 'calls', x: at(SUM.offered), y: customers },
  {
    name: 'firstContactResolution',
    unit: '1',
    x: plus(SUM.easyResolved, SUM.middleResolved, SUM.hardResolved),
    y: plus(SUM.easy, SUM.middle, SUM.hard),
  },
  { name: 'resolutionEasy', unit: '1', x: at(SUM.easyResolved), y: at(SUM.easy) },
  { name: 'resolutionMiddle', unit: '1', x: at(SUM.middleResolved), y: at(SUM.middle) },
  { name: 'resolutionHard', unit: '1', x: at(SUM.hardResolved), y: at(SUM.hard) },
  { name: 'unresolvedPerCustomer', unit: 'calls', x: at(SUM.unresolved), y: customers },
  { name: 'lostPerCustomer', unit: '1', x: at(SUM.lost), y: customers },
  { name: 'tomorrowPerCustomer', unit: '1', x: at(SUM.tomorrow), y: customers },
  { name: 'workPerContact', unit: 'min', x: minutes(SUM.workMs), y: settled },
  { name: 'lived', unit: 'points', x: at(SUM.lived), y: at(SUM.journeys) },
  livedBy('livedEasy', NEED.easy),
  livedBy('livedMiddle', NEED.middle),
  livedBy('livedHard', NEED.hard),
  livedBy('livedUnmet', NEED.unmet),
  { name: 'livedP10', unit: 'points', x: at(SUM.livedP10), daily: true },
  { name: 'livedStrict', unit: 'points', x: at(SUM.livedStrict), y: at(SUM.journeys) },
  { name: 'livedPoorly', unit: '1', x: at(SUM.poorlyLived), y: at(SUM.journeys) },
  { name: 'livedResolution', unit: '1', x: at(SUM.livedParts), y: at(SUM.journeys) },
  { name: 'livedWait', unit: '1', x: at(SUM.livedParts + 1), y: at(SUM.journeys) },
  { name: 'livedEffort', unit: '1', x: at(SUM.livedParts + 2), y: at(SUM.journeys) },
  { name: 'livedRelation', unit: '1', x: at(SUM.livedParts + 3), y: at(SUM.journeys) },
];
