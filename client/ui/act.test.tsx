import { expect, test } from 'vitest';
import { draw } from '#tests/client/render.tsx';
import { Act } from './act.tsx';
import { Form } from './form.tsx';

test('an act that is not allowed stays reachable, says why and does nothing', async () => {
  let done = 0;
  const { find, click, element } = await draw(
    <Act verdict={{ ok: false, reason: 'why.join-first' }} onClick={() => (done += 1)}>
      Write
    </Act>,
  );
  const button = find('button');
  await click('button');
  expect(done).toBe(0);
  expect(button.hasAttribute('disabled')).toBe(false);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(element.querySelector(`[id="${button.getAttribute('aria-describedby')}"]`)?.textContent).toBe('Join this initiative first.');
});

test('a form is sent once while its act is under way', async () => {
  let sent = 0;
  const form = (busy: boolean) => (
    <Form onSubmit={() => (sent += 1)}>
      <Act type="submit" busy={busy}>
        Send
      </Act>
    </Form>
  );
  const { click, redraw } = await draw(form(false));
  await click('button');
  expect(sent).toBe(1);
  await redraw(form(true));
  await click('button');
  expect(sent).toBe(1);
});
