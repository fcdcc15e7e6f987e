import { expect, test } from 'vitest';
import { draw } from '#tests/client/render.tsx';
import { MoveMenu } from './move-menu.tsx';

test('a step moves and is said aloud; a step that leads nowhere does neither', async () => {
  const moves: number[] = [];
  const { element, click } = await draw(<MoveMenu what="The chair" index={0} count={3} onMove={(to) => moves.push(to)} />);
  const press = (name: string) => {
    const at = [...element.querySelectorAll('button')].findIndex((button) => button.textContent === name);
    return click(`button:nth-of-type(${at})`);
  };
  await click('[aria-expanded]');
  await press('Down');
  expect(moves).toEqual([1]);
  expect(element.querySelector('[aria-live=polite]')?.textContent).toBe('The chair is now at place 2 of 3.');
  await press('Up');
  expect(moves).toEqual([1]);
});
