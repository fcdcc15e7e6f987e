/** Sentences in a reader's own language, for letters; one that is not translated is said in English. For the server: it holds every language. */
import type { Language } from '../lib/language.ts';
import { nl } from './nl.ts';
import { type AreasOf, fill, type SayKey, type Sentence, sentenceFor, type ValuesArgument, type WordsKey } from './say.ts';

export interface Speech {
  readonly language: Language;
  say<K extends WordsKey>(key: K, ...values: ValuesArgument<K>): string;
  sayKey: SayKey;
}

const others: Readonly<Record<Language, AreasOf>> = { en: {}, nl };

/** How one speaks to somebody of this language. */
export function speechOf(language: Language): Speech {
  const rules = new Intl.PluralRules(language);
  const sayKey: SayKey = (key, values = {}) => fill(translated(language, key) ?? sentenceFor(key), values, rules);
  return { language, say: (key, ...values) => sayKey(key, values[0]), sayKey };
}

function translated(language: Language, key: string): Sentence | null {
  const [area = '', ...rest] = key.split('.');
  const areas: Readonly<Record<string, Readonly<Record<string, Sentence>> | undefined>> = others[language];
  const name = rest.join('.');
  const sentences = Object.hasOwn(areas, area) ? areas[area] : undefined;
  return sentences !== undefined && Object.hasOwn(sentences, name) ? (sentences[name] ?? null) : null;
}
