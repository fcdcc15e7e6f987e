/** What a reply to a notice's letter would be posted to; null where words alone say nothing, as with an invitation. */
import type { NoticeRow } from '../store.ts';

export type ReplyPlace = { readonly on: 'spark'; readonly sparkId: string } | { readonly on: 'ask'; readonly askId: string };

export function replyPlace({ what, values }: Pick<NoticeRow, 'what' | 'values'>): ReplyPlace | null {
  const { spark, ask } = values;
  if (what.startsWith('spark.') && typeof spark === 'string') return { on: 'spark', sparkId: spark };
  return what.startsWith('ask.') && typeof ask === 'string' ? { on: 'ask', askId: ask } : null;
}
