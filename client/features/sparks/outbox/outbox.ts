/**
 * Sparks on their way. What somebody posts is kept on the device first and leaves it when the server has said yes: it survives a dropped line,
 * a closed tab and a restart of the server. The id is made here, so sending twice posts once.
 */
import { keptNames, readKept } from '#client/api/device.ts';
import { keepFor } from '#client/api/kept-for.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import type { Calls } from '#client/api/call.ts';
import type { Clock } from '#shared/lib/clock.ts';
import type { ProblemBody } from '#shared/lib/problem.ts';

export type Post = Parameters<Calls['sparks']['post']>[0];

export interface Waiting {
  readonly post: Post;
  /** Whose words these are; null when they were written before signing in. */
  readonly who: string | null;
  readonly at: string;
  /** Why the server refused it; such a spark waits for its author, not for the line. */
  readonly problem: ProblemBody | null;
}

export interface Shown {
  readonly waiting: readonly Waiting[];
  readonly state: 'resting' | 'sending' | 'offline' | 'sign-in';
  /** The browser would not keep some of it: it lives in this tab only. */
  readonly tabOnly: boolean;
  readonly sent: readonly { readonly id: string; readonly unnamed: boolean }[];
}

export interface Ways {
  /** Who is signed in now, as the server says. */
  readonly whoAmI: () => Promise<string | null>;
  readonly send: (post: Post) => Promise<{ editSecret: string | null }>;
  readonly arrived: (id: string, editSecret: string | null) => void;
  readonly clock: Clock;
}

export interface Outbox {
  put(post: Post, who: string | null): void;
  /** Tries to send what waits. Sparks written before signing in go along while they are fresh: on a shared device older ones may be somebody else's. */
  flush(): Promise<void>;
  /** Says that a spark written before signing in is mine. */
  claim(id: string, who: string): void;
  drop(id: string): void;
  shown(): Shown;
  onChange(listener: () => void): () => void;
}

export const freshMs = 30 * 60_000;
const box = 'outbox:';
const passing = new Set<ProblemBody['code']>(['unavailable', 'unexpected', 'too-many']);

export function makeOutbox(ways: Ways): Outbox {
  const listeners = new Set<() => void>();
  const inTab = new Map<string, Waiting>();
  let shown: Shown = { waiting: [], state: 'resting', tabOnly: false, sent: [] };
  let flushing = false;

  function show(change: Partial<Shown> = {}): void {
    shown = { ...shown, ...change, waiting: everything(), tabOnly: inTab.size > 0 };
    for (const listener of listeners) listener();
  }
  function everything(): Waiting[] {
    const kept = keptNames(box).flatMap((name) => parse(readKept(name)) ?? []);
    return [...kept, ...inTab.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
  }
  function store(one: Waiting): void {
    inTab.delete(one.post.id);
    keepFor(one.who, nameOf(one), JSON.stringify(one), () => {
      inTab.set(one.post.id, one);
      show();
    });
  }
  function remove(id: string): void {
    inTab.delete(id);
    for (const one of everything()) if (one.post.id === id) keepFor(one.who, nameOf(one), null);
  }
  async function sendOne(one: Waiting): Promise<'sent' | 'refused' | 'later'> {
    try {
      const { editSecret } = await ways.send(one.post);
      remove(one.post.id);
      ways.arrived(one.post.id, editSecret);
      show({ sent: [...shown.sent, { id: one.post.id, unnamed: one.post.nameShown === 'unnamed' }] });
      return 'sent';
    } catch (thrown) {
      const problem = problemFrom(thrown);
      const mayPass = passing.has(problem.code) && problem.reason !== 'sparks.unnamed-allowance';
      if (mayPass || problem.code === 'not-signed-in') return 'later';
      store({ ...one, problem });
      return 'refused';
    }
  }
  async function sendAll(): Promise<Shown['state']> {
    const me = await ways.whoAmI();
    const now = ways.clock.now().getTime();
    const isMine = ({ who, at }: Waiting) => who === me || (who === null && now - new Date(at).getTime() < freshMs);
    if (me === null) return everything().length > 0 ? 'sign-in' : 'resting';
    for (const one of everything()) if (one.problem === null && isMine(one) && (await sendOne(one)) === 'later') return 'offline';
    return 'resting';
  }

  show();
  return {
    put(post, who) {
      store({ post, who, at: ways.clock.now().toISOString(), problem: null });
      show();
    },
    async flush() {
      if (flushing || everything().every((one) => one.problem !== null)) return show();
      flushing = true;
      show({ state: 'sending' });
      const state = await sendAll().catch(() => 'offline' as const); // asking who I am failed: there is no line.
      flushing = false;
      show({ state });
    },
    claim(id, who) {
      const one = everything().find((each) => each.post.id === id);
      if (one === undefined) return;
      remove(id);
      store({ ...one, who });
      show();
    },
    drop(id) {
      remove(id);
      show();
    },
    shown: () => shown,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function nameOf({ who, post }: Waiting): string {
  return `${box}${who ?? 'visitor'}:${post.id}`;
}

/** What an older build wrote in another shape is left where it is, and not shown. */
function parse(text: string | null): Waiting | null {
  try {
    const found: unknown = JSON.parse(text ?? 'null');
    return isWaiting(found) ? found : null;
  } catch {
    return null;
  }
}

function isWaiting(found: unknown): found is Waiting {
  if (typeof found !== 'object' || found === null || !('post' in found) || !('at' in found)) return false;
  const { post, at } = found;
  return typeof at === 'string' && typeof post === 'object' && post !== null && 'id' in post && 'text' in post && typeof post.text === 'string';
}
