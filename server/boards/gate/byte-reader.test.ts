import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import { ByteReader } from './byte-reader.ts';

function written(write: (encoder: encoding.Encoder) => void): ByteReader {
  return new ByteReader(encoding.encode(write));
}

test('unsigned numbers read as lib0 writes them', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (value) => {
      const reader = written((encoder) => encoding.writeVarUint(encoder, value));
      expect(reader.uint()).toBe(value);
      expect(reader.atEnd).toBe(true);
    }),
  );
});

test('signed numbers read as lib0 writes them, minus nought included', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer(), fc.constant(-0)), (value) => {
      expect(written((encoder) => encoding.writeVarInt(encoder, value)).int()).toBe(value);
    }),
  );
});

test('text reads as lib0 writes it, a byte order mark included', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('\ufeffx')), (text) => {
      expect(written((encoder) => encoding.writeVarString(encoder, text)).text(10_000)).toBe(text);
    }),
  );
});

test('fractions read as lib0 writes them', () => {
  fc.assert(
    fc.property(fc.double(), fc.float(), (wide, narrow) => {
      const reader = written((encoder) => {
        encoding.writeFloat64(encoder, wide);
        encoding.writeFloat32(encoder, narrow);
      });
      expect([reader.float(8), reader.float(4)]).toEqual([wide, narrow]);
    }),
  );
});

test.each([
  ['a number written longer than need be', [0x81, 0x00]],
  ['a number that never ends', [0xff, 0xff, 0xff]],
  ['a number beyond what is safe', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x1f]],
])('%s is refused', (_what, bytes) => {
  expect(() => new ByteReader(Uint8Array.from(bytes)).uint()).toThrow();
});

test('text longer than allowed is refused before it is decoded, and so is text that is not all there', () => {
  const bytes = Uint8Array.from([5, 97, 98, 99]);
  expect(() => new ByteReader(bytes).text(4)).toThrow('text-too-long');
  expect(() => new ByteReader(bytes).text(100)).toThrow('malformed');
});
