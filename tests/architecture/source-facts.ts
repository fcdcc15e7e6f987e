/** What one source file imports, exports and names, read from its syntax tree: words in comments and strings do not count. */
import { parseSync } from 'oxc-parser';

export interface Import {
  specifier: string;
  /** `type` leaves no trace when the program runs, `lazy` is `import()`. */
  kind: 'value' | 'type' | 'lazy';
  line: number;
}

export interface SourceFacts {
  imports: Import[];
  /** Words of WORD_RULES and where they stand. */
  words: { word: string; line: number }[];
  hasDefaultExport: boolean;
  /** True when the file does nothing but pass on what others export. */
  isBarrel: boolean;
  lines: number;
}

const GLOBALS = new Set(['localStorage', 'sessionStorage', 'indexedDB', 'console']);
const MEMBERS = new Set(['process.env', 'Date.now', 'Math.random', 'crypto.randomUUID']);
const WINDOWS = new Set(['window', 'globalThis', 'self']);

/** @throws Error when the file cannot be parsed. */
export function sourceFacts(path: string, source: string): SourceFacts {
  const { module, program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? 'cannot be parsed'}`);
  const lineAt = lineFinder(source);
  const exportEntries = module.staticExports.flatMap((one) => one.entries);
  const imports: Import[] = [
    ...module.staticImports.map((one) => ({
      specifier: one.moduleRequest.value,
      kind: one.entries.length > 0 && one.entries.every((entry) => entry.isType) ? ('type' as const) : ('value' as const),
      line: lineAt(one.start),
    })),
    ...exportEntries.flatMap((entry) =>
      entry.moduleRequest === null
        ? []
        : [{ specifier: entry.moduleRequest.value, kind: entry.isType ? ('type' as const) : ('value' as const), line: lineAt(entry.start) }],
    ),
    ...module.dynamicImports.flatMap((one) => {
      const specifier = literal(source.slice(one.moduleRequest.start, one.moduleRequest.end));
      return specifier === null ? [] : [{ specifier, kind: 'lazy' as const, line: lineAt(one.start) }];
    }),
  ];
  const words: SourceFacts['words'] = [];
  walk(program, (node) => {
    const word = wordOf(node);
    if (word !== null) words.push({ word, line: lineAt(Number(node['start'])) });
  });
  return {
    imports,
    words,
    hasDefaultExport: exportEntries.some((entry) => entry.exportName.kind === 'Default'),
    isBarrel: exportEntries.length > 0 && program.body.every((statement) => isPassedOn(statement)),
    lines: source.endsWith('\n') ? source.split('\n').length - 1 : source.split('\n').length,
  };
}

type Node = Record<string, unknown>;

function wordOf(node: Node): string | null {
  if (node['type'] === 'MemberExpression' && node['computed'] !== true) {
    const name = `${nameOf(node['object'])}.${nameOf(node['property'])}`;
    if (MEMBERS.has(name)) return name;
    const [object, property] = [nameOf(node['object']), nameOf(node['property'])];
    if (WINDOWS.has(object) && GLOBALS.has(property)) return property;
    return GLOBALS.has(object) ? object : null;
  }
  const callee = nameOf(node['callee']);
  if (node['type'] === 'NewExpression' && callee === 'Date' && Array.isArray(node['arguments']) && node['arguments'].length === 0)
    return 'new Date()';
  if (node['type'] === 'CallExpression') return callee === 'Date' ? 'Date()' : null;
  return null;
}

function nameOf(node: unknown): string {
  return isNode(node) && node['type'] === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : '';
}

function isPassedOn(statement: unknown): boolean {
  if (!isNode(statement)) return false;
  if (statement['type'] === 'ExportAllDeclaration') return true;
  if (statement['type'] === 'ImportDeclaration') return true;
  return statement['type'] === 'ExportNamedDeclaration' && !isNode(statement['declaration']);
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const one of node) walk(one, visit);
    return;
  }
  if (!isNode(node)) return;
  if (typeof node['type'] === 'string') visit(node);
  for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) walk(value, visit);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function literal(text: string): string | null {
  return /^(['"`])([^'"`$]*)\1$/.exec(text.trim())?.[2] ?? null;
}

/** Offsets are in UTF-16 units, as JavaScript counts. */
function lineFinder(source: string): (offset: number) => number {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
