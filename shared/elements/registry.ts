/** Every kind of card there is. A new kind is its folder, a line here, and a line for its words in `words/en/kinds.ts`. */
import { z } from 'zod';
import { blocker } from './blocker/kind.ts';
import { decision } from './decision/kind.ts';
import { evidence } from './evidence/kind.ts';
import type { ValuesOf } from './fields.ts';
import { force } from './force/kind.ts';
import {
  elementSchema,
  elementShape,
  type AnyElement,
  type AnyKind,
  type ElementOf,
  type Kind,
  type Liveliness,
  type Say,
  type SectionId,
} from './kind.ts';
import { lesson } from './lesson/kind.ts';
import { measure } from './measure/kind.ts';
import { question } from './question/kind.ts';
import { spark } from './spark/kind.ts';
import { story } from './story/kind.ts';
import { tension } from './tension/kind.ts';
import { testOfChange } from './test-of-change/kind.ts';

/** In the order the kinds are offered within their section. */
export const kindList = [spark, blocker, force, tension, testOfChange, measure, story, question, decision, lesson, evidence] as const;

type Listed = (typeof kindList)[number];
export type KindName = Listed['name'];
/** A card of any kind; `kind` tells which. */
export type BoardElement = ElementOf<Listed>;

type NewOf<K> = K extends Kind<infer N, infer S, infer F> ? NewShape<N, S, Partial<ValuesOf<F>>> : never;
interface NewShape<N, S, V> {
  readonly id: string;
  readonly kind: N;
  readonly position: string;
  readonly state?: S;
  readonly values?: V;
  readonly archivedAt?: string | null;
}
/** A card about to be added: what is left out comes from the kind. */
export type NewElement = NewOf<Listed>;

/** A card of any kind as lists and contracts carry it. */
export const boardElement: z.ZodType<BoardElement> = z.union(kindList.map((kind) => elementShape<Listed>(kind)));

const byName: ReadonlyMap<string, Listed> = new Map(kindList.map((kind) => [kind.name, kind]));

/** The kind of this name, whatever the text; null when there is none. */
export function kindNamed(name: string): AnyKind | null {
  return byName.get(name) ?? null;
}

/** The kinds whose cards go into a section. */
export function kindsIn(section: SectionId): AnyKind[] {
  return kindList.filter((kind) => kind.section === section);
}

/** Parses a card for reading; every known kind reads as its own type. */
export function parseElement(kind: string, plain: unknown, how: 'kept' | 'shown'): z.ZodSafeParseResult<BoardElement> | null {
  const listed = byName.get(kind);
  if (listed === undefined) return null;
  return (how === 'kept' ? elementSchema<Listed>(listed) : elementShape<Listed>(listed)).safeParse(plain);
}

/** Whether a card is alive or settled. A state of another version of the kind counts as open. */
export function livelinessOf(element: Pick<AnyElement, 'kind' | 'state'>): Liveliness {
  const states = kindNamed(element.kind)?.states;
  return states !== undefined && Object.hasOwn(states, element.state) ? (states[element.state] ?? 'open') : 'open';
}

/** One plain sentence about a card. */
export function describeElement(element: AnyElement, say: Say): string {
  return kindNamed(element.kind)?.describe(element, say) ?? say('kinds.unknown');
}
