import { useState } from 'react';
import { setField } from '#shared/board/board-doc.ts';
import type { Field } from '#shared/elements/fields.ts';
import type { AnyElement } from '#shared/elements/kind.ts';
import { choiceWord } from '#shared/elements/wording.ts';
import { type ProblemBody, problemOf } from '#shared/lib/problem.ts';
import { say } from '#shared/words/say.ts';
import { useOpenBoard } from '#client/board/board-context.ts';
import { useCards } from '#client/board/use-cards.ts';
import { Choice } from '#client/ui/choice.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextLine } from '#client/ui/text-line.tsx';

export interface PlainFieldProps {
  card: AnyElement;
  name: string;
  field: Exclude<Field, { type: 'line' | 'text' }>;
  label: string;
  hint?: string | undefined;
}

/** As many choices are all kept in sight; more of them go into a list. */
const inSight = 5;

/** A field that holds one value: the last one to choose decides, and everybody sees it. */
export function PlainField({ card, name, field, label, hint }: PlainFieldProps) {
  const { set, error } = useSetField(card.id, name);
  const value = card.values[name] ?? null;
  const frame = { label, hint, error };
  switch (field.type) {
    case 'oneOf': {
      const options = field.choices.map((choice) => ({ value: choice, label: choiceWord(card.kind, name, choice) }));
      const chosen = typeof value === 'string' ? value : null;
      if (field.choices.length > inSight)
        return (
          <Pick {...frame} value={chosen ?? ''} options={options} empty={say('shell.choose')} onChange={(next) => set(next === '' ? null : next)} />
        );
      return <Choice legend={label} hint={hint} error={error} value={chosen} options={options} onChange={set} />;
    }
    case 'yesNo':
      return (
        <Choice
          legend={label}
          hint={hint}
          error={error}
          value={value === true ? 'yes' : value === false ? 'no' : null}
          options={[
            { value: 'yes', label: say('board.yes') },
            { value: 'no', label: say('board.no') },
          ]}
          onChange={(next) => set(next === 'yes')}
        />
      );
    case 'ref':
      return field.to === 'element' ? <OtherCard card={card} frame={frame} value={value} onChange={set} /> : null;
    default:
      return <Typed {...frame} type={field.type} value={value} onChange={set} />;
  }
}

/** Sets a plain field as one step of undo; what does not fit is said beside the field. */
function useSetField(cardId: string, name: string): { set: (value: unknown) => void; error: string | undefined } {
  const { doc, undo } = useOpenBoard();
  const [problem, setProblem] = useState<ProblemBody | null>(null);
  function set(value: unknown): void {
    try {
      undo.step();
      setField(doc, cardId, name, value);
      setProblem(null);
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  }
  return { set, error: fieldError(problem, name) };
}

interface TypedProps {
  label: string;
  hint: string | undefined;
  error: string | undefined;
  type: 'day' | 'number' | 'link';
  value: unknown;
  onChange: (value: unknown) => void;
}

const inputTypes = { day: 'date', number: 'number', link: 'url' } as const;

/** A value that is typed: what is half typed stays in the box until it can be kept, or until somebody leaves it. */
function Typed({ type, value, onChange, ...frame }: TypedProps) {
  const [draft, setDraft] = useState<string | null>(null);
  function change(next: string) {
    setDraft(next);
    onChange(next.trim() === '' ? null : type === 'number' ? Number(next) : next.trim());
  }
  return (
    <div onBlur={() => frame.error === undefined && setDraft(null)}>
      <TextLine
        {...frame}
        type={inputTypes[type]}
        value={draft ?? (typeof value === 'string' || typeof value === 'number' ? String(value) : '')}
        onChange={change}
      />
    </div>
  );
}

/** Another card of the same kind, by its title. */
function OtherCard({
  card,
  frame,
  value,
  onChange,
}: {
  card: AnyElement;
  frame: { label: string; hint: string | undefined; error: string | undefined };
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const others = useCards().filter(
    (other) => other.kind === card.kind && other.id !== card.id && other.archivedAt === null && other.values.title.trim() !== '',
  );
  if (others.length === 0) return null;
  const options = others.map((other) => ({ value: other.id, label: other.values.title }));
  return (
    <Pick
      {...frame}
      value={typeof value === 'string' ? value : ''}
      options={options}
      empty={say('board.none')}
      onChange={(next) => onChange(next === '' ? null : next)}
    />
  );
}
