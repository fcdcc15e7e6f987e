/**
 * Every way in which three client ids can write a few units into one list, naming any two as neighbours, true or not: what
 * the gate lets in, replicas show alike in whatever order it comes. KINDLING_FUZZ_UNITS sets how many units.
 */
import { expect, test } from 'vitest';
import { asTheGateSays, asYjsSays, inYjs, read, type Unit } from './units.ts';

const most = Number(process.env['KINDLING_FUZZ_UNITS'] ?? 4);
const clients = [1, 2, 3];

/** A unit, its bit in a set, and the set of all that must have come before it. */
interface Known extends Unit {
  readonly bit: number;
  readonly needs: number;
}

/** What replicas show, by the set of what has come to them. */
type Shown = ReadonlyMap<number, readonly Unit[]>;

test(`what the gate lets in of ${most} units, all replicas show alike in every order`, { timeout: 0 }, () => {
  const found = { letIn: 0, refused: 0 };
  goOn([], new Map([[0, []]]), found);
  // Of all ways, some are lies that tear replicas apart, and most are not.
  expect(found.letIn).toBeGreaterThan(10 ** (most - 1));
  expect(found.refused).toBeGreaterThan(10 ** (most - 2));
});

function goOn(units: readonly Known[], shown: Shown, found: { letIn: number; refused: number }): void {
  const now = shown.get(2 ** units.length - 1) ?? [];
  if (units.length === most) {
    if (found.letIn++ % 97 === 0) expect(inYjs(units), told(units)).toBe(read(now));
    return;
  }
  for (const unit of whatMayFollow(units)) {
    const placed = asTheGateSays(now, unit);
    if (placed === null) {
      found.refused++;
      continue;
    }
    const told = [...units, unit];
    const next = everywhere(shown, told);
    if (read(next.get(2 ** told.length - 1) ?? []) !== read(placed)) throw new Error('the gate says otherwise than Yjs');
    goOn(told, next, found);
  }
}

function* whatMayFollow(units: readonly Known[]): Iterable<Known> {
  for (const client of clients) {
    const before = units.findLast((unit) => unit.client === client) ?? null;
    for (const left of [null, ...units])
      for (const right of [null, ...units]) {
        const needs = [left, right, before].reduce((set, unit) => (unit === null ? set : set | unit.needs | unit.bit), 0);
        yield { client, clock: before === null ? 0 : before.clock + 1, left, right, needs, bit: 2 ** units.length };
      }
  }
}

/** The last of the units comes to every replica that has what it needs; and so does each other that may be the last to come. */
function everywhere(shown: Shown, units: readonly Known[]): Shown {
  const all = new Map(shown);
  const newest = units.at(-1);
  if (newest === undefined) return all;
  for (const [before, order] of shown) {
    if ((before & newest.needs) !== newest.needs) continue;
    const set = before | newest.bit;
    const here = asYjsSays(order, newest);
    all.set(set, here);
    for (const last of units.filter(({ bit }) => (before & bit) !== 0)) {
      if (units.some(({ bit, needs }) => (set & bit) !== 0 && (needs & last.bit) !== 0)) continue;
      const there = asYjsSays(all.get(set & ~last.bit) ?? [], last);
      if (read(there) !== read(here)) throw new Error(`${told(units)}: ${read(here)} here, ${read(there)} there`);
    }
  }
  return all;
}

function told(units: readonly Unit[]): string {
  const name = (unit: Unit | null): string => (unit === null ? 'nothing' : read([unit]));
  return units.map((unit) => `${name(unit)} between ${name(unit.left)} and ${name(unit.right)}`).join('; ');
}
