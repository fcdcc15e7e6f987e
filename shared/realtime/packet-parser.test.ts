import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import { seeded } from '#tests/helpers/seeded.ts';
import { decodePacket, encodePacket, packetParser, packetType, type Packet } from './packet-parser.ts';
import { writeValue } from './values.ts';

const event = (...data: unknown[]): Packet => ({ type: packetType.event, nsp: '/', data });
const crossed = (packet: Packet): Packet => decodePacket(encodePacket(packet));

test('what JSON can say arrives as it was, and bytes arrive as bytes', () => {
  const bytes = new Uint8Array([0, 1, 255]);
  const packet = {
    ...event('board:edit', { text: 'Sømé wörds 🔥', none: null, yes: true, no: false, list: [0, -1, 1.5, 2 ** 40, -0.25], bytes, empty: {} }),
    id: 7,
  };
  expect(crossed(packet)).toEqual(packet);
  expect(crossed({ type: packetType.connect, nsp: '/', data: { version: 2 } })).toEqual({ type: packetType.connect, nsp: '/', data: { version: 2 } });
  expect(crossed({ type: packetType.disconnect, nsp: '/other' })).toEqual({ type: packetType.disconnect, nsp: '/other' });
});

test('Buffer, ArrayBuffer and parts of either arrive as Uint8Array, exactly the bytes that were sent and nothing around them', () => {
  const whole = Buffer.from('a secret beside it');
  const part = whole.subarray(2, 8);
  const frame = encodePacket(event('x', part, new Uint8Array([1, 2]).buffer, new DataView(whole.buffer, whole.byteOffset, 1)));
  expect(Buffer.from(frame).includes('beside')).toBe(false);
  const { data } = decodePacket(frame);
  const [, first, second, third] = data as unknown[];
  for (const one of [first, second, third]) expect(Object.getPrototypeOf(one)).toBe(Uint8Array.prototype);
  expect(Buffer.from(first as Uint8Array).toString()).toBe('secret');
  expect((first as Uint8Array).buffer.byteLength).toBe(6);
  expect(second).toEqual(new Uint8Array([1, 2]));
});

test('what is left out of an object stays out, and dates go as JSON has them', () => {
  expect(crossed(event('x', { a: undefined, at: new Date(0), n: Number.NaN }))).toEqual(event('x', { at: '1970-01-01T00:00:00.000Z', n: null }));
  expect(() => encodePacket(event('x', () => undefined))).toThrow(TypeError);
});

test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])('the name %s reaches no prototype', (name) => {
  const frame = encoding.encode((encoder) => {
    encoding.writeUint8(encoder, packetType.event);
    encoding.writeVarString(encoder, '');
    encoding.writeVarUint(encoder, 0);
    writeValue(encoder, ['x', JSON.parse(`{"${name}":{"isAdmin":true}}`)]);
  });
  if (name === 'prototype') expect(decodePacket(frame).data).toEqual(['x', { prototype: { isAdmin: true } }]);
  else expect(() => decodePacket(frame)).toThrow('prototype');
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});

test('a name that stands twice is refused', () => {
  const frame = Buffer.from(encodePacket(event('x', { aa: 1, ab: 2 })));
  frame[frame.lastIndexOf('ab') + 1] = 'a'.charCodeAt(0);
  expect(() => decodePacket(frame)).toThrow('twice');
});

test('nothing stands deeper than 32, going out or coming in', () => {
  let deep: unknown = 1;
  for (let n = 0; n < 40; n++) deep = [deep];
  expect(() => encodePacket(event('x', deep))).toThrow('too deep');
  const frame = Buffer.concat([Buffer.from([packetType.event, 0, 0]), Buffer.alloc(400_000, Buffer.from([8, 1]))]);
  expect(() => decodePacket(frame)).toThrow('too deep');
});

test('a count that promises more than the message holds costs nothing', () => {
  for (const kind of [7, 8, 9])
    expect(() => decodePacket(Buffer.from([packetType.event, 0, 0, kind, 0xff, 0xff, 0xff, 0xff, 0x0f]))).toThrow('early');
});

test('a client can send no event under a name Socket.IO keeps for itself, and no packet of another shape', () => {
  for (const name of ['disconnect', 'connect', 'newListener']) expect(() => crossed(event(name))).toThrow('known kind');
  expect(() => crossed({ type: packetType.event, nsp: '/', data: { 0: 'board:edit' } })).toThrow('known kind');
  expect(() => crossed({ type: packetType.ack, nsp: '/', data: null })).toThrow('known kind');
  expect(() => crossed({ type: 9, nsp: '/', data: [] })).toThrow('known kind');
  expect(() => decodePacket(Buffer.concat([encodePacket(event('x')), Buffer.from([0])]))).toThrow('after the packet');
});

test('whatever bytes come, the answer is a packet or an Error, and soon', () => {
  const seed = Number(process.env['KINDLING_FUZZ_SEED'] ?? 3);
  const chance = seeded(seed);
  const whole = Buffer.from(
    encodePacket({ ...event('board:edit', { boardId: 'b'.repeat(20), epoch: 1, update: new Uint8Array(40), more: [1, { a: 'text' }] }), id: 300 }),
  );
  for (let n = 0; n < 20_000; n++) {
    const frame =
      n % 3 === 0
        ? Buffer.from(Array.from({ length: chance.below(60) }, () => chance.below(256)))
        : Buffer.from(whole.subarray(0, chance.below(whole.length) + 1));
    for (let flips = chance.below(4); flips > 0 && frame.length > 0; flips--) frame[chance.below(frame.length)] = chance.below(256);
    try {
      const packet = decodePacket(frame);
      expect([0, 1, 2, 3, 4], `seed ${seed}, frame ${n}`).toContain(packet.type);
      // What was let in can be sent on.
      expect(crossed(packet), `seed ${seed}, frame ${n}`).toEqual(packet);
    } catch (thrown) {
      if (!(thrown instanceof Error)) throw new Error(`seed ${seed}, frame ${n}: ${String(thrown)}`);
      if (thrown.name === 'AssertionError') throw thrown;
    }
  }
});

test('the parser hands each frame on as one packet, in Node and in a browser, and takes nothing but bytes', () => {
  const heard: Packet[] = [];
  const decoder = new packetParser.Decoder();
  const listen = (packet: Packet): void => void heard.push(packet);
  decoder.on('decoded', listen);
  const frames = new packetParser.Encoder().encode(event('x', new Uint8Array([1])));
  expect(frames).toHaveLength(1);
  const [frame = new Uint8Array()] = frames;
  decoder.add(frame);
  decoder.add(new Uint8Array(frame).buffer);
  expect(heard).toEqual([event('x', new Uint8Array([1])), event('x', new Uint8Array([1]))]);
  expect(() => decoder.add('2["x"]')).toThrow('binary');
  decoder.removeListener('decoded', listen);
  decoder.add(frame);
  expect(heard).toHaveLength(2);
});
