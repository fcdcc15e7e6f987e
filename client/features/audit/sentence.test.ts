import { expect, test } from 'vitest';
import type { AuditEntry } from '#shared/features/audit/model.ts';
import { sentenceOf } from './sentence.ts';

const entry = (more: Partial<AuditEntry>): AuditEntry => ({
  at: '2027-03-01T12:00:00Z',
  who: 'Dev',
  action: 'ask.answered',
  outcome: 'done',
  reason: '',
  count: 1,
  ...more,
});

test.each<[Partial<AuditEntry>, string]>([
  [{}, 'Dev answered an ask.'],
  [
    { outcome: 'refused', action: 'asks.answer', reason: 'why.addressed-only' },
    'Dev tried to answer an ask, and could not: Only the person who was asked can answer.',
  ],
  [
    { who: null, outcome: 'refused', action: 'endorsements.endorse', reason: 'why.sign-in' },
    'Somebody who has not come in tried to stand behind an initiative, and could not: Sign in first.',
  ],
  [
    { outcome: 'refused', action: 'board.edit', reason: 'refused.gate/foreign-client' },
    'Dev tried to change a board, and could not: This change could not be read safely, so it was not carried out. Your words are kept for you to copy.',
  ],
  [{ outcome: 'refused', action: 'many-more', reason: 'problem.too-many', count: 30 }, 'Dev was refused 30 more times in the same minute.'],
  [{ action: 'what.nobody-knows-yet' }, 'Dev did something that counts.'],
])('%j', (more, sentence) => {
  expect(sentenceOf(entry(more))).toBe(sentence);
});
