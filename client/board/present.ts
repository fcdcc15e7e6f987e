/** Who is where, as sentences and as faces. */
import { type SectionId, sections } from '#shared/elements/kind.ts';
import { sectionWord } from '#shared/elements/wording.ts';
import { say } from '#shared/words/say.ts';
import type { Present } from '#shared/realtime/events.ts';
import type { ShownPerson } from '#client/ui/face.tsx';
import type { Here } from './board-context.ts';

/** Others without their carets, the same array while nobody has moved to another place. My own other pages are not others. */
export function sameHere(before: readonly Here[], present: readonly Present[], myId: string | null = null): readonly Here[] {
  const others = present.filter(({ personId }) => personId !== myId);
  const next = others.map(({ personId, label, section, elementId }) => ({ personId, label, section, elementId }));
  return JSON.stringify(next) === JSON.stringify(before) ? before : next;
}

/** Each person once. */
export function peopleOf(here: readonly Here[]): ShownPerson[] {
  return [...new Map(here.map(({ personId, label }) => [personId, { id: personId, label }])).values()];
}

/** "Amina is in Purpose", one sentence a person and section. */
export function whereSentences(here: readonly Here[]): string[] {
  const said = here.map(({ label, section }) => {
    const known = sectionNamed(section);
    return known === null ? say('board.is-here', { who: label }) : say('board.is-in', { who: label, section: sectionWord(known) });
  });
  return [...new Set(said)];
}

function sectionNamed(name: string | null): SectionId | null {
  return sections.find((section) => section === name) ?? null;
}
