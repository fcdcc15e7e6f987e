/** Initiatives: lighting, the team and its five seats, states, invitations. */
export const initiatives = {
  'state-kindling': 'Kindling',
  'state-thinking-time': 'Thinking time',
  'state-active': 'Active',
  'state-resting': 'Resting',
  'state-learned': 'Learned',

  'invited-already': 'They have been invited and have not answered yet.',
  'resting-not-now': 'They said "not now". Please let it rest until {day}.',
  'resting-not-me': 'They said "not me". Please let it rest until {day}.',
  'asked-for-later': 'They asked to be asked again after {day}.',
  'in-already': 'They are part of this initiative already.',
  'guest-no-co-owner': 'They came as a guest and have not added an e-mail yet. You can invite them as a member.',
  'leave-instead': 'You are in the team. You can step back by leaving it.',
  'spark-gone': 'One of these sparks is not on the wall any more.',
} as const;
