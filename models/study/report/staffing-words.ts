import type { Probability } from '../staffing/probability.ts';
import { boundOf, type StaffingAsk, type Target } from '../staffing/question.ts';
import { Numbers } from './numbers.ts';
import { fixed, type Language, short } from './numerals.ts';

/** What a requirement has to say: numbers in, words out. */
export class StaffingWords {
  readonly numbers: Numbers;

  constructor(readonly language: Language) {
    this.numbers = new Numbers(language);
  }

  say(fr: string, en: string): string {
    return this.language === 'fr' ? fr : en;
  }

  short(x: number): string {
    return short(x, 2, this.language);
  }

  /** 88 % ± 2: half of an interval that need not be as wide on both sides. */
  chance({ high, low, share }: Probability): string {
    return `${this.percent(share)} ± ${fixed(50 * (high - low), 0, this.language)}`;
  }

  /** Whole percents: days say no more. Never 100 % nor 0 % for what is not all or none. */
  percent(share: number): string {
    const whole = Math.round(100 * share);
    const shown = share < 1 && whole === 100 ? 99 : share > 0 && whole === 0 ? 1 : whole;
    return `${fixed(shown, 0, this.language)} %`;
  }

  agents(n: number): string {
    return this.say(
      `${fixed(n, 0, 'fr')} conseiller${n >= 2 ? 's' : ''}`,
      `${fixed(n, 0, 'en')} agent${n === 1 ? '' : 's'}`,
    );
  }

  hours(h: number): string {
    return `${short(h, 1, this.language)} h`;
  }

  /** The target, as a planner says it. */
  target(target: Target): string {
    const bound = boundOf(target);
    if (target.kind === 'serviceLevel') {
      const [share, s] = [this.short(100 * bound), this.short(target.targetS)];
      return this.say(
        `${share} % des appels répondus en ${s} s (${target.definition})`,
        `${share} % of calls answered within ${s} s (${target.definition})`,
      );
    }
    if (target.kind === 'abandonment')
      return this.say(
        `${this.short(100 * bound)} % d’abandons au plus`,
        `at most ${this.short(100 * bound)} % abandoned`,
      );
    return this.say(
      `une attente moyenne de ${this.short(bound)} s au plus pour ceux qui sont répondus`,
      `an average speed of answer of at most ${this.short(bound)} s`,
    );
  }

  /** Where it must hold, and how often. */
  where({ by, joint, monthDays, on }: StaffingAsk): string {
    const part = this.short(100 * on);
    if (by === 'day')
      return this.say(`sur la journée, ${part} % des jours`, `over the day, on ${part} % of days`);
    if (by === 'month')
      return this.say(
        `sur le mois (${monthDays} journées), ${part} % des mois`,
        `over the month (${monthDays} days), in ${part} % of months`,
      );
    return joint
      ? this.say(
          `dans tous les intervalles à la fois, ${part} % des jours`,
          `in all intervals at once, on ${part} % of days`,
        )
      : this.say(
          `dans chaque intervalle, ${part} % des jours`,
          `in each interval, on ${part} % of days`,
        );
  }
}
