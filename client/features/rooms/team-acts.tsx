import { useMutation } from '@tanstack/react-query';
import { asksWhatWasLearned, isOver, learnedMax, whyMax } from '#shared/features/rooms/states.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Saying } from '#client/ui/saying.tsx';
import { useNow } from '#client/ui/use-now.ts';
import css from './rooms.module.css';
import type { RoomActsProps } from './sponsor-acts.tsx';
import { factsOf, useRoomsChanged } from './use-rooms.ts';

/** What the team can do with a room: accept the words it reads, end it, say what was learned. */
export function TeamActs(props: RoomActsProps) {
  const { room, stand } = props;
  const known = { initiativeId: room.initiative.id, own: room.mine };
  const may = { accept: useCan('room.accept', known).ok, finish: useCan('room.finish', known).ok, learn: useCan('room.learn', known).ok };
  const asks = asksWhatWasLearned(factsOf(room), useNow()) && (room.learned?.mine ?? true);
  const shown = [
    may.accept && stand === 'offered' && <Accepting key="accept" {...props} />,
    may.finish && !isOver(stand) && <Finishing key="finish" {...props} />,
    may.learn && asks && <Learning key="learn" {...props} />,
  ].filter((act) => act !== false);
  return shown.length === 0 ? null : <div className={css['acts']}>{shown}</div>;
}

function Finishing({ room: { id }, onDone }: RoomActsProps) {
  const changed = useRoomsChanged();
  return (
    <Saying
      title={say('rooms.finish')}
      question={say('rooms.finish-why')}
      send={say('rooms.finish-send')}
      field="why"
      optional
      max={whyMax}
      draftName={`room-end:${id}`}
      run={(why) => api.rooms.finish.call({ id, why })}
      changed={changed}
      thanks={say('rooms.finished')}
      onDone={onDone}
    />
  );
}

/** Asked once it is over; whoever said it may put it better. */
function Learning({ room: { id, learned }, onDone }: RoomActsProps) {
  const changed = useRoomsChanged();
  return (
    <Saying
      title={say(learned === null ? 'rooms.learn-title' : 'rooms.learn-change')}
      tone={learned === null ? 'ember' : 'quiet'}
      question={say('rooms.learn-title')}
      hint={say('rooms.learn-hint')}
      send={say('rooms.learn-send')}
      field="learned"
      max={learnedMax}
      draftName={`room-learned:${id}`}
      start={learned?.text ?? ''}
      run={(text) => api.rooms.learn.call({ id, learned: text })}
      changed={changed}
      thanks={say('rooms.learned')}
      onDone={onDone}
    />
  );
}

/** The version that stands on the screen is the one that is accepted; if the words moved meanwhile, they are read again first. */
function Accepting({ room, onDone }: RoomActsProps) {
  const changed = useRoomsChanged();
  const accept = useMutation(
    api.rooms.accept.mutationOptions({
      onSuccess: async () => {
        await changed();
        onDone(say('rooms.accepted'));
      },
      onError: changed,
    }),
  );
  return (
    <div className={css['accept']}>
      <p className={css['soft']}>{say('rooms.accept-hint')}</p>
      <div>
        <Act busy={accept.isPending} onClick={() => accept.mutate({ id: room.id, version: room.version })}>
          {say('rooms.accept')}
        </Act>
      </div>
      <ProblemNotice problem={accept.error ? problemFrom(accept.error) : null} />
    </div>
  );
}
