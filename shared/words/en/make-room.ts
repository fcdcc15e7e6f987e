/** A board that has grown full, and how there is room on it again. */
export const makeRoom = {
  filling: 'This board is {percent}% full',
  full: 'This board is full: nothing more fits on it',
  counted: 'What was written and deleted over time takes room too, though nobody sees it any more.',
  'others-can': 'A co-owner can make room. Nothing that stands on the board is lost by that.',
  open: 'Make room',
  stays: 'Every card and every word that stands on the board stays. What was deleted is let go.',
  pages:
    'The board opens anew on everybody’s page. Words that somebody has not sent yet, as on a phone without a connection, come back to them to copy.',
  days: 'The board as it is now is kept for 7 days, so you can come back. It is in “{activity}”, under “{days}”.',
  yes: 'Yes, make room',
  done: 'There is room again: this board is {percent}% full now.',
} as const;
