import type { ReactNode } from 'react';
import type { SectionId } from '#shared/elements/kind.ts';
import { sectionPlain, sectionWord } from '#shared/elements/wording.ts';
import { say } from '#shared/words/say.ts';
import { useHere, useOpenBoard } from '#client/board/board-context.ts';
import { peopleOf } from '#client/board/present.ts';
import { Faces } from '#client/ui/face.tsx';
import css from './board.module.css';

export interface SectionFrameProps {
  section: SectionId;
  count?: number;
  children: ReactNode;
}

/** The id of a section's heading: where the ways to a section lead. */
export function headingId(section: SectionId): string {
  return `section-${section}`;
}

/** One of the ten sections: its name, the plain words beside it, and the faces of those who are in it. */
export function SectionFrame({ section, count = 0, children }: SectionFrameProps) {
  const { where } = useOpenBoard();
  return (
    <section
      aria-labelledby={headingId(section)}
      className={css['section']}
      data-section={section}
      onFocusCapture={(event) => event.target.closest('article') === null && where(section, null)}
    >
      <header className={css['section-head']}>
        <h2 id={headingId(section)} tabIndex={-1} className={css['section-title']}>
          {sectionWord(section)}
          {count > 0 && (
            <span className={css['count']} aria-label={say('board.cards', { count })}>
              {count}
            </span>
          )}
        </h2>
        <FacesIn section={section} />
        <p className={css['plain']}>{sectionPlain(section)}</p>
      </header>
      {children}
    </section>
  );
}

/** Others who are in this section now. */
export function FacesIn({ section }: { section: SectionId }) {
  const people = peopleOf(useHere().filter((one) => one.section === section));
  return people.length === 0 ? null : <Faces people={people} max={3} label={say('board.here-in', { section: sectionWord(section) })} />;
}
