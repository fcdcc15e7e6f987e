// A light English stemmer of our own: it joins plurals and the commonest endings ("waits, waited, waiting" and "wait") and stops there,
// because a heavy stemmer joins words that mean different things ("policy" and "police").

const vowel = /[aeiouy]/;
const shortest = 3;

/** The stem of one lower-case word; a word that is not plain a to z, or is short, comes back as it is. */
export function stem(word: string): string {
  if (word.length <= shortest || !/^[a-z]+$/.test(word)) return word;
  return foldEnd(cutDerived(cutTense(cutPlural(word))));
}

function cutPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('xes') || word.endsWith('ches') || word.endsWith('shes')) return word.slice(0, -2);
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(ss|us|is)$/.test(word) || !word.endsWith('s')) return word;
  return word.slice(0, -1);
}

function cutTense(word: string): string {
  if (word.endsWith('eed')) return word;
  for (const ending of ['ing', 'ed']) {
    const rest = word.slice(0, -ending.length);
    if (word.endsWith(ending) && rest.length >= shortest && vowel.test(rest)) return undouble(rest);
  }
  return word;
}

/** "stopp" is "stop" again, but "fall", "press" and "buzz" keep both letters. */
function undouble(word: string): string {
  const last = word.at(-1);
  return last !== undefined && last === word.at(-2) && !/[aeiouylsz]/.test(last) ? word.slice(0, -1) : word;
}

const derived: readonly (readonly [ending: string, becomes: string])[] = [
  ['ational', 'ate'],
  ['ization', 'ize'],
  ['isation', 'ise'],
  ['ation', 'ate'],
  ['ability', 'able'],
  ['fulness', 'ful'],
  ['iness', 'y'],
  ['ness', ''],
  ['ments', ''],
  ['ment', ''],
  ['ily', 'y'],
  ['ly', ''],
];

function cutDerived(word: string): string {
  for (const [ending, becomes] of derived) {
    if (word.endsWith(ending) && word.length - ending.length >= shortest) return word.slice(0, -ending.length) + becomes;
  }
  return word;
}

/** "nurse" and "nurs(ing)", "city" and "citi(es)" end alike. */
function foldEnd(word: string): string {
  if (word.length > shortest && word.endsWith('e')) return word.slice(0, -1);
  return word.length > shortest && word.endsWith('i') ? `${word.slice(0, -1)}y` : word;
}
