/** The links in a letter that make things quiet: each does one thing for one person, and nothing else can be made of it. */
import { makeSigner } from '../../../signed/signer.ts';

/** One initiative, or all letters at once, or the digest. */
export type Quiet = { readonly what: 'initiative'; readonly initiativeId: string } | { readonly what: 'letters' | 'digest' };

export interface QuietNote {
  readonly personId: string;
  readonly quiet: Quiet;
}

const signer = (secret: string) => makeSigner(secret, 'quiet');

/** A path of the app: opening it shows what it does, a POST to it does it. */
export function quietPath(secret: string, { personId, quiet }: QuietNote): string {
  const what = quiet.what === 'initiative' ? `initiative/${quiet.initiativeId}` : quiet.what;
  return `/quiet/${signer(secret).sign(`${personId}/${what}`)}`;
}

/** What a token of such a link stands for; null when it is none of ours. */
export function quietNote(secret: string, token: string): QuietNote | null {
  const [personId = '', what, initiativeId = ''] = signer(secret).open(token)?.split('/') ?? [];
  if (what === 'initiative') return { personId, quiet: { what, initiativeId } };
  return what === 'letters' || what === 'digest' ? { personId, quiet: { what } } : null;
}
