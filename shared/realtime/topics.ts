/** What an open screen can watch; when a topic goes stale the screen asks again over HTTP, where policy applies. */
import { z } from 'zod';

export const topic = z
  .string()
  .max(100)
  .regex(
    /^(wall|place|initiatives|system-asks|system-ask:[\w-]{10,40}|spark:[\w-]{10,40}|me:[\w-]{10,40}|initiative:[\w-]{10,40}\/(head|endorsements|pledges|rooms|asks|decisions|activity|elements|invitations|system-asks))$/,
  );
export type Topic =
  | 'wall'
  | 'place'
  | 'initiatives'
  | 'system-asks'
  | `system-ask:${string}`
  | `spark:${string}`
  | `me:${string}`
  | `initiative:${string}/${'head' | 'endorsements' | 'pledges' | 'rooms' | 'asks' | 'decisions' | 'activity' | 'elements' | 'invitations' | 'system-asks'}`;
