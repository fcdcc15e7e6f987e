import { can, type Verdict } from '#shared/policy/can.ts';
import type { Action } from '#shared/policy/actions.ts';
import type { Facts } from '#shared/policy/facts.ts';
import { useMe, usePlace } from './me.ts';

/** What the screen knows about the thing; who is looking is filled in. */
export interface Known extends Partial<Omit<Facts, 'standing' | 'openToRead'>> {
  /** The initiative the thing belongs to: fills in the viewer's seat there. */
  initiativeId?: string;
}

/** Whether the viewer may do this, by the same policy the server obeys. Until we know who is looking it says yes; the server decides anyway. */
export function useCan(action: Action, { initiativeId, ...known }: Known = {}): Verdict {
  const { me, standing, pending } = useMe();
  const place = usePlace();
  if (pending) return { ok: true };
  const seat = initiativeId === undefined ? null : (me?.seats[initiativeId] ?? null);
  return can(action, {
    standing,
    seat,
    own: false,
    addressed: false,
    otherCoOwners: 0,
    ended: false,
    openToRead: place?.openToRead ?? false,
    ...known,
  });
}
