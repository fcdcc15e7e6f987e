import { capped, isCounted } from './counted.ts';
import { actKinds } from './kinds.ts';
import type { Trace } from './model.ts';
import type { TeamRecord } from './record.ts';

/** What one person did, for that person alone. */
export function traceOf(record: TeamRecord, personId: string): Trace {
  const acts = capped(record.acts).filter((act) => act.personId === personId);
  const counted = (id: string) => id === personId || isCounted(record, id);
  const ties = record.buildings.filter((one) => one.personId !== one.onId && counted(one.personId) && counted(one.onId));
  return {
    acts: actKinds.map((kind) => ({ kind, count: acts.filter((act) => act.kind === kind).length })),
    buildsOn: new Set(ties.flatMap((one) => (one.personId === personId ? one.onId : []))).size,
    builtOnBy: new Set(ties.flatMap((one) => (one.onId === personId ? one.personId : []))).size,
  };
}
