/** An ask that finds its way: handed over, taken one level up after ten silent days, refused, and what would make it possible. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { addElement } from '#shared/board/board-doc.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { axe, type Browsing, comeInAs, fitsWidth, startBrowsing } from './browser.ts';

const stuck = 'The lift is too small for a bed';

let browsing: Browsing;
/** Ruth's phone, a co-owner's; the phones of Dev and Priya, who are asked, and of Mei, one level up. */
let ruths: Page;
let devs: Page;
let priyas: Page;
let meis: Page;
beforeAll(async () => {
  browsing = await startBrowsing();
  const { server } = browsing;
  const join = async (name: string): Promise<[Somebody, Page]> => {
    const [somebody, page] = [await server.join(name), await browsing.newPhone()];
    await comeInAs(page, somebody, server.url);
    return [somebody, page];
  };
  const [ruth, ruthsPhone] = await join('Ruth');
  const [dev, devsPhone] = await join('Dev');
  const [, priyasPhone] = await join('Priya');
  const [, meisPhone] = await join('Mei');
  [ruths, devs, priyas, meis] = [ruthsPhone, devsPhone, priyasPhone, meisPhone];
  const amina = await server.join('Amina');
  const id = await aBoard(server.app, { [ruth.personId]: 'co-owner', [amina.personId]: 'member' });
  const blocker = { kind: 'blocker' as const, id: newId(), position: 'V', values: { title: stuck, blockerKind: 'space' as const } };
  await server.app.boards.edit(id, ruth.personId, (doc) => addElement(doc, blocker));
  await amina.call.asks.put({ id, elementId: blocker.id, asks: [{ askId: newId(), personId: dev.personId, message: 'A wider lift?' }] });
  await Promise.all([ruths.goto(`/initiatives/${id}/blockers`), devs.goto('/sponsor'), priyas.goto('/sponsor'), meis.goto('/sponsor')]);
});
afterAll(() => browsing.close());

test('who can not free it takes it to whom it belongs, and it waits for them', async () => {
  await devs.getByRole('button', { name: `Answer: ${stuck}` }).tap();
  const form = devs.getByRole('form', { name: 'Your answer' });
  await form.getByRole('radio', { name: 'It belongs to..., I have taken it there' }).tap();
  await form.getByRole('searchbox', { name: 'Whom does it belong to?' }).fill('priya');
  await form.getByRole('button', { name: 'It belongs to Priya' }).tap();
  expect(await axe(devs)).toEqual([]);
  await form.getByRole('button', { name: 'Send my answer' }).tap();
  await devs.getByText('Nobody waits for your answer').waitFor();
  await priyas.getByText('A wider lift?').waitFor();
  await ruths.getByRole('button', { name: 'Who had it, and when' }).first().tap();
  await ruths.getByText('Dev handed it over to Priya').first().waitFor();
});

test('after ten silent days a co-owner takes it one level up; who was silent is told first', async () => {
  await eleven();
  await ruths.reload();
  await ruths.getByRole('button', { name: 'Ask one level up' }).first().tap();
  const form = ruths.getByRole('form', { name: 'Ask one level up' });
  await form.getByRole('searchbox', { name: 'Who is one level up?' }).fill('mei');
  await form.getByRole('button', { name: 'Ask Mei' }).tap();
  await form.getByLabel('Why can it not wait any longer?').fill('A man waits on the stairs.');
  expect([await axe(ruths), await fitsWidth(ruths)]).toEqual([[], true]);
  await form.getByRole('button', { name: 'Tell them, and go up tomorrow' }).tap();
  await ruths
    .getByText(/^Goes one level up on/)
    .first()
    .waitFor();
  await priyas.getByText('Ruth says why: A man waits on the stairs.').first().waitFor();
  const { app, jobs } = browsing.server;
  await app.db.transact(({ sql, t }) => sql.update(t.ask).set({ stepDueAt: new Date(Date.now() - 1000) }));
  await jobs.run();
  await meis.getByText('A wider lift?').waitFor();
  await priyas.getByText('Nobody waits for your answer').waitFor();
});

test('refused, it stays open what would make it possible, for the team and for who refused', async () => {
  await meis.getByRole('button', { name: `Answer: ${stuck}` }).tap();
  const form = meis.getByRole('form', { name: 'Your answer' });
  await form.getByRole('radio', { name: 'I can’t, because...' }).tap();
  await form.getByRole('textbox', { name: 'Because...' }).fill('There is no shaft.');
  await form.getByRole('button', { name: 'Send my answer' }).tap();
  await ruths.getByText('There is no shaft.').first().waitFor();
  await ruths.getByLabel('One thing that would help').first().fill('A narrower bed.');
  await ruths.getByRole('button', { name: 'Add it' }).first().tap();
  await ruths.getByText('A narrower bed.').first().waitFor();
  expect([await axe(ruths), await fitsWidth(ruths)]).toEqual([[], true]);
  await meis.getByRole('button', { name: '1 ask I have answered' }).tap();
  await meis.getByText('A narrower bed.').waitFor();
  expect(browsing.mishaps).toEqual([]);
});

/** Eleven days pass since it was Priya's turn. */
async function eleven(): Promise<void> {
  const turnSince = new Date(Date.now() - 11 * dayMs);
  await browsing.server.app.db.transact(({ sql, t }) => sql.update(t.ask).set({ turnSince }).where(eq(t.ask.level, 'team')));
}
