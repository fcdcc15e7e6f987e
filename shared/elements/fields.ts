/** What a card can hold: a small closed set of field types, each with the values it takes. */
import { z } from 'zod';
import { id } from '../lib/ids.ts';
import { isWebAddress } from '../lib/web-address.ts';

const name = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
const textLimit = z.number().int().positive().max(20_000);

/** The definition of one field. `line` and `text` are co-edited letter by letter; the others hold one value and the last writer wins. */
export const field = z.discriminatedUnion('type', [
  z.object({ type: z.literal('line'), max: textLimit }),
  z.object({ type: z.literal('text'), max: textLimit }),
  z.object({ type: z.literal('oneOf'), choices: z.array(name).min(2).readonly() }),
  z.object({ type: z.literal('day') }),
  z.object({ type: z.literal('number'), min: z.number(), max: z.number() }),
  z.object({ type: z.literal('yesNo') }),
  z.object({ type: z.literal('link') }),
  z.object({ type: z.literal('ref'), to: z.enum(['element', 'spark']) }),
]);
export type Field = z.infer<typeof field>;
export type Fields = Readonly<Record<string, Field>>;
export type TextField = Extract<Field, { type: 'line' | 'text' }>;
type OneOf<C extends string> = { type: 'oneOf'; choices: readonly C[] };

/** What a field reads as: text is '' when nothing is written, everything else is null when nothing is chosen. */
export type ValueOf<F> = F extends { type: 'line' | 'text' }
  ? string
  : F extends OneOf<infer C>
    ? C | null
    : F extends { type: 'number' }
      ? number | null
      : F extends { type: 'yesNo' }
        ? boolean | null
        : string | null;
export type ValuesOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };

/** One line several people can type in. */
export function line(max = 200): { type: 'line'; max: number } {
  return { type: 'line', max };
}

/** Several lines several people can type in. */
export function text(max = 5000): { type: 'text'; max: number } {
  return { type: 'text', max };
}

/** One of a closed list. */
export function oneOf<const C extends string>(choices: readonly C[]): OneOf<C> {
  return { type: 'oneOf', choices };
}

/** A calendar day, YYYY-MM-DD. */
export function day(): { type: 'day' } {
  return { type: 'day' };
}

export function number({ min = -1e12, max = 1e12 }: { min?: number; max?: number } = {}): { type: 'number'; min: number; max: number } {
  return { type: 'number', min, max };
}

/** Yes, no, or not said yet. */
export function yesNo(): { type: 'yesNo' } {
  return { type: 'yesNo' };
}

/** A web address. */
export function link(): { type: 'link' } {
  return { type: 'link' };
}

/** Another card of the board, or a spark of the wall, by id. */
export function ref<T extends 'element' | 'spark'>(to: T): { type: 'ref'; to: T } {
  return { type: 'ref', to };
}

/** Whether a field is co-edited text in the document. */
export function isTextField(one: Field): one is TextField {
  return one.type === 'line' || one.type === 'text';
}

/** What a field's value must be to be kept: lengths and characters included. */
export function valueSchema(one: Field): z.ZodType {
  switch (one.type) {
    case 'line':
      return z.string('field.type').max(one.max).regex(noControls, 'refused.character').regex(oneLine, 'refused.one-line');
    case 'text':
      return z.string('field.type').max(one.max).regex(noControls, 'refused.character');
    case 'oneOf':
      return z.enum([...one.choices], 'field.choice').nullable();
    case 'day':
      return z.iso.date('field.date').nullable();
    case 'number':
      return z.number('field.number').min(one.min, 'field.number').max(one.max, 'field.number').nullable();
    case 'yesNo':
      return z.boolean('field.choice').nullable();
    case 'link':
      return z.string('field.type').max(500).refine(isWebAddress, 'refused.link').nullable();
    case 'ref':
      return id.nullable();
  }
}

/** What a field's value must be to be shown. Text beyond its limit is still shown: its writer is told, nobody's card goes blank. */
export function shapeSchema(one: Field): z.ZodType {
  return isTextField(one) ? z.string('field.type') : valueSchema(one);
}

/** Control characters, but for the line break and the tab. PostgreSQL cannot keep a NUL; the others only confuse. */
const noControls = /^[\P{Cc}\n\t]*$/u;
const oneLine = /^[^\n]*$/;

/** Typed or pasted text made fit for a field: line breaks are \n, one line stays one line, control characters go. */
export function cleanFor(one: TextField, raw: string): string {
  const clean = withoutControls(raw);
  return one.type === 'line' ? clean.replaceAll(/[\n\t]+/g, ' ') : clean;
}

/** Text without control characters; every kind of line break becomes \n. */
export function withoutControls(raw: string): string {
  return raw.replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '');
}
