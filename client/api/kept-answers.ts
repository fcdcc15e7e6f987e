/** The few answers the first screen needs before the line is up, kept on the device: who I am, and the place. */
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { keep, readKept } from './device.ts';

/** Names the code that wrote the answer: the file's own address changes with every build, so an answer of an older shape is never read. */
const build = import.meta.url;

/** Puts kept answers in their places before the first drawing. They count as old, so each is asked again at once. */
export function restoreAnswers(client: QueryClient, keys: Readonly<Record<string, QueryKey>>): void {
  for (const [name, key] of Object.entries(keys)) {
    const answer = keptAnswer(name);
    if (answer !== undefined) client.setQueryData(key, answer, { updatedAt: 0 });
  }
}

function keptAnswer(name: string): unknown {
  try {
    const kept: unknown = JSON.parse(readKept(`answer:${name}`) ?? 'null');
    return typeof kept === 'object' && kept !== null && Reflect.get(kept, 'build') === build ? Reflect.get(kept, 'answer') : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps an answer; addresses of mail are left out, since a device may be shared. */
export function keepAnswer(name: string, answer: unknown): void {
  keep(
    `answer:${name}`,
    JSON.stringify({ build, answer }, (key, value: unknown) => (key === 'email' ? null : value)),
  );
}
