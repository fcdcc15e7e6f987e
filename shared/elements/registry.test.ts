import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addElement } from '../board/board-doc.ts';
import { judgeElements } from '../board/judge.ts';
import { readElement } from '../board/read-board.ts';
import { isWordsKey, say } from '../words/say.ts';
import { field, isTextField, type Field } from './fields.ts';
import { elementSchema, elementShape, missingFor, sections, stillEmpty, type AnyElement, type AnyKind } from './kind.ts';
import { boardElement, describeElement, kindList, kindNamed, kindsIn, livelinessOf } from './registry.ts';

const ownKeys = ['id', 'kind', 'position', 'state', 'archivedAt'];

/** The contract every kind keeps; a new kind needs no test of its own unless it has rules of its own. */
describe.each(kindList.map((kind): [string, AnyKind] => [kind.name, kind]))('the kind %s', (name, kind) => {
  const fields = Object.entries<Field>(kind.fields);
  const states = Object.keys(kind.states);

  test('is found by its name, and stands in a section of the board', () => {
    expect(kindNamed(name)).toBe(kind);
    expect(sections).toContain(kind.section);
    expect(kindsIn(kind.section)).toContain(kind);
  });

  test('begins in one of its states, and is alive then', () => {
    expect(states).toContain(kind.first);
    expect(kind.states[kind.first]).toBe('open');
    expect(Object.values(kind.states)).toContain('settled');
  });

  test('has well-made fields, with a title among them, that share no name with the card itself or with what every object has', () => {
    expect(kind.fields.title.type).toBe('line');
    for (const [key, one] of fields) {
      expect(field.parse(one)).toEqual(one);
      expect(ownKeys).not.toContain(key);
      expect(key in {}).toBe(false);
    }
    for (const key of [...kind.makesSenseWith, ...Object.values(kind.needs ?? {}).flat()]) expect(Object.keys(kind.fields)).toContain(key);
  });

  test('has words for its name, states, fields and choices', () => {
    const keys = [
      'name',
      'plural',
      'plain',
      'add',
      'empty',
      ...states.map((state) => `state.${state}`),
      ...fields.map(([key]) => `field.${key}`),
      ...fields.flatMap(([key, one]) => (one.type === 'oneOf' ? one.choices.map((choice) => `choice.${key}.${choice}`) : [])),
    ];
    expect(keys.filter((key) => !isWordsKey(`kinds.${name}.${key}`))).toEqual([]);
  });

  test('a new card with its defaults may be kept, and says something in every state', () => {
    for (const state of states) {
      const fresh = card(kind, kind.defaults, state);
      expect(elementSchema(kind).parse(fresh)).toEqual(fresh);
      const sentence = describeElement(fresh, say);
      expect(sentence).not.toMatch(/[{}]|undefined|null/);
      expect(sentence.length).toBeGreaterThan(5);
    }
  });

  test('its examples may be kept, read back, make sense, and say their title', () => {
    expect(kind.examples.length).toBeGreaterThan(0);
    for (const example of kind.examples) {
      const shown = card(kind, { ...kind.defaults, ...example.values }, example.state ?? kind.first);
      expect(elementSchema(kind).parse(shown)).toEqual(shown);
      expect(boardElement.parse(shown)).toEqual(shown);
      expect(stillEmpty(kind, shown)).not.toContain('title');
      expect(missingFor(kind, shown.state, shown)).toEqual([]);
      expect(describeElement(shown, say)).not.toContain('{');
      expect(['open', 'settled']).toContain(livelinessOf(shown));
    }
  });

  test('is written into a board document and read back the same, and the judge takes it', () => {
    const doc = new Y.Doc();
    const written = kind.examples.map((example, nth) => ({
      ...card(kind, { ...kind.defaults, ...example.values }, example.state ?? kind.first),
      id: `example-card-${nth}`,
    }));
    for (const element of written) addElement(doc, boardElement.parse(element));
    const read = written.map(({ id }) => readElement(doc, id));
    expect(read).toEqual(written.map((element) => ({ ok: true, element })));
    expect(judgeElements(doc, { elements: written.map(({ id }) => id), purpose: false }, { before: () => null, refuses: () => null })).toEqual({
      ok: true,
      elements: written,
    });
  });

  test('refuses a field it does not have, a state it does not have, and text beyond its limit - which still shows', () => {
    const fresh = card(kind, kind.defaults, kind.first);
    expect(elementSchema(kind).safeParse({ ...fresh, values: { ...fresh.values, other: 'x' } }).success).toBe(false);
    expect(elementSchema(kind).safeParse({ ...fresh, state: 'no-such-state' }).success).toBe(false);
    const long = { ...fresh, values: { ...fresh.values, title: 'x'.repeat(kind.fields.title.max + 1) } };
    expect(elementSchema(kind).safeParse(long).success).toBe(false);
    expect(elementShape(kind).safeParse(long).success).toBe(true);
  });
});

test('no two kinds share a name, and names that every object has name no kind', () => {
  expect(new Set(kindList.map((kind) => kind.name)).size).toBe(kindList.length);
  for (const name of ['', 'constructor', '__proto__', 'toString', 'Blocker']) expect(kindNamed(name)).toBeNull();
});

test('a card of an unknown kind, or in an unknown state, is alive and says so plainly', () => {
  expect(describeElement({ ...card(kindList[0], {}, 'noticed'), kind: 'sculpture' }, say)).toBe(say('kinds.unknown'));
  expect(livelinessOf({ kind: 'blocker', state: 'constructor' })).toBe('open');
});

test('every section has a name and plain words, and the ten stand in the agreed order', () => {
  expect(sections).toHaveLength(10);
  for (const section of sections) expect(isWordsKey(`sections.${section}`) && isWordsKey(`sections.${section}.plain`)).toBe(true);
});

function card(kind: AnyKind, given: Readonly<Record<string, string | number | boolean | null | undefined>>, state: string): AnyElement {
  const values = Object.fromEntries(Object.entries<Field>(kind.fields).map(([key, one]) => [key, given[key] ?? (isTextField(one) ? '' : null)]));
  return { id: 'example-card-0001', kind: kind.name, position: 'V', state, archivedAt: null, values };
}
