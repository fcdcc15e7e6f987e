import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { sectionWord } from '#shared/elements/wording.ts';
import { VisuallyHidden } from '@mantine/core';
import { addresses } from '#client/app/addresses.ts';
import { usePurpose } from '#client/board/purpose/use-purpose.ts';
import css from './bar.module.css';
import { headingId } from './section-frame.tsx';

/** The purpose in a line, wherever on the board somebody is: the plan may change, this says why. */
export function PurposeLine({ id, lines }: { id: string; lines: 1 | 2 }) {
  const [first] = usePurpose();
  const words = first?.type === 'paragraph' ? first.runs.map((run) => run.text).join('') : '';
  if (words.trim() === '') return null;
  return (
    <Link to={addresses.boardSection(id, 'purpose')} className={css['purpose']} data-lines={lines}>
      <VisuallyHidden>{`${sectionWord('purpose')}: `}</VisuallyHidden>
      {words}
    </Link>
  );
}

/** The same in the bar of a wide board, once the purpose itself is out of sight. */
export function PurposeOutOfSight({ id }: { id: string }) {
  const [away, setAway] = useState(false);
  useEffect(() => {
    const section = document.getElementById(headingId('purpose'))?.closest('section');
    if (!section) return;
    const watch = new IntersectionObserver(
      ([entry]) => setAway(entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.bottom < innerHeight / 2),
      { rootMargin: '-60px 0px 0px' },
    );
    watch.observe(section);
    return () => watch.disconnect();
  }, []);
  return away ? <PurposeLine id={id} lines={1} /> : null;
}
