import type { Room, RoomState } from './room.ts';

const asked = new WeakSet<Room>();

/**
 * Once the day is over at this desk, what it was is asked for: it is then kept, so that a room
 * still shows it when its rules have become old ones.
 */
export function keepDebrief(room: Room | null, { clock, desk }: RoomState): void {
  if (room === null || !clock?.over || desk === null || asked.has(room)) return;
  asked.add(room);
  void room.debrief({ what: 'begin' });
}
