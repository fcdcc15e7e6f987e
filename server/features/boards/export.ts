/** A board to take away: its live document and the rows around it, as Markdown for a board paper or as JSON for machines. */
import { boardAsJson, boardAsMarkdown } from '#shared/board/export.ts';
import type { BoardExport } from '#shared/board/export-format.ts';
import type { LabelGroup } from '#shared/board/export-pages.ts';
import { listElements } from '#shared/board/read-board.ts';
import { purposeBlocks } from '#shared/board/read-purpose.ts';
import { daysBetween } from '#shared/lib/clock.ts';
import { Problem } from '#shared/lib/problem.ts';
import { isWordsKey, say, sayKey } from '#shared/words/say.ts';
import type { App } from '../../context.ts';
import { faces, labelIn } from '../../faces/store.ts';
import { allowing, initiativeFacts, type Viewer } from '../../policy/viewer.ts';
import { rowsForExport } from './store.ts';

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
  const cards = await faces(
    app.db,
    [...rows.team, ...rows.endorsements, ...rows.pledges, ...rows.asks].map((row) => row.personId),
  );
  const name = (personId: string) => labelIn(cards, personId);
  return {
    format: 'kindling-board',
    version: 1,
    takenAt: app.clock.now().toISOString(),
    initiative: headOf(rows.initiative, rows.began),
    ...(await documentOf(app, id)),
    people: rows.team.map(({ personId, seat, perspectives }) => ({ name: name(personId), seat, perspectives })),
    ...sponsorsOf(rows, rows.initiative.purposeHash, name),
    asks: asksOf(rows, app.clock.now(), name),
  };
}

type Rows = Awaited<ReturnType<typeof rowsForExport>>;
type Name = (personId: string) => string;

function headOf(
  { id, title, forWhom, state, litAt, label: words }: NonNullable<Rows['initiative']>,
  beganWith: Rows['began'],
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

function sponsorsOf({ endorsements, pledges }: Rows, hashNow: string, name: Name): Pick<BoardExport, 'endorsements' | 'pledges'> {
  return {
    endorsements: endorsements.map(({ personId, office, reason, createdAt, purposeHash }) => ({
      name: name(personId),
      office,
      because: reason,
      at: createdAt.toISOString(),
      changedSince: purposeHash !== hashNow,
    })),
    pledges: pledges.map(({ personId, kind, what, until, state, why }) => ({ name: name(personId), kind, what, until, state, why })),
  };
}

function asksOf({ asks }: Rows, now: Date, name: Name): BoardExport['asks'] {
  return asks.map(({ elementId, personId, createdAt, answer, answerLine, by, answeredAt }) => ({
    elementId,
    name: name(personId),
    at: createdAt.toISOString(),
    waitingDays: answer === null ? daysBetween(createdAt, now) : null,
    answer,
    answerLine,
    by,
    answeredAt: answeredAt?.toISOString() ?? null,
  }));
}

const areas: Readonly<Record<LabelGroup, string>> = {
  'initiative-state': 'initiatives.state',
  perspective: 'people.perspective',
  office: 'endorsements.office',
  pledge: 'pledges.kind',
  'pledge-state': 'pledges.state',
  'ask-answer': 'boardExport.answer',
};

/** A code of a row in words; a code of another version stands as it is. */
function label(group: LabelGroup, code: string): string {
  const key = `${areas[group]}-${code}`;
  return isWordsKey(key) ? sayKey(key) : code;
}
