import { expect, test } from 'vitest';
import { draw } from '#tests/client/render.tsx';
import { EndorseForm } from './endorse-form.tsx';

const nothing = () => undefined;
const before = { id: 'initiative-one', purpose: 'People wait one hour less.', purposeHash: 'one' };
const after = { ...before, purpose: 'Nobody waits.', purposeHash: 'two' };

test('a purpose that moves while somebody reads it is shown again before they stand behind it', async () => {
  const { element, redraw, find, click } = await draw(<EndorseForm head={before} onDone={nothing} onCancel={nothing} />);
  expect(find('blockquote').textContent).toBe('People wait one hour less.');
  await redraw(<EndorseForm head={after} onDone={nothing} onCancel={nothing} />);
  expect(element.textContent).toContain('The purpose changed while you were reading.');
  expect(element.querySelector('blockquote')).toBe(null);
  await click('[role=status] button');
  expect(find('blockquote').textContent).toBe('Nobody waits.');
});

test('an office that was not chosen is asked for, beside its list', async () => {
  const { element, find, click } = await draw(<EndorseForm head={before} onDone={nothing} onCancel={nothing} />);
  expect(find('select').getAttribute('aria-invalid')).toBe(null);
  await click('button[type=submit]');
  expect(find('select').getAttribute('aria-invalid')).toBe('true');
  expect(element.textContent).toContain('Please choose one of these.');
});
