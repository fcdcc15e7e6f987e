/** Invite links: making, ending and using them. */
export const invites = {
  'link-over': 'This invitation is over: it was used up, ended, or is too old. Ask the people who gave it to you for a new one.',
} as const;
