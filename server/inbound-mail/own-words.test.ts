/** Shapes of replies as mail programs write them, with invented people. */
import { expect, test } from 'vitest';
import { ownWords } from './own-words.ts';

const from = 'hello@kindling.example';
const mine = 'The lift in the east wing.\n\nIt takes a bed and one person.';
const ours = [
  'Hello Dev,',
  '',
  'Ruth asks you about: The lift is too small',
  '',
  '> Could you?',
  '',
  '-- ',
  'You get this letter at once because somebody asks you.',
];
const quoted = ours.map((line) => `> ${line}`).join('\n');
const bare = ours.join('\n');

const shapes: Record<string, string> = {
  'Gmail, in English': `${mine}\n\nOn Tue, 2 Mar 2027 at 09:00, Kindling <${from}> wrote:\n\n${quoted}\n`,
  'Gmail, whose line is broken in two': `${mine}\n\nOn Tue, 2 Mar 2027 at 09:00, Kindling <\n${from}> wrote:\n\n${quoted}\n`,
  'Gmail, in Dutch': `${mine}\n\nOp di 2 mrt 2027 om 09:00 schreef Kindling <${from}>:\n\n${quoted}\n`,
  'Gmail, in Dutch, broken in two': `${mine}\n\nOp di 2 mrt 2027 om 09:00 schreef Kindling <\n${from}>:\n\n${quoted}\n`,
  'Gmail, in German': `${mine}\n\nAm Di., 2. März 2027 um 09:00 Uhr schrieb Kindling <${from}>:\n\n${quoted}\n`,
  'Gmail, in French': `${mine}\n\nLe mar. 2 mars 2027 à 09:00, Kindling <${from}> a écrit :\n\n${quoted}\n`,
  'Apple Mail': `${mine}\n\n> On 2 Mar 2027, at 09:00, Kindling <${from}> wrote:\n> \n${quoted}\n`,
  'an iPhone, in Dutch': `${mine}\n\nVerstuurd vanaf mijn iPhone\n\n> Op 2 mrt 2027 om 09:00 heeft Kindling <${from}> het volgende geschreven:\n> \n> \uFEFF\n${quoted}\n`,
  'an iPhone that quotes without marks': `${mine}\n\nOp 2 mrt. 2027 om 09:00 heeft Kindling <${from}> het volgende geschreven:\n\n${bare}\n`,
  Outlook: `${mine}\r\n\r\n________________________________\r\nFrom: Kindling <${from}>\r\nSent: Tuesday, March 2, 2027 9:00 AM\r\nTo: Dev <dev@example.org>\r\nSubject: Ruth asks you\r\n\r\n${bare}`,
  'Outlook, without its rule': `${mine}\n\nFrom: Kindling <${from}>\nSent: 02 March 2027 09:00\nTo: Dev\nSubject: Ruth asks you\n\n${bare}`,
  'Outlook, in Dutch': `${mine}\n\nVan: Kindling <${from}>\nVerzonden: dinsdag 2 maart 2027 09:00\nAan: Dev <dev@example.org>\nOnderwerp: Ruth vraagt je\n\n${bare}`,
  'Outlook, with stars': `${mine}\n\n*From:* Kindling <${from}>\n*Sent:* Tuesday, March 2, 2027 9:00 AM\n*To:* Dev\n*Subject:* Ruth asks you\n\n${bare}`,
  'an old Outlook': `${mine}\n\n-----Oorspronkelijk bericht-----\nVan: Kindling\n\n${bare}`,
  'a signature': `${mine}\n\n-- \nDev Patel\nWard manager\n\nOn Tue, 2 Mar 2027 at 09:00, Kindling <${from}> wrote:\n${quoted}\n`,
  'a signature that lost its blank': `${mine}\n\n--\nDev Patel`,
  'Outlook on a phone': `${mine}\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: Kindling <${from}>\nSent: x\nTo: y\nSubject: z\n\n${bare}`,
  'words below the quote': `On Tue, 2 Mar 2027 at 09:00, Kindling <${from}> wrote:\n\n${quoted}\n\n${mine}\n`,
  'words between quotes': `On Tue, 2 Mar 2027 at 09:00, Kindling <${from}> wrote:\n\n> Which lift?\n\nThe lift in the east wing.\n\n> And how large?\n\nIt takes a bed and one person.\n`,
  'a language we do not know': `${mine}\n\nti 2.3.2027 klo 9.00 Kindling (${from}) kirjoitti:\n${quoted}`,
  'no quote at all': `\n${mine}\n\n`,
  'hard blanks and signs nobody sees': `The lift in the east wing.\u200B\r\n\r\nIt takes a bed\u00A0and one person.\u0007`,
};

test.each(Object.entries(shapes))('%s', (_shape, text) => {
  expect(ownWords(text, from)).toBe(mine);
});

test.each([
  'On Tuesday we could try: a smaller bed.',
  'From: here to the ward it is 40 m.\nTo: carry a bed takes two.',
  'Two ways:\n- a bigger lift\n- a smaller bed',
  'On 2 March I wrote to estates:\nno answer yet.',
  'Sent from home: I am ill today.\nBack on Monday.',
  'a --- b --- c',
  'Op 2 maart schreef ik aan het bouwbureau.',
])('words that only look like a quote stay: %s', (words) => {
  expect(ownWords(words, from)).toBe(words);
});

test('a quote alone leaves nothing', () => {
  expect(ownWords(`On Tue, 2 Mar 2027 at 09:00, Kindling <${from}> wrote:\n\n${quoted}`, from)).toBe('');
  expect(ownWords(`Van: Kindling <${from}>\nVerzonden: dinsdag\nAan: Dev\n\n${bare}`, from)).toBe('');
});
