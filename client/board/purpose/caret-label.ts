/** How another person's caret is drawn: a line in their colour with their name on it. */
import css from './carets.module.css';

interface CaretUser {
  readonly name: string;
  readonly color: string;
}

export function caretOf({ name, color }: CaretUser): HTMLElement {
  const caret = document.createElement('span');
  caret.className = css['caret'] ?? '';
  caret.style.setProperty('--caret', color);
  // The name is for the eye: who is where is told aloud by the board, once, and not with every letter.
  caret.ariaHidden = 'true';
  const label = document.createElement('span');
  label.className = css['name'] ?? '';
  label.textContent = name;
  caret.append('\u2060', label, '\u2060');
  return caret;
}

export function selectionOf({ color }: CaretUser): { class: string; style: string } {
  return { class: css['selection'] ?? '', style: `--caret: ${color}` };
}
