/** One look at one update: what the store holds, what the update brings, and how far the trial copy has got. */
import * as Y from 'yjs';
import { Lists, type List } from './lists.ts';
import { Pieces, type Piece } from './pieces.ts';
import { indexAt, type ParsedStruct, type ParsedUpdate, type Section } from './parse-update.ts';
import type { Placing } from './conflict.ts';
import type { GateRules } from './rules.ts';
import { refuse } from './verdict.ts';
import { Work } from './work.ts';

/** Moving array entries up by one is about this much cheaper than one unit of work. */
const MOVES_PER_WORK = 64;

/** How far the structs of one client id have been placed. */
export interface SectionWalk {
  readonly section: Section;
  /** The first clock the store does not have. */
  readonly known: number;
  /** The first clock the trial copy does not have. */
  reached: number;
  next: number;
  waiting: boolean;
}

export class Inspection implements Placing {
  readonly doc: Y.Doc;
  readonly update: ParsedUpdate;
  readonly rules: GateRules;
  readonly walks = new Map<number, SectionWalk>();
  readonly work: Work;
  readonly pieces = new Pieces();
  readonly lists: Lists;
  /** Where each new struct went; null means it leaves nothing but its clock. */
  readonly spots = new Map<ParsedStruct, List | null>();
  readonly elements = new Set<string>();
  readonly roots = new Set<string>();
  /** Living values of the store that a map write pushes out. */
  readonly replaced = new Set<Y.Item>();
  fresh = 0;
  unusual = false;
  turn = 0;

  constructor(doc: Y.Doc, update: ParsedUpdate, rules: GateRules) {
    this.doc = doc;
    this.update = update;
    this.rules = rules;
    this.work = new Work(rules.limits.work);
    this.lists = new Lists(this.pieces, this.work);
    for (const section of inYjsOrder(update.sections)) {
      const { client } = section;
      const known = this.storeClock(client);
      this.walks.set(client, { section, known, reached: known, next: 0, waiting: false });
    }
  }

  /** The first clock of this client id the store does not have. */
  storeClock(client: number): number {
    const last = this.doc.store.clients.get(client)?.at(-1);
    return last === undefined ? 0 : last.id.clock + last.length;
  }

  reached(client: number): number {
    return this.walks.get(client)?.reached ?? this.storeClock(client);
  }

  /** Who holds this unit: an item or a remnant of the store, or a struct of the update. @throws Refusal missing-reference */
  locate(client: number, clock: number): Y.Item | Y.GC | ParsedStruct {
    const walk = this.walks.get(client);
    const known = walk?.known ?? this.storeClock(client);
    if (clock < known) return this.stored(client, clock);
    const struct = walk === undefined ? undefined : structAt(walk.section.structs, clock);
    return struct ?? refuse('missing-reference', `${client}:${clock}`);
  }

  stored(client: number, clock: number): Y.Item | Y.GC {
    const structs = this.doc.store.clients.get(client) ?? [];
    return structs[Y.findIndexSS(structs, clock)] ?? refuse('not-understood', 'store');
  }

  /** The piece of the trial copy that holds this unit. */
  find(client: number, clock: number): Piece {
    const holder = this.locate(client, clock);
    return holder instanceof Y.GC ? refuse('not-understood', 'remnant in a list') : this.pieces.holding(holder, clock);
  }

  /** How many of the units from `clock` up to `end` this update deletes. */
  deletedWithin(client: number, clock: number, end: number): number {
    const ranges = this.update.deletes.get(client) ?? [];
    let units = 0;
    for (let index = indexAt(ranges, clock); index < ranges.length; index++) {
      const range = ranges[index];
      if (range === undefined || range.clock >= end) break;
      units += Math.max(0, Math.min(end, range.clock + range.length) - Math.max(clock, range.clock));
    }
    return units;
  }

  /**
   * Yjs will cut this holder before the unit. Refuses to leave two halves of one character, and pays for the later structs of
   * that client id moving up by one, and back when Yjs merges again.
   */
  cutBefore(holder: Y.Item | Y.GC | ParsedStruct, clock: number): void {
    keepCharacterWhole(holder, clock);
    if (!(holder instanceof Y.Item) || clock <= holder.id.clock || clock >= holder.id.clock + holder.length) return;
    const structs = this.doc.store.clients.get(holder.id.client) ?? [];
    const later = structs.length - Y.findIndexSS(structs, holder.id.clock);
    this.work.spend(1 + later / MOVES_PER_WORK);
  }

  touch(list: List): void {
    this.roots.add(list.place.root);
    if (list.entry !== null) this.elements.add(list.entry);
  }
}

/** Refuses a cut before this unit that would leave two halves of one character. */
export function keepCharacterWhole(holder: Y.Item | Y.GC | ParsedStruct, clock: number): void {
  const [text, start] = textOf(holder);
  const offset = clock - start;
  if (text === null || offset <= 0 || offset >= text.length) return;
  const before = text.charCodeAt(offset - 1);
  if (before >= 0xd800 && before <= 0xdbff) refuse('split-character');
}

/** The one of a client's structs that holds the clock. */
export function structAt(structs: readonly ParsedStruct[], clock: number): ParsedStruct | undefined {
  const found = structs[indexAt(structs, clock)];
  return found !== undefined && found.clock <= clock && clock < found.clock + found.length ? found : undefined;
}

/** Yjs takes the highest client id first: it makes honest conflicts cheap, so costs are counted in the same order. */
function inYjsOrder(sections: ReadonlyMap<number, Section>): Iterable<Section> {
  return sections.size < 2 ? sections.values() : [...sections.values()].sort((a, b) => b.client - a.client);
}

function textOf(holder: Y.Item | Y.GC | ParsedStruct): [text: string | null, start: number] {
  if (holder instanceof Y.GC) return [null, 0];
  if (holder instanceof Y.Item) return [holder.content instanceof Y.ContentString ? holder.content.str : null, holder.id.clock];
  return [holder.content.kind === 'string' ? holder.content.text : null, holder.clock];
}
