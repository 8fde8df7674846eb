import { type Problem, problem, type Says } from '../../words/problem.ts';
import { dayNumber } from '../records/calendar.ts';
import type { CountedDay, Counts } from './counts.ts';
import { type ApartDay, kindOf } from './day-kinds.ts';

/** Which day is to be staffed: a weekday, a date, a usual day, a holiday. */
export interface DayAsked {
  /** 0 Monday to 6 Sunday; of numbered days, the kind of those seven apart; null: a usual day. */
  readonly kind: number | null;
  readonly holiday: boolean;
  /** The date that was asked for, if one was. */
  readonly date?: string;
}

export const WEEKDAYS: readonly Says[] = [
  { fr: 'lundi', en: 'Monday' },
  { fr: 'mardi', en: 'Tuesday' },
  { fr: 'mercredi', en: 'Wednesday' },
  { fr: 'jeudi', en: 'Thursday' },
  { fr: 'vendredi', en: 'Friday' },
  { fr: 'samedi', en: 'Saturday' },
  { fr: 'dimanche', en: 'Sunday' },
];

/** `tuesday`, `mardi`, `tue`, `2026-12-15`, or the number of a day where days are numbered. */
export function dayAskedIn(text: string, dated: boolean): Omit<DayAsked, 'holiday'> | Problem {
  const word = text.trim().toLowerCase();
  const number = dayNumber(word);
  const named =
    word.length < 3
      ? -1
      : WEEKDAYS.findIndex(
          ({ en, fr }) => fr.startsWith(word) || en.toLowerCase().startsWith(word),
        );
  if (!dated) {
    if (/^\d{1,6}$/.test(word)) return { kind: Number(word) % 7 };
    return problem(
      'E_UNKNOWN',
      'dayToStaff',
      `Les jours de ce relevé n’ont pas de date : « ${text.slice(0, 40)} » n’y désigne rien ; donnez le numéro d’un jour, dont ceux à sept jours de lui seront pris.`,
      `The days of these records have no dates: "${text.slice(0, 40)}" names none of them; give the number of a day, and those seven days apart are taken.`,
    );
  }
  if (!Number.isNaN(number)) return { kind: (((number + 3) % 7) + 7) % 7, date: word };
  if (named >= 0) return { kind: named };
  return problem(
    'E_UNKNOWN',
    'dayToStaff',
    `« ${text.slice(0, 40)} » n’est pas un jour ; il faut mardi, ou une date comme 2026-12-15.`,
    `"${text.slice(0, 40)}" is no day; it must be tuesday, or a date such as 2026-12-15.`,
  );
}

/** Days of the records that are like the one asked for, and what they are called. */
export interface DaysLike {
  readonly days: readonly CountedDay[];
  readonly label: Says;
}

/** Weekdays with this share of the calls of the busiest, or more, are usual ones. */
const USUAL = 0.6;

const listOf = (kinds: readonly number[], language: keyof Says): string =>
  kinds.map((kind) => WEEKDAYS[kind]?.[language] ?? '').join(', ');

function labelOf({ dated }: Counts, kinds: readonly number[]): Says {
  if (!dated)
    return {
      fr: `jours ${kinds.join(', ')} (puis de sept en sept)`,
      en: `days ${kinds.join(', ')} (then every seventh)`,
    };
  if (kinds.length === 7) return { fr: 'jour moyen', en: 'mean day' };
  if (kinds.length === 1) return WEEKDAYS[kinds[0] as number] as Says;
  return {
    fr: `jour usuel (${listOf(kinds, 'fr')})`,
    en: `usual day (${listOf(kinds, 'en')})`,
  };
}

/** With the date, if one was asked for: Tuesday 2026-12-15. */
const named = ({ en, fr }: Says, date: string | undefined): Says =>
  date === undefined ? { fr, en } : { fr: `${fr} ${date}`, en: `${en} ${date}` };

/** The days like the one that is asked for; a Problem where there is none. */
export function daysLikeAsked(
  counts: Counts,
  apart: readonly ApartDay[],
  { date, holiday, kind }: DayAsked,
): DaysLike | Problem {
  const why = new Map(apart.map((one) => [one.name, one.why]));
  if (holiday) {
    const quiet = counts.days.filter(({ name }) => why.get(name) === 'quiet');
    const own = kind === null ? [] : quiet.filter((day) => kindOf(day, counts) === kind);
    const days = own.length > 0 ? own : quiet;
    if (days.length > 0) return { days, label: named({ fr: 'jour férié', en: 'holiday' }, date) };
    return problem(
      'E_RANGE',
      'holiday',
      'Aucun jour de ce relevé n’est mis à part comme creux : un jour férié ne peut pas en être tiré.',
      'No day of these records is set apart as quiet: no holiday can be made of them.',
    );
  }
  const usual = counts.days.filter(({ name, total }) => !why.has(name) && total > 0);
  const totals = new Map<number, { sum: number; n: number }>();
  for (const day of usual) {
    const own = totals.get(kindOf(day, counts)) ?? { sum: 0, n: 0 };
    totals.set(kindOf(day, counts), { sum: own.sum + day.total, n: own.n + 1 });
  }
  const mean = (of: number): number => {
    const { n = 0, sum = 0 } = totals.get(of) ?? {};
    return n === 0 ? 0 : sum / n;
  };
  const most = Math.max(...[...totals.keys()].map(mean));
  const kinds = [...totals.keys()]
    .filter((one) => (kind === null ? mean(one) >= USUAL * most : one === kind))
    .sort((a, b) => a - b);
  const days = usual.filter((day) => kinds.includes(kindOf(day, counts)));
  if (days.length > 0) return { days, label: named(labelOf(counts, kinds), date) };
  const asked = kind === null ? null : labelOf(counts, [kind]);
  return problem(
    'E_RANGE',
    'dayToStaff',
    `Ce relevé n’a aucun jour comme celui qui est demandé${asked === null ? '' : ` (${asked.fr})`} ; demandez-en un autre.`,
    `These records have no day like the one asked for${asked === null ? '' : ` (${asked.en})`}; ask for another.`,
  );
}
