import type { CountedDay } from './counts.ts';

/**
 * Arrivals as the scenario has them (RULES A1 to A3): a profile for each kind of day, a gamma
 * factor of the day and one of each interval, by the method of moments. A count of mean m then
 * varies by m + ((1 + day²)(1 + interval²) - 1) m², two of one day by day² m n together.
 */

/** The mean of the days of one kind. */
export interface Profile {
  readonly kind: number;
  /** Days it is the mean of. */
  readonly days: number;
  /** Mean calls in each interval. */
  readonly mean: readonly number[];
  readonly total: number;
}

export interface ArrivalsFit {
  readonly profiles: readonly Profile[];
  /** Spread (coefficient of variation) of the day's factor, beyond Poisson. */
  readonly dayCv: number;
  /** Spread of the factor that each interval has of its own besides. */
  readonly intervalCv: number;
  /** Correlation of the factors of neighbouring intervals; NaN where nothing varies. */
  readonly neighbours: number;
  /** What it would be by the day's factor alone. */
  readonly byDayAlone: number;
}

/** A day with what it is like. */
export interface KindOfDay {
  readonly day: CountedDay;
  readonly kind: number;
}

function profilesOf(days: readonly KindOfDay[]): Profile[] {
  const byKind = new Map<number, CountedDay[]>();
  for (const { day, kind } of days) byKind.set(kind, [...(byKind.get(kind) ?? []), day]);
  return [...byKind]
    .sort((a, b) => a[0] - b[0])
    .map(([kind, own]): Profile => {
      const width = own[0]?.calls.length ?? 0;
      const mean = Array.from(
        { length: width },
        (_, i) => own.reduce((sum, { calls }) => sum + (calls[i] as number), 0) / own.length,
      );
      return { kind, days: own.length, mean, total: mean.reduce((sum, x) => sum + x, 0) };
    });
}

/** Sums of products of what lies off the profile, and of the means they are to be compared with. */
class Products {
  private same = 0;
  private sameMeans = 0;
  private pairs = 0;
  private pairMeans = 0;
  private next = 0;
  private nextMeans = 0;

  /** `n`: days of the profile, which lies nearer to them than to others. */
  add(calls: readonly number[], { days: n, mean }: Profile): void {
    const wider = n / (n - 1);
    let [sum, squares, means, meanSquares, before] = [0, 0, 0, 0, 0];
    calls.forEach((count, i) => {
      const m = mean[i] as number;
      const off = count - m;
      sum += off;
      squares += off * off;
      means += m;
      meanSquares += m * m;
      this.same += wider * off * off - m;
      this.sameMeans += m * m - m / n;
      if (i > 0) {
        this.next += wider * off * before;
        this.nextMeans += m * (mean[i - 1] as number);
      }
      before = off;
    });
    this.pairs += wider * (sum * sum - squares);
    this.pairMeans += means * means - meanSquares;
  }

  fit(): Omit<ArrivalsFit, 'profiles'> {
    const ratio = (a: number, b: number): number => (b > 0 ? Math.max(0, a / b) : 0);
    const all = ratio(this.same, this.sameMeans);
    const day = ratio(this.pairs, this.pairMeans);
    return {
      dayCv: Math.sqrt(day),
      intervalCv: Math.sqrt(Math.max(0, all - day) / (1 + day)),
      neighbours: all > 0 ? Math.min(1, this.next / this.nextMeans / all) : Number.NaN,
      byDayAlone: all > 0 ? Math.min(1, day / all) : Number.NaN,
    };
  }
}

/** Arrivals of these days; a kind of which there is one day has a profile and tells no spread. */
export function fitArrivals(days: readonly KindOfDay[]): ArrivalsFit {
  const profiles = profilesOf(days);
  const byKind = new Map(profiles.map((profile) => [profile.kind, profile]));
  const products = new Products();
  for (const { day, kind } of days) {
    const profile = byKind.get(kind) as Profile;
    if (profile.days > 1) products.add(day.calls, profile);
  }
  return { profiles, ...products.fit() };
}

/** Mean and variance of a count that was not seen yet. */
export interface Forecast {
  readonly mean: number;
  readonly variance: number;
}

/**
 * What an interval of an unseen day will bring: the profile, the factors, and how little is known
 * of the profile from its few days. An interval in which no call was ever seen may have half a
 * call in all the days that were.
 */
export function forecastOf(fit: ArrivalsFit, profile: Profile, i: number): Forecast {
  const mean = Math.max(profile.mean[i] ?? 0, 0.5 / profile.days);
  const { dayCv, intervalCv } = fit;
  const spread = (1 + dayCv * dayCv) * (1 + intervalCv * intervalCv) - 1;
  return { mean, variance: (mean + spread * mean * mean) * (1 + 1 / profile.days) };
}

/** The same of all the calls of a day. */
export function dayForecast(fit: ArrivalsFit, profile: Profile): Forecast {
  const { dayCv, intervalCv } = fit;
  const squares = profile.mean.reduce((sum, m) => sum + m * m, 0);
  const own = intervalCv * intervalCv * (1 + dayCv * dayCv) * squares;
  const mean = Math.max(profile.total, 0.5 / profile.days);
  const variance = mean + dayCv * dayCv * mean * mean + own;
  return { mean, variance: variance * (1 + 1 / profile.days) };
}
