/** What PROTOCOL.md tells people who connect a tool of their own is what the code does: events, codes, limits. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LIVE_LIMITS, MERGE_LIMITS } from '#server/boards/gate/limits.ts';
import { gateCodes } from '#server/boards/gate/verdict.ts';
import { problemStatus } from '#shared/lib/problem.ts';
import { maxStateVectorBytes } from '#shared/realtime/events.ts';
import { protocolVersion } from '#shared/realtime/protocol.ts';
import { ROOT, sourceFiles } from './product-files.ts';

const protocol = readFileSync(path.join(ROOT, 'shared/board/PROTOCOL.md'), 'utf8');

test('every event of both directions is in its table, and none that is not', () => {
  const source = sourceFiles(['shared']).get('shared/realtime/events.ts') ?? '';
  expect(namesIn('What a client says')).toEqual(eventsOf(source, 'ClientEvents'));
  expect(namesIn('What the server says')).toEqual(eventsOf(source, 'ServerEvents'));
});

test('every code the gate refuses with is told, with the sentence that says what it means', () => {
  const told = new Map(rowsOf('What the gate finds').map(([code, meaning]) => [code, meaning]));
  expect(new Set(told.keys())).toEqual(new Set(Object.keys(gateCodes)));
  for (const [code, meaning] of Object.entries(gateCodes)) expect(told.get(code)).toBe(meaning);
});

test('every problem boards and lines answer with is told', () => {
  const thrown = [...sourceFiles(['server'])]
    .filter(([name]) => /^server\/(boards|realtime)\//.test(name) && !name.includes('.test.'))
    .flatMap(([, text]) => [...text.matchAll(/new Problem\('([a-z-]+)', '([a-z.-]+)'/g)].map(([, code, reason]) => `${code} ${reason}`));
  const told = rowsOf('What is refused').map(([code, reason]) => `${code} ${reason}`);
  const isTold = (one: string): boolean => told.some((row) => row === one || (row.endsWith('.*') && one.startsWith(row.slice(0, -1))));
  expect([...new Set(thrown)].filter((one) => !isTold(one))).toEqual([]);
  for (const [code] of rowsOf('What is refused')) expect(Object.keys(problemStatus)).toContain(code);
});

test('the limits told are the limits kept', () => {
  const limits = protocol.slice(protocol.indexOf('## Limits'));
  expect(LIVE_LIMITS.bytes).toBe(64 * 1024);
  expect(limits).toContain(`64 KiB, ${LIVE_LIMITS.structs.toLocaleString('en')} structs, ${LIVE_LIMITS.sections} client ids`);
  const { bytes, structs, sections } = MERGE_LIMITS;
  expect(limits).toContain(`${bytes / 1024 / 1024} MiB, ${structs.toLocaleString('en')} structs, ${sections} client ids`);
  expect(limits).toContain(`${maxStateVectorBytes.toLocaleString('en')} bytes`);
  expect(protocol).toContain(`auth: { version: ${protocolVersion}`);
});

function eventsOf(source: string, name: string): string[] {
  const body = source.slice(source.indexOf(`export interface ${name} {`));
  return [...body.slice(0, body.indexOf('\n}')).matchAll(/^ {2}'([a-z:]+)':/gm)].map(([, event]) => event ?? '').sort();
}

function namesIn(heading: string): string[] {
  return rowsOf(heading)
    .map(([name]) => name ?? '')
    .sort();
}

/** The rows of the table under a heading, backticks off. */
function rowsOf(heading: string): string[][] {
  const from = protocol.indexOf(`## ${heading}\n`);
  if (from < 0) throw new Error(`no heading ${heading}`);
  const end = protocol.indexOf('\n## ', from + 3);
  const lines = protocol.slice(from, end < 0 ? undefined : end).split('\n');
  return lines
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(2)
        .split(/ \|(?: |$)/)
        .map((cell) => cell.replaceAll('`', '').replaceAll('\\|', '|')),
    );
}
