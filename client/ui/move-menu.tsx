import { ArrowDownUp } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { say } from '#shared/words/say.ts';
import { useAnnounce } from './announcer.tsx';
import css from './move-menu.module.css';

export interface MoveMenuProps {
  /** What is moved, as people know it: the card's title. */
  what: string;
  index: number;
  count: number;
  onMove: (to: number) => void;
  /** Other places it could go: another section, another board. */
  places?: readonly { readonly id: string; readonly label: string }[];
  onPlace?: (id: string) => void;
}

/** Moves a thing with buttons: what dragging does, for everybody. It stays open, so that several steps are several taps; every step is said aloud. */
export function MoveMenu({ what, index, count, onMove, places = [], onPlace }: MoveMenuProps) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  function close() {
    setOpen(false);
    opener.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    close();
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc pressed on any control inside bubbles up here; the group itself is not pressed.
    <div role="group" className={css['move']} onKeyDown={onKeyDown}>
      <button
        ref={opener}
        type="button"
        aria-expanded={open}
        aria-controls={panelId}
        aria-label={say('shell.move-what', { what })}
        className={css['opener']}
        onClick={() => setOpen(!open)}
      >
        <ArrowDownUp size={18} aria-hidden />
        {say('shell.move')}
      </button>
      <div id={panelId} hidden={!open} className={css['panel']}>
        <Steps what={what} index={index} count={count} onMove={onMove} />
        {onPlace && places.length > 0 && <Places places={places} onPlace={onPlace} />}
        <button type="button" className={css['step']} onClick={close}>
          {say('shell.done')}
        </button>
      </div>
    </div>
  );
}

function Steps({ what, index, count, onMove }: Pick<MoveMenuProps, 'what' | 'index' | 'count' | 'onMove'>) {
  const announce = useAnnounce();
  const steps = [
    { name: say('shell.move-up'), to: index - 1 },
    { name: say('shell.move-down'), to: index + 1 },
    { name: say('shell.move-first'), to: 0 },
    { name: say('shell.move-last'), to: count - 1 },
  ];
  function move(to: number) {
    // A step that leads nowhere stays in its place and keeps the focus, so that tapping "Down" to the end does not throw anybody out of the menu.
    if (leadsNowhere(to)) return;
    onMove(to);
    announce(say('shell.moved', { what, place: to + 1, count }));
  }
  const leadsNowhere = (to: number) => to < 0 || to >= count || to === index;
  return steps.map((step) => (
    <button key={step.name} type="button" aria-disabled={leadsNowhere(step.to) || undefined} className={css['step']} onClick={() => move(step.to)}>
      {step.name}
    </button>
  ));
}

function Places({ places, onPlace }: { places: NonNullable<MoveMenuProps['places']>; onPlace: (id: string) => void }) {
  return (
    <label className={css['place']}>
      {say('shell.move-to')}
      <select value="" onChange={(event) => onPlace(event.target.value)}>
        <option value="" disabled>
          {say('shell.choose')}
        </option>
        {places.map((place) => (
          <option key={place.id} value={place.id}>
            {place.label}
          </option>
        ))}
      </select>
    </label>
  );
}
