import type { ProblemBody, ProblemCode } from '#shared/lib/problem.ts';
import { say } from '#shared/words/say.ts';
import { Act } from './act.tsx';
import { KeptWords } from './kept-words.tsx';
import css from './notice.module.css';
import { Notice } from './notice.tsx';
import { fieldLines, problemSentence } from './problem-sentences.ts';

export interface ProblemNoticeProps {
  problem: ProblemBody | null;
  /** Field paths and how the screen calls them. */
  labels?: Readonly<Record<string, string>>;
  /** What the person wrote, handed back to copy. */
  words?: string;
  /** Offered where asking again may be answered differently. */
  onRetry?: () => void;
}

/** Who may not, or asks for what is gone, may not a moment later either. */
const lasting: ReadonlySet<ProblemCode> = new Set(['not-allowed', 'not-found', 'gone']);

/** Says why something did not work, what is wrong with which field, and what to do now. */
export function ProblemNotice({ problem, labels = {}, words, onRetry }: ProblemNoticeProps) {
  if (problem === null) return null;
  const lines = fieldLines(problem, labels);
  return (
    <Notice
      tone="care"
      live="assertive"
      title={problemSentence(problem)}
      actions={
        onRetry &&
        !lasting.has(problem.code) && (
          <Act tone="plain" onClick={onRetry}>
            {say('shell.try-again')}
          </Act>
        )
      }
    >
      {lines.length > 0 && (
        <ul className={css['fields']}>
          {lines.map((line) => (
            <li key={line.field}>
              <strong>{line.label}</strong>: {line.sentence}
            </li>
          ))}
        </ul>
      )}
      {problem.retryAfterMs !== undefined && <p>{say('shell.try-again-in', { count: Math.max(1, Math.ceil(problem.retryAfterMs / 1000)) })}</p>}
      {words !== undefined && words !== '' && <KeptWords words={words} />}
    </Notice>
  );
}
