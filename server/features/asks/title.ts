import { say } from '#shared/words/say.ts';

/** How a blocker is called, also one that has no title yet. */
export function titleOf(title: string): string {
  return title === '' ? say('kinds.untitled') : title;
}
