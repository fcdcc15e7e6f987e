/** Letters. */
export const mail = {
  'link-subject': 'Your link to come in to Kindling',
  'link-text': 'Open this link to come in. It works once, within an hour.\n\n{link}\n\nIf you did not ask for it, you can leave this letter alone.',
  'claim-subject': 'Keep what you wrote in Kindling',
  'claim-text':
    'Open this link to keep what you wrote as a guest under this e-mail. It works once, within a day.\n\n{link}\n\nIf you did not ask for it, you can leave this letter alone.',
  'claim-known-text':
    'Somebody asked to keep what they wrote as a guest under this e-mail. You already have an account here, so nothing has changed. You can come in here:\n\n{link}\n\nIf this was not you, you can leave this letter alone.',

  hello: 'Hello {name},',
  about: 'This is about: {initiative}',
  purpose: 'Why it matters: {purpose}',
  'open-ask': 'Read and answer',
  'open-invitation': 'Read and answer',
  'open-mention': 'Read it all',
  'open-answer': 'Read it all',
  'open-other': 'Read it all',
  'why-ask': 'You get this letter at once because somebody asks you.',
  'why-invitation': 'You get this letter at once because somebody invites you.',
  'why-mention': 'You get this letter at once because somebody wrote to you by name.',
  'why-answer': 'You get this letter at once because it answers you.',
  'why-other': 'You get this letter because it is about something you did.',
  'quiet-initiative': 'Tell me nothing more of this initiative',
  'quiet-letters': 'Send me no letters at once',
  'quiet-digest': 'Send me no digest',
  wishes: 'Choose what is sent to you',

  'digest-subject': 'What moved in {place}',
  'digest-lead-daily': 'This moved since yesterday.',
  'digest-lead-weekly': 'This moved since last week.',
  'digest-for-you': 'About things of yours',
  'digest-more': { one: 'and {count} thing more', other: 'and {count} things more' },
  'digest-open': 'Open the board',
  'digest-why': 'You get this letter because you are part of this. On days when nothing moves there is none.',
} as const;
