/** Says a sentence of the catalogue: fills `{name}` placeholders and picks the plural form by `{count}`. */
// By this name a browser's build is given `first-page.ts` in its place (see "imports" in package.json).
import { en } from '#shared/words/en.ts';
import { problem } from './en/problem.ts';

export type Plural = { readonly one: string; readonly other: string };
export type Sentence = string | Plural;
type Catalogue = typeof en;
type Area = keyof Catalogue;

/** The areas this process knows: all of them, but in a browser, which begins with those of the first page and learns the others. */
const known: Record<string, Readonly<Record<string, Sentence>>> = { ...en };

/** Adds areas that were not loaded with the first page. */
export function learnWords(areas: Partial<Catalogue>): void {
  Object.assign(known, areas);
}

/** Every key of the catalogue, as `area.name`. */
export type WordsKey = { [A in Area]: `${A}.${keyof Catalogue[A] & string}` }[Area];

type SentenceOf<K extends string> = K extends `${infer A}.${infer N}`
  ? A extends Area
    ? N extends keyof Catalogue[A]
      ? Catalogue[A][N]
      : never
    : never
  : never;
type Placeholders<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;
type Needs<S> = S extends string ? Placeholders<S> : S extends Plural ? 'count' | Placeholders<S['one']> | Placeholders<S['other']> : never;
type ValuesFor<K extends string> = { [P in Needs<SentenceOf<K>>]: P extends 'count' ? number : string | number };
export type ValuesArgument<K extends string> = [Needs<SentenceOf<K>>] extends [never] ? [] : [values: ValuesFor<K>];

export type Values = Readonly<Record<string, string | number>>;
export type SayKey = (key: string, values?: Values) => string;
/** Some areas of the catalogue in another language, some sentences of each. */
export type AreasOf = { readonly [A in Area]?: { readonly [N in keyof Catalogue[A]]?: Sentence } };

/** The sentence for a key known when compiling; a missing placeholder is a compile error. */
export function say<K extends WordsKey>(key: K, ...values: ValuesArgument<K>): string {
  return fill(find(key) ?? key, values[0] ?? {});
}

/** The sentence for a key that came over a wire; an unknown key says that something unexpected happened. */
export function sayKey(key: string, values: Values = {}): string {
  return fill(sentenceFor(key), values);
}

/** A key's sentence before it is filled. */
export function sentenceFor(key: string): Sentence {
  return find(key) ?? problem.unexpected;
}

/** Whether the catalogue has this key. */
export function isWordsKey(key: string): key is WordsKey {
  return find(key) !== null;
}

function find(key: string): Sentence | null {
  const dot = key.indexOf('.');
  const area = key.slice(0, dot);
  if (dot < 0 || !Object.hasOwn(known, area)) return null;
  const sentences = known[area];
  const name = key.slice(dot + 1);
  return sentences !== undefined && Object.hasOwn(sentences, name) ? (sentences[name] ?? null) : null;
}

const plural = new Intl.PluralRules('en');

export function fill(sentence: Sentence, values: Values, rules: Intl.PluralRules = plural): string {
  const text = typeof sentence === 'string' ? sentence : rules.select(Number(values['count'])) === 'one' ? sentence.one : sentence.other;
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
