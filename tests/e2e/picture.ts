/** Takes README's picture of a live board: two people of the demo on one initiative. `npx tsx tests/e2e/picture.ts` after a build. */
import { fileURLToPath } from 'node:url';
import { comeInAs, startBrowsing } from './browser.ts';

const browsing = await startBrowsing({ demo: true });
try {
  const { server } = browsing;
  const place = await server.visitor().call.place.read();
  const pages = [];
  for (const { personId } of place.tryAs.slice(0, 6)) {
    const somebody = server.visitor();
    await somebody.call.place.tryAs({ personId });
    const me = await somebody.call.people.me();
    if (!('initiative-raid-one-door' in me.seats)) continue;
    const page = await browsing.newDesktop();
    await comeInAs(page, somebody, server.url);
    await page.goto('/initiatives/initiative-raid-one-door');
    await page.getByText('Saved').first().waitFor();
    pages.push(page);
    if (pages.length === 2) break;
  }
  const [mine, theirs] = pages;
  if (theirs !== undefined) {
    const editor = theirs.locator('.ProseMirror').first();
    await editor.waitFor();
    await editor.click();
    await theirs.keyboard.press('Control+Home');
  }
  await mine?.waitForTimeout(1500);
  await mine?.screenshot({ path: fileURLToPath(new URL('./pictures/board.png', import.meta.url)) });
  process.stdout.write(`${pages.length} people on the board\n`);
} finally {
  await browsing.close();
}
