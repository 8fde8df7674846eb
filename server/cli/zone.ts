import type { LocalOf } from '../../models/doors/study.ts';
import { stop } from './terminal.ts';

/** The clock of a place, by its name among those of the IANA: Europe/Paris. */
export function localOfZone(zone: string): LocalOf {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    return stop(
      `--zone vaut « ${zone.slice(0, 40)} » ; il faut un fuseau comme Europe/Paris.`,
      `--zone is "${zone.slice(0, 40)}"; it must be a time zone such as Europe/Paris.`,
    );
  }
  return (ms) => {
    const found: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(ms)) found[type] = value;
    const of = (part: string): number => Number(found[part]);
    return {
      day: `${found['year']}-${found['month']}-${found['day']}`,
      seconds: of('hour') * 3_600 + of('minute') * 60 + of('second'),
    };
  };
}
