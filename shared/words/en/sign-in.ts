/** Coming in: sign in and up, links by mail, guests, keeping what one wrote. */
export const signIn = {
  'somebody-else-here': 'Somebody else is signed in on this device. Sign out first, then open the link again.',
} as const;
