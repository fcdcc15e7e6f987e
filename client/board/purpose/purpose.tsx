import { type ComponentType, useEffect, useState } from 'react';
import { untilHere } from '#client/api/until-here.ts';
import { say, sayKey } from '#shared/words/say.ts';
import { useOpenBoard, useRights } from '../board-context.ts';
import css from './purpose.module.css';
import { PurposeText } from './purpose-text.tsx';
import { usePurpose } from './use-purpose.ts';

type Editor = ComponentType<{ labelledBy: string; hint: string }>;

const loadEditor = () => import('./purpose-editor.tsx');

/** Fetches the editor while the board is on its way, for somebody who will write. When it can not be had now it is asked for again later. */
export function fetchEditor(): void {
  loadEditor().catch(() => undefined);
}

/** The purpose: to write in for those who may, to read for everybody. The words are there at once, the editor when it has come. */
export function Purpose({ labelledBy }: { labelledBy: string }) {
  const { mayEdit, because } = useRights();
  const { where } = useOpenBoard();
  const blocks = usePurpose();
  const { Editor, missing } = useEditorWhenWanted(mayEdit);
  const hint = mayEdit ? say(missing ? 'board.editor-missing' : 'board.purpose-hint') : because === null ? '' : sayKey(because);
  return (
    <div className={css['purpose']} onFocusCapture={() => where('purpose', null)}>
      {mayEdit && Editor !== null ? (
        <Editor labelledBy={labelledBy} hint={hint} />
      ) : (
        <>
          <PurposeText blocks={blocks} />
          <div className={css['under']}>
            <p className={css['hint']}>{hint}</p>
          </div>
        </>
      )}
    </div>
  );
}

/** Fetches the editor, again until it is here; says when it can not be had (no line, and no copy on this device). */
function useEditorWhenWanted(wanted: boolean): { Editor: Editor | null; missing: boolean } {
  const [found, setFound] = useState<{ Editor: Editor | null; missing: boolean }>({ Editor: null, missing: false });
  useEffect(() => {
    if (!wanted) return;
    return untilHere(
      loadEditor,
      ({ PurposeEditor }) => setFound({ Editor: PurposeEditor, missing: false }),
      () => setFound({ Editor: null, missing: true }),
    );
  }, [wanted]);
  return found;
}
