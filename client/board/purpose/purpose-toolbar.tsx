import { useEditorState, type Editor } from '@tiptap/react';
import { Bold, Italic, Link2, List, ListOrdered, type LucideIcon, Quote, Strikethrough, Unlink } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { isSafeLink } from '#shared/lib/web-address.ts';
import { say } from '#shared/words/say.ts';
import { Act } from '#client/ui/act.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import css from './purpose.module.css';

interface Tool {
  readonly name: 'bold' | 'italic' | 'strike' | 'bulletList' | 'orderedList' | 'blockquote';
  readonly icon: LucideIcon;
  readonly run: (editor: Editor) => boolean;
}

const tools: readonly Tool[] = [
  { name: 'bold', icon: Bold, run: (editor) => editor.chain().focus().toggleBold().run() },
  { name: 'italic', icon: Italic, run: (editor) => editor.chain().focus().toggleItalic().run() },
  { name: 'strike', icon: Strikethrough, run: (editor) => editor.chain().focus().toggleStrike().run() },
  { name: 'bulletList', icon: List, run: (editor) => editor.chain().focus().toggleBulletList().run() },
  { name: 'orderedList', icon: ListOrdered, run: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { name: 'blockquote', icon: Quote, run: (editor) => editor.chain().focus().toggleBlockquote().run() },
];

/** How the words look. One stop for the Tab key; the arrows go from button to button. */
export function PurposeToolbar({ editor, label }: { editor: Editor; label: string }) {
  const [linking, setLinking] = useState(false);
  const [at, setAt] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const on = useEditorState({
    editor,
    selector: ({ editor: one }) => ({ ...Object.fromEntries(tools.map(({ name }) => [name, one.isActive(name)])), link: linkIn(one) }),
  });
  const active: Readonly<Record<string, unknown>> = on;
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const next = (at + step + buttons.length) % buttons.length;
    setAt(next);
    buttons[next]?.focus();
  }
  return (
    <div className={css['tools']}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- a toolbar itself takes no focus; its buttons do, one of them by Tab. */}
      <div ref={bar} role="toolbar" aria-label={label} className={css['toolbar']} onKeyDown={onKeyDown}>
        {tools.map(({ name, icon: Icon, run }, nth) => (
          <button
            key={name}
            type="button"
            tabIndex={nth === at ? 0 : -1}
            aria-pressed={active[name] === true}
            aria-label={say(`board.tool-${name}`)}
            title={say(`board.tool-${name}`)}
            className={css['tool']}
            onFocus={() => setAt(nth)}
            onClick={() => run(editor)}
          >
            <Icon size={18} aria-hidden />
          </button>
        ))}
        <button
          type="button"
          tabIndex={at === tools.length ? 0 : -1}
          aria-pressed={on.link !== ''}
          aria-expanded={linking}
          aria-label={say('board.tool-link')}
          title={say('board.tool-link')}
          className={css['tool']}
          onFocus={() => setAt(tools.length)}
          onClick={() => setLinking(!linking)}
        >
          <Link2 size={18} aria-hidden />
        </button>
      </div>
      {linking && <LinkForm editor={editor} from={on.link} onDone={() => setLinking(false)} />}
    </div>
  );
}

function LinkForm({ editor, from, onDone }: { editor: Editor; from: string; onDone: () => void }) {
  const [href, setHref] = useState(from);
  const [bad, setBad] = useState(false);
  const full = /^(https?:|mailto:|tel:)/i.test(href.trim()) ? href.trim() : `https://${href.trim()}`;
  function put() {
    if (href.trim() === '' || !isSafeLink(full)) return setBad(true);
    const chain = editor.chain().focus().extendMarkRange('link');
    // Nothing is marked: the address itself becomes the words.
    if (editor.state.selection.empty && from === '')
      chain.insertContent({ type: 'text', text: full, marks: [{ type: 'link', attrs: { href: full } }] }).run();
    else chain.setLink({ href: full }).run();
    onDone();
  }
  function take() {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onDone();
  }
  return (
    <form
      noValidate
      className={css['link-form']}
      onSubmit={(event) => {
        event.preventDefault();
        put();
      }}
    >
      <TextLine label={say('board.link-address')} type="url" value={href} onChange={setHref} error={bad ? say('refused.link') : undefined} />
      <div className={css['link-acts']}>
        <Act type="submit" tone="plain">
          {say('board.link-put')}
        </Act>
        {from !== '' && (
          <Act tone="quiet" icon={<Unlink size={18} aria-hidden />} onClick={take}>
            {say('board.link-take')}
          </Act>
        )}
      </div>
    </form>
  );
}

function linkIn(editor: Editor): string {
  const href: unknown = editor.getAttributes('link')['href'];
  return typeof href === 'string' ? href : '';
}
