import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import { useContext, useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { type SectionId, sections } from '#shared/elements/kind.ts';
import { sectionPlain, sectionWord } from '#shared/elements/wording.ts';
import { say } from '#shared/words/say.ts';
import { addresses } from '#client/app/addresses.ts';
import { OpenBoardContext } from '#client/board/board-context.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { EmberDot } from '#client/ui/ember-dot.tsx';
import css from './bar.module.css';
import { FacesIn } from './section-frame.tsx';
import { type SectionSize, sizesOf } from './use-section-cards.ts';

interface WaysProps {
  id: string;
  current: SectionId | null;
}

/** The ten sections beside a wide board: what there is, and who is where. */
export function SectionRail({ id, current }: WaysProps) {
  return (
    <nav aria-label={say('board.sections')} className={css['rail']}>
      <WayList id={id} current={current} />
    </nav>
  );
}

/** One section at a time: to the one before, to the next, or to any. */
export function SectionSwitcher({ id, current }: { id: string; current: SectionId }) {
  const [open, setOpen] = useState(false);
  const sizes = useSizes();
  const at = sections.indexOf(current);
  return (
    <nav aria-label={say('board.sections')} className={css['ways']}>
      <Step id={id} to={sections[at - 1]} back />
      <button type="button" aria-haspopup="dialog" aria-expanded={open} className={css['all']} onClick={() => setOpen(true)}>
        <span className={css['name']}>{sectionWord(current)}</span>
        <Size size={sizes.get(current)} />
        <ChevronDown size={18} aria-hidden />
      </button>
      <Step id={id} to={sections[at + 1]} />
      <Dialog open={open} onClose={() => setOpen(false)} title={say('board.go-to')}>
        <WayList id={id} current={current} plain onGone={() => setOpen(false)} />
      </Dialog>
    </nav>
  );
}

function Step({ id, to, back = false }: { id: string; to: SectionId | undefined; back?: boolean }) {
  if (to === undefined) return <span className={css['step']} />;
  const Arrow = back ? ChevronLeft : ChevronRight;
  const words = { section: sectionWord(to) };
  return (
    <Link to={addresses.boardSection(id, to)} aria-label={back ? say('board.to-before', words) : say('board.to-next', words)} className={css['step']}>
      <Arrow size={22} aria-hidden />
    </Link>
  );
}

function WayList({ id, current, plain = false, onGone }: WaysProps & { plain?: boolean; onGone?: () => void }) {
  const sizes = useSizes();
  return (
    <ol className={css['list']}>
      {sections.map((section) => (
        <li key={section}>
          <Link
            to={addresses.boardSection(id, section)}
            aria-current={section === current ? 'true' : undefined}
            className={css['way']}
            onClick={onGone}
          >
            <span>{sectionWord(section)}</span>
            <FacesIn section={section} />
            <Size size={sizes.get(section)} />
            {plain && <span className={css['plain']}>{sectionPlain(section)}</span>}
          </Link>
        </li>
      ))}
    </ol>
  );
}

function Size({ size }: { size: SectionSize | undefined }) {
  if (size === undefined) return null;
  return (
    <span className={css['count']}>
      {size.alive && <EmberDot lit label={say('board.alive')} />} <span aria-label={say('board.cards', { count: size.cards })}>{size.cards}</span>
    </span>
  );
}

const never = () => () => undefined;
const none: readonly never[] = [];

function useSizes(): ReadonlyMap<SectionId, SectionSize> {
  const open = useContext(OpenBoardContext);
  return sizesOf(useSyncExternalStore(open?.cards.subscribe ?? never, open?.cards.all ?? (() => none)));
}
