import type { ReactNode } from 'react';
import { sectionWord } from '#shared/elements/wording.ts';
import { say } from '#shared/words/say.ts';
import { PurposeText } from '#client/board/purpose/purpose-text.tsx';
import { Loading } from '#client/ui/loading.tsx';
import css from './board.module.css';

/** Before the document is there: the purpose as the server last read it, so that nobody looks at an empty board. */
export function WaitingBoard({ purpose, head }: { purpose: string | null; head: ReactNode }) {
  const lines = (purpose ?? '').split('\n').filter((line) => line !== '');
  return (
    <>
      {lines.length > 0 && (
        <section className={css['section']} data-section="purpose">
          <h2 className={css['section-title']}>{sectionWord('purpose')}</h2>
          <div className={css['opening']}>
            <PurposeText blocks={lines.map((text) => ({ type: 'paragraph', runs: [{ text }] }))} />
            {head}
          </div>
        </section>
      )}
      <Loading what={say('board.loading')} lines={4} />
    </>
  );
}
