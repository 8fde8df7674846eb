import {
  type Reading,
  type Reason,
  type RecordedDay,
  reasonIn,
} from '../../models/doors/records.ts';
import { counted } from './numbers.ts';
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

/** What became of the rows, in numbers that add up. */
export function tellCounts(reading: Reading, terminal: Terminal): void {
  const { counts } = reading;
  const n = (value: number): string => counted(value, terminal.language);
  const { rows, phantoms, vruHangups, offered, served, abandoned, unusable } = counts;
  if (reading.kind === 'intervals') {
    const calls = [...reading.days.values()].reduce((sum, x) => sum + x, 0);
    terminal.note({
      fr: `${n(rows)} lignes : ${n(reading.intervals.length)} intervalles, ${n(reading.days.size)} jours, ${n(calls)} appels offerts, ${n(unusable)} lignes inutilisables.`,
      en: `${n(rows)} rows: ${n(reading.intervals.length)} intervals, ${n(reading.days.size)} days, ${n(calls)} calls offered, ${n(unusable)} rows unusable.`,
    });
  } else
    terminal.note({
      fr: `${n(rows)} lignes : ${n(offered)} appels offerts (${n(served)} servis, ${n(abandoned)} abandons en file), ${n(vruHangups)} raccrochés dans le serveur vocal, ${n(phantoms)} fantômes écartés, ${n(unusable)} inutilisables.`,
      en: `${n(rows)} rows: ${n(offered)} calls offered (${n(served)} served, ${n(abandoned)} abandoned in queue), ${n(vruHangups)} hung up in the VRU, ${n(phantoms)} phantoms dropped, ${n(unusable)} unusable.`,
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
  for (const { lines, says } of suspicions) {
    const list = lines.join(', ');
    const [fr, en] = lines.length === 0 ? ['', ''] : [` (lignes ${list}…)`, ` (lines ${list}…)`];
    terminal.note({ fr: `! ${says.fr}${fr}`, en: `! ${says.en}${en}` });
  }
}

export function tellDay(day: RecordedDay, terminal: Terminal): void {
  const n = (value: number): string => counted(value, terminal.language);
  const { opensAt, lengthMin } = day.scenario.day;
  const hours = Math.round((lengthMin / 60) * 100) / 100;
  const name = day.day === '' ? { fr: 'Journée moyenne', en: 'Mean day' } : null;
  const title = { fr: name?.fr ?? `Jour ${day.day}`, en: name?.en ?? `Day ${day.day}` };
  terminal.note({
    fr: `${title.fr} : ${n(day.calls)} appels (${n(day.served)} servis, ${n(day.abandoned)} abandons), ${n(day.agents)} conseillers vus, ouverture à ${opensAt} pour ${hours} h ; ${n(day.outsideHours)} appels hors ouverture laissés de côté.`,
    en: `${title.en}: ${n(day.calls)} calls (${n(day.served)} served, ${n(day.abandoned)} abandoned), ${n(day.agents)} agents seen, opening at ${opensAt} for ${hours} h; ${n(day.outsideHours)} calls outside these hours left aside.`,
  });
  for (const { en, fr } of day.notes) terminal.note({ fr: `  ${fr}`, en: `  ${en}` });
}
