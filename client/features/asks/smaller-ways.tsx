/** Before somebody says that they can't: smaller ways to help. Each is another feature's act, so the page says which there are. */
import { type ComponentType, createContext, useContext, useEffect, useRef } from 'react';
import type { Ask } from '#shared/features/asks/model.ts';
import { say } from '#shared/words/say.ts';
import { Column } from '#client/ui/column.tsx';
import css from './asks.module.css';

export interface SmallerWayFormProps {
  ask: Ask;
  /** Called with what to say once it is done. */
  onDone: (sentence: string) => void;
  onCancel: () => void;
}

export interface SmallerWay {
  readonly label: string;
  readonly hint: string;
  /** The real act, with its form filled in as far as we know. */
  readonly Form: ComponentType<SmallerWayFormProps>;
}

const none: readonly SmallerWay[] = [];

export const SmallerWaysContext = createContext(none);

/** The ways as buttons; choosing one opens its form in the place of the answer. */
export function SmallerWays({ onChoose }: { onChoose: (way: SmallerWay) => void }) {
  const ways = useContext(SmallerWaysContext);
  if (ways.length === 0) return null;
  return (
    <div role="group" aria-label={say('asks.smaller')} className={css['smaller']}>
      <p className={css['label']}>{say('asks.smaller')}</p>
      <ul className={css['found']}>
        {ways.map((way) => (
          <li key={way.label}>
            <button type="button" className={css['pick']} onClick={() => onChoose(way)}>
              <span className={css['way']}>
                {way.label}
                <span className={css['soft']}>{way.hint}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The form of one way; the focus goes in when it opens. */
export function SmallerWayForm({ way: { Form }, ...rest }: { way: SmallerWay } & SmallerWayFormProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <Column at={panel}>
      <Form {...rest} />
    </Column>
  );
}
