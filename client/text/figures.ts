import { type Language, language } from './language.ts';

const LOCALE: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Formatters are slow to make and are wanted many times a second: one of each is kept. */
function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language()}${JSON.stringify(options)}`;
  const found = made.get(key) ?? new Intl.NumberFormat(LOCALE[language()], options);
  made.set(key, found);
  return found as Intl.NumberFormat;
}

function times(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language()}${JSON.stringify(options)}`;
  const found = made.get(key) ?? new Intl.DateTimeFormat(LOCALE[language()], options);
  made.set(key, found);
  return found as Intl.DateTimeFormat;
}

/** 1118 → « 1 118 ». */
export const figure = (n: number, digits = 0): string =>
  numbers({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(n);

/** 1234.5 → « 1 234,5 »: as many digits as it takes. */
export const amount = (n: number): string => numbers({ maximumFractionDigits: 6 }).format(n);

/** 0.834 → « 83 % ». */
export const percent = (share: number): string =>
  numbers({ style: 'percent', maximumFractionDigits: 0 }).format(share);

/** Milliseconds → m:ss, or h:mm:ss from an hour on; seconds are cut, not rounded, as on a watch. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Milliseconds → « 2 min 50 s », « 40 s »: as it is said aloud; seconds are cut. */
export function durationSaid(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const [m, s] = [Math.floor(seconds / 60), seconds % 60];
  return [m > 0 ? `${m} min` : '', s > 0 || m === 0 ? `${s} s` : ''].filter(Boolean).join(' ');
}

/** Whole units in sight of which nobody counts on: below ten each, then by fives, then by tens. */
const roundly = (n: number): number => {
  const step = n < 10 ? 1 : n < 40 ? 5 : 10;
  return Math.max(1, Math.round(n / step) * step);
};

const SPANS = [
  { unit: 's', ms: 1_000, below: 100 },
  { unit: 'min', ms: 60_000, below: 100 },
  { unit: 'h', ms: 3_600_000, below: Number.POSITIVE_INFINITY },
] as const;

/** Between two numbers of milliseconds → « 2 à 5 min ». */
export function betweenSaid(fromMs: number, toMs: number): string {
  const span = SPANS.find(({ below, ms }) => toMs < below * ms) ?? SPANS[2];
  const [from, to] = [fromMs, toMs].map((ms) => roundly(ms / span.ms)) as [number, number];
  if (from === to) return `${to} ${span.unit}`;
  return `${from} ${language() === 'fr' ? 'à' : 'to'} ${to} ${span.unit}`;
}

/** Milliseconds → « 2 min 50 », the nearest second. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  const [m, s] = [Math.floor(seconds / 60), seconds % 60];
  if (s === 0) return `${m} min`;
  return language() === 'fr' ? `${m} min ${String(s).padStart(2, '0')}` : `${m} min ${s} s`;
}

/** Milliseconds → « 12 min », « 1 h 48 », to the minute, at least one: how long a day is played. */
export function lastsShown(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  if (h === 0) return `${m}\u00a0min`;
  return m === 0 ? `${h}\u00a0h` : `${h}\u00a0h\u00a0${String(m).padStart(2, '0')}`;
}

/** Milliseconds → whole seconds still to come, at least 0. */
export const secondsLeft = (ms: number): string => figure(Math.max(0, Math.ceil(ms / 1_000)));

/** Milliseconds after midnight → 10:42. */
export const clockTime = (ms: number): string =>
  times({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' }).format(ms);

/** ms since 1970 → 30/11/2026 10:42, by the clock of this device. */
export const moment = (ms: number): string =>
  times({ dateStyle: 'short', timeStyle: 'short' }).format(ms);

/** 10 → ×10. */
export const speedShown = (times: number): string =>
  `×${numbers({ maximumFractionDigits: 1 }).format(times)}`;
