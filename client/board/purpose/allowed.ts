/** What the purpose may hold, told to the editor: the same nodes and marks that the gate and the judge know, and no more words than fit. */
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { StarterKit } from '@tiptap/starter-kit';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { purposeMax } from '#shared/board/limits.ts';
import { holdsNoNhsNumber } from '#shared/lib/fields.ts';
import { isSafeLink } from '#shared/lib/web-address.ts';

/** Nothing here may change the document by itself: a trailing paragraph, say, would be an edit nobody made. */
export function allowedContent() {
  return StarterKit.configure({
    undoRedo: false,
    trailingNode: false,
    heading: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    underline: false,
    dropcursor: false,
    gapcursor: false,
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: (address) => isSafeLink(address),
      HTMLAttributes: { target: null, rel: 'noopener noreferrer nofollow', class: null },
    },
  });
}

/** Stops words that the server would refuse before they are written, and says why. */
export function limitedWords(refused: (reason: string, values?: Record<string, number>) => void) {
  return Extension.create({
    name: 'limitedWords',
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey('limitedWords'),
        filterTransaction(transaction, { doc }) {
          // What others wrote has been let in already.
          if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey) !== undefined) return true;
          const [before, after] = [doc.textContent, transaction.doc.textContent];
          if (after.length > purposeMax && after.length > before.length) refused('field.too-long', { max: purposeMax });
          else if (!holdsNoNhsNumber(plain(transaction.doc)) && holdsNoNhsNumber(plain(doc))) refused('field.nhs-number');
          else return true;
          return false;
        },
      }),
    ],
  });
}

function plain(doc: { textBetween(from: number, to: number, between: string): string; content: { size: number } }): string {
  return doc.textBetween(0, doc.content.size, '\n');
}
