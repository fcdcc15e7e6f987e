/** Who is counted, and how often. */
import { fewestPeople, peopleIn, type Span } from '../../lib/batches.ts';
import { dayMs } from '../../lib/clock.ts';
import { mostADay } from './kinds.ts';
import type { Act, Building, TeamRecord } from './record.ts';

export interface Known {
  readonly record: TeamRecord;
  /** Acts and ties of those who are counted. */
  readonly acts: readonly Act[];
  readonly buildings: readonly Building[];
  /** When somebody of this team last chose to be counted or not. */
  readonly chosenAt: number | null;
}

/** Leaves out everybody who asked to be: from what was done, from who is there, and from the picture. */
export function counting(record: TeamRecord): Known {
  const acts = capped(record.acts);
  const involved = new Set([...acts, ...record.seated].map((one) => one.personId));
  const chosen = [...record.choices].flatMap(([personId, { at }]) => (involved.has(personId) ? at : []));
  return {
    record,
    acts: acts.filter(({ personId }) => isCounted(record, personId)),
    buildings: record.buildings.filter(({ personId, onId }) => isCounted(record, personId) && isCounted(record, onId)),
    chosenAt: chosen.length === 0 ? null : Math.max(...chosen),
  };
}

export function isCounted({ choices }: TeamRecord, personId: string): boolean {
  return choices.get(personId)?.counted ?? true;
}

/**
 * After somebody chose to be counted, or not to be, the mirror rests until five others have acted: otherwise the picture before and the
 * picture after would differ by that one person.
 */
export function restsSinceChoice({ acts, chosenAt }: Known, batches: readonly Span[]): boolean {
  const last = batches.at(-1);
  return chosenAt !== null && last !== undefined && peopleIn(acts, { from: chosenAt, until: last.until }) < fewestPeople;
}

/** What one person does in one day counts up to a limit. @returns the acts in the order they happened */
export function capped(acts: readonly Act[]): Act[] {
  const today = new Map<string, { day: number; count: number }>();
  return acts
    .toSorted((a, b) => a.at - b.at)
    .filter(({ personId, at }) => {
      const day = Math.floor(at / dayMs);
      const before = today.get(personId);
      const so = before?.day === day ? before : { day, count: 0 };
      so.count += 1;
      today.set(personId, so);
      return so.count <= mostADay;
    });
}
