/** Which screen belongs to which address; each is its own chunk. */
import { type ComponentType, lazy, useState } from 'react';
import { loadWords } from './load-words.ts';
import { patterns } from './addresses.ts';

type Load = () => Promise<{ default: ComponentType }>;

/** The first route: its chunk is also preloaded by the page itself (client/build/first-page.ts). */
const loadWall: Load = () => import('#client/features/sparks/wall-page.tsx').then((page) => ({ default: page.WallPage }));

const loads: readonly (readonly [pattern: string, load: Load])[] = [
  [patterns.wall, loadWall],
  [patterns.spark, () => import('#client/features/sparks/spark-page.tsx').then((page) => ({ default: page.SparkPage }))],
  [patterns.bringIn, () => import('#client/features/sparks/bring-in-page.tsx').then((page) => ({ default: page.BringInPage }))],
  [patterns.light, () => import('#client/features/initiatives/light-page.tsx').then((page) => ({ default: page.LightPage }))],
  [patterns.initiatives, () => import('#client/features/initiatives/initiatives-page.tsx').then((page) => ({ default: page.InitiativesPage }))],
  [patterns.leadership, () => import('#client/features/leadership/leadership-page.tsx').then((page) => ({ default: page.LeadershipPage }))],
  [patterns.board, () => import('./initiative-page.tsx').then((page) => ({ default: page.InitiativePage }))],
  [patterns.systemAsks, () => import('#client/features/system-asks/system-asks-page.tsx').then((page) => ({ default: page.SystemAsksPage }))],
  [patterns.systemAsk, () => import('./system-ask-page.tsx').then((page) => ({ default: page.SystemAskPage }))],
  [patterns.sponsor, () => import('./sponsor-page.tsx').then((page) => ({ default: page.SponsorPage }))],
  [patterns.pledges, () => import('#client/features/pledges/pledges-page.tsx').then((page) => ({ default: page.PledgesPage }))],
  [patterns.waits, () => import('#client/features/waits/waits-page.tsx').then((page) => ({ default: page.WaitsPage }))],
  [patterns.invitations, () => import('#client/features/initiatives/invitations-page.tsx').then((page) => ({ default: page.InvitationsPage }))],
  [patterns.invites, () => import('#client/features/invites/invites-page.tsx').then((page) => ({ default: page.InvitesPage }))],
  [patterns.join, () => import('#client/features/invites/join-page.tsx').then((page) => ({ default: page.JoinPage }))],
  [patterns.answer, () => import('#client/features/asks/answer-page.tsx').then((page) => ({ default: page.AnswerPage }))],
  [patterns.claim, () => import('#client/features/people/claim-page.tsx').then((page) => ({ default: page.ClaimPage }))],
  [patterns.signInSent, () => import('#client/features/people/sign-in-sent-page.tsx').then((page) => ({ default: page.SignInSentPage }))],
  [patterns.signInLink, () => import('#client/features/people/sign-in-link-page.tsx').then((page) => ({ default: page.SignInLinkPage }))],
  [patterns.signIn, () => import('#client/features/people/sign-in-page.tsx').then((page) => ({ default: page.SignInPage }))],
  [patterns.you, () => import('./you-page.tsx').then((page) => ({ default: page.YouPage }))],
  [patterns.audit, () => import('#client/features/audit/audit-page.tsx').then((page) => ({ default: page.AuditPage }))],
  [patterns.noticeWishes, () => import('#client/features/notices/wishes-page.tsx').then((page) => ({ default: page.WishesPage }))],
  [patterns.notices, () => import('#client/features/notices/notices-page.tsx').then((page) => ({ default: page.NoticesPage }))],
  [patterns.quiet, () => import('#client/features/notices/quiet-page.tsx').then((page) => ({ default: page.QuietPage }))],
  [patterns.place, () => import('#client/features/place/place-page.tsx').then((page) => ({ default: page.PlacePage }))],
  [patterns.about, () => import('#client/features/place/about-page.tsx').then((page) => ({ default: page.AboutPage }))],
  ...(import.meta.env.DEV
    ? ([['/gallery', () => import('#client/ui/gallery/gallery.tsx').then((page) => ({ default: page.Gallery }))]] as const)
    : []),
];

/** Every screen but the wall says sentences that are not on the first page. They come first: a screen's file says some as it is read. */
const withWords =
  (load: Load): Load =>
  () =>
    loadWords().then(load);

/** A screen whose file is here is drawn at once: a lazy one would show the waiting lines for a moment in any case. */
function screen(load: Load): { fetch: () => Promise<void>; Screen: ComponentType } {
  let here: ComponentType | null = null;
  const fetch: Load = () => load().then((file) => ({ default: (here = file.default) }));
  const Later = lazy(fetch);
  return {
    fetch: () => fetch().then(() => undefined),
    Screen: function Screen() {
      const [Drawn] = useState(() => here ?? Later);
      return <Drawn />;
    },
  };
}

const wall = screen(loadWall);
export const routes = loads.map(([pattern, load]) => ({ pattern, Screen: load === loadWall ? wall.Screen : screen(withWords(load)).Screen }));

/** Resolves once the screen of this address can be drawn without waiting, where the page itself asked for its file; at once for the others. */
export const firstScreen = (path: string): Promise<void> => (path === patterns.wall ? wall.fetch() : Promise.resolve());
