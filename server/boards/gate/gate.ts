/**
 * The gate: decides, before a byte reaches `Y.applyUpdate`, what a V1 update from an untrusted client would touch, and whether
 * it may. It reads the document and never changes it; it answers for any bytes and never throws.
 */
import type * as Y from 'yjs';
import { checkDeletes } from './deletes.ts';
import { checkFormatting } from './formatting.ts';
import { Inspection } from './inspection.ts';
import { parseUpdate } from './parse-update.ts';
import { placeStructs } from './place-structs.ts';
import type { GateRules } from './rules.ts';
import { Refusal, refuse, type GatePassed, type GateVerdict } from './verdict.ts';

/** What the update touches, or the code it is refused with. `doc` is the server's document, between transactions. */
export function checkUpdate(doc: Y.Doc, update: Uint8Array, rules: GateRules): GateVerdict {
  try {
    return inspect(doc, update, rules);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, detail: error.detail };
    return { ok: false, code: 'not-understood', detail: error instanceof Error ? error.name : 'thrown' };
  }
}

function inspect(doc: Y.Doc, update: Uint8Array, rules: GateRules): GatePassed {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) refuse('board-not-ready');
  const look = new Inspection(doc, parseUpdate(update, rules.limits), rules);
  const { clients, newClients } = checkClients(look);
  placeStructs(look);
  const deleted = checkDeletes(look);
  checkFormatting(look);
  const noop = look.fresh === 0 && look.roots.size === 0;
  const { elements, roots, fresh: structs, unusual } = look;
  return { ok: true, newClients, clients, elements, roots, structs, deleted, unusual, noop };
}

/** Every section continues what the store has, and carries a client id of the sender where it brings anything new. */
function checkClients({ doc, walks, rules }: Inspection): { clients: number[]; newClients: number[] } {
  const clients: number[] = [];
  const newClients: number[] = [];
  let advance = 0;
  for (const [client, { section, known }] of walks) {
    if (section.clock > known) refuse('gap', `${client}:${known}`);
    if (section.end <= known) continue;
    if (!rules.mayWrite) refuse('read-only');
    if (client === doc.clientID) refuse('client-not-yours', client);
    if (!rules.owns(client) && !(known === 0 && rules.mayBind(client))) refuse('client-not-yours', client);
    clients.push(client);
    if (known === 0) newClients.push(client);
    advance += section.end - known;
  }
  if (newClients.length > rules.limits.newClients) refuse('too-many-clients', newClients.length);
  if (advance > rules.limits.clockAdvance) refuse('clock-advance', advance);
  return { clients, newClients };
}
