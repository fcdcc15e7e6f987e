/** Lets go of formatting marks that change nothing any more: by the server, in the log, so that every copy lets go of the same ones. */
import * as Y from 'yjs';
import { boardRoots } from './layout.ts';

/** A text with fewer marks is left alone: they cost nothing, and each tidying is a row of the log. */
const manyMarks = 500;

interface Mark {
  readonly item: Y.Item;
  readonly key: string;
  readonly value: string;
}

/** Whether any had to go. Doing it twice changes nothing the second time. */
export function tidyMarks(doc: Y.Doc): boolean {
  const idle = [...textsIn(boardRoots(doc).purpose)].flatMap(idleMarks);
  doc.transact((transaction) => {
    for (const item of idle) item.delete(transaction);
  });
  return idle.length > 0;
}

/** Of a text with many marks, those that say nothing: others stand behind them before the next word, or it is so already. */
function idleMarks(text: Y.XmlText): Y.Item[] {
  const idle: Y.Item[] = [];
  const inForce = new Map<string, string>();
  let gap = new Map<string, Mark>();
  let marks = 0;
  const endGap = (): void => {
    for (const { item, key, value } of gap.values()) {
      if ((inForce.get(key) ?? 'null') === value) idle.push(item);
      inForce.set(key, value);
    }
    gap = new Map();
  };
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (!(item.content instanceof Y.ContentFormat)) {
      endGap();
      continue;
    }
    marks++;
    const { key, value } = item.content;
    const before = gap.get(key);
    if (before !== undefined) idle.push(before.item);
    gap.set(key, { item, key, value: JSON.stringify(value) });
  }
  endGap();
  return marks > manyMarks ? idle : [];
}

function* textsIn(parent: Y.XmlFragment): Iterable<Y.XmlText> {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) yield child;
    else if (child instanceof Y.XmlFragment) yield* textsIn(child);
  }
}
