import { callMeMax, safeMax, whatMax, whereMax } from '#shared/features/rooms/states.ts';
import type { ProblemBody } from '#shared/lib/problem.ts';
import { say } from '#shared/words/say.ts';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import { useNow } from '#client/ui/use-now.ts';
import css from './rooms.module.css';
import type { WordField, WordsDraft } from './use-words-draft.ts';

/** What each field is called, for those who are told what is wrong with it. */
export const wordLabels = {
  what: say('rooms.what'),
  where: say('rooms.where'),
  until: say('rooms.until'),
  safe: say('rooms.safe'),
  callMe: say('rooms.call-me'),
  'safe.0': say('rooms.safe-1'),
  'safe.1': say('rooms.safe-2'),
  'safe.2': say('rooms.safe-3'),
  answersForIt: say('rooms.answer-for-it'),
};

export interface WordFieldsProps {
  words: WordsDraft;
  set: (field: WordField, text: string) => void;
  problem: ProblemBody | null;
}

/** What a cover has to say, all of it. */
export function WordFields({ words, set, problem }: WordFieldsProps) {
  const today = useNow().toISOString().slice(0, 10);
  const fits = (field: string) => fieldError(problem, field);
  return (
    <>
      <TextBox
        label={wordLabels.what}
        hint={say('rooms.what-hint')}
        minRows={2}
        error={fits('what')}
        value={words.what}
        onChange={(text) => set('what', text)}
        maxLength={whatMax}
      />
      <TextLine
        label={wordLabels.where}
        hint={say('rooms.where-hint')}
        error={fits('where')}
        value={words.where}
        onChange={(text) => set('where', text)}
        maxLength={whereMax}
      />
      <TextLine type="date" label={wordLabels.until} min={today} error={fits('until')} value={words.until} onChange={(text) => set('until', text)} />
      <fieldset className={css['three']}>
        <legend className={css['label']}>{wordLabels.safe}</legend>
        <p className={css['soft']}>{say('rooms.safe-hint')}</p>
        {([1, 2, 3] as const).map((n) => (
          <TextLine
            key={n}
            label={say(`rooms.safe-${n}`)}
            error={fits(`safe.${n - 1}`)}
            value={words[`safe${n}`]}
            onChange={(text) => set(`safe${n}`, text)}
            maxLength={safeMax}
          />
        ))}
      </fieldset>
      <TextBox
        label={wordLabels.callMe}
        hint={say('rooms.call-me-hint')}
        minRows={2}
        error={fits('callMe')}
        value={words.callMe}
        onChange={(text) => set('callMe', text)}
        maxLength={callMeMax}
      />
    </>
  );
}
