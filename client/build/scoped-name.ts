import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a class of a CSS module is called on the page: its own name and where it is from. @param file the module, absolute or from the top of the project */
export function scopedName(name: string, file: string): string {
  const from = path
    .relative(root, path.resolve(root, file.split('?')[0] ?? file))
    .split(path.sep)
    .join('/');
  return `${name}_${createHash('sha256').update(`${from} ${name}`).digest('base64url').slice(0, 6)}`;
}
