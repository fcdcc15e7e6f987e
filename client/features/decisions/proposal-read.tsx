import type { ProposalWords } from '#shared/features/decisions/proposal.ts';
import css from '#client/ui/text.module.css';

/** The words of a proposal, to read. */
export function ProposalRead({ title, words }: { title?: string; words: ProposalWords }) {
  return (
    <div className={css['aside']}>
      {title !== undefined && <p className={css['soft']}>{title}</p>}
      <p className={css['strong']}>{words.title}</p>
      {words.reasons !== '' && <p className={css['written']}>{words.reasons}</p>}
    </div>
  );
}
