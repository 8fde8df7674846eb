import type { RoomState } from './room.ts';

/**
 * Who plays a chapter alone is led to its desk: a room of one, whose code is shown nowhere. True
 * where this device has opened the room, and nobody has sat down in it yet.
 */
export function sitsAlone({ agent, clock, host, link, pending, publicView, taken }: RoomState) {
  const isChapter = (publicView?.arbitration?.gestures?.chapter ?? null) !== null;
  return (
    isChapter &&
    host &&
    link === 'online' &&
    agent < 0 &&
    pending === null &&
    taken.size === 0 &&
    clock?.at === 0 &&
    !clock.over
  );
}
