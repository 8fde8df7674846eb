import { NOTHING, type Voices } from '../../../models/doors/live.ts';
import { figure, percent } from '../../text/figures.ts';
import { worthWords } from '../../text/worth.ts';

/** Minutes that others wait; a rollout, which says its interval, is never told as about right. */
type Priced = Pick<Voices, 'waitedMin'> & Partial<Pick<Voices, 'about'>>;

/** Minutes of waiting, one decimal. */
export const minutesShown = (value: number): string => figure(Math.max(0, value), 1);

/** The same of the others, who may be known about only. */
export const othersShown = (value: number, about = false): string =>
  about ? worthWords().about(minutesShown(value)) : minutesShown(value);
/** The same of what may be less than nothing: a minute may spare the others some. */
export const signedShown = (value: number): string =>
  `${value <= -0.05 ? '−' : ''}${figure(Math.abs(value), 1)}`;

/** How much longer the others wait. */
export function waitedShown({ about, waitedMin }: Priced): string {
  const words = worthWords();
  return waitedMin < NOTHING ? words.waitedNot : words.waited(othersShown(waitedMin, about));
}

/** The chance that one of them hangs up, as people say chances. */
export function lostShown({ lost }: Pick<Voices, 'lost'>): string {
  const words = worthWords();
  if (lost < 0.01) return words.hardly;
  if (lost <= 0.5) return words.oneIn(figure(Math.round(1 / lost)));
  return words.tenths(figure(Math.min(10, Math.round(lost * 10))));
}

/** What the minute brings the caller on the line. */
export function resolvesShown({ resolves }: Voices): string {
  const words = worthWords();
  return resolves < 0.005 ? words.resolvesNot : words.resolves(percent(resolves));
}
