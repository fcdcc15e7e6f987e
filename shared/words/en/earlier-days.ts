/** Going back to an earlier day of a board. */
export const earlierDays = {
  title: 'Bring the board back to an earlier day',
  why: 'For when much was deleted. Everybody sees the board as it was then. What it is now is kept too, so you can come back.',
  none: 'No earlier day is kept yet. From an hour of work on, there is one.',
  choose: 'As it was on {moment}',
  'choose-until': 'As it was on {moment}, just before it was opened anew',
  'sure-title': 'Bring the board back?',
  sure: 'Everybody will see the board as it was on {moment}. Words that somebody has not sent yet are handed back to them to copy.',
  yes: 'Yes, bring it back',
  no: 'No, leave it',
  done: 'The board is as it was on {moment}.',
} as const;
