/** What was pledged in this place, by kind, and how it went. Counts only: nobody is ranked. */
import { useQuery } from '@tanstack/react-query';
import type { PledgeTotal } from '#shared/features/pledges/model.ts';
import { sumOf } from '#shared/features/pledges/totals.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { addresses } from '#client/app/addresses.ts';
import { LinkAct } from '#client/ui/act.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { Page } from '#client/ui/page.tsx';
import css from './totals.module.css';

export function PledgesPage() {
  const totals = useQuery(api.pledges.totals.queryOptions());
  const items = totals.data?.items ?? [];
  const { given, kept } = sumOf(items);
  return (
    <Page title={say('pledges.totals-title')} lead={given > 0 ? say('pledges.totals-lead', { count: given, kept }) : undefined}>
      <Fetching query={totals} what={say('pledges.totals-title')} lines={4} />
      {totals.data && items.length === 0 && (
        <EmptyState
          title={say('pledges.totals-none')}
          action={
            <LinkAct tone="plain" to={addresses.initiatives()}>
              {say('sponsor.to-initiatives')}
            </LinkAct>
          }
        >
          {say('pledges.totals-none-why')}
        </EmptyState>
      )}
      {items.length > 0 && <Totals items={items} />}
      <p className={css['soft']}>{say('pledges.totals-how')}</p>
    </Page>
  );
}

const columns = ['given', 'kept', 'changed', 'couldNot', 'open'] as const;

function Totals({ items }: { items: readonly PledgeTotal[] }) {
  const all = sumOf(items);
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          <th scope="col">{say('pledges.totals-kind')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {say(`pledges.totals-${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Line key={item.kind} title={say(`pledges.kind-${item.kind}`)} counts={item} />
        ))}
      </tbody>
      <tfoot>
        <Line title={say('pledges.totals-all')} counts={all} />
      </tfoot>
    </table>
  );
}

function Line({ title, counts }: { title: string; counts: Omit<PledgeTotal, 'kind'> }) {
  return (
    <tr>
      <th scope="row">{title}</th>
      {columns.map((column) => (
        <td key={column}>{counts[column]}</td>
      ))}
    </tr>
  );
}
