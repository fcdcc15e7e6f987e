/** On a card: who said yes to it, and a way to invite somebody. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import type { BoardElement } from '#shared/elements/registry.ts';
import { titled } from '#shared/elements/kind.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { useTopics } from '#client/realtime/live.tsx';
import { Face } from '#client/ui/face.tsx';
import css from './card-people.module.css';
import { InviteDialog } from './invite-dialog.tsx';

export interface CardPeople {
  /** The people who said yes, for a card. */
  readonly saidYes: (card: BoardElement) => ReactNode;
  /** Opens the way to invite somebody to a card; null for those who may not. */
  readonly onInvite: ((card: BoardElement) => void) | null;
  readonly dialog: ReactNode;
}

/** Asked once for the whole board. */
export function useCardPeople(id: string): CardPeople {
  const input = { id };
  useTopics([`initiative:${id}/invitations`], [api.initiatives.saidYes.key({ input })]);
  const { data } = useQuery(api.initiatives.saidYes.queryOptions({ input }));
  const may = useCan('initiative.invite', { initiativeId: id });
  const [card, setCard] = useState<BoardElement | null>(null);
  const saidYes = useCallback(
    ({ id: elementId }: BoardElement) => <SaidYes people={(data?.items ?? []).filter((one) => one.elementId === elementId)} />,
    [data],
  );
  const dialog = card && (
    <InviteDialog
      initiative={{ id, mySeat: null, team: [] }}
      to={{ about: 'card', id: card.id, title: titled(card.values.title, say) }}
      onClose={() => setCard(null)}
    />
  );
  return { saidYes, onInvite: may.ok ? setCard : null, dialog };
}

function SaidYes({ people }: { people: readonly { invitationId: string; person: { id: string; label: string }; mine: boolean }[] }) {
  if (people.length === 0) return null;
  return (
    <div className={css['said-yes']}>
      <span className={css['label']}>{say('initiatives.said-yes')}</span>
      <ul aria-label={say('initiatives.said-yes')} className={css['people']}>
        {people.map(({ invitationId, person, mine }) => (
          <li key={invitationId}>
            <Face person={person} size="small" note={mine ? say('initiatives.you') : undefined} />
          </li>
        ))}
      </ul>
    </div>
  );
}
