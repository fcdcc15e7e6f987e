/** More paragraphs for the purpose, after those it has. */
import type * as Y from 'yjs';
import { withoutControls } from '../elements/fields.ts';
import { badField } from '../lib/problem.ts';
import { paragraph } from './first-content.ts';
import { boardRoots } from './layout.ts';
import { purposeMax } from './limits.ts';
import { localOrigin, type Origin } from './origins.ts';
import { purposeText } from './read-purpose.ts';

/** @throws Problem invalid when the purpose would grow too long */
export function appendToPurpose(doc: Y.Doc, paragraphs: readonly string[], origin: Origin = localOrigin): void {
  const lines = paragraphs.map((words) => withoutControls(words).trim());
  if ([purposeText(doc), ...lines].join('\n').length > purposeMax) throw badField('purpose', 'field.too-long', { max: purposeMax });
  const { purpose } = boardRoots(doc);
  doc.transact(() => purpose.insert(purpose.length, lines.map(paragraph)), origin);
}
