/** What people did, on the pages of a board: below the sponsors, and below the card it is about. */
import type { AnyElement } from '../elements/kind.ts';
import type { BoardExport } from './export-format.ts';
import { dayOf, type Paper, sentences, titledList } from './export-paper.ts';
import { inline } from './markdown.ts';

export function sponsorLines(paper: Paper): string[] {
  const { board, say } = paper;
  const stands = board.endorsements.filter((one) => one.withdrawnAt === null);
  const gone = board.endorsements.filter((one) => one.withdrawnAt !== null);
  const pledges = board.pledges.map((one) => pledgeLine(paper, one));
  return [
    ...titledList(
      say('boardExport.endorsements'),
      stands.map((one) => endorsementLine(paper, one)),
    ),
    ...titledList(
      say('boardExport.no-longer'),
      gone.map((one) => endorsementLine(paper, one)),
    ),
    ...titledList(
      say('boardExport.rooms'),
      board.rooms.map((one) => roomLine(paper, one)),
    ),
    ...titledList(say('boardExport.pledges'), pledges),
  ];
}

/** What was asked about a card, decided on it, and who covers it. */
export function actLines(paper: Paper, { id }: AnyElement): string[] {
  const { board, say } = paper;
  return [
    ...titledList(
      say('boardExport.covered-by'),
      board.rooms.filter((room) => room.tests.includes(id)).map((one) => roomLine(paper, one)),
    ),
    ...titledList(
      say('boardExport.asks'),
      board.asks.filter((ask) => ask.elementId === id).flatMap((one) => askLines(paper, one)),
    ),
    ...board.decisions.filter((one) => one.elementId === id).flatMap((one) => decisionLines(paper, one)),
  ];
}

function endorsementLine({ say, label }: Paper, one: BoardExport['endorsements'][number]): string {
  const said = say('boardExport.endorsement', { name: one.name, office: label('office', one.office), day: dayOf(one.at), because: one.because });
  if (one.withdrawnAt !== null) return sentences(said, say('boardExport.withdrawn', { day: dayOf(one.withdrawnAt) }), one.withdrawnWhy);
  return inline(one.changedSince ? `${said} (${say('boardExport.changed-since')})` : said);
}

function pledgeLine({ say, label }: Paper, { name, kind, what, until, state, why }: BoardExport['pledges'][number]): string {
  const said = say('boardExport.pledge', { name, kind: label('pledge', kind), what });
  const parts = [until === null ? said : `${said}, ${say('boardExport.pledge-until', { day: until })}`, label('pledge-state', state), why];
  return inline(parts.filter((part) => part !== '').join('. '));
}

function roomLine({ say, label }: Paper, { name, stand, askedBy, message, words, acceptedBy, why, learned }: BoardExport['rooms'][number]): string {
  const asked = askedBy === null ? '' : say('boardExport.room-asked', { askedBy, message });
  return sentences(
    say('boardExport.room', { name, stand: label('room', stand) }),
    words === null ? asked : say('boardExport.room-words', { ...words, safe: words.safe.join('; ') }),
    acceptedBy === null ? '' : say('boardExport.room-accepted', { name: acceptedBy }),
    why === '' ? '' : say('boardExport.because', { why }),
    learned === '' ? '' : say('boardExport.room-learned', { learned }),
  );
}

/** The ask and its answer, then what else happened on the way, then what would make it possible. */
function askLines(paper: Paper, ask: BoardExport['asks'][number]): string[] {
  const { say } = paper;
  const asked = say('boardExport.ask', { name: ask.name, day: dayOf(ask.at), askedBy: ask.askedBy, message: ask.message });
  const before = ask.trail.slice(0, -1).filter((step) => step.answer !== null);
  const said = before.map((step) =>
    say('boardExport.ask-before', { name: step.name, day: dayOf(step.at), answer: answerOf(paper, step.answer, step.line) }),
  );
  const possible = ask.possible.map((one) => say('boardExport.ask-possible', { name: one.name, line: one.line }));
  return [sentences(asked, askState(paper, ask), ...said, ...possible)];
}

function askState(paper: Paper, { takenBackAt, waitingDays, answer, answeredAt, answerLine, by, office }: BoardExport['asks'][number]): string {
  const { say } = paper;
  if (takenBackAt !== null) return say('boardExport.ask-taken-back', { day: dayOf(takenBackAt) });
  if (answer === null || answeredAt === null) return waitingDays === null ? '' : say('boardExport.ask-waiting', { count: waitingDays });
  const where = office === '' ? '' : say('boardExport.ask-office', { office });
  const when = by === null ? '' : say('boardExport.ask-by', { day: by });
  const words = [answerOf(paper, answer, ''), where, when, answerLine].filter((part) => part !== '').join(' ');
  return say('boardExport.ask-answered', { day: dayOf(answeredAt), answer: words });
}

function answerOf({ label }: Paper, answer: string | null, line: string): string {
  return [answer === null ? '' : label('ask-answer', answer), line].filter((part) => part !== '').join(' ');
}

function decisionLines({ say, label }: Paper, one: BoardExport['decisions'][number]): string[] {
  const said = one.said.map(({ name, at, answer, because, counts }) => {
    const words = say('boardExport.decision-said', { name, answer: label('decision-answer', answer), day: dayOf(at) });
    return sentences(because === '' ? words : `${words}: ${because}`, counts ? '' : `(${say('boardExport.decision-counts-not')})`);
  });
  const ending =
    one.outcome === null || one.decidedAt === null
      ? say('boardExport.decision-open', { day: one.byWhen })
      : say('boardExport.decision-ended', {
          outcome: label('decision-outcome', one.outcome),
          name: one.decidedBy ?? say('people.somebody'),
          day: dayOf(one.decidedAt),
          why: one.why,
        });
  const silent = one.notHeardFrom.length === 0 ? [] : [inline(say('boardExport.decision-silent', { names: one.notHeardFrom.join(', ') }))];
  const put = say('boardExport.decision-put', { name: one.putBy, day: dayOf(one.at) });
  const moved = one.changedSince
    ? [inline(say('boardExport.decision-moved', { words: [one.title, one.reasons].filter((part) => part !== '').join(' ') }))]
    : [];
  return titledList(put, [inline(ending), ...moved, ...said, ...silent]);
}
