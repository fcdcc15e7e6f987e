import { useState } from 'react';
import { helpAmounts } from '#shared/features/sparks/kinds.ts';
import type { Perspective } from '#shared/features/people/model.ts';
import type { HelpAmount } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Choice, Choices } from '#client/ui/choice.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import { allPerspectives } from '../box/choices.ts';
import css from './kindle.module.css';
import type { Saying } from './use-sentences.ts';

const amounts = helpAmounts.map((value) => ({ value, label: say(`sparks.amount-${value}`) }));
const ways = allPerspectives.map((value) => ({ value, label: say(`people.perspective-${value}`) }));

/** What may go beside the sentence just said: a line, how much help, how I am in this. */
export function KindleLine({ saying }: { saying: Saying }) {
  const problem = saying.error ? problemFrom(saying.error) : null;
  return (
    <>
      {saying.open !== null && <LineForm key={saying.open} saying={saying} />}
      <ProblemNotice problem={problem} labels={{ line: say('sparks.line-field') }} />
    </>
  );
}

function LineForm({ saying }: { saying: Saying }) {
  const [line, setLine] = useState('');
  const [amount, setAmount] = useState<HelpAmount>('hour');
  const [perspectives, setPerspectives] = useState<Perspective[]>([...saying.perspectives]);
  const { open } = saying;
  if (open === null) return null;
  const helping = open === 'can-help';
  return (
    <div className={css['line']}>
      <Form onSubmit={() => saying.add(line, helping ? amount : null, perspectives)} label={say(`sparks.${open}`)}>
        {helping && <Choice legend={say('sparks.amount')} value={amount} options={amounts} onChange={setAmount} />}
        <TextLine label={say(`sparks.line-${open}`)} optional value={line} onChange={setLine} maxLength={300} />
        <Choices legend={say('sparks.perspectives')} values={perspectives} options={ways} onChange={setPerspectives} />
        <Actions>
          <Act type="submit" busy={saying.busy}>
            {say('sparks.line-save')}
          </Act>
          <Act tone="quiet" onClick={saying.close}>
            {say('sparks.line-close')}
          </Act>
        </Actions>
      </Form>
    </div>
  );
}
