import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { decodeText } from '#shared/features/sparks/bring-in/decode-text.ts';
import { longestFileBytes } from '#shared/features/sparks/kinds.ts';
import type { BringIn, BringInPreview } from '#shared/features/sparks/model.ts';
import { newId } from '#shared/lib/new-id.ts';
import type { ProblemBody } from '#shared/lib/problem.ts';
import { api } from '#client/api/api.ts';
import type { Calls } from '#client/api/call.ts';
import { problemFrom } from '#client/api/problem-from.ts';

export type Columns = BringInPreview['columns'];
type File = Parameters<Calls['sparks']['previewBringIn']>[0];

export interface BringingIn {
  readonly file: File | null;
  readonly preview: BringInPreview | null;
  readonly done: BringIn | null;
  readonly reading: boolean;
  readonly bringing: boolean;
  readonly problem: ProblemBody | null;
  choose(chosen: globalThis.File | null): void;
  match(columns: Columns): void;
  bringIn(): void;
}

/** The steps from a file to sparks: read it here, look at it on the server, bring it in. The id is made with the file, so a second tap brings in nothing twice. */
export function useBringIn(): BringingIn {
  const queries = useQueryClient();
  const [file, setFile] = useState<(File & { id: string }) | null>(null);
  const [unreadable, setUnreadable] = useState<ProblemBody | null>(null);
  const looking = useMutation(api.sparks.previewBringIn.mutationOptions());
  const bringing = useMutation(api.sparks.bringIn.mutationOptions({ onSuccess: () => queries.invalidateQueries({ queryKey: api.sparks.key() }) }));
  function look(next: File & { id: string }) {
    setFile(next);
    const { id: _id, ...content } = next;
    looking.mutate(content);
  }
  async function read(chosen: globalThis.File) {
    const problem = chosen.size > longestFileBytes ? 'bringIn.file-too-large' : null;
    const content = problem === null ? decodeText(new Uint8Array(await chosen.arrayBuffer())) : null;
    if (content === null) setUnreadable({ code: 'invalid', reason: problem ?? 'bringIn.not-text' });
    else look({ id: newId(), name: chosen.name.slice(0, 200), content });
  }
  const error = looking.error ?? bringing.error;
  return {
    file,
    preview: looking.data ?? null,
    done: bringing.data ?? null,
    reading: looking.isPending,
    bringing: bringing.isPending,
    problem: unreadable ?? (error ? problemFrom(error) : null),
    choose(chosen) {
      for (const step of [looking, bringing]) step.reset();
      setUnreadable(null);
      setFile(null);
      if (chosen !== null) read(chosen).catch(() => setUnreadable({ code: 'invalid', reason: 'bringIn.not-text' }));
    },
    match(columns) {
      if (file !== null) look({ ...file, columns });
    },
    bringIn() {
      if (file !== null) bringing.mutate(file);
    },
  };
}
