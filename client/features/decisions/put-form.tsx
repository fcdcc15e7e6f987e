import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decision } from '#shared/features/decisions/model.ts';
import { type ProposalWords, proposalHash } from '#shared/features/decisions/proposal.ts';
import { newId } from '#shared/lib/new-id.ts';
import type { ProblemBody } from '#shared/lib/problem.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextLine } from '#client/ui/text-line.tsx';
import { useNow } from '#client/ui/use-now.ts';
import css from '#client/ui/text.module.css';
import { ProposalRead } from './proposal-read.tsx';
import { useDecisionsChanged } from './use-decisions.ts';

export interface PutFormProps {
  initiativeId: string;
  elementId: string;
  /** What the card says, as it stands on this screen: these words and no others are put. */
  words: ProposalWords;
  onDone: () => void;
  onLeave: () => void;
}

/** Puts the card's words to everybody on the board. The id is made here, so that sending twice puts once. */
export function PutForm({ initiativeId, elementId, words, onDone, onLeave }: PutFormProps) {
  const [decisionId] = useState(newId);
  const put = useMutation(api.decisions.put.mutationOptions(useAfterwards(onDone)));
  const send = (byWhen: string) => put.mutate({ id: initiativeId, decisionId, elementId, wordsHash: proposalHash(words), byWhen });
  const problem = put.error ? problemFrom(put.error) : null;
  return (
    <PuttingForm
      title={say('decisions.begin')}
      why={say('decisions.begin-why')}
      send={say('decisions.send')}
      {...{ words, problem, onLeave }}
      busy={put.isPending}
      onSend={send}
    />
  );
}

/** Puts changed words, and asks everybody anew. */
export function PutAgainForm({ decision, words, onDone, onLeave }: Omit<PutFormProps, 'initiativeId' | 'elementId'> & { decision: Decision }) {
  const { id, words: before } = decision;
  const put = useMutation(api.decisions.putAgain.mutationOptions(useAfterwards(onDone)));
  const send = (byWhen: string) => put.mutate({ id, version: before.version, wordsHash: proposalHash(words), byWhen });
  const problem = put.error ? problemFrom(put.error) : null;
  return (
    <PuttingForm
      title={say('decisions.again')}
      why={say('decisions.again-why')}
      send={say('decisions.again-send')}
      {...{ words, problem, onLeave }}
      busy={put.isPending}
      onSend={send}
    />
  );
}

function useAfterwards(onDone: () => void) {
  const changed = useDecisionsChanged();
  return {
    onSuccess: async () => {
      await changed();
      onDone();
    },
    onError: changed,
  };
}

interface PuttingFormProps {
  title: string;
  why: string;
  send: string;
  words: ProposalWords;
  problem: ProblemBody | null;
  busy: boolean;
  onSend: (byWhen: string) => void;
  onLeave: () => void;
}

function PuttingForm({ title, why, send, words, problem, busy, onSend, onLeave }: PuttingFormProps) {
  const [byWhen, setByWhen] = useState('');
  const today = useNow().toISOString().slice(0, 10);
  const labels = { byWhen: say('decisions.by-when'), elementId: say('decisions.put-words') };
  return (
    <Form label={title} onSubmit={() => onSend(byWhen)}>
      <p className={css['soft']}>{why}</p>
      <ProposalRead title={say('decisions.put-words')} words={words} />
      <TextLine
        type="date"
        label={labels.byWhen}
        hint={say('decisions.by-when-hint')}
        min={today}
        error={fieldError(problem, 'byWhen')}
        value={byWhen}
        onChange={setByWhen}
      />
      <ProblemNotice problem={problem} labels={labels} />
      <FormEnd send={send} busy={busy} onLeave={onLeave} />
    </Form>
  );
}
