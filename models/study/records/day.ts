import type { Problem } from '../../words/problem.ts';
import { callDay } from './call-day.ts';
import type { DayOptions, RecordedDay } from './day-options.ts';
import { intervalDay } from './interval-day.ts';
import type { Reading } from './reader.ts';

/** A recorded day as a scenario file, or why it cannot be one. */
export const recordedDay = (reading: Reading, options: DayOptions): RecordedDay | Problem =>
  reading.kind === 'calls' ? callDay(reading, options) : intervalDay(reading, options);
