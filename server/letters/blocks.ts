/** What a letter is built of. Words are plain text until the very end: the text and the HTML are made of the same blocks. */
export type Block =
  | { readonly is: 'line'; readonly text: string }
  | { readonly is: 'heading'; readonly text: string }
  /** Words of a person, quoted. */
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  /** The way on. */
  | { readonly is: 'link'; readonly label: string; readonly url: string }
  /** Why this came, and how to stop it. */
  | { readonly is: 'foot'; readonly text: string; readonly links: readonly { readonly label: string; readonly url: string }[] };

export interface Written {
  readonly subject: string;
  readonly language: string;
  readonly blocks: readonly Block[];
}

/** Blocks of a sentence with its link on a line of its own, as the catalogue writes short letters. */
export function blocksOf(text: string): Block[] {
  return text.split('\n\n').map((part): Block => (/^https?:\/\/\S+$/.test(part) ? { is: 'link', label: '', url: part } : { is: 'line', text: part }));
}
