import { useEffect, useRef, useState } from 'react';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import type { AnyKind } from '#shared/elements/kind.ts';
import { kindList, type KindName } from '#shared/elements/registry.ts';
import { fieldWord, kindWord } from '#shared/elements/wording.ts';
import { holdsNoNhsNumber } from '#shared/lib/fields.ts';
import { newId } from '#shared/lib/ids.ts';
import { type ProblemBody, problemOf } from '#shared/lib/problem.ts';
import { say } from '#shared/words/say.ts';
import { useOpenBoard } from '#client/board/board-context.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import { useSurroundings } from './card-context.ts';
import css from './card.module.css';
import { specialFor } from './special.ts';

export interface NewCardProps {
  kind: AnyKind;
  onDone: () => void;
}

/** A new card begins with its first line; then it opens for the rest, and everybody can join in. */
export function NewCard({ kind, onDone }: NewCardProps) {
  const { Adding } = specialFor(kind.name);
  return Adding ? <Adding onDone={onDone} /> : <FirstLine kind={kind} onDone={onDone} />;
}

function FirstLine({ kind, onDone }: NewCardProps) {
  const { doc, boardId } = useOpenBoard();
  const { open } = useSurroundings();
  const announce = useAnnounce();
  const draft = useDraft(`card:${boardId}:${kind.name}`);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<ProblemBody | null>(null);
  const empty = draft.text.trim() === '';
  const error = !holdsNoNhsNumber(draft.text) ? say('field.nhs-number') : tried && empty ? say('field.required') : undefined;
  const name = kindList.find((one) => one.name === kind.name)?.name;
  function add(kindName: KindName) {
    setTried(true);
    if (empty || !holdsNoNhsNumber(draft.text)) return;
    const id = newId();
    try {
      addElement(doc, { id, kind: kindName, position: endPosition(doc), values: { title: draft.text } });
    } catch (thrown) {
      return setProblem(problemOf(thrown));
    }
    announce(say('board.added', { title: draft.text.trim() }));
    draft.clear();
    onDone();
    open(id);
  }
  if (name === undefined) return null;
  return (
    <div className={css['new']}>
      <Form label={kindWord(kind.name, 'add')} onSubmit={() => add(name)}>
        <TextLine
          label={fieldWord(kind.name, 'title')}
          value={draft.text}
          onChange={draft.setText}
          maxLength={kind.fields.title.max}
          error={error}
          inputRef={box}
          autoComplete="off"
        />
        <ProblemNotice problem={problem} />
        <Actions>
          <Act type="submit">{say('board.add')}</Act>
          <Act tone="quiet" onClick={onDone}>
            {say('shell.never-mind')}
          </Act>
        </Actions>
      </Form>
    </div>
  );
}
