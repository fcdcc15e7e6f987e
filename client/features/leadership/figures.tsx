import { VisuallyHidden } from '@mantine/core';
import type { Figure } from '#shared/features/leadership/model.ts';
import { say } from '#shared/words/say.ts';
import { Disclosure } from '#client/ui/disclosure.tsx';
import css from './leadership.module.css';
import { percent } from '#client/ui/percent.ts';

/** The figures in plain words, each with its definition one tap away. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <ul className={css['figures']}>
      {figures.map((figure) => (
        <li key={figure.name} className={css['figure']}>
          <h3 className={css['name']}>{say(`leadership.${figure.name}-name`)}</h3>
          <p>{says(figure)}</p>
          <Disclosure
            label={
              <>
                {say('leadership.more-about')} <VisuallyHidden>{say(`leadership.${figure.name}-name`)}</VisuallyHidden>
              </>
            }
          >
            <Definition name={figure.name} />
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}

function Definition({ name }: Pick<Figure, 'name'>) {
  const parts = [
    [say('leadership.what-it-is'), say(`leadership.${name}-is`)],
    [say('leadership.how-worked-out'), say(`leadership.${name}-how`)],
    [say('leadership.where-from'), say(`leadership.${name}-from`)],
    [say('leadership.watch-out'), say(`leadership.${name}-watch`)],
  ] as const;
  return (
    <dl className={css['definition']}>
      {parts.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function says({ name, value }: Figure): string {
  switch (name) {
    case 'leaders':
    case 'half':
      return say(`leadership.${name}-says`, { value });
    case 'unevenness':
      return say('leadership.unevenness-says', { value: value.toFixed(2) });
    case 'ties':
    case 'centre':
    case 'spread':
    case 'both-ways':
      return say(`leadership.${name}-says`, { percent: percent(value) });
  }
}
