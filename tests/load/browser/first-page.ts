/** `first-page`: how soon somebody can type a spark, on a cheap phone with a slow line and nothing kept on it. */
import type { Bench } from '../bench.ts';
import { firstLetters } from './first-letters.ts';

export const firstPageBench: Bench = {
  name: 'first-page',
  what: 'from opening the address to a letter in the spark box, nothing kept on the device',
  run: async () => [
    await firstLetters({
      title: 'The first letter in the spark box',
      must: { line: 'slowPhone', mostMs: 3000 },
      notes: ['The demo place, signed in. The browser, the server and what slows the line share the machine.'],
      before: async () => '/',
      async type(page) {
        const box = page.getByLabel('What did you see, or what could be better?');
        await box.pressSequentially('T');
        while ((await box.inputValue()) !== 'T') await page.waitForTimeout(5);
      },
    }),
  ],
};
