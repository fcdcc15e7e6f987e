/** Every address of the product, once: the patterns the router reads and the functions that make links. */

export const patterns = {
  wall: '/',
  spark: '/sparks/:id',
  bringIn: '/bring-in',
  light: '/light',
  initiatives: '/initiatives',
  board: '/initiatives/:id/:section?',
  sponsor: '/sponsor',
  join: '/join',
  claim: '/claim',
  signIn: '/sign-in',
  signInSent: '/sign-in/sent',
  you: '/you',
  place: '/place',
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
  sponsor: () => patterns.sponsor,
  /** The secret stays in the fragment, which browsers send to no server. */
  join: (secret: string) => `${patterns.join}#${secret}`,
  claim: (token: string) => `${patterns.claim}#${token}`,
  /** `next` is where to go afterwards: an address of ours, never another site's. */
  signIn: (next?: string) => (next === undefined ? patterns.signIn : `${patterns.signIn}?${new URLSearchParams({ next })}`),
  signInSent: () => patterns.signInSent,
  you: () => patterns.you,
  place: () => patterns.place,
  about: () => patterns.about,
} as const;

/** Where to go after signing in: the address asked for when it is one of ours, otherwise the wall. */
export function nextAddress(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? patterns.wall;
  return /^\/(?![/\\])/.test(next) ? next : patterns.wall;
}
