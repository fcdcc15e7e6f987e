/** The purpose as several people write it at once. In a chunk of its own: the editor is the heaviest thing of the product. */
import { Extension } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { useEffect, useId, useState } from 'react';
import { boardRoots } from '#shared/board/layout.ts';
import { say, sayKey } from '#shared/words/say.ts';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { useOpenBoard } from '../board-context.ts';
import { allowedContent, limitedWords } from './allowed.ts';
import { coEditing } from './co-editing.ts';
import css from './purpose.module.css';
import { PurposeToolbar } from './purpose-toolbar.tsx';

export function PurposeEditor({ labelledBy, hint }: { labelledBy: string; hint: string }) {
  const hintId = useId();
  const { doc, awareness, undo } = useOpenBoard();
  const announce = useAnnounce();
  const [refusal, setRefusal] = useState<string | null>(null);
  const editor = useEditor(
    {
      immediatelyRender: true,
      injectCSS: false,
      extensions: [
        allowedContent(),
        coEditing({ fragment: boardRoots(doc).purpose, awareness }),
        limitedWords((reason, values) => setRefusal(sayKey(reason, values))),
        Extension.create({ name: 'clearRefusal', onUpdate: () => setRefusal(null) }),
      ],
      editorProps: {
        attributes: {
          class: css['prose'] ?? '',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': labelledBy,
          'aria-describedby': hintId,
          'data-live': '',
          spellcheck: 'true',
        },
      },
    },
    [doc, awareness],
  );
  useEffect(() => undo.track(ySyncPluginKey), [undo]);
  useEffect(() => {
    if (refusal !== null) announce(refusal, 'assertive');
  }, [refusal, announce]);
  return (
    <div className={css['editor']}>
      <EditorContent editor={editor} />
      <div className={css['under']}>
        <p id={hintId} className={css['hint']}>
          {hint}
        </p>
        <PurposeToolbar editor={editor} label={say('board.formatting')} />
      </div>
      {refusal !== null && <p className={css['refusal']}>{refusal}</p>}
    </div>
  );
}
