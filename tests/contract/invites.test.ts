import { expect, test } from 'vitest';
import * as store from '#server/features/invites/store.ts';
import { newId } from '#shared/lib/ids.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const now = new Date('2027-04-01T08:00:00Z');
const before = new Date('2027-03-01T08:00:00Z');
const after = new Date('2027-05-01T08:00:00Z');

onBothDatabases('invites', (database) => {
  async function made(more: Partial<store.InviteRow> = {}): Promise<store.InviteRow> {
    const row: store.InviteRow = {
      id: newId(),
      secretHash: newId(),
      initiativeId: null,
      gives: 'member',
      label: 'poster',
      madeBy: newId(),
      maxUses: 5,
      uses: 0,
      expiresAt: after,
      revokedAt: null,
      createdAt: before,
      ...more,
    };
    await database().transact((tx) => store.addInvite(tx, row));
    return row;
  }
  const spend = (secretHash: string) => database().transact((tx) => store.spendUse(tx, secretHash, now));

  test('of twenty who come at once on five uses, five come in', async () => {
    const { id, secretHash } = await made();
    const spent = await Promise.all(Array.from({ length: 20 }, () => spend(secretHash)));
    expect(spent.filter((row) => row !== null)).toHaveLength(5);
    expect((await store.inviteRow(database(), id))?.uses).toBe(5);
    expect(await store.openInvite(database(), secretHash, now)).toBeNull();
  });

  test('an invite that is too old, ended or unknown lets nobody in', async () => {
    const old = await made({ expiresAt: now });
    const ended = await made();
    await database().transact((tx) => store.revokeInvite(tx, ended.id, now));
    await database().transact((tx) => store.revokeInvite(tx, ended.id, after));
    expect((await store.inviteRow(database(), ended.id))?.revokedAt).toEqual(now);
    for (const hash of [old.secretHash, ended.secretHash, newId()]) {
      expect(await store.openInvite(database(), hash, now)).toBeNull();
      expect(await spend(hash)).toBeNull();
    }
  });

  test('looking spends nothing', async () => {
    const { secretHash } = await made();
    for (let i = 0; i < 3; i++) expect(await store.openInvite(database(), secretHash, now)).toMatchObject({ uses: 0 });
  });

  test('somebody is noted once an invite', async () => {
    const { id } = await made();
    const noted = await Promise.all(Array.from({ length: 5 }, () => database().transact((tx) => store.addUse(tx, id, 'person-one', now))));
    expect(noted.filter(Boolean)).toHaveLength(1);
  });

  test('a secret hash is kept once', async () => {
    const { secretHash } = await made();
    await expect(made({ secretHash })).rejects.toThrow();
  });

  test('invites of an initiative and of the place are listed apart, the newest first', async () => {
    const initiativeId = newId();
    const older = await made({ initiativeId, createdAt: before });
    const newer = await made({ initiativeId, createdAt: now });
    await made();
    expect((await store.listInvites(database(), initiativeId)).map((row) => row.id)).toEqual([newer.id, older.id]);
    expect((await store.listInvites(database(), null)).every((row) => row.initiativeId === null)).toBe(true);
  });
});
