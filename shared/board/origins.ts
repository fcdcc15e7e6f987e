/** Who makes an edit of the document in this process; a transaction's `origin`. Undo follows these. */

export type Origin = unknown;

/** The person at this device changes something: can be undone. */
export const localOrigin = Symbol('local edit');
/** The person at this device adds a card. Undo leaves it: by then others may have written in it. It can be archived. */
export const creationOrigin = Symbol('card added');
/** The server itself: first content, upgrades, erasure. */
export const serverOrigin = Symbol('server edit');
