/** Three smaller ways to help, for whoever is about to answer an ask with "I can't". Each leads to the real act. */
import { type PledgeKind, whatMax } from '#shared/features/pledges/kinds.ts';
import { say } from '#shared/words/say.ts';
import type { SmallerWay, SmallerWayFormProps } from '#client/features/asks/smaller-ways.tsx';
import { GiveForm } from '#client/features/pledges/give-form.tsx';
import { WriteForm } from '#client/features/rooms/write-form.tsx';

export const smallerWays: readonly SmallerWay[] = [
  {
    label: say('sponsor.way-hour'),
    hint: say('sponsor.way-hour-hint'),
    Form: giving('time', (blocker) => say('sponsor.way-hour-what', { blocker })),
  },
  {
    label: say('sponsor.way-introduction'),
    hint: say('sponsor.way-introduction-hint'),
    Form: giving('introduction', (blocker) => say('sponsor.way-introduction-what', { blocker })),
  },
  { label: say('sponsor.way-room'), hint: say('sponsor.way-room-hint'), Form: Covering },
];

/** A pledge to the initiative that asked, begun with words about its blocker. */
function giving(kind: PledgeKind, what: (blocker: string) => string) {
  return function Giving({ ask, onDone, onCancel }: SmallerWayFormProps) {
    return (
      <GiveForm
        initiativeId={ask.initiative.id}
        start={{ kind, what: what(ask.blocker).slice(0, whatMax) }}
        onDone={() => onDone(say('pledges.given'))}
        onCancel={onCancel}
      />
    );
  };
}

/** A room to test a smaller piece of what was asked for. */
function Covering({ ask: { initiative, blocker }, onDone, onCancel }: SmallerWayFormProps) {
  const what = say('sponsor.way-room-what', { blocker });
  return <WriteForm initiativeId={initiative.id} what={what} onDone={() => onDone(say('rooms.offered'))} onCancel={onCancel} />;
}
