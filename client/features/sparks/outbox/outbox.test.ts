import { ORPCError } from '@orpc/client';
import { beforeEach, describe, expect, it } from 'vitest';
import { forget, keptNames } from '#client/api/device.ts';
import { freshMs, makeOutbox, type Post, type Ways } from './outbox.ts';

const noLine = new TypeError('Failed to fetch');
const refused = (code: string, reason: string) => new ORPCError(code, { status: 400, data: { code, reason } });
const aPost = (id: string, about: Partial<Post> = {}): Post => ({
  id,
  text: `Words of ${id}`,
  kind: 'need',
  siteId: null,
  nameShown: 'name',
  ...about,
});

let now = new Date('2027-06-12T09:00:00Z');
let me: string | null = 'person-amina';
let answers: (Error | null)[] = [];
let sent: string[] = [];
let secrets: (string | null)[] = [];
const ways: Ways = {
  whoAmI: async () => me,
  send: async (post) => {
    const thrown = answers.shift() ?? null;
    if (thrown !== null) throw thrown;
    sent.push(post.id);
    return { editSecret: post.nameShown === 'unnamed' ? 'a-secret' : null };
  },
  arrived: (_id, secret) => void secrets.push(secret),
  clock: { now: () => now },
};

beforeEach(() => {
  forget('');
  now = new Date('2027-06-12T09:00:00Z');
  me = 'person-amina';
  answers = [];
  sent = [];
  secrets = [];
});

describe('the outbox', () => {
  it('keeps a spark on the device until it has arrived', async () => {
    const outbox = makeOutbox(ways);
    answers = [noLine];
    outbox.put(aPost('spark-one'), me);
    await outbox.flush();
    expect(outbox.shown()).toMatchObject({ state: 'offline', tabOnly: false, waiting: [{ post: { id: 'spark-one' }, problem: null }] });
    const afterAClosedTab = makeOutbox(ways);
    expect(afterAClosedTab.shown().waiting).toHaveLength(1);
    await afterAClosedTab.flush();
    expect(sent).toEqual(['spark-one']);
    expect(afterAClosedTab.shown()).toMatchObject({ state: 'resting', waiting: [], sent: [{ id: 'spark-one', unnamed: false }] });
    expect(keptNames('outbox:')).toEqual([]);
  });

  it('sends in the order of writing, each once, and tells whoever listens', async () => {
    const outbox = makeOutbox(ways);
    let told = 0;
    const stop = outbox.onChange(() => (told += 1));
    for (const id of ['spark-b', 'spark-a']) {
      outbox.put(aPost(id), me);
      now = new Date(now.getTime() + 1000);
    }
    await Promise.all([outbox.flush(), outbox.flush()]);
    expect(sent).toEqual(['spark-b', 'spark-a']);
    expect(told).toBeGreaterThan(2);
    stop();
  });

  it('hands back what the server refuses, and goes on with the rest', async () => {
    const outbox = makeOutbox(ways);
    outbox.put(aPost('spark-one', { nameShown: 'unnamed' }), me);
    now = new Date(now.getTime() + 1000);
    outbox.put(aPost('spark-two', { nameShown: 'unnamed' }), me);
    answers = [refused('too-many', 'sparks.unnamed-allowance')];
    await outbox.flush();
    expect(outbox.shown().waiting).toMatchObject([{ post: { id: 'spark-one' }, problem: { reason: 'sparks.unnamed-allowance' } }]);
    expect(secrets).toEqual(['a-secret']);
    await outbox.flush();
    expect(sent).toEqual(['spark-two']);
    outbox.drop('spark-one');
    expect(outbox.shown().waiting).toEqual([]);
  });

  it('waits when there was too much at once, or the server restarts', async () => {
    const outbox = makeOutbox(ways);
    outbox.put(aPost('spark-one'), me);
    answers = [refused('too-many', 'problem.too-many'), refused('unavailable', 'problem.restarting')];
    await outbox.flush();
    await outbox.flush();
    expect(outbox.shown()).toMatchObject({ state: 'offline', waiting: [{ problem: null }] });
    await outbox.flush();
    expect(sent).toEqual(['spark-one']);
  });

  it('keeps what was written before signing in, and sends it once somebody is', async () => {
    const outbox = makeOutbox(ways);
    me = null;
    outbox.put(aPost('spark-one'), null);
    await outbox.flush();
    expect(outbox.shown()).toMatchObject({ state: 'sign-in', waiting: [{ who: null }] });
    me = 'person-joe';
    await outbox.flush();
    expect(sent).toEqual(['spark-one']);
  });

  it('does not send an older one of a visitor, nor one of another person, in my name', async () => {
    const outbox = makeOutbox(ways);
    outbox.put(aPost('spark-of-a-visitor'), null);
    outbox.put(aPost('spark-of-joe'), 'person-joe');
    now = new Date(now.getTime() + freshMs);
    await outbox.flush();
    expect(sent).toEqual([]);
    outbox.claim('spark-of-a-visitor', 'person-amina');
    await outbox.flush();
    expect(sent).toEqual(['spark-of-a-visitor']);
    expect(outbox.shown().waiting).toMatchObject([{ who: 'person-joe' }]);
  });

  it('passes over what it cannot read', () => {
    localStorage.setItem('kindling:outbox:person-amina:x', '{"post":');
    localStorage.setItem('kindling:outbox:person-amina:y', '{"post":null,"at":1}');
    expect(makeOutbox(ways).shown().waiting).toEqual([]);
  });
});
