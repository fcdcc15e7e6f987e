import { useQuery } from '@tanstack/react-query';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import type { AuditCheck } from '#shared/features/audit/model.ts';
import { say } from '#shared/words/say.ts';
import css from './audit.module.css';

/** Has the server walk through the whole chain, and says what it found. */
export function CheckAudit() {
  const { data, error, isFetching, refetch } = useQuery({ ...api.audit.check.queryOptions(), enabled: false, gcTime: 0, retry: false });
  return (
    <>
      <div>
        <Act tone="plain" busy={isFetching} onClick={() => void refetch()}>
          {isFetching ? say('audit.checking') : say('audit.check')}
        </Act>
      </div>
      <ProblemNotice problem={error && !isFetching ? problemFrom(error) : null} onRetry={() => void refetch()} />
      {data && !isFetching && !error && <Found check={data} />}
    </>
  );
}

function Found({ check: { rows, head, first } }: { check: AuditCheck }) {
  if (first !== null)
    return (
      <Notice tone="care" live="assertive" title={say(`audit.fault-${first.fault}`, { number: first.seq })}>
        {say('audit.fault-hint')}
      </Notice>
    );
  return (
    <Notice live="polite" title={say('audit.whole', { count: rows })}>
      <p className={css['seal']}>{say('audit.head-label', { head })}</p>
      <p>{say('audit.head-hint')}</p>
    </Notice>
  );
}
