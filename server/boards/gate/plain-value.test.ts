import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import { ByteReader } from './byte-reader.ts';
import { LIVE_LIMITS } from './limits.ts';
import { parseJsonValue, readPlainValue } from './plain-value.ts';

const limits = { ...LIVE_LIMITS, valueDepth: 20 };

test('values read as lib0 writes them', () => {
  const key = fc.string({ minLength: 1, maxLength: 20 }).filter((name) => !(name in {}) && name !== 'prototype');
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.string(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      tie('object'),
      fc.array(tie('value')),
    ),
    object: fc.dictionary(key, tie('value'), { noNullPrototype: true }),
  }));
  fc.assert(
    fc.property(value, (given) => {
      const bytes = encoding.encode((encoder) => encoding.writeAny(encoder, given as Parameters<typeof encoding.writeAny>[1])); // fast-check's tie is untyped.
      expect(readPlainValue(new ByteReader(bytes), limits, { nodes: 0 })).toEqual(given);
    }),
  );
});

test('nested values are counted across one update', () => {
  const count = { nodes: 0 };
  parseJsonValue('{"a":[1,2,{"b":null}]}', limits, count);
  expect(count.nodes).toBe(6);
  expect(() => parseJsonValue('[1,2,3]', { ...limits, valueNodes: 8 }, count)).toThrow('too-many-values');
});

test('depth is bounded', () => {
  expect(parseJsonValue('[[1]]', { ...limits, valueDepth: 2 }, { nodes: 0 })).toEqual([[1]]);
  expect(() => parseJsonValue('[[[1]]]', { ...limits, valueDepth: 2 }, { nodes: 0 })).toThrow('value');
});

test.each(['{"__proto__":1}', '{"constructor":{}}', '[{"a":{"prototype":0}}]', '{"toString":1}'])('%s is refused', (text) => {
  expect(() => parseJsonValue(text, limits, { nodes: 0 })).toThrow('key');
});
