/** A board to take away: its live document and the rows around it, as Markdown for a board paper or as JSON for machines. */
import { boardAsJson, boardAsMarkdown } from '#shared/board/export.ts';
import type { BoardExport } from '#shared/board/export-format.ts';
import { listElements } from '#shared/board/read-board.ts';
import { purposeBlocks } from '#shared/board/read-purpose.ts';
import { Problem } from '#shared/lib/problem.ts';
import { say } from '#shared/words/say.ts';
import type { App } from '../context.ts';
import { faces, labelIn } from '../faces/store.ts';
import { allowing, initiativeFacts, type Viewer } from '../policy/viewer.ts';
import { writersWithAccount } from '../seats/store.ts';
import { actsOf } from './acts.ts';
import { label } from './label.ts';
import { type ExportRows, peopleIn, rowsForExport } from './store.ts';

/** @throws Problem not-found, or as the policy says */
export async function boardMarkdown(app: App, viewer: Viewer, id: string): Promise<{ name: string; body: string }> {
  const board = await boardToTake(app, viewer, id);
  return { name: `${board.initiative.title}.md`, body: boardAsMarkdown(board, say, label) };
}

/** @throws Problem not-found, or as the policy says */
export async function boardJson(app: App, viewer: Viewer, id: string): Promise<{ name: string; body: string }> {
  const board = await boardToTake(app, viewer, id);
  return { name: `${board.initiative.title}.json`, body: boardAsJson(board) };
}

async function boardToTake(app: App, viewer: Viewer, id: string): Promise<BoardExport> {
  allowing('board.export', await initiativeFacts(app.db, viewer, id));
  const rows = await rowsForExport(app.db, id);
  if (rows.initiative === null) throw new Problem('not-found', 'problem.not-found');
  const cards = await faces(app.db, peopleIn(rows));
  const name = (personId: string) => labelIn(cards, personId);
  const document = await documentOf(app, id);
  const now = app.clock.now();
  const around = { now, name, writers: await writersWithAccount(app.db, id), elements: document.elements };
  return {
    format: 'kindling-board',
    version: 2,
    takenAt: now.toISOString(),
    initiative: headOf(rows.initiative, rows.began),
    ...document,
    people: rows.team.map(({ personId, seat, perspectives }) => ({ name: name(personId), seat, perspectives })),
    ...actsOf(rows, rows.initiative.purposeHash, around),
  };
}

function headOf(
  { id, title, forWhom, state, litAt, label: words }: NonNullable<ExportRows['initiative']>,
  beganWith: ExportRows['began'],
): BoardExport['initiative'] {
  return { id, title, forWhom, state, litAt: litAt.toISOString(), label: words, beganWith };
}

/** The document as it stands this moment, everything in it durable. */
async function documentOf(app: App, id: string): Promise<Pick<BoardExport, 'purpose' | 'elements'>> {
  const { room, release } = await app.boards.hold(id);
  try {
    return await room.look((doc) => ({ purpose: purposeBlocks(doc), elements: listElements(doc).elements }));
  } finally {
    release();
  }
}
