/** Sparks: the one box, the wall, kindling, replies, bringing in. */
export const sparks = {
  'see-too': 'I see this too',
  'have-tried': 'I have tried this',
  'can-help': 'I can help',
  'know-someone': 'I know someone',
  'affects-me': 'This would affect me',

  'kind-need': 'A need I saw',
  'kind-idea': 'An idea',
  'state-open': 'Waiting to be lit',
  'state-lit': 'Lit',
  'state-withdrawn': 'Withdrawn',

  gone: 'The person who wrote this spark has withdrawn it.',
  'unnamed-allowance': 'That makes five sparks without a name today. You can post more tomorrow, or show your role.',
  'no-good-rows': 'No row of this file can come in. The reasons are listed beside each row.',

  'csv-author': 'shown as',
  'csv-state': 'state',
  'csv-brought-in': 'brought in from',
  'csv-places': 'seen in places',
  'csv-perspectives': 'perspectives',
  'csv-replies': 'replies',
  'csv-waiting': 'days without a reply',
  'csv-address': 'address',
} as const;
