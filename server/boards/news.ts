/** What an edit is, in the terms of the activity: added, worked on, marked, put away, brought back. */
import type { BoardElement } from '#shared/elements/registry.ts';
import type { ActivityName } from '#shared/words/en/activity.ts';

/** What a room remembers of a card between edits. */
export interface Remembered {
  readonly kind: string;
  readonly state: string;
  readonly archived: boolean;
}

export interface BoardNews {
  readonly what: ActivityName;
  readonly elementId: string | null;
  readonly values: Readonly<Record<string, string>>;
}

/** Working on the same thing again within this time is not told again. */
const quietMs = 10 * 60_000;

/** Tells the news of edits, and keeps quiet about typing that goes on. */
export class Teller {
  readonly #told = new Map<string, number>();

  /** News of one edit by one person. */
  tell(personId: string, before: (id: string) => Remembered | null, after: readonly BoardElement[], purposeTouched: boolean, at: Date): BoardNews[] {
    const news = after.map((element) => newsOf(before(element.id), element));
    if (purposeTouched) news.push({ what: 'board.purpose-changed', elementId: null, values: {} });
    return news.filter((one) => this.#isNew(personId, one, at));
  }

  #isNew(personId: string, { what, elementId }: BoardNews, at: Date): boolean {
    if (what !== 'board.element-changed' && what !== 'board.purpose-changed') {
      if (what === 'board.element-added') this.#told.set(key(personId, elementId), at.getTime());
      return true;
    }
    const last = this.#told.get(key(personId, elementId));
    if (last !== undefined && at.getTime() - last < quietMs) return false;
    if (this.#told.size > 5000) this.#told.clear();
    this.#told.set(key(personId, elementId), at.getTime());
    return true;
  }
}

function key(personId: string, elementId: string | null): string {
  return `${personId}/${elementId ?? 'purpose'}`;
}

function newsOf(before: Remembered | null, element: BoardElement): BoardNews {
  const archived = element.archivedAt !== null;
  const values = { title: element.values.title.slice(0, 200), kind: element.kind, state: element.state };
  const what =
    before === null
      ? 'board.element-added'
      : before.archived !== archived
        ? archived
          ? 'board.element-archived'
          : 'board.element-restored'
        : before.state !== element.state
          ? 'board.element-state'
          : 'board.element-changed';
  return { what, elementId: element.id, values };
}
