import type { AuditEntry } from '#shared/features/audit/model.ts';
import { isWordsKey, say, sayKey } from '#shared/words/say.ts';

/** One line of the audit, as a plain sentence. */
export function sentenceOf({ who, action, outcome, reason, count }: AuditEntry): string {
  const name = who ?? say('audit.visitor');
  if (action === 'many-more') return say('audit.tried-many', { who: name, count });
  if (outcome === 'done') return say('audit.done', { who: name, did: known(`audit.did-${action}`, say('audit.did-something')) });
  // Behind the slash is the gate's own code, for people who build clients.
  const [why = ''] = reason.split('/');
  return say('audit.tried', { who: name, act: known(`audit.try-${action}`, say('audit.try-something')), why: sayKey(why) });
}

function known(key: string, otherwise: string): string {
  return isWordsKey(key) ? sayKey(key) : otherwise;
}
