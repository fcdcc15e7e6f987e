/** Checks product files against rules.ts. A pure function of paths and texts, so that planted violations can prove it. */
import { builtinModules } from 'node:module';
import path from 'node:path/posix';
import { cyclesIn } from './cycles.ts';
import { IMPORT_RULES, LONGEST_FILE_LINES, MAY_DEFAULT_EXPORT, WORD_RULES } from './rules.ts';
import { type Import, type SourceFacts, sourceFacts } from './source-facts.ts';

export interface Violation {
  file: string;
  line: number;
  /** The import or word at fault, or what the file is. */
  import: string;
  rule: string;
  why: string;
}

const BUILTINS = new Set(builtinModules);
const IS_TEST = /\.test\.tsx?$|^tests\//;

/** Everything in `files` (path in the repository -> text) that breaks a rule. Test files may be among them; they are not checked. */
export function violations(files: ReadonlyMap<string, string>): Violation[] {
  const facts = new Map<string, SourceFacts>();
  for (const [file, source] of files) if (!IS_TEST.test(file)) facts.set(file, sourceFacts(file, source));
  return [
    ...[...facts].flatMap(([file, one]) => [...importViolations(file, one), ...wordViolations(file, one), ...shapeViolations(file, one)]),
    ...cycleViolations(facts),
  ];
}

function importViolations(file: string, facts: SourceFacts): Violation[] {
  return facts.imports.flatMap((one) => {
    const target = targetOf(file, one.specifier);
    const broken = IMPORT_RULES.filter((rule) => {
      const place = rule.files.exec(file);
      if (place === null || rule.except?.test(file) === true) return false;
      const matches = (pattern: string): boolean => new RegExp(pattern.replaceAll('$1', place[1] ?? '')).test(target);
      if (rule.unless !== undefined && matches(rule.unless)) return false;
      return (rule.mayOnly !== undefined && !matches(rule.mayOnly)) || (rule.mayNot !== undefined && matches(rule.mayNot));
    });
    return [
      ...broken.map((rule) => ({ file, line: one.line, import: one.specifier, rule: rule.name, why: rule.why })),
      ...styleViolations(file, one, target),
    ];
  });
}

/** Another room is named with `#`; every path says its ending. drizzle-kit cannot resolve `#`, so drizzle/ is spared. */
function styleViolations(file: string, one: Import, target: string): Violation[] {
  if (target.includes(':') || roomOf(file) === 'drizzle') return [];
  const named = one.specifier.startsWith('#') || roomOf(file) === roomOf(target);
  if (named && path.extname(target) !== '') return [];
  const why = 'Another room is named with # (#shared/lib/clock.ts), and every import ends in .ts, .tsx or what it is.';
  return [{ file, line: one.line, import: one.specifier, rule: 'rooms-by-name', why }];
}

function wordViolations(file: string, facts: SourceFacts): Violation[] {
  const imported = facts.imports.map((one) => ({ word: targetOf(file, one.specifier), line: one.line }));
  return WORD_RULES.filter((rule) => !rule.only.test(file)).flatMap((rule) =>
    [...facts.words, ...imported]
      .filter(({ word }) => rule.words.includes(word))
      .map(({ word, line }) => ({ file, line, import: word, rule: rule.name, why: rule.why })),
  );
}

function shapeViolations(file: string, facts: SourceFacts): Violation[] {
  const found: Violation[] = [];
  if (facts.lines > LONGEST_FILE_LINES) {
    found.push({
      file,
      line: facts.lines,
      import: `${facts.lines} lines`,
      rule: 'one-idea-per-file',
      why: `A file longer than ${LONGEST_FILE_LINES} lines holds more than one idea.`,
    });
  }
  if (facts.isBarrel)
    found.push({
      file,
      line: 1,
      import: file,
      rule: 'no-barrels',
      why: 'A file that only passes on others hides where things are and ties them together.',
    });
  if (facts.hasDefaultExport && !MAY_DEFAULT_EXPORT.test(file)) {
    found.push({ file, line: 1, import: 'default', rule: 'named-exports', why: 'A named export is called the same everywhere.' });
  }
  return found;
}

function cycleViolations(facts: ReadonlyMap<string, SourceFacts>): Violation[] {
  const graph = new Map(
    [...facts].map(([file, one]) => [file, one.imports.filter((each) => each.kind === 'value').map((each) => targetOf(file, each.specifier))]),
  );
  return cyclesIn(graph).map((group) => ({
    file: group[0] ?? '',
    line: 1,
    import: group.join(' <-> '),
    rule: 'no-cycles',
    why: 'Files that need each other are one file in disguise, and may meet half-made when the program starts.',
  }));
}

function targetOf(file: string, specifier: string): string {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('#')) return bare.slice(1);
  if (bare.startsWith('.')) return path.join(path.dirname(file), bare);
  if (bare.startsWith('node:')) return bare;
  if (bare.startsWith('virtual:')) return bare;
  return BUILTINS.has(bare) ? `node:${bare}` : `npm:${bare}`;
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}
