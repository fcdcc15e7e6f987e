/** A world that checks, after every update the gate lets in, that all it promised is so. */
import * as Y from 'yjs';
import { editorRules } from '#server/boards/gate/board-rules.ts';
import { MERGE_LIMITS } from '#server/boards/gate/limits.ts';
import type { GatePassed } from '#server/boards/gate/verdict.ts';
import { describeDoc } from '#server/boards/gate/structure.ts';
import { orderNow, predictOrder } from './trial-order.ts';
import { docFrom, isWaiting, newBoardDoc, World } from './world.ts';

/** What an update really did, read off the transaction before Yjs tidies up. */
interface Effect {
  readonly elements: Set<string>;
  readonly roots: Set<string>;
  deleted: number;
}

export class CheckedWorld extends World {
  /** Whose updates are compared with a reload each time: it costs far more than the gate. */
  suspects: (person: string) => boolean = () => true;
  /** Someone who only ever gets what the server sends out. */
  private readonly follower = newBoardDoc();
  private followed = 0;

  protected override admit(person: string, update: Uint8Array, verdict: GatePassed): Uint8Array[] {
    if (verdict.noop) {
      this.checkNoop(update);
      return [];
    }
    const before = clocksOf(this.doc);
    const predicted = predictOrder(this.doc, update, editorRules(this.sender(person), MERGE_LIMITS));
    const effect = this.watch();
    const emitted = super.admit(person, update, verdict);
    for (const { list, order } of predicted) demand((orderNow(list) ?? order) === order, `the order is as predicted: ${order}`);
    this.checkEffect(person, verdict, before, effect());
    return emitted;
  }

  /** The document, its reload, and someone who followed along are the same. */
  checkCopies(): void {
    const described = describeDoc(this.doc);
    demand(describeDoc(docFrom(Y.encodeStateAsUpdate(this.doc))) === described, 'a reload shows the same');
    for (; this.followed < this.log.length; this.followed++) Y.applyUpdate(this.follower, this.log[this.followed] ?? new Uint8Array());
    demand(!isWaiting(this.follower), 'nobody waits for what the server did not send');
    demand(describeDoc(this.follower) === described, 'someone who follows sees the same');
  }

  /** All that was ever sent out, merged into one update as for someone who comes late. */
  checkLatecomer(): void {
    demand(describeDoc(docFrom(Y.mergeUpdates(this.log))) === describeDoc(this.doc), 'who comes late sees the same');
  }

  private checkEffect(person: string, verdict: GatePassed, before: Map<number, number>, effect: Effect): void {
    demand(!isWaiting(this.doc), 'nothing is pending');
    demand(this.doc.share.size === 2, 'no new root');
    const advanced = [...clocksOf(this.doc)].filter(([client, clock]) => (before.get(client) ?? 0) !== clock).map(([client]) => client);
    demand(
      advanced.every((client) => this.bindings.get(client) === person),
      'only own client ids advance',
    );
    demand(isSame(advanced, verdict.clients), 'the client ids named are those that advance');
    demand(isSame(effect.elements, verdict.elements), `elements: said ${[...verdict.elements].join()}, were ${[...effect.elements].join()}`);
    demand(isSame(effect.roots, verdict.roots), 'the roots named are those touched');
    demand(effect.deleted === verdict.deleted, `deleted: said ${verdict.deleted}, were ${effect.deleted}`);
    if (this.suspects(person)) this.checkCopies();
  }

  private checkNoop(update: Uint8Array): void {
    const copy = docFrom(Y.encodeStateAsUpdate(this.doc));
    const described = describeDoc(copy);
    Y.applyUpdate(copy, update);
    demand(!isWaiting(copy) && copy.share.size === 2 && describeDoc(copy) === described, 'a noop changes nothing');
  }

  private watch(): () => Effect {
    const effect: Effect = { elements: new Set(), roots: new Set(), deleted: 0 };
    const look = (transaction: Y.Transaction): void => readEffect(transaction, effect);
    const { doc } = this;
    doc.on('beforeObserverCalls', look);
    return () => {
      doc.off('beforeObserverCalls', look);
      return effect;
    };
  }
}

export function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`broken: ${what}`);
}

function readEffect(transaction: Y.Transaction, effect: Effect): void {
  const { store } = transaction.doc;
  for (const [client, structs] of store.clients) {
    const from = transaction.beforeState.get(client) ?? 0;
    for (const struct of structs) if (struct instanceof Y.Item && struct.id.clock >= from) note(struct, effect);
  }
  for (const [client, ranges] of transaction.deleteSet.clients) {
    const from = transaction.beforeState.get(client) ?? 0;
    for (const { clock, len } of ranges) {
      for (const struct of store.clients.get(client) ?? []) {
        if (!(struct instanceof Y.Item) || struct.id.clock < clock || struct.id.clock >= clock + len) continue;
        note(struct, effect);
        if (struct.id.clock < from && struct.countable) effect.deleted += struct.length;
      }
    }
  }
}

function note(item: Y.Item, effect: Effect): void {
  let top = item;
  while (top.parent instanceof Y.AbstractType && top.parent._item !== null) top = top.parent._item;
  effect.roots.add(top.parent instanceof Y.AbstractType ? Y.findRootTypeKey(top.parent) : '?');
  if (top.parentSub !== null) effect.elements.add(top.parentSub);
}

function clocksOf({ store }: Y.Doc): Map<number, number> {
  return new Map([...store.clients.keys()].map((client) => [client, Y.getState(store, client)]));
}

function isSame<T>(one: Iterable<T>, other: Iterable<T>): boolean {
  const [a, b] = [new Set(one), new Set(other)];
  return a.size === b.size && [...a].every((part) => b.has(part));
}
