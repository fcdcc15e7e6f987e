import { expect, test } from 'vitest';
import { draw } from '#tests/client/render.tsx';
import { Act } from './act.tsx';
import { Opening } from './opening.tsx';

function Part({ gone = false }: { gone?: boolean }) {
  if (gone) return <p>Gone</p>;
  return (
    <Opening
      act={(open, toggle) => (
        <Act expanded={open} onClick={toggle}>
          Answer
        </Act>
      )}
    >
      {(close) => (
        <button type="button" className="close" onClick={close}>
          Never mind
        </button>
      )}
    </Opening>
  );
}

test('the focus goes into what opens, and back to its button when that closes', async () => {
  const { find, click, element } = await draw(<Part />);
  find('button').focus();
  await click('button');
  expect(find('[tabindex="-1"]').contains(document.activeElement)).toBe(true);
  expect(find('button').getAttribute('aria-expanded')).toBe('true');
  find('.close').focus();
  await click('.close');
  expect(element.querySelector('.close')).toBe(null);
  expect(document.activeElement).toBe(find('button'));
});

test('a focus that has moved on stays where it is', async () => {
  const { find, click, redraw } = await draw(<Part />);
  await click('button');
  const elsewhere = document.body.appendChild(document.createElement('button'));
  elsewhere.focus();
  await redraw(<Part gone />);
  expect(document.activeElement).toBe(elsewhere);
  expect(find('p').textContent).toBe('Gone');
  elsewhere.remove();
});
