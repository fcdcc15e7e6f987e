/** The gate reads an update as Yjs does: every struct and every delete of honest updates, one by one. A Yjs upgrade that reads otherwise fails here. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { MERGE_LIMITS } from '#server/boards/gate/limits.ts';
import { parseUpdate, type Content, type Id, type ParsedStruct } from '#server/boards/gate/parse-update.ts';
import { chosenSeed } from '#tests/helpers/seeded.ts';
import { createElement, startPurpose } from './edits.ts';
import { Crowd } from './people.ts';
import { Random } from './random.ts';
import { World } from './world.ts';

test('Yjs is the version the gate was written against', () => {
  const manifest = createRequire(import.meta.url).resolve('yjs/package.json');
  expect(z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8'))).version).toBe('13.6.33');
});

test('honest updates read the same, struct by struct', () => {
  const seed = chosenSeed();
  const updates = honestUpdates(seed);
  expect(updates.length).toBeGreaterThan(100);
  for (const update of updates) {
    const ours = parseUpdate(update, MERGE_LIMITS);
    const theirs = Y.decodeUpdate(update);
    const structs = [...ours.sections.values()].flatMap((section) => section.structs);
    expect(structs.map(fromOurs), `seed ${seed}`).toEqual(theirs.structs.map(fromYjs));
    const deletes = [...ours.deletes].map(([client, ranges]) => [client, ranges.map(({ clock, length }) => [clock, length])]);
    expect(deletes, `seed ${seed}`).toEqual([...theirs.ds.clients].map(([client, ranges]) => [client, ranges.map(({ clock, len }) => [clock, len])]));
  }
});

/** Frames, merges and whole states. */
function honestUpdates(seed: number): Uint8Array[] {
  const random = new Random(seed);
  const world = new World();
  world.seed((doc) => {
    startPurpose(doc);
    createElement(doc, random);
  });
  const crowd = new Crowd(world, random, ['amina', 'joe', 'ruth']);
  for (let step = 0; step < 2_000; step++) crowd.step();
  return [...crowd.sent.map(({ bytes }) => bytes), ...world.log, ...crowd.tabs.map(({ doc }) => Y.encodeStateAsUpdate(doc))];
}

type Comparable = Record<string, unknown>;

function fromOurs({ client, clock, length, origin, right, parent, key, content }: ParsedStruct): Comparable {
  if (content.kind === 'gc') return { client, clock, length, gc: true };
  return {
    client,
    clock,
    length,
    origin: pair(origin),
    right: pair(right),
    parent: typeof parent === 'string' ? parent : pair(parent),
    key,
    content: ourContent(content),
  };
}

function fromYjs(struct: Y.Item | Y.GC | Y.Skip): Comparable {
  const { client, clock } = struct.id;
  if (!(struct instanceof Y.Item)) return { client, clock, length: struct.length, gc: struct instanceof Y.GC };
  const { parent } = struct;
  return {
    client,
    clock,
    length: struct.length,
    origin: pair(struct.origin),
    right: pair(struct.rightOrigin),
    parent: parent instanceof Y.ID ? pair(parent) : parent,
    key: struct.parentSub,
    content: yjsContent(struct.content),
  };
}

function ourContent(content: Content): Comparable {
  switch (content.kind) {
    case 'type':
      return { type: content.type, name: content.name };
    case 'string':
      return { text: content.text };
    case 'any':
      return { values: content.values };
    case 'format':
      return { key: content.key, value: content.value };
    default:
      return { kind: content.kind };
  }
}

function yjsContent(content: Y.Item['content']): Comparable {
  if (content instanceof Y.ContentString) return { text: content.str };
  if (content instanceof Y.ContentAny) return { values: content.arr };
  if (content instanceof Y.ContentFormat) return { key: content.key, value: content.value };
  if (content instanceof Y.ContentDeleted) return { kind: 'deleted' };
  if (!(content instanceof Y.ContentType)) return { unknown: content.constructor.name };
  const { type } = content;
  if (type instanceof Y.XmlElement) return { type: 'xmlElement', name: type.nodeName };
  const names = new Map<unknown, string>([
    [Y.Map, 'map'],
    [Y.Text, 'text'],
    [Y.XmlText, 'xmlText'],
  ]);
  return { type: names.get(type.constructor), name: '' };
}

function pair(id: Id | Y.ID | null): [number, number] | null {
  return id === null ? null : [id.client, id.clock];
}
