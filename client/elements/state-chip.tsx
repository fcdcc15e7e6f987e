import { livelinessOf } from '#shared/elements/registry.ts';
import type { AnyElement, AnyKind } from '#shared/elements/kind.ts';
import { stateWord } from '#shared/elements/wording.ts';
import { say } from '#shared/words/say.ts';
import { useRights } from '#client/board/board-context.ts';
import css from './state-chip.module.css';

export interface StateChipProps {
  card: AnyElement;
  kind: AnyKind;
  title: string;
  onChange: (state: string) => void;
}

/** How a card stands; for those who may write, a tap to say how it stands now. */
export function StateChip({ card, kind, title, onChange }: StateChipProps) {
  const { mayEdit } = useRights();
  const live = livelinessOf(card);
  if (!mayEdit) {
    return (
      <span className={css['chip']} data-live={live}>
        {stateWord(card.kind, card.state)}
      </span>
    );
  }
  return (
    <span className={css['chip']} data-live={live} data-choosable>
      {/* The word decides how wide the chip is; the list lies over it. */}
      <span aria-hidden>{stateWord(card.kind, card.state)}</span>
      <select
        aria-label={say('board.state-of', { title })}
        value={card.state}
        onChange={(event) => onChange(event.target.value)}
        className={css['list']}
      >
        {Object.keys(kind.states).map((state) => (
          <option key={state} value={state}>
            {stateWord(card.kind, state)}
          </option>
        ))}
      </select>
    </span>
  );
}
