/** Letters. */
export const mail = {
  'link-subject': 'Your link to come in to Kindling',
  'link-text': 'Open this link to come in. It works once, within an hour.\n\n{link}\n\nIf you did not ask for it, you can leave this letter alone.',
  'claim-subject': 'Keep what you wrote in Kindling',
  'claim-text': 'Open this link to keep what you wrote as a guest under this e-mail. It works once, within a day.\n\n{link}\n\nIf you did not ask for it, you can leave this letter alone.',
  'claim-known-text': 'Somebody asked to keep what they wrote as a guest under this e-mail. You already have an account here, so nothing has changed. You can come in here:\n\n{link}\n\nIf this was not you, you can leave this letter alone.',
} as const;
