import { useId, useMemo } from 'react';
import type { MirrorPicture } from '#shared/features/leadership/model.ts';
import { say } from '#shared/words/say.ts';
import { layOut } from './lay-out.ts';
import css from './leadership.module.css';

const wide = 120;
const high = 84;

/** Who builds on whom: dots and lines, and beside them the same in numbers. */
export function PictureBeside({ picture }: { picture: MirrorPicture }) {
  const both = picture.lines.filter((line) => line.both).length;
  return (
    <div className={css['beside']}>
      <Drawing picture={picture} />
      <div className={css['table']}>
        <table>
          <caption>{say('leadership.table-title')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('leadership.table-lines')}</th>
              <th scope="col">{say('leadership.table-people')}</th>
            </tr>
          </thead>
          <tbody>
            {picture.bands.map((band) => (
              <tr key={band.from}>
                <th scope="row">{bandWord(band)}</th>
                <td>{band.people}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={css['soft']}>{say('leadership.both-count', { count: both, all: picture.lines.length })}</p>
      </div>
    </div>
  );
}

function Drawing({ picture: { dots, lines } }: { picture: MirrorPicture }) {
  const id = useId();
  const places = useMemo(() => layOut(dots, lines).map(({ x, y }) => ({ x: 5 + x * (wide - 10), y: 5 + y * (high - 10) })), [dots, lines]);
  const size = dots > 60 ? 1.1 : dots > 25 ? 1.7 : 2.4;
  return (
    <svg viewBox={`0 0 ${wide} ${high}`} role="img" aria-labelledby={id} className={css['picture']}>
      <title id={id}>{say('leadership.picture-label', { dots, lines: lines.length })}</title>
      {lines.map(({ a, b, both }) => (
        <line key={`${a}-${b}`} x1={places[a]?.x} y1={places[a]?.y} x2={places[b]?.x} y2={places[b]?.y} className={css['line']} data-both={both} />
      ))}
      {places.map(({ x, y }, dot) => (
        // Dots have no identity: their place in the list is all they are.
        <circle key={dot} cx={x} cy={y} r={size} className={css['dot']} />
      ))}
    </svg>
  );
}

function bandWord({ from, to }: MirrorPicture['bands'][number]): string {
  if (to === null) return say('leadership.band-more', { from });
  return to === 0 ? say('leadership.band-none') : say('leadership.band-range', { from, to });
}
