import { Braces, FileText } from 'lucide-react';
import { say, sayKey } from '#shared/words/say.ts';
import { useCan } from '#client/api/can.ts';
import { Section } from '#client/ui/section.tsx';
import css from './board.module.css';

/** The board to take away: a page for people, data for machines. */
export function TakeAway({ id }: { id: string }) {
  const may = useCan('board.export', { initiativeId: id });
  const address = `/api/initiatives/${encodeURIComponent(id)}/board`;
  return (
    <Section title={say('board.take')} hint={say('board.take-why')}>
      {may.ok ? (
        <ul className={css['take']}>
          <li>
            <a href={`${address}.md`} download>
              <FileText size={18} aria-hidden />
              {say('board.take-markdown')}
            </a>
          </li>
          <li>
            <a href={`${address}.json`} download>
              <Braces size={18} aria-hidden />
              {say('board.take-json')}
            </a>
          </li>
        </ul>
      ) : (
        <p>{sayKey(may.reason)}</p>
      )}
    </Section>
  );
}
