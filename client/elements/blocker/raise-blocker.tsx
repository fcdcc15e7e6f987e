import { useEffect, useRef, useState } from 'react';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { blocker } from '#shared/elements/blocker/kind.ts';
import { choiceWord, fieldWord } from '#shared/elements/wording.ts';
import { holdsNoNhsNumber } from '#shared/lib/fields.ts';
import { newId } from '#shared/lib/ids.ts';
import { say } from '#shared/words/say.ts';
import { useOpenBoard } from '#client/board/board-context.ts';
import { useCards } from '#client/board/use-cards.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { TextBox } from '#client/ui/text-box.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import { type Draft, useDraft } from '#client/ui/use-draft.ts';
import css from './blocker.module.css';
import { Ladder } from './ladder.tsx';

type BlockerKind = (typeof blocker.fields.blockerKind.choices)[number];
type Step = 'title' | 'kind' | 'free' | 'who';
const steps: readonly Step[] = ['title', 'kind', 'free', 'who'];

/** Four taps: what is stuck, what kind, what would free us, who could. Then the ladder, its nearest rung first. */
export function RaiseBlocker({ onDone }: { onDone: () => void }) {
  const { doc, boardId } = useOpenBoard();
  const announce = useAnnounce();
  const title = useDraft(`blocker:${boardId}:title`);
  const free = useDraft(`blocker:${boardId}:free`);
  const who = useDraft(`blocker:${boardId}:who`);
  const [kind, setKind] = useState<BlockerKind | null>(null);
  const [step, setStep] = useState<Step>('title');
  const [raisedId, setRaisedId] = useState<string | null>(null);
  const raised = useCards().find((card) => card.id === raisedId);
  function raise(blockerKind: BlockerKind | null) {
    const id = newId();
    addElement(doc, {
      id,
      kind: 'blocker',
      position: endPosition(doc),
      values: { title: title.text, blockerKind, whatWouldFreeUs: free.text, whoCould: who.text },
    });
    announce(say('board.raised', { title: title.text.trim() }));
    for (const draft of [title, free, who]) draft.clear();
    setRaisedId(id);
  }
  if (raised !== undefined) {
    return (
      <Asked stepKey="ladder" label={say('board.raised', { title: raised.values.title })}>
        <Ladder card={raised} />
        <Actions>
          <Act onClick={onDone}>{say('shell.done')}</Act>
        </Actions>
      </Asked>
    );
  }
  const back = steps[steps.indexOf(step) - 1];
  const acts = {
    back: back === undefined ? undefined : () => setStep(back),
    onCancel: onDone,
    now: () => raise(kind),
    mayNow: title.text.trim() !== '' && step !== 'who',
  };
  return (
    <Asked stepKey={step} label={say('board.step-of', { step: steps.indexOf(step) + 1, count: steps.length })}>
      {step === 'title' && <WordsStep {...acts} draft={title} line name="title" required next={say('board.next')} onNext={() => setStep('kind')} />}
      {step === 'kind' && (
        <KindStep
          {...acts}
          kind={kind}
          onPick={(next) => {
            setKind(next);
            setStep('free');
          }}
        />
      )}
      {step === 'free' && <WordsStep {...acts} draft={free} name="whatWouldFreeUs" next={say('board.next')} onNext={() => setStep('who')} />}
      {step === 'who' && <WordsStep {...acts} draft={who} line name="whoCould" next={say('board.raise-send')} onNext={() => raise(kind)} />}
    </Asked>
  );
}

interface StepActs {
  back: (() => void) | undefined;
  onCancel: () => void;
  /** Enough has been said: the rest can be added on the card. */
  now: () => void;
  mayNow: boolean;
}

interface WordsStepProps extends StepActs {
  draft: Draft;
  name: 'title' | 'whatWouldFreeUs' | 'whoCould';
  line?: boolean;
  required?: boolean;
  next: string;
  onNext: () => void;
}

function WordsStep({ draft, name, line = false, required = false, next, onNext, ...acts }: WordsStepProps) {
  const [tried, setTried] = useState(false);
  const holdsNumber = !holdsNoNhsNumber(draft.text);
  const empty = required && draft.text.trim() === '';
  const error = holdsNumber ? say('field.nhs-number') : tried && empty ? say('field.required') : undefined;
  const frame = { label: fieldWord('blocker', name), value: draft.text, onChange: draft.setText, maxLength: blocker.fields[name].max, error };
  function go() {
    setTried(true);
    if (!holdsNumber && !empty) onNext();
  }
  return (
    <Form label={frame.label} onSubmit={go}>
      {line ? <TextLine {...frame} autoComplete="off" /> : <TextBox {...frame} minRows={2} />}
      <StepActs {...acts} mayNow={acts.mayNow && !holdsNumber}>
        <Act type="submit">{next}</Act>
      </StepActs>
    </Form>
  );
}

/** Every kind is one tap. They are buttons and no radio list: a tap goes on, and an arrow key must not. */
function KindStep({ kind, onPick, ...acts }: StepActs & { kind: BlockerKind | null; onPick: (kind: BlockerKind) => void }) {
  return (
    <div className={css['kinds']}>
      <p className={css['question']}>{fieldWord('blocker', 'blockerKind')}</p>
      <ul className={css['kind-list']}>
        {blocker.fields.blockerKind.choices.map((choice) => (
          <li key={choice}>
            <button type="button" aria-pressed={choice === kind} className={css['kind']} onClick={() => onPick(choice)}>
              {choiceWord('blocker', 'blockerKind', choice)}
            </button>
          </li>
        ))}
      </ul>
      <StepActs {...acts} />
    </div>
  );
}

function StepActs({ back, onCancel, now, mayNow, children }: StepActs & { children?: React.ReactNode }) {
  return (
    <Actions>
      {children}
      {back && (
        <Act tone="plain" onClick={back}>
          {say('board.back')}
        </Act>
      )}
      {mayNow && (
        <Act tone="quiet" onClick={now}>
          {say('board.raise-now')}
        </Act>
      )}
      <Act tone="quiet" onClick={onCancel}>
        {say('board.later')}
      </Act>
    </Actions>
  );
}

/** One question at a time; the focus goes to what is asked now. */
function Asked({ stepKey, label, children }: { stepKey: string; label: string; children: React.ReactNode }) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = panel.current?.querySelector<HTMLElement>('input, textarea, [aria-pressed]');
    (first ?? panel.current)?.focus();
  }, [stepKey]);
  return (
    <div ref={panel} tabIndex={-1} role="group" aria-label={label} className={css['asked']}>
      <p className={css['step-of']}>{label}</p>
      {children}
    </div>
  );
}
