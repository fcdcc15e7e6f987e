import { expect, test } from 'vitest';
import type { Ask } from '#shared/features/asks/model.ts';
import { draw } from '#tests/client/render.tsx';
import { AnswerForm } from './answer-form.tsx';
import { type SmallerWay, SmallerWaysContext } from './smaller-ways.tsx';

const nothing = () => undefined;
const ask: Ask = {
  id: 'ask-of-the-test',
  initiative: { id: 'initiative-one', title: 'Shorter waits' },
  elementId: 'blocker-one',
  blocker: 'The lift is too small for a bed.',
  person: { id: 'person-dev', label: 'Dev', group: null, title: null },
  askedBy: 'Ruth',
  message: 'Could you let us try the big lift?',
  at: '2027-03-01T09:00:00Z',
  level: 'team',
  waitsFor: 'person',
  turnSince: '2027-03-01T09:00:00Z',
  waitingDays: 3,
  answer: null,
  answerLine: '',
  by: null,
  office: '',
  pendingStep: null,
  trail: [],
  possible: [],
  answeredAt: null,
  withdrawnAt: null,
  toMe: true,
};
const anHour: SmallerWay = {
  label: 'An hour',
  hint: 'With the team',
  Form: ({ ask: { blocker }, onDone }) => (
    <button type="button" className="give" onClick={() => onDone('The hour is promised.')}>
      {blocker}
    </button>
  ),
};

test('smaller ways to help are shown to whoever is about to say that they can’t, and to nobody else', async () => {
  const { element, click } = await draw(
    <SmallerWaysContext value={[anHour]}>
      <AnswerForm ask={ask} onDone={nothing} onCancel={nothing} />
    </SmallerWaysContext>,
  );
  for (const answer of ['will', 'belongs', 'tell-more']) {
    await click(`input[value=${answer}]`);
    expect(element.textContent, answer).not.toContain('An hour');
  }
  await click('input[value=cannot]');
  expect(element.textContent).toContain('Before you say no');
  expect(element.textContent).toContain('An hour');
});

test('a way opens the real act about this ask, and afterwards the answer is where it was', async () => {
  const { element, find, click } = await draw(
    <SmallerWaysContext value={[anHour]}>
      <AnswerForm ask={ask} onDone={nothing} onCancel={nothing} />
    </SmallerWaysContext>,
  );
  await click('input[value=cannot]');
  await click('[role=group] li button');
  expect(element.querySelector('form')).toBe(null);
  expect(find('.give').textContent).toBe('The lift is too small for a bed.');
  await click('.give');
  expect(element.textContent).toContain('The hour is promised.');
  expect(find('input[value=cannot]').matches(':checked')).toBe(true);
});
