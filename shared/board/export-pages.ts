/** The pages of a board on paper: its head, then the ten sections, then what was archived. */
import { isTextField, type Field, type ValueOf } from '../elements/fields.ts';
import { sections, titled, type AnyElement, type AnyKind, type Say, type SectionId } from '../elements/kind.ts';
import { describeElement, kindNamed } from '../elements/registry.ts';
import { choiceWord, fieldWord, kindWord, sectionPlain, sectionWord, stateWord } from '../elements/wording.ts';
import { actLines, sponsorLines } from './export-acts.ts';
import type { BoardExport } from './export-format.ts';
import { dayOf, type Label, type Paper } from './export-paper.ts';
import { bullets, heading, inline, paragraphs, richText } from './markdown.ts';

/** Lines of Markdown. */
export function boardPages(board: BoardExport, say: Say, label: Label): string[] {
  const paper = { board, say, label };
  const archived = board.elements.filter((element) => element.archivedAt !== null);
  return [
    ...head(paper),
    ...sections.flatMap((section) => [
      ...heading(2, `${sectionWord(section)}: ${sectionPlain(section)}`),
      ...orNothing(sectionLines(paper, section), say),
    ]),
    ...(archived.length === 0 ? [] : [...heading(2, say('boardExport.archived')), ...bullets(archived.map((element) => archivedLine(element, say)))]),
  ];
}

function head({ board, say, label }: Paper): string[] {
  const { initiative } = board;
  const lines = [
    ...(initiative.label === null ? [] : [`*${inline(initiative.label)}*`]),
    ...(initiative.forWhom === '' ? [] : [inline(say('boardExport.for-whom', { whom: initiative.forWhom }))]),
    inline(say('boardExport.state', { state: label('initiative-state', initiative.state) })),
    inline(say('boardExport.taken-on', { day: dayOf(board.takenAt) })),
  ];
  return [...heading(1, initiative.title), ...lines.flatMap((line) => [line, ''])];
}

function sectionLines(paper: Paper, section: SectionId): string[] {
  switch (section) {
    case 'purpose':
      return purposeLines(paper);
    case 'people':
      return peopleLines(paper);
    case 'sponsors':
      return sponsorLines(paper);
    default:
      return cardsOf(paper, section);
  }
}

function purposeLines({ board, say }: Paper): string[] {
  const words = richText(board.purpose);
  const began = board.initiative.beganWith.map((spark) => inline(spark.title));
  return [
    ...(words.length > 0 ? words : [inline(say('boardExport.no-purpose')), '']),
    ...(began.length > 0 ? [`**${inline(say('boardExport.began-with'))}**`, '', ...bullets(began)] : []),
  ];
}

function peopleLines({ board, say, label }: Paper): string[] {
  return bullets(
    board.people.map(({ name, perspectives }) => {
      if (perspectives.length === 0) return inline(name);
      return inline(say('boardExport.person', { name, perspectives: perspectives.map((one) => label('perspective', one)).join(', ') }));
    }),
  );
}

function cardsOf(paper: Paper, section: SectionId): string[] {
  return paper.board.elements.flatMap((element) => {
    const kind = kindNamed(element.kind);
    return kind === null || kind.section !== section || element.archivedAt !== null ? [] : cardLines(paper, element, kind);
  });
}

function cardLines(paper: Paper, element: AnyElement, kind: AnyKind): string[] {
  const fields = Object.entries<Field>(kind.fields).filter(([name]) => name !== 'title');
  return [
    ...heading(3, titled(String(element.values['title'] ?? ''), paper.say)),
    `*${inline(`${kindWord(kind.name)} · ${stateWord(kind.name, element.state)}`)}*`,
    '',
    ...fields.flatMap(([name, field]) => fieldLines({ kind: kind.name, name, field }, element.values[name] ?? null, paper.say)),
    ...actLines(paper, element),
  ];
}

function fieldLines({ kind, name, field }: { kind: string; name: string; field: Field }, value: ValueOf<Field>, say: Say): string[] {
  const label = `**${inline(fieldWord(kind, name))}**`;
  if (isTextField(field)) return typeof value === 'string' && value.trim() !== '' ? [label, '', ...paragraphs(value)] : [];
  if (value === null || field.type === 'ref') return [];
  if (field.type === 'yesNo') return [`${label} ${inline(say(value === true ? 'boardExport.yes' : 'boardExport.no'))}`, ''];
  return [`${label} ${inline(field.type === 'oneOf' ? choiceWord(kind, name, String(value)) : String(value))}`, ''];
}

function archivedLine(element: AnyElement, say: Say): string {
  return inline(`${describeElement(element, say)} (${say('boardExport.archived-on', { day: dayOf(element.archivedAt ?? '') })})`);
}

function orNothing(lines: readonly string[], say: Say): readonly string[] {
  return lines.length > 0 ? lines : [inline(say('boardExport.nothing')), ''];
}
