/** The words of a room to test, as a sponsor would write them. */
import type { RoomWords } from '#shared/features/rooms/model.ts';

export function roomWords(more: Partial<RoomWords> = {}): RoomWords {
  return {
    what: 'The night nurse may walk with people who can not sleep.',
    where: 'Ward 4, by day and by night',
    until: '2027-05-12',
    safe: ['Nobody is alone on the ward', 'Every fall is written down', 'Doors to the stairs stay shut'],
    callMe: 'Anybody falls, or a nurse is afraid.',
    ...more,
  };
}
