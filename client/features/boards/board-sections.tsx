import type { ReactNode } from 'react';
import type { SectionId } from '#shared/elements/kind.ts';
import { say } from '#shared/words/say.ts';
import { Purpose } from '#client/board/purpose/purpose.tsx';
import { useUnread } from '#client/board/use-cards.ts';
import css from './board.module.css';
import { CardSection } from './card-section.tsx';
import { headingId, SectionFrame } from './section-frame.tsx';

export interface SectionSlots {
  /** What the initiative is, beside its purpose. */
  readonly head: ReactNode;
  readonly people: ReactNode;
  readonly sponsors: ReactNode;
}

/** Side by side where there is room: what it is about and who stands behind it, what is in the way and what we try, what we find out. */
const columns: readonly (readonly SectionId[])[] = [
  ['sparks', 'sponsors'],
  ['blockers', 'forces', 'tests'],
  ['measures', 'questions', 'learning'],
];

/** The whole board, laid out like a page, or one section of it. A section that stays on the screen keeps what is open in it. */
export function Sections({ alone, slots }: { alone: SectionId | null; slots: SectionSlots }) {
  const shows = (section: SectionId): boolean => alone === null || alone === section;
  return (
    <>
      {shows('purpose') && <OneSection section="purpose" slots={slots} />}
      {shows('people') && <OneSection section="people" slots={slots} />}
      <div className={alone === null ? css['columns'] : undefined}>
        {columns.map((column) => (
          <div key={column[0]} className={alone === null ? css['column'] : undefined}>
            {column.filter(shows).map((section) => (
              <OneSection key={section} section={section} slots={slots} />
            ))}
          </div>
        ))}
      </div>
      {alone === null && <Unread />}
    </>
  );
}

/** Any one section. */
function OneSection({ section, slots }: { section: SectionId; slots: SectionSlots }) {
  switch (section) {
    case 'purpose':
      return (
        <SectionFrame section={section}>
          <div className={css['opening']}>
            <Purpose labelledBy={headingId(section)} />
            {slots.head}
          </div>
        </SectionFrame>
      );
    case 'people':
      return <SectionFrame section={section}>{slots.people}</SectionFrame>;
    case 'sponsors':
      return <SectionFrame section={section}>{slots.sponsors}</SectionFrame>;
    default:
      return <CardSection section={section} />;
  }
}

function Unread() {
  const count = useUnread();
  return count === 0 ? null : <p className={css['soft']}>{say('board.unread-cards', { count })}</p>;
}
