/** `first-edit`: how soon somebody who opens a board has changed it, with nothing kept on the device. */
import type { Bench } from '../bench.ts';
import { firstLetters } from './first-letters.ts';

const board = 'initiative-raid-one-door';

export const firstEditBench: Bench = {
  name: 'first-edit',
  what: 'from opening the address of a board to a letter in its purpose, nothing kept on the device',
  run: async () => [
    await firstLetters({
      title: 'The first letter in the purpose of a board',
      must: { line: 'desk', mostMs: 5000 },
      notes: ['A board of the demo place, by somebody in its team. The browser, the server and what slows the line share the machine.'],
      async before(somebody) {
        await somebody.call.initiatives.join({ id: board, perspectives: ['supporting'] });
        return `/initiatives/${board}`;
      },
      async type(page) {
        const purpose = page.getByRole('textbox', { name: /^Purpose/ });
        await purpose.click();
        await page.keyboard.press('Control+End');
        const before = (await purpose.innerText()).length;
        await page.keyboard.type('T');
        while ((await purpose.innerText()).length <= before) await page.waitForTimeout(5);
      },
    }),
  ],
};
