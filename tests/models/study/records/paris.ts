import { clockIn } from '../../../../models/study/records/moments.ts';

/** Paris in 2025: summer from 30 March to 26 October, 01:00 UTC. */
export const paris = (ms: number): { day: string; seconds: number } => {
  const summer = ms >= Date.UTC(2025, 2, 30, 1) && ms < Date.UTC(2025, 9, 26, 1);
  const text = new Date(ms + (summer ? 7_200_000 : 3_600_000)).toISOString();
  return { day: text.slice(0, 10), seconds: clockIn(text.slice(11, 19)) };
};
