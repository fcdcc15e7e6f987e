/** Plain values (what `Y.Map.set` stores, what a format carries), read and bounded before they can do harm. */
import type { ByteReader } from './byte-reader.ts';
import type { GateLimits } from './limits.ts';
import { refuse } from './verdict.ts';

export type PlainValue = undefined | null | boolean | number | string | PlainValue[] | { [key: string]: PlainValue };

/** Plain values seen so far in one update, nested ones counted. */
export interface ValueCount {
  nodes: number;
}

/** Keys that mean something on every object: as a property they would lie to `in`, to a deep merge, or change the prototype. */
const reserved = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** The key itself. @throws Refusal key */
export function safeKey(key: string, limits: GateLimits): string {
  if (key.length > limits.keyBytes || reserved.has(key)) refuse('key');
  return key;
}

/** One value in lib0's `any` encoding. Bytes and big integers are not board values. @throws Refusal */
export function readPlainValue(reader: ByteReader, limits: GateLimits, count: ValueCount, depth = 0): PlainValue {
  countNode(limits, count, depth);
  const tag = reader.byte();
  switch (tag) {
    case 127:
      return undefined;
    case 126:
      return null;
    case 125:
      return reader.int();
    case 124:
      return finite(reader.float(4));
    case 123:
      return finite(reader.float(8));
    case 121:
      return false;
    case 120:
      return true;
    case 119:
      return boundedText(reader.text(limits.textUnits * 3), limits);
    case 118:
      return readObject(reader, limits, count, depth);
    case 117:
      return readArray(reader, limits, count, depth);
    default:
      return refuse('value', `tag ${tag}`);
  }
}

/** A value written as JSON text, as formats carry it. @throws Refusal */
export function parseJsonValue(text: string, limits: GateLimits, count: ValueCount): PlainValue {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refuse('malformed', 'json');
  }
  return checkJson(parsed, limits, count, 0);
}

/** The text itself. @throws Refusal text-too-long */
export function boundedText(text: string, limits: GateLimits): string {
  return text.length > limits.textUnits ? refuse('text-too-long', text.length) : text;
}

function readObject(reader: ByteReader, limits: GateLimits, count: ValueCount, depth: number): PlainValue {
  const object: { [key: string]: PlainValue } = {};
  for (let left = reader.uint(); left > 0; left--) {
    const key = safeKey(reader.text(limits.keyBytes), limits);
    object[key] = readPlainValue(reader, limits, count, depth + 1);
  }
  return object;
}

function readArray(reader: ByteReader, limits: GateLimits, count: ValueCount, depth: number): PlainValue {
  const array: PlainValue[] = [];
  for (let left = reader.uint(); left > 0; left--) array.push(readPlainValue(reader, limits, count, depth + 1));
  return array;
}

function checkJson(value: unknown, limits: GateLimits, count: ValueCount, depth: number): PlainValue {
  countNode(limits, count, depth);
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'string') return boundedText(value, limits);
  if (Array.isArray(value)) return value.map((part) => checkJson(part, limits, count, depth + 1));
  if (typeof value !== 'object') return refuse('value', typeof value);
  const object: { [key: string]: PlainValue } = {};
  for (const [key, part] of Object.entries(value)) object[safeKey(key, limits)] = checkJson(part, limits, count, depth + 1);
  return object;
}

function countNode(limits: GateLimits, count: ValueCount, depth: number): void {
  if (depth > limits.valueDepth) refuse('value', 'too deep');
  if (++count.nodes > limits.valueNodes) refuse('too-many-values');
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : refuse('value', 'not a finite number');
}
