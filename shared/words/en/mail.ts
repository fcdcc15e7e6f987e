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
  'reply-spark':
    'You can reply to this letter. Your words stand under the spark, as yours. Files do not come along. Keep this letter to yourself: whoever has it could reply as you.',
  'reply-ask':
    'You can also reply to this letter. Your words stand beside the ask, as yours, for the team to read. A reply alone is no answer: to say yes or no, use the link. Files do not come along. Keep this letter to yourself.',
  'reply-line':
    'You can reply to this letter. Your words stand beside the ask, as yours, for the team to read. Files do not come along. Keep this letter to yourself: whoever has it could reply as you.',
  'returned-subject': 'Your reply has not been posted',
  'returned-lead': 'Thank you for writing. Your reply could not be posted, and this is why:',
  'returned-words': 'Here are your words, so that none are lost.',
  'returned-open': 'Open it in Kindling',
  'returned-no-words': 'We found no words of yours in it.',
  'returned-unreadable': 'We could not read your mail. Please write it in Kindling instead.',
  'returned-too-late': 'That letter is too old to be replied to. Please write it in Kindling instead.',
  'returned-nowhere': 'A reply to that letter has nowhere to go any more.',
  'files-subject': 'Your reply is posted, without the files',
  'files-lead': 'Your words are posted. The files you attached could not come along.',
  'no-such-address': 'It went to an address that we did not make.',
  'wrong-secret': 'It did not show the right secret.',
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
