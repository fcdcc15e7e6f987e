import { useState } from 'react';
import { expect, test } from 'vitest';
import { draw, type } from '#tests/client/render.tsx';
import { Choices } from './choice.tsx';
import { TextBox } from './text-box.tsx';

function Writing({ error }: { error?: string }) {
  const [text, setText] = useState('');
  return <TextBox label="What did you see?" hint="The first line is the title." error={error} value={text} onChange={setText} />;
}

test('a field belongs to its label, its hint and its error', async () => {
  const { find, element, redraw } = await draw(<Writing />);
  const box = find('textarea');
  expect(find('label').getAttribute('for')).toBe(box.id);
  expect(box.getAttribute('aria-invalid')).toBe(null);
  await redraw(<Writing error="Please fill this in." />);
  const described = (box.getAttribute('aria-describedby') ?? '').split(' ').map((id) => element.querySelector(`[id="${id}"]`)?.textContent);
  expect(described).toEqual(['The first line is the title.', 'Please fill this in.']);
  expect(box.getAttribute('aria-invalid')).toBe('true');
});

test('an error that comes keeps the words that are being written', async () => {
  const { find, redraw } = await draw(<Writing />);
  await type(find('textarea'), 'The chair');
  await redraw(<Writing error="Please fill this in." />);
  expect(find('textarea')).toHaveProperty('value', 'The chair');
});

test('several can be chosen, and taken back', async () => {
  const seen: string[][] = [];
  const options = (['leading', 'receiving'] as const).map((value) => ({ value, label: value }));
  const { click, redraw } = await draw(<Choices legend="How" values={['leading']} onChange={(values) => seen.push(values)} options={options} />);
  await click('input[value=receiving]');
  await redraw(<Choices legend="How" values={['leading', 'receiving']} onChange={(values) => seen.push(values)} options={options} />);
  await click('input[value=leading]');
  expect(seen).toEqual([['leading', 'receiving'], ['receiving']]);
});
