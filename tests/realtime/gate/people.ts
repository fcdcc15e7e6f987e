/** People with tabs and devices: they type, drop off, reload with new client ids, come back and merge. */
import { defaultDeleteFilter, defaultProtectedNodes } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { MERGE_LIMITS } from '#server/boards/gate/limits.ts';
import { dryRun } from '#server/boards/gate/dry-run.ts';
import { mendUndo } from '#shared/board/mend-undo.ts';
import { EDIT, makeEdit } from './edits.ts';
import type { Random } from './random.ts';
import { newBoardDoc, type Receipt, type World } from './world.ts';

/** What one person's device keeps: shared by all its tabs. */
export interface Device {
  readonly person: string;
  readonly kept: Uint8Array[];
}

export interface Sent {
  readonly kind: 'live' | 'merge';
  readonly bytes: Uint8Array;
  readonly receipt: Receipt;
}

/** One open page of a board. */
export class Tab {
  readonly doc: Y.Doc;
  readonly device: Device;
  readonly undo: Y.UndoManager;
  isOnline = false;
  private unsent: Uint8Array[] = [];
  private inbox: Uint8Array[] = [];

  constructor(device: Device, clientId: number) {
    this.device = device;
    this.doc = newBoardDoc();
    this.doc.clientID = clientId;
    mendUndo(this.doc);
    for (const bytes of device.kept) Y.applyUpdate(this.doc, bytes, 'device');
    this.undo = new Y.UndoManager([this.doc.getXmlFragment('purpose'), this.doc.getMap('elements')], {
      trackedOrigins: new Set([EDIT]),
      captureTimeout: 0,
      deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
    });
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      device.kept.push(bytes);
      if (origin !== 'server') this.unsent.push(bytes);
    });
  }

  edit(random: Random): void {
    if (random.chance(0.08)) this.undo.undo();
    else if (random.chance(0.06)) this.undo.redo();
    else makeEdit(this.doc, random);
  }

  get hasUnsent(): boolean {
    return this.unsent.length > 0;
  }

  /** Everything typed since the last frame, in one frame. */
  takeFrame(): Uint8Array {
    const bytes = this.unsent.length === 1 && this.unsent[0] !== undefined ? this.unsent[0] : Y.mergeUpdates(this.unsent);
    this.unsent = [];
    return bytes;
  }

  deliver(bytes: Uint8Array): void {
    if (this.isOnline) this.inbox.push(bytes);
  }

  /** Applies some or all of what has come in. */
  read(count = this.inbox.length): void {
    for (const bytes of this.inbox.splice(0, count)) Y.applyUpdate(this.doc, bytes, 'server');
  }

  /** Handshake: takes what the server has, and hands over what the server lacks. */
  connect(world: World, takeFirst: boolean): Uint8Array {
    const theirs = Y.encodeStateVector(world.doc);
    const missing = Y.encodeStateAsUpdate(world.doc, Y.encodeStateVector(this.doc));
    this.isOnline = true;
    if (takeFirst) Y.applyUpdate(this.doc, missing, 'server');
    const lacking = Y.encodeStateAsUpdate(this.doc, theirs);
    this.unsent = [];
    if (!takeFirst) Y.applyUpdate(this.doc, missing, 'server');
    return lacking;
  }

  drop(): void {
    this.isOnline = false;
    this.inbox = [];
  }
}

/** Several people at one board. */
export class Crowd {
  readonly world: World;
  readonly random: Random;
  readonly tabs: Tab[] = [];
  readonly devices: Device[];
  readonly sent: Sent[] = [];
  /** Whether merges take a dry run as well, as a room does. */
  hasDryRuns = false;

  constructor(world: World, random: Random, people: readonly string[]) {
    this.world = world;
    this.random = random;
    this.devices = people.map((person) => ({ person, kept: [] }));
    for (const device of this.devices) this.open(device);
  }

  /** One thing happens to one tab. */
  step(): void {
    const { random } = this;
    const tab = random.pick(this.tabs);
    const luck = random.below(1_000) / 1_000;
    if (luck < 0.5) tab.edit(random);
    else if (luck < 0.7) tab.read(random.below(6));
    else if (luck < 0.965) this.flush(tab);
    else if (luck < 0.975) this.reload(tab);
    else if (luck < 0.98) this.openOrClose(tab);
    else if (tab.isOnline) tab.drop();
    else if (random.chance(0.4)) this.connect(tab);
  }

  /** Everybody comes online and everything is delivered. */
  settle(): void {
    for (const tab of this.tabs) if (!tab.isOnline) this.connect(tab);
    // Reading can make a tab tidy formatting, which is an edit of its own: on until nobody has anything left to say.
    for (let rounds = 0; rounds < 50; rounds++) {
      for (const tab of this.tabs) this.flush(tab);
      for (const tab of this.tabs) tab.read();
      if (!this.tabs.some((tab) => tab.hasUnsent)) break;
    }
  }

  broadcast(emitted: readonly Uint8Array[], from: Tab | null = null): void {
    for (const tab of this.tabs) for (const bytes of emitted) if (tab !== from || !isOwnEcho(bytes, emitted)) tab.deliver(bytes);
  }

  flush(tab: Tab): void {
    if (tab.isOnline && tab.hasUnsent) this.send(tab, 'live', tab.takeFrame());
  }

  connect(tab: Tab): void {
    this.send(tab, 'merge', tab.connect(this.world, this.random.chance(0.5)));
  }

  open(device: Device): Tab {
    const tab = new Tab(device, this.random.clientId());
    this.tabs.push(tab);
    if (this.random.chance(0.7)) this.connect(tab);
    return tab;
  }

  private send(tab: Tab, kind: 'live' | 'merge', bytes: Uint8Array): void {
    const state = kind === 'merge' && this.hasDryRuns ? Y.encodeStateAsUpdate(this.world.doc) : null;
    const receipt = this.world.receive(tab.device.person, bytes, kind === 'merge' ? MERGE_LIMITS : undefined);
    this.sent.push({ kind, bytes, receipt });
    if (state !== null && receipt.verdict.ok) {
      const trial = dryRun(state, bytes);
      if (!trial.ok) throw new Error(`the dry run refuses an honest merge: ${trial.why}`);
    }
    this.broadcast(receipt.emitted, tab);
  }

  private reload(tab: Tab): void {
    this.close(tab);
    this.open(tab.device);
  }

  private openOrClose(tab: Tab): void {
    const siblings = this.tabs.filter((other) => other.device === tab.device).length;
    if (siblings > 1) this.close(tab);
    else if (siblings < 3) this.open(tab.device);
  }

  private close(tab: Tab): void {
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    tab.doc.destroy();
  }
}

/** The sender needs what the server added to its frame (format tidying comes as a second update), not the frame itself. */
function isOwnEcho(bytes: Uint8Array, emitted: readonly Uint8Array[]): boolean {
  return bytes === emitted[0];
}
