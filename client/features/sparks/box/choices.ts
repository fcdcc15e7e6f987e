/** What is chosen beside the words of a spark; the place and the perspectives are remembered on the device for next time. */
import { useState } from 'react';
import { keep, readKept } from '#client/api/device.ts';
import type { Me } from '#client/api/me.ts';
import type { Perspective } from '#shared/features/people/model.ts';
import type { SparkKind, SparkNameShown } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';

export type Person = NonNullable<Me['person']>;

export interface Choices {
  readonly kind: SparkKind;
  readonly siteId: string | null;
  readonly nameShown: SparkNameShown;
  readonly perspectives: readonly Perspective[];
}

/** In the order the seats are drawn. */
export const allPerspectives = ['leading', 'supporting', 'delivering', 'receiving', 'witnessing'] as const satisfies readonly Perspective[];

export function perspectiveOptions(): { value: Perspective; label: string; hint: string }[] {
  return allPerspectives.map((value) => ({ value, label: say(`people.perspective-${value}`), hint: say(`people.perspective-${value}-note`) }));
}

/** Choices of one person; somebody else coming in starts from their own. Changing them to null starts afresh: the name shows as it usually does. */
export function useChoices(person: Person | null): [Choices, (change: Partial<Choices> | null) => void] {
  const who = person?.id ?? 'visitor';
  const [made, setMade] = useState<{ who: string; choices: Partial<Choices> }>({ who, choices: {} });
  const kept = rememberedChoices(who);
  const start: Choices = {
    kind: 'need',
    siteId: kept.siteId ?? person?.siteId ?? null,
    nameShown: person?.nameShown ?? 'name',
    perspectives: kept.perspectives,
  };
  const own = made.who === who ? made.choices : {};
  return [{ ...start, ...own }, (change) => setMade({ who, choices: change === null ? {} : { ...own, ...change } })];
}

/** How the name shows is not remembered: it would tell the next person at this device who posts without a name. */
export function rememberChoices(person: Person | null, { siteId, perspectives }: Pick<Choices, 'siteId' | 'perspectives'>): void {
  keep(`last-spark:${person?.id ?? 'visitor'}`, JSON.stringify({ siteId, perspectives }));
}

export function rememberedChoices(who: string): { siteId: string | null; perspectives: Perspective[] } {
  try {
    const kept: unknown = JSON.parse(readKept(`last-spark:${who}`) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return { siteId: null, perspectives: [] };
    const siteId = 'siteId' in kept && typeof kept.siteId === 'string' ? kept.siteId : null;
    const said: unknown[] = 'perspectives' in kept && Array.isArray(kept.perspectives) ? kept.perspectives : [];
    return { siteId, perspectives: allPerspectives.filter((one) => said.includes(one)) };
  } catch {
    return { siteId: null, perspectives: [] };
  }
}

/** How a spark may show its author: somebody who shows by role everywhere is not offered their name here. */
export function nameOptions(person: Person | null): { value: SparkNameShown; label: string }[] {
  const name = { value: 'name' as const, label: person === null ? say('sparks.as-name') : say('sparks.as-name-is', { name: person.name }) };
  const role = {
    value: 'role' as const,
    label: person === null || person.roleTitle === '' ? say('sparks.as-role') : say('sparks.as-role-is', { role: person.roleTitle }),
  };
  const unnamed = { value: 'unnamed' as const, label: say('sparks.as-unnamed') };
  return person?.nameShown === 'role' ? [role, unnamed] : [name, role, unnamed];
}
