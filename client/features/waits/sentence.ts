/** The figures in a sentence, before any table. */
import type { Waits } from '#shared/features/waits/model.ts';
import { say } from '#shared/words/say.ts';
import { percent } from '#client/ui/percent.ts';

/** About the kind most was asked about; of those as often asked, one whose middle is known. @returns '' while there is none */
export function saysFirst({ kinds }: Waits): string {
  const most = kinds.filter((row) => row.asks === kinds[0]?.asks);
  const row = most.find(({ days }) => days !== null) ?? most[0];
  if (row === undefined) return '';
  const kind = say(`waits.about-${row.kind}`);
  return row.days === null ? say('waits.says-not-yet', { kind }) : say('waits.says-days', { kind, count: row.days });
}

export function saysAll({ all }: Waits): string | null {
  return all === null ? null : say('waits.says-all', { asks: all.asks, answered: percent(all.answered) });
}
