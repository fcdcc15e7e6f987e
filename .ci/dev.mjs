/** `npm run dev`: the server, restarted when its sources change, and Vite before it for the client. Ctrl-C ends both; when one ends, so does the other. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const vite = ['node_modules/vite/bin/vite.js', 'client', '--config', 'client/vite.config.ts'];
const server = ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts'];

const children = [server, vite].map((parts) => spawn(process.execPath, parts, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }));
for (const child of children) child.once('exit', (code) => end(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => end(0));

function end(code) {
  process.exitCode ||= code;
  for (const child of children) if (child.exitCode === null) child.kill('SIGTERM');
}
