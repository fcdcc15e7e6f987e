/** What people did around a board, for tests of the board that is taken away: every line of theirs is `text`, where it is given. */
import type { BoardExport } from './export-format.ts';
import { cardId } from './testing.ts';

type Acts = Pick<BoardExport, 'endorsements' | 'pledges' | 'rooms' | 'asks' | 'decisions'>;

export function sampleActs(text?: string): Acts {
  return {
    endorsements: [
      { ...endorsed, name: text ?? 'Dev', because: text ?? 'It is right', withdrawnAt: null, withdrawnWhy: '' },
      {
        ...endorsed,
        name: text ?? 'Mei',
        because: text ?? 'I was in a hurry',
        withdrawnAt: '2027-03-04T12:00:00.000Z',
        withdrawnWhy: text ?? 'We changed course',
      },
    ],
    pledges: [{ name: text ?? 'Dev', kind: 'time', what: text ?? 'An hour a week', until: '2027-06-01', state: 'given', why: '' }],
    rooms: [sampleRoom(text)],
    asks: sampleAsks(text),
    decisions: [sampleDecision(text)],
  };
}

const endorsed = { office: 'manager', at: '2027-03-02T12:00:00.000Z', changedSince: true };

function sampleRoom(text?: string): BoardExport['rooms'][number] {
  const safe = text === undefined ? ['Doors', 'Falls', 'Staff'] : [text, text, text];
  return {
    name: text ?? 'Dev',
    stand: 'covers',
    askedBy: text ?? 'Ruth',
    message: text ?? 'May we?',
    words: { what: text ?? 'Walk at night', where: text ?? 'Ward 4', until: '2027-06-01', safe, callMe: text ?? 'Anybody falls' },
    acceptedBy: text ?? 'Ruth',
    why: text ?? '',
    learned: text ?? '',
    tests: [cardId(1)],
  };
}

function sampleAsks(text?: string): BoardExport['asks'] {
  const put = {
    elementId: cardId(1),
    askedBy: text ?? 'Ruth',
    message: text ?? 'A wider lift?',
    at: '2027-03-03T12:00:00.000Z',
    takenBackAt: null,
    office: text ?? '',
  };
  const waiting = { waitingDays: 4, answer: null, answerLine: '', by: null, answeredAt: null, trail: [], possible: [] };
  const answered = { waitingDays: null, answer: 'will', answerLine: text ?? '', by: '2027-06-01', answeredAt: '2027-03-04T12:00:00.000Z' };
  const step = {
    name: text ?? 'Dev',
    at: '2027-03-03T12:00:00.000Z',
    what: 'answered',
    to: text ?? null,
    answer: 'tell-more',
    line: text ?? 'How wide?',
  };
  const possible = [{ name: text ?? 'Amina', at: '2027-03-04T12:00:00.000Z', line: text ?? 'A narrower bed' }];
  return [
    { ...put, ...waiting, name: text ?? 'Dev' },
    { ...put, ...answered, name: text ?? 'Ruth', trail: [step, { ...step, answer: 'will' }], possible },
  ];
}

function sampleDecision(text?: string): BoardExport['decisions'][number] {
  const said = { name: text ?? 'Amina', at: '2027-03-04T12:00:00.000Z', answer: 'objection', because: text ?? 'Nights stay alone', counts: false };
  return {
    elementId: cardId(1),
    title: text ?? 'One ward',
    reasons: text ?? 'One team has time',
    changedSince: text !== undefined,
    putBy: text ?? 'Ruth',
    at: '2027-03-03T12:00:00.000Z',
    byWhen: '2027-03-08',
    said: [said, { ...said, at: '2027-03-05T12:00:00.000Z', answer: 'concern', because: text ?? 'Nights are thin', counts: true }],
    notHeardFrom: [text ?? 'Joe'],
    outcome: 'goes-ahead-with-concerns',
    why: text ?? 'We watch the nights',
    decidedBy: text ?? 'Ruth',
    decidedAt: '2027-03-06T12:00:00.000Z',
  };
}
