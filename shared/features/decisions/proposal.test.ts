import { expect, test } from 'vitest';
import { proposalHash } from './proposal.ts';

const words = { title: 'We start with one ward', reasons: 'One team has time.' };

test('[D7] the same words have the same hash, whatever white space stands between them', () => {
  expect(proposalHash({ title: ' We start  with one ward', reasons: 'One team\nhas time. ' })).toBe(proposalHash(words));
});

test('[D7] other words, or words that moved from the title to the reasons, have another', () => {
  expect(proposalHash({ ...words, reasons: 'Two teams have time.' })).not.toBe(proposalHash(words));
  expect(proposalHash({ title: 'We start with one', reasons: 'ward One team has time.' })).not.toBe(proposalHash(words));
});
