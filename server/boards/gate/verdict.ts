/** What the gate answers: passed with what the update touches, or refused with one code of a closed list. */

/** Every code the gate can refuse with, and what it means. Clients see the code; the sentence is for people who build clients. */
export const gateCodes = {
  'board-not-ready': 'the server document still waits for something; nothing may be added to it',
  'too-big': 'the update has more bytes than this way in allows',
  malformed: 'the bytes end too early, run on too long, or hold broken text or numbers',
  'not-canonical': 'a number or a struct is written in a way no Yjs client writes it',
  'too-many-sections': 'the update speaks for too many client ids',
  'too-many-structs': 'the update holds too many structs',
  'too-many-deletes': 'the update holds too many delete ranges',
  'duplicate-section': 'one client id has two sections',
  'empty-section': 'a client id has a section without structs',
  'empty-struct': 'a struct or a delete range is zero long',
  'content-kind': 'the content is of a kind boards do not hold (sub-document, embed, binary, old JSON, skip)',
  'type-kind': 'the shared type is of a kind boards do not hold',
  value: 'a value is of a kind boards do not hold, too deep, or not a finite number',
  'too-many-values': 'the update holds too many plain values',
  key: 'a key is too long or would reach into the prototype of an object',
  'text-too-long': 'one piece of text is too long',
  clock: 'a clock or a length is beyond what Yjs can count safely',
  'client-id': 'a client id is not a 32 bit number',
  gap: 'structs before the first one are not here yet',
  'client-not-yours': 'new structs carry the client id of someone else',
  'too-many-clients': 'too many new client ids in one update',
  'clock-advance': 'the update uses up too many clocks at once',
  'missing-reference': 'a struct stands beside or inside something that is not here',
  cycle: 'structs wait for each other',
  'unknown-root': 'the update reaches for a root this board does not have',
  'parent-not-a-type': 'a struct is put inside something that cannot hold it',
  'cross-list': 'a struct stands between neighbours of two different lists',
  overlap: 'a struct continues a known one in another list',
  'split-character': 'a reference or a delete cuts one character in two',
  'slot-run': 'several living values are put into one map slot',
  'slot-neighbour': 'a map slot is written the way a text is',
  'too-deep': 'types are nested too deeply',
  inverted: 'no one can have seen the two neighbours of a struct side by side',
  'too-much-work': 'applying the update would keep the server busy for too long',
  'too-many-formats': 'one text would hold too many formatting marks',
  'delete-order': 'delete ranges overlap or run backwards',
  'future-delete': 'the update deletes what is not written yet',
  'mass-delete': 'the update deletes more than this way in allows',
  'read-only': 'this member may read the board, not change it',
  'write-refused': 'the board has no such place, or nothing of this kind goes there',
  'remove-refused': 'this may be archived, not removed',
  'not-understood': 'the gate failed while it looked; what it does not understand does not pass',
} as const;

export type GateCode = keyof typeof gateCodes;

/** Refused for its size only: what is too large for a live frame may still pass as a merge. */
const matterOfSize: ReadonlySet<GateCode> = new Set([
  'too-big',
  'too-many-sections',
  'too-many-structs',
  'too-many-deletes',
  'too-many-values',
  'too-many-clients',
  'clock-advance',
  'text-too-long',
  'too-much-work',
  'mass-delete',
]);

/** Whether an honest update may be refused with this code under small limits and pass under larger ones. */
export function isMatterOfSize(code: GateCode): boolean {
  return matterOfSize.has(code);
}

export interface GatePassed {
  readonly ok: true;
  /** Client ids that appear in the document for the first time: bind them to the sender. */
  readonly newClients: readonly number[];
  /** Client ids that advance, new ones included. */
  readonly clients: readonly number[];
  /** Ids of the entries of the root map whose content changes, also deep inside and also by deletes. */
  readonly elements: ReadonlySet<string>;
  readonly roots: ReadonlySet<string>;
  /** New structs. */
  readonly structs: number;
  /** Living units (characters, values) that disappear, nested content included. */
  readonly deleted: number;
  /** Holds something honest clients seldom send: worth a dry run before it is applied. */
  readonly unusual: boolean;
  /** Nothing would change: acknowledge without applying. */
  readonly noop: boolean;
}

export interface GateRefused {
  readonly ok: false;
  readonly code: GateCode;
  /** A short hint for logs, never text that people wrote. */
  readonly detail: string;
}

export type GateVerdict = GatePassed | GateRefused;

/** Thrown inside the gate only; `checkUpdate` turns it into a verdict. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: GateCode;
  readonly detail: string;

  constructor(code: GateCode, detail: string) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** Stops the check. @throws Refusal always */
export function refuse(code: GateCode, detail: string | number = ''): never {
  throw new Refusal(code, String(detail));
}
