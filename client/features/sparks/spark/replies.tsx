import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newId } from '#shared/lib/new-id.ts';
import type { PersonCard } from '#shared/features/people/model.ts';
import type { Spark, SparkComment } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { useMe } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { addresses } from '#client/app/addresses.ts';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { Ago } from '#client/ui/age.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Face } from '#client/ui/face.tsx';
import { Form } from '#client/ui/form.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Section } from '#client/ui/section.tsx';
import { TextBox } from '#client/ui/text-box.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import { CareNotice, refusedWords } from '../box/care-notice.tsx';
import { useCare } from '../box/use-care.ts';
import { showSpark } from '../kindle/use-kindle.ts';
import css from './spark.module.css';
import { Words } from './words.tsx';
import { WriteTo } from './write-to.tsx';

/** Plain replies, and a box for the next one. */
export function Replies({ spark }: { spark: Spark }) {
  const mayReply = useCan('spark.comment');
  return (
    <Section title={say('sparks.replies-title')}>
      {spark.replies.length === 0 ? (
        <p className={css['quiet']}>{say('sparks.replies-none')}</p>
      ) : (
        <ol className={css['replies']}>
          {spark.replies.map((reply) => (
            <Reply key={reply.id} sparkId={spark.id} reply={reply} />
          ))}
        </ol>
      )}
      {spark.state !== 'withdrawn' && (mayReply.ok ? <ReplyBox spark={spark} /> : <SignInToReply id={spark.id} />)}
    </Section>
  );
}

function Reply({ sparkId, reply }: { sparkId: string; reply: SparkComment }) {
  const queries = useQueryClient();
  const mayWithdraw = useCan('comment.withdraw', { own: reply.mine });
  const withdrawing = useMutation(api.sparks.withdrawComment.mutationOptions({ onSuccess: (after) => showSpark(queries, after) }));
  return (
    <li className={css['reply']}>
      <Face person={{ id: reply.personId, label: reply.by }} size="small" note={<Ago at={reply.at} />} />
      {reply.withdrawn ? <p className={css['quiet']}>{say('sparks.reply-withdrawn')}</p> : <Words text={reply.text} />}
      {reply.to.length > 0 && <p className={css['quiet']}>{say('noticesPage.reply-to', { names: reply.to.join(', ') })}</p>}
      {!reply.withdrawn && mayWithdraw.ok && (
        <div>
          <Act
            tone="quiet"
            busy={withdrawing.isPending}
            label={say('sparks.reply-withdraw-of', { name: reply.by })}
            onClick={() => withdrawing.mutate({ id: sparkId, commentId: reply.id })}
          >
            {say('sparks.reply-withdraw')}
          </Act>
        </div>
      )}
      <ProblemNotice problem={withdrawing.error ? problemFrom(withdrawing.error) : null} />
    </li>
  );
}

function ReplyBox({ spark }: { spark: Spark }) {
  const { person } = useMe();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const draft = useDraft(`reply:${spark.id}`);
  const care = useCare(draft.text);
  const [commentId, setCommentId] = useState(newId);
  const [asked, setAsked] = useState(false);
  const [to, setTo] = useState<readonly PersonCard[]>([]);
  const mayName = useCan('person.find');
  const box = useRef<HTMLTextAreaElement>(null);
  const sending = useMutation(
    api.sparks.comment.mutationOptions({
      onSuccess: (after) => {
        showSpark(queries, after);
        draft.clear();
        setAsked(false);
        setTo([]);
        setCommentId(newId());
        announce(say('sparks.reply-sent'));
      },
    }),
  );
  const problem = sending.error ? problemFrom(sending.error) : null;
  const empty = asked && draft.text.trim() === '' ? say('sparks.no-words-yet') : undefined;
  const refused = refusedWords(care);
  function send() {
    setAsked(true);
    if (draft.text.trim() === '' || refused !== undefined) box.current?.focus();
    else sending.mutate({ id: spark.id, commentId, text: draft.text, mentions: to.map((one) => one.id) });
  }
  return (
    <Form onSubmit={send} label={say('sparks.reply-label')}>
      <TextBox
        label={say('sparks.reply-label')}
        hint={person === null ? undefined : say('sparks.reply-hint', { name: person.label })}
        error={refused ?? empty ?? fieldError(problem, 'text')}
        value={draft.text}
        onChange={draft.setText}
        minRows={2}
        maxLength={2000}
        inputRef={box}
      />
      {mayName.ok && <WriteTo people={to} onChange={setTo} />}
      <CareNotice care={care} />
      {problem?.fields === undefined && <ProblemNotice problem={problem} />}
      <div>
        <Act type="submit" busy={sending.isPending}>
          {say('sparks.reply-send')}
        </Act>
      </div>
    </Form>
  );
}

function SignInToReply({ id }: { id: string }) {
  return (
    <div>
      <LinkAct to={addresses.signIn(addresses.spark(id))} tone="plain">
        {say('shell.to-sign-in')}
      </LinkAct>
    </div>
  );
}
