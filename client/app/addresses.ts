/** Every address of the product, once: the patterns the router reads and the functions that make links. */

export const patterns = {
  wall: '/',
  spark: '/sparks/:id',
  bringIn: '/bring-in',
  light: '/light',
  initiatives: '/initiatives',
  leadership: '/initiatives/:id/leadership',
  board: '/initiatives/:id/:section?',
  systemAsks: '/system-asks',
  systemAsk: '/system-asks/:id',
  sponsor: '/sponsor',
  pledges: '/pledges',
  waits: '/waits',
  invitations: '/invitations',
  invites: '/invites',
  join: '/join',
  claim: '/claim',
  answer: '/answer',
  signIn: '/sign-in',
  signInSent: '/sign-in/sent',
  signInLink: '/sign-in/link',
  notices: '/notices',
  noticeWishes: '/notices/wishes',
  quiet: '/quiet/:token',
  you: '/you',
  place: '/place',
  audit: '/place/audit',
  about: '/about',
} as const;

export const addresses = {
  wall: () => patterns.wall,
  spark: (id: string) => `/sparks/${encodeURIComponent(id)}`,
  bringIn: () => patterns.bringIn,
  /** Lighting an initiative from these sparks. */
  light: (sparkIds: readonly string[]) => `${patterns.light}?${new URLSearchParams(sparkIds.map((id) => ['spark', id]))}`,
  initiatives: () => patterns.initiatives,
  board: (id: string) => `/initiatives/${encodeURIComponent(id)}`,
  boardSection: (id: string, section: string) => `/initiatives/${encodeURIComponent(id)}/${encodeURIComponent(section)}`,
  /** How leading is shared in it. */
  leadership: (id: string) => `/initiatives/${encodeURIComponent(id)}/leadership`,
  systemAsks: () => patterns.systemAsks,
  systemAsk: (id: string) => `/system-asks/${encodeURIComponent(id)}`,
  sponsor: () => patterns.sponsor,
  pledges: () => patterns.pledges,
  waits: () => patterns.waits,
  invitations: () => patterns.invitations,
  /** Invite links into an initiative, or without one into the place. */
  invites: (initiativeId?: string) =>
    initiativeId === undefined ? patterns.invites : `${patterns.invites}?${new URLSearchParams({ initiative: initiativeId })}`,
  /** The secret stays in the fragment, which browsers send to no server. */
  join: (secret: string) => `${patterns.join}#${secret}`,
  /** The link of a letter that answers one ask. */
  answer: (secret: string) => `${patterns.answer}#${secret}`,
  claim: (token: string) => `${patterns.claim}#${token}`,
  /** `next` is where to go afterwards: an address of ours, never another site's. */
  signIn: (next?: string) => (next === undefined ? patterns.signIn : `${patterns.signIn}?${new URLSearchParams({ next })}`),
  signInSent: () => patterns.signInSent,
  notices: () => patterns.notices,
  noticeWishes: () => patterns.noticeWishes,
  /** The link of a letter; its token does one thing. */
  quiet: (token: string) => `/quiet/${encodeURIComponent(token)}`,
  you: () => patterns.you,
  place: () => patterns.place,
  audit: () => patterns.audit,
  about: () => patterns.about,
} as const;

/** Where to go after signing in: the address asked for when it is one of ours, otherwise the wall. */
export function nextAddress(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? patterns.wall;
  return isOwnAddress(next) ? next : patterns.wall;
}

/** Whether an address stays on this site. */
export function isOwnAddress(address: string): boolean {
  return /^\/(?![/\\])/.test(address);
}
