/** Why something could not be done, and what to do about it. Keys of `Problem.reason` and of the policy's reasons. */
export const problem = {
  unexpected: 'Something went wrong on our side. What you wrote is still here. Please try again.',
  invalid: 'Some of this needs another look.',
  'not-found': 'We could not find that. It may have been moved, or the address may be wrong.',
  gone: 'This is no longer here.',
  'too-many': 'That was a lot at once. Please wait a moment and try again.',
  'too-large': 'This is too much to send in one go. Please make it shorter or send it in parts.',
  'too-large-live': 'This is a lot at once. It is being sent another way.',
  'link-gone': 'This link has been used, or is too old. Ask for a new one.',
  'email-known': 'This e-mail already has an account here. Come in with it instead.',
  offline: 'There is no connection right now. What you wrote is kept on this device.',
  conflict: 'Somebody changed this at the same moment. Look again, then try once more.',
  'board-moved':
    'A co-owner opened this board anew: to make room, or as it was on an earlier day. What you wrote meanwhile could not go in: it is kept for you to copy.',
  'open-first': 'This board is not open here. Please open it again.',
  'board-damaged': 'Part of this board could not be read. It is open for reading while somebody looks into it. Nothing is deleted.',
  'not-kept': 'This could not be saved just now. Your words are kept on this device and will be sent again.',
  'not-saved': 'Nothing can be saved just now. What you wrote is still here. Please try again in a few minutes.',
  reload: 'Kindling has changed since you opened this page. Please load it again.',
  restarting: 'Kindling is restarting. Your words are kept and will be sent in a moment.',
  'foreign-origin': 'This request came from another site, so it was not carried out.',
} as const;

/** Why the policy says no. */
export const why = {
  'sign-in': 'Sign in first.',
  'sign-out-first': 'You are already signed in.',
  'claim-first': 'Add your e-mail first, so that people can reach you.',
  'keeper-only': 'Only a keeper of this place can do that.',
  'own-only': 'Only the person who wrote this can change it.',
  'addressed-only': 'Only the person who was asked can answer.',
  'join-first': 'Join this initiative first.',
  'co-owner-only': 'Only a co-owner of this initiative can do that.',
  'reading-only': 'You can read this board. Ask a co-owner if you want to write on it.',
  'already-in': 'You are already part of this initiative.',
  'last-co-owner': 'You are the last co-owner. Invite another co-owner before you leave.',
  'own-pledge': 'Somebody else on the team has to confirm your pledge.',
  'own-room': 'Somebody else on the team has to accept your room to test.',
  ended: 'This has already ended.',
} as const;

/** What is wrong with one field. */
export const field = {
  required: 'Please fill this in.',
  'too-long': 'This is too long: {max} characters at most.',
  'too-short': 'This is too short: {min} characters at least.',
  'too-many': 'These are too many: {max} at most.',
  id: 'This address does not look right.',
  choice: 'Please choose one of these.',
  date: 'Please give a date like 2027-06-12.',
  past: 'Please choose a day that is still to come.',
  email: 'Please give an e-mail address like name@example.org.',
  number: 'Please give a number.',
  unknown: 'We do not know this one. Please choose from the list.',
  'nhs-number': 'This looks like an NHS number. Kindling is not for patient data: please take it out.',
  type: 'This is not what we expected here.',
} as const;
