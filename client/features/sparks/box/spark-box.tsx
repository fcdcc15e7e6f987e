import { type ReactNode, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { newId } from '#shared/lib/new-id.ts';
import { longestSpark } from '#shared/features/sparks/kinds.ts';
import { say } from '#shared/words/say.ts';
import { useMe } from '#client/api/me.ts';
import { addresses } from '#client/app/addresses.ts';
import { Act } from '#client/ui/act.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { TextBox } from '#client/ui/text-box.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import type { Outbox, Post } from '../outbox/outbox.ts';
import { CareNotice, refusedWords } from './care-notice.tsx';
import { rememberChoices, useChoices } from './choices.ts';
import { useEarlyWords } from './early-words.ts';
import { SparkChoices } from './spark-choices.tsx';
import { SimilarThings } from './similar-things.tsx';
import css from './spark-box.module.css';
import { useCare } from './use-care.ts';

/** The one box: what did you see, or what could be better? Usable at once, also without a line and before signing in. */
export function SparkBox({ outbox }: { outbox: Outbox }) {
  const { person } = useMe();
  const draft = useDraft('spark');
  const [choices, choose] = useChoices(person);
  const [asked, setAsked] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useEarlyWords(draft, box);
  const care = useCare(draft.text);
  const send = useSend(outbox);
  const writing = draft.text !== '';
  const empty = draft.text.trim() === '';

  function post() {
    setAsked(empty);
    if (empty || care.refused.length > 0) {
      box.current?.focus();
      return;
    }
    send({ text: draft.text, ...choices, perspectives: [...choices.perspectives] });
    draft.clear();
    choose(null);
  }

  return (
    <div className={css['sheet']}>
      <Form onSubmit={post} label={say('sparks.box-form')}>
        <TextBox
          label={say('sparks.box-label')}
          hint={writing ? say('sparks.box-hint') : undefined}
          error={refusedWords(care) ?? (asked && empty ? say('sparks.no-words-yet') : undefined)}
          value={draft.text}
          onChange={draft.setText}
          minRows={writing ? 4 : 2}
          maxLength={longestSpark}
          inputRef={box}
          name="spark"
        />
        {draft.restored && <DraftFound onDrop={draft.clear} />}
        <CareNotice care={care} />
        {writing && <SparkChoices choices={choices} person={person} onChoose={choose} />}
        <Actions>
          <Act type="submit" tone="ember">
            {postLabel(choices.nameShown, person?.name ?? null)}
          </Act>
        </Actions>
        <p className={css['signpost']}>{say('sparks.signpost')}</p>
      </Form>
      <SimilarThings text={draft.text} onRelated={(line) => draft.setText(`${draft.text.trimEnd()}\n${line}`)} />
    </div>
  );
}

/** Onto the device first and then on its way; somebody not signed in is asked to, and what they wrote goes along afterwards. */
function useSend(outbox: Outbox): (words: Omit<Post, 'id'>) => void {
  const { person, pending } = useMe();
  const [, go] = useLocation();
  return (words) => {
    outbox.put({ id: newId(), ...words }, person?.id ?? null);
    rememberChoices(person, { siteId: words.siteId, perspectives: words.perspectives ?? [] });
    void outbox.flush();
    if (person === null && !pending) go(addresses.signIn(addresses.wall()));
  };
}

function DraftFound({ onDrop }: { onDrop: () => void }): ReactNode {
  return (
    <div className={css['found']}>
      <span>{say('sparks.draft-found')}</span>
      <Act tone="quiet" onClick={onDrop}>
        {say('sparks.draft-drop')}
      </Act>
    </div>
  );
}

/** The button says how it will show, so that nobody posts by name who meant not to. */
function postLabel(nameShown: 'name' | 'role' | 'unnamed', name: string | null): string {
  if (nameShown === 'unnamed') return say('sparks.post-unnamed');
  if (nameShown === 'role') return say('sparks.post-as-role');
  return name === null ? say('sparks.post-visitor') : say('sparks.post-as', { name });
}
