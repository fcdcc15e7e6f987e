/** The few answers the first screen needs before the line is up, kept on the device: who I am, and the place. */
import { keep, readKept } from './device.ts';

/** Names the code that wrote the answer: the file's own address changes with every build, so an answer of an older shape is never read. */
const build = import.meta.url;

/** What to give a query to start from; empty when nothing (or something of another build) is kept. */
export function startFrom<T>(name: string): { initialData: T; initialDataUpdatedAt: number } | Record<string, never> {
  try {
    const kept: unknown = JSON.parse(readKept(`answer:${name}`) ?? 'null');
    if (typeof kept !== 'object' || kept === null || Reflect.get(kept, 'build') !== build) return {};
    return { initialData: Reflect.get(kept, 'answer') as T, initialDataUpdatedAt: 0 }; // The same build wrote it under this name, from a query of this type.
  } catch {
    return {};
  }
}

/** Keeps an answer; addresses of mail are left out, since a device may be shared. */
export function keepAnswer(name: string, answer: unknown): void {
  keep(
    `answer:${name}`,
    JSON.stringify({ build, answer }, (key, value: unknown) => (key === 'email' ? null : value)),
  );
}
