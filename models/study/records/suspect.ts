import { dayNumber, neighbour } from './calendar.ts';
import type { CallCounts } from './call-rows.ts';
import type { CallTable } from './calls.ts';
import { DAY_S } from './moments.ts';
import type { Suspicions } from './suspicions.ts';

/** What is only seen once all calls were read. */

/** A mean talk above this is seldom meant, seconds. */
const LONG_S = 3_600;
/** A mean talk below this, of values with decimals, may be minutes. */
const SHORT_S = 20;

const minutes = (seconds: number): string =>
  seconds >= 60 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds * 10) / 10} s`;

function suspectTalk(table: CallTable, suspicions: Suspicions): void {
  let [sum, n, longest, broken] = [0, 0, 0, 0];
  for (let i = 0; i < table.length; i++) {
    const service = table.service.get(i);
    if (!(service > 0)) continue;
    sum += service;
    n += 1;
    longest = Math.max(longest, service);
    if (service !== Math.floor(service)) broken += 1;
  }
  if (n === 0) return;
  const mean = sum / n;
  if (mean > LONG_S) suspicions.note('longTalk', 0, n, minutes(mean));
  else if (mean < SHORT_S && n >= 10 && longest < 120 && (mean < 6 || broken > n / 2))
    suspicions.note('minutes', 0, n, minutes(mean));
}

/** Agents with two calls at once, as far as the file is in order of time. */
function suspectTwo(table: CallTable, suspicions: Suspicions): void {
  const last = new Map<number, { day: number; start: number; end: number }>();
  for (let i = 0; i < table.length; i++) {
    if (table.served.get(i) === 0) continue;
    const agent = table.agent.get(i);
    const service = table.service.get(i);
    if (table.agents.at(agent) === '' || !(service > 0)) continue;
    const [day, start] = [table.day.get(i), table.start.get(i)];
    const before = last.get(agent);
    if (before?.day === day && start >= before.start && start < before.end - 1)
      suspicions.note('twoAtOnce', table.line.get(i));
    if (before?.day !== day || start >= before.start)
      last.set(agent, { day, start, end: start + service });
  }
}

function suspectPlaceholders(table: CallTable, suspicions: Suspicions): void {
  const served = new Set<number>();
  const lost = new Map<number, number>();
  for (let i = 0; i < table.length; i++) {
    const agent = table.agent.get(i);
    if (table.served.get(i) === 1) served.add(agent);
    else lost.set(agent, (lost.get(agent) ?? 0) + 1);
  }
  for (const [agent, count] of lost) {
    const name = table.agents.at(agent);
    if (name !== '' && !served.has(agent) && count > 2)
      suspicions.note('placeholder', 0, count, name);
  }
}

/** Days that are missing though their weekday is usually there. */
function suspectGaps(names: readonly string[], suspicions: Suspicions): void {
  const days = new Set(names.map(dayNumber).filter((day) => !Number.isNaN(day)));
  if (days.size < 5) return;
  const [first, last] = [Math.min(...days), Math.max(...days)];
  if (last - first > 4_000) return;
  const missing: string[] = [];
  for (let day = first + 1; day < last; day++) {
    if (days.has(day)) continue;
    const around = [day - 14, day - 7, day + 7, day + 14].filter((d) => d >= first && d <= last);
    const there = around.filter((d) => days.has(d)).length;
    if (around.length > 0 && there * 2 > around.length)
      missing.push(neighbour(names.find((name) => dayNumber(name) === first) ?? '', day - first));
  }
  if (missing.length > 0) {
    const what = `${missing.slice(0, 5).join(', ')}${missing.length > 5 ? '…' : ''}`;
    suspicions.note('gaps', 0, missing.length, what);
  }
}

/** The hour at which the day begins where people work past midnight; 0 where they do not. */
function dayBegins(table: CallTable): number {
  const hours = new Float64Array(24);
  for (let i = 0; i < table.length; i++) {
    const hour = Math.floor(table.arrival.get(i) / 3_600);
    if (hour >= 0 && hour < 24) hours[hour] = (hours[hour] ?? 0) + 1;
  }
  const [midnight = 0, before = 0] = [hours[0], hours[23]];
  const enough = table.length / 50;
  if (midnight < enough || before < enough) return 0;
  let quiet = 1;
  for (let hour = 1; hour <= 9; hour++) if ((hours[hour] ?? 0) < (hours[quiet] ?? 0)) quiet = hour;
  return (hours[quiet] ?? 0) * 4 < midnight ? quiet : 0;
}

/** Calls of after midnight go to the day on which their shift began. */
function moveNights(table: CallTable, suspicions: Suspicions): void {
  const begins = dayBegins(table);
  if (begins === 0) return;
  const names = table.days.list.map((_, i) => table.nameOf(i));
  const numbers = new Map(names.map((name, i) => [name, i]));
  let moved = 0;
  for (let i = 0; i < table.length; i++) {
    const arrival = table.arrival.get(i);
    if (arrival >= begins * 3_600) continue;
    const eve = neighbour(table.dayName(i), -1);
    if (eve === '') continue;
    let number = numbers.get(eve);
    if (number === undefined) {
      number = names.length;
      numbers.set(eve, number);
      names.push(eve);
    }
    table.day.set(i, number);
    table.arrival.set(i, arrival + DAY_S);
    table.start.set(i, table.start.get(i) + DAY_S);
    moved += 1;
  }
  table.renameDays(names);
  if (moved > 0) suspicions.note('pastMidnight', 0, moved, `${begins}:00`);
}

/** Puts nights together, then says what is suspicious about the calls of a file. */
export function suspectCalls(table: CallTable, counts: CallCounts, suspicions: Suspicions): void {
  moveNights(table, suspicions);
  if (counts.outbound > 0) suspicions.note('outbound', 0, counts.outbound);
  suspectTalk(table, suspicions);
  suspectTwo(table, suspicions);
  suspectPlaceholders(table, suspicions);
  suspectGaps([...new Set(table.days.list.map((_, i) => table.nameOf(i)))], suspicions);
}
