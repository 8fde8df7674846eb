import {
  type Reading,
  type Reason,
  type RecordedDay,
  reasonIn,
} from '../../models/doors/records.ts';
import { counted, things } from './numbers.ts';
import type { Terminal } from './terminal.ts';

/** What `contretemps import` tells of the file it read. */

/** Which column was taken for what, and which for nothing. */
export function tellMapping({ headerLine, mapping }: Reading, terminal: Terminal): void {
  const { columns, grid, preset, unused } = mapping;
  const taken = Object.entries(columns)
    .sort((a, b) => a[1].at - b[1].at)
    .map(([column, { name }]) => `${column}=${/[ ,]/.test(name) ? `"${name}"` : name}`);
  if (grid.length > 0) taken.push(`${grid.length} × HH:MM`);
  const product = { connect: 'Amazon Connect', genesys: 'Genesys' };
  const from = preset === null ? '' : ` (${product[preset]})`;
  const rest =
    unused.length === 0
      ? ['', '']
      : [` ; inutilisées : ${unused.join(', ')}`, `; not used: ${unused.join(', ')}`];
  terminal.note({
    fr: `En-tête ligne ${headerLine}${from} : ${taken.join(' ')}${rest[0]}.`,
    en: `Header on line ${headerLine}${from}: ${taken.join(' ')}${rest[1]}.`,
  });
}

type Things = (one: string, many: string, value: number) => string;

/** What became of the rows, in numbers that add up. */
export function tellCounts(reading: Reading, terminal: Terminal): void {
  const { counts } = reading;
  const n = (value: number): string => counted(value, terminal.language);
  const { rows, phantoms, vruHangups, offered, served, abandoned, unusable } = counts;
  const [fr, en] = (['fr', 'en'] as const).map(
    (language) =>
      (one: string, many: string, value: number): string =>
        things(value, language, one, many),
  ) as [Things, Things];
  if (reading.kind === 'intervals') {
    const [intervals, days] = [reading.intervals.length, reading.days.size];
    const calls = [...reading.days.values()].reduce((sum, x) => sum + x, 0);
    terminal.note({
      fr: `${fr('ligne', 'lignes', rows)} : ${fr('intervalle', 'intervalles', intervals)}, ${fr('jour', 'jours', days)}, ${fr('appel offert', 'appels offerts', calls)}, ${fr('ligne inutilisable', 'lignes inutilisables', unusable)}.`,
      en: `${en('row', 'rows', rows)}: ${en('interval', 'intervals', intervals)}, ${en('day', 'days', days)}, ${en('call', 'calls', calls)} offered, ${en('row', 'rows', unusable)} unusable.`,
    });
  } else
    terminal.note({
      fr: [
        `${fr('ligne', 'lignes', rows)} : ${fr('appel offert', 'appels offerts', offered)}`,
        ` (${fr('servi', 'servis', served)}, ${fr('abandon', 'abandons', abandoned)} en file),`,
        ` ${fr('raccroché', 'raccrochés', vruHangups)} dans le serveur vocal,`,
        ` ${fr('fantôme écarté', 'fantômes écartés', phantoms)},`,
        ` ${fr('inutilisable', 'inutilisables', unusable)}.`,
      ].join(''),
      en: `${en('row', 'rows', rows)}: ${en('call', 'calls', offered)} offered (${n(served)} served, ${n(abandoned)} abandoned in queue), ${n(vruHangups)} hung up in the VRU, ${en('phantom', 'phantoms', phantoms)} dropped, ${n(unusable)} unusable.`,
    });
  for (const [reason, rowsOf] of Object.entries(counts.byReason) as [Reason, number][])
    if (rowsOf > 0)
      terminal.note({
        fr: `  ${n(rowsOf)} × ${reasonIn(reason, 'fr')}`,
        en: `  ${n(rowsOf)} × ${reasonIn(reason, 'en')}`,
      });
}

export function tellRows({ refusals }: Reading, terminal: Terminal): void {
  for (const { line, column, problem } of refusals) {
    const [fr, en] = column === '' ? ['', ''] : [`, colonne ${column}`, `, column ${column}`];
    terminal.note({
      fr: `  ligne ${line}${fr} : ${problem.says.fr}`,
      en: `  line ${line}${en}: ${problem.says.en}`,
    });
  }
}

/** What was read but looks as if it were not meant so, with the first lines concerned. */
export function tellSuspicions({ suspicions }: Reading, terminal: Terminal): void {
  for (const { count, lines, option, says } of suspicions) {
    const list = `${lines.join(', ')}${count > lines.length ? '…' : ''}`;
    const [row, rows] = lines.length > 1 ? ['lignes', 'lines'] : ['ligne', 'line'];
    const [fr, en] = lines.length === 0 ? ['', ''] : [` (${row} ${list})`, ` (${rows} ${list})`];
    const by = option === '' ? '' : ` [${option}]`;
    terminal.note({ fr: `! ${says.fr}${fr}${by}`, en: `! ${says.en}${en}${by}` });
  }
}

export function tellDay(day: RecordedDay, terminal: Terminal): void {
  const n = (value: number): string => counted(value, terminal.language);
  const { opensAt, lengthMin } = day.scenario.day;
  const hours = n(Math.round((lengthMin / 60) * 100) / 100);
  const name = day.day === '' ? { fr: 'Journée moyenne', en: 'Mean day' } : null;
  const title = { fr: name?.fr ?? `Jour ${day.day}`, en: name?.en ?? `Day ${day.day}` };
  const { abandoned, agents, calls, outsideHours, served } = day;
  const ended = {
    fr: ` (${things(served, 'fr', 'servi', 'servis')}, ${things(abandoned, 'fr', 'abandon', 'abandons')})`,
    en: ` (${n(served)} served, ${n(abandoned)} abandoned)`,
  };
  const [fr, en] = served + abandoned > 0 ? [ended.fr, ended.en] : ['', ''];
  // A table says how many there are, or lets it be estimated; calls, who took them.
  const seen =
    day.proof === null
      ? {
          fr: `au plus ${things(agents, 'fr', 'conseiller', 'conseillers')}`,
          en: `${things(agents, 'en', 'agent', 'agents')} at most`,
        }
      : {
          fr: things(agents, 'fr', 'conseiller vu', 'conseillers vus'),
          en: `${things(agents, 'en', 'agent', 'agents')} seen`,
        };
  terminal.note({
    fr: [
      `${title.fr} : ${things(calls, 'fr', 'appel', 'appels')}${fr},`,
      ` ${seen.fr}, ouverture à ${opensAt} pour ${hours} h ;`,
      ` ${things(outsideHours, 'fr', 'appel hors ouverture laissé', 'appels hors ouverture laissés')} de côté.`,
    ].join(''),
    en: [
      `${title.en}: ${things(calls, 'en', 'call', 'calls')}${en},`,
      ` ${seen.en}, opening at ${opensAt} for ${hours} h;`,
      ` ${things(outsideHours, 'en', 'call', 'calls')} outside these hours left aside.`,
    ].join(''),
  });
  if (day.day === '')
    terminal.note({
      fr: '  C’est la moyenne de jours qui diffèrent entre eux : fit --out fait une journée type qui garde leurs écarts.',
      en: '  This is the mean of days that differ from each other: fit --out makes a typical day that keeps their spread.',
    });
  for (const { en, fr } of day.notes) terminal.note({ fr: `  ${fr}`, en: `  ${en}` });
}
