/** Three smaller ways to help, for whoever is about to answer an ask with "I can't". Each leads to the real act. */
import { type PledgeKind, whatMax } from '#shared/features/pledges/kinds.ts';
import { say } from '#shared/words/say.ts';
import type { SmallerWay, SmallerWayFormProps } from '#client/features/asks/smaller-ways.tsx';
import { GiveForm } from '#client/features/pledges/give-form.tsx';

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
  {
    label: say('sponsor.way-piece'),
    hint: say('sponsor.way-piece-hint'),
    Form: giving('cover', (blocker) => say('sponsor.way-piece-what', { blocker })),
  },
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
