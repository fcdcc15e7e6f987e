/** The words of every kind of card (kept in the kind's own folder) and of the board's sections. */
import { blockerWords } from '../../elements/blocker/words.ts';
import { decisionWords } from '../../elements/decision/words.ts';
import { evidenceWords } from '../../elements/evidence/words.ts';
import { forceWords } from '../../elements/force/words.ts';
import { lessonWords } from '../../elements/lesson/words.ts';
import { measureWords } from '../../elements/measure/words.ts';
import { questionWords } from '../../elements/question/words.ts';
import { sparkWords } from '../../elements/spark/words.ts';
import { storyWords } from '../../elements/story/words.ts';
import { tensionWords } from '../../elements/tension/words.ts';
import { testOfChangeWords } from '../../elements/test-of-change/words.ts';

export const kinds = {
  untitled: 'No title yet',
  unknown: 'A card of a kind this version of Kindling does not know',
  ...sparkWords,
  ...blockerWords,
  ...forceWords,
  ...tensionWords,
  ...testOfChangeWords,
  ...measureWords,
  ...storyWords,
  ...questionWords,
  ...decisionWords,
  ...lessonWords,
  ...evidenceWords,
} as const;

export const sections = {
  purpose: 'Purpose',
  'purpose.plain': 'who will be better off, and how',
  sparks: 'Sparks',
  'sparks.plain': 'what we noticed that could be better',
  people: 'People',
  'people.plain': 'who is in this, and how',
  sponsors: 'Sponsors',
  'sponsors.plain': 'who opens doors and shares the risk',
  blockers: 'Blockers',
  'blockers.plain': 'what is in the way',
  forces: 'Forces and tensions',
  'forces.plain': 'what bends things, and what pulls apart',
  tests: 'Tests of change',
  'tests.plain': 'what we try small',
  measures: 'Measures and stories',
  'measures.plain': 'numbers over time, and what it was like',
  questions: 'Questions and decisions',
  'questions.plain': 'what we do not know yet, and what we agreed',
  learning: 'Learning',
  'learning.plain': 'what we would tell the next team',
} as const;
