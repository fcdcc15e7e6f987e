/** What people are told, each in a sentence said to them. The key is the event's name, or a notice's own; `{who}` is how the person shows. */
export const notices = {
  'ask.put': '{who} asks you about: {title}',
  'ask.answered': '{who} answered your ask about: {title}',
  'ask.withdrawn': '{who} took an ask to you back: {title}',
  'invitation.made': '{who} invites you to join: {initiative}',
  'invitation.made-to-card': '{who} invites you to: {title}',
  'invitation.made-to-system-ask': '{who} asks you to take this where it will be heard: {title}',
  'invitation.said-yes': '{who} said yes to: {title}',
  'invitation.came-back': 'The day has come to ask again about: {initiative}',
  'invitation.answered': '{who} answered your invitation to: {initiative}',
  'initiative.endorsement-withdrawn': '{who} no longer stands behind: {initiative}',
  'pledge.confirmed': '{who} confirmed what you gave: {title}',
  'system-ask.sponsored': '{who} takes a system ask where it will be heard: {cause}',
  'system-ask.stepped-back': '{who} no longer takes a system ask there: {cause}',
  'system-ask.answered': '{who} brought the answer to a system ask you are in: {cause}',
  'room.asked': '{who} asks you for a room to test: {title}',
  'room.offered': '{who} offers you a room to test: {title}',
  'room.changed': '{who} wrote a room to test anew. Read it, and accept it again: {title}',
  'room.declined': '{who} said no to a room to test: {title}. {because}',
  'room.accepted': '{who} accepted your room to test: {title}',
  'room.taken-back': '{who} took a room to test back. You are not covered any more: {title}. {because}',
  'room.finished': '{who} ended your room to test: {title}. {because}',
  'room.learned': '{who} said what was learned under your room to test: {title}',
  'spark.replied': '{who} replied to your spark: {title}',
  'spark.mentioned': '{who} wrote to you by name, at: {title}',

  'pushed-ask': 'Somebody asks you something in {place}',
  'pushed-invitation': 'Somebody invites you in {place}',
  'pushed-mention': 'Somebody wrote to you by name in {place}',
  'pushed-answer': 'Somebody answered you in {place}',
} as const;

export type NoticeName = keyof typeof notices & `${string}.${string}`;
