/** A kind of card is one definition; validation, document shape, lists, forms, export and words follow from it. */
import { z } from 'zod';
import { instant } from '../lib/fields.ts';
import { id } from '../lib/ids.ts';
import { positionPattern } from '../lib/position.ts';
import type { say } from '../words/say.ts';
import { shapeSchema, valueSchema, type Field, type Fields, type ValuesOf } from './fields.ts';

/** The ten sections of a board, in the order they are shown. */
export const sections = ['purpose', 'sparks', 'people', 'sponsors', 'blockers', 'forces', 'tests', 'measures', 'questions', 'learning'] as const;
export type SectionId = (typeof sections)[number];

/** Whether a state is alive (something still to do or to answer) or settled. */
export type Liveliness = 'open' | 'settled';
export type Say = typeof say;

/** One card as it reads. `archivedAt` is an ISO instant, null while the card is on the board. */
export interface ElementShape<N extends string, S extends string, F extends Fields> {
  readonly id: string;
  readonly kind: N;
  readonly position: string;
  readonly state: S;
  readonly archivedAt: string | null;
  readonly values: ValuesOf<F>;
}

export interface Kind<N extends string, S extends string, F extends Fields> {
  readonly name: N;
  readonly section: SectionId;
  /** The state a new card begins in. */
  readonly first: NoInfer<S>;
  /** Every state, in the order a person is offered them. */
  readonly states: Readonly<Record<S, Liveliness>>;
  /** Every kind has a `title`. */
  readonly fields: F & { readonly title: { type: 'line'; max: number } };
  /** Fields without which a reader would be lost: asked for gently, never demanded. */
  readonly makesSenseWith: readonly (keyof NoInfer<F> & string)[];
  /** Fields that must be written before a card may go into a state. */
  readonly needs?: { readonly [K in NoInfer<S>]?: readonly (keyof NoInfer<F> & string)[] };
  /** What a new card starts with. */
  readonly defaults: Partial<ValuesOf<NoInfer<F>>>;
  /** Cards as people would write them: for the demo, the empty states and the contract test. */
  readonly examples: readonly { readonly state?: NoInfer<S>; readonly values: Partial<ValuesOf<NoInfer<F>>> }[];
  /** One plain sentence for lists, activity and export. */
  describe(element: ElementShape<N, S, F>, say: Say): string;
}

export type AnyKind = Kind<string, string, Fields>;
export type AnyElement = ElementShape<string, string, Fields>;
export type ElementOf<K> = K extends Kind<infer N, infer S, infer F> ? ElementShape<N, S, F> : never;

/** Checks a definition while compiling and keeps its exact names. */
export function defineKind<const N extends string, const S extends string, const F extends Fields>(definition: Kind<N, S, F>): Kind<N, S, F> {
  return definition;
}

/** A title, or words that say there is none yet. */
export function titled(title: string, say: Say): string {
  return title.trim() === '' ? say('kinds.untitled') : title.trim();
}

/** The fields a reader would miss and that are still empty. */
export function stillEmpty(kind: AnyKind, element: AnyElement): string[] {
  return kind.makesSenseWith.filter((name) => isEmpty(element.values[name]));
}

/** The fields a state needs and that are still empty. */
export function missingFor(kind: AnyKind, state: string, element: AnyElement): string[] {
  return (kind.needs?.[state] ?? []).filter((name) => isEmpty(element.values[name]));
}

/** A whole card of this kind as it may be kept: closed, every limit checked. */
export function elementSchema<K extends AnyKind>(kind: K): z.ZodType<ElementOf<K>>;
export function elementSchema(kind: AnyKind): z.ZodType {
  return remembered(kind, keptSchemas, valueSchema);
}

/** A whole card of this kind as it may be shown: like `elementSchema`, but text beyond its limit still reads. */
export function elementShape<K extends AnyKind>(kind: K): z.ZodType<ElementOf<K>>;
export function elementShape(kind: AnyKind): z.ZodType {
  return remembered(kind, shownSchemas, shapeSchema);
}

const keptSchemas = new WeakMap<AnyKind, z.ZodType>();
const shownSchemas = new WeakMap<AnyKind, z.ZodType>();

function remembered(kind: AnyKind, known: WeakMap<AnyKind, z.ZodType>, schemaOf: (field: Field) => z.ZodType): z.ZodType {
  const made = known.get(kind) ?? build(kind, schemaOf);
  known.set(kind, made);
  return made;
}

function build(kind: AnyKind, schemaOf: (field: Field) => z.ZodType): z.ZodType {
  const values = Object.entries<Field>(kind.fields).map(([name, field]) => [name, schemaOf(field)] as const);
  return z.strictObject({
    id: elementId,
    kind: z.literal(kind.name, 'refused.kind'),
    position: z.string('field.type').regex(positionPattern, 'refused.position'),
    state: z.enum(Object.keys(kind.states), 'refused.state'),
    archivedAt: instant.nullable(),
    values: z.strictObject(Object.fromEntries(values)),
  });
}

/** Ids become keys of plain objects in many places, so an id that names something every object has is no id. */
const elementId = id.refine((text) => !(text in {}), 'field.id');

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}
