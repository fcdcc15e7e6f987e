import { afterEach, expect, test } from 'vitest';
import { onAFullDevice } from '#tests/client/full-device.ts';
import { draw, type } from '#tests/client/render.tsx';
import { TextBox } from './text-box.tsx';
import { useDraft } from './use-draft.ts';

function Writing() {
  const draft = useDraft('comment:one');
  return (
    <>
      <TextBox label="Reply" value={draft.text} onChange={draft.setText} />
      <button type="button" onClick={draft.clear}>
        {draft.restored ? 'found' : 'new'}
      </button>
    </>
  );
}

afterEach(() => localStorage.clear());

test('words of a closed page are found again, until they have arrived', async () => {
  const first = await draw(<Writing />);
  await type(first.find('textarea'), 'The chair by the window');
  await first.redraw(null);
  const second = await draw(<Writing />);
  expect(second.find('textarea')).toHaveProperty('value', 'The chair by the window');
  expect(second.find('button').textContent).toBe('found');
  await second.click('button');
  const third = await draw(<Writing />);
  expect(third.find('textarea')).toHaveProperty('value', '');
});

test('a device that refuses to keep anything still lets people write', async () => {
  await onAFullDevice(async () => {
    const { find } = await draw(<Writing />);
    await type(find('textarea'), 'Still here');
    expect(find('textarea')).toHaveProperty('value', 'Still here');
    expect(localStorage.length).toBe(0);
  });
});
