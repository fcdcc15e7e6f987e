/** Rooms I was asked for or gave: those that wait for me, then those that end soonest; then what is over. */
import { useQuery } from '@tanstack/react-query';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { Section } from '#client/ui/section.tsx';
import { Column } from '#client/ui/column.tsx';
import { useDone } from '#client/ui/use-done.ts';
import { OverRooms, RoomList, useApart } from './room-list.tsx';

export function MyRooms() {
  const mine = useQuery(api.rooms.mine.queryOptions());
  const { here, done } = useDone();
  const { open, over } = useApart(mine.data?.items ?? [], false);
  return (
    <Section title={say('sponsor.rooms')} hint={open.length > 1 ? say('sponsor.rooms-hint') : undefined}>
      <Fetching query={mine} what={say('sponsor.rooms')} lines={2} />
      <Column at={here}>
        {mine.data && open.length === 0 && <EmptyState title={say('sponsor.rooms-none')}>{say('sponsor.rooms-none-why')}</EmptyState>}
        <RoomList items={open} alone label={say('sponsor.rooms')} onDone={done} />
      </Column>
      <OverRooms items={over} alone onDone={done} />
    </Section>
  );
}
