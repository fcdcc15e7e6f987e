// Hocuspocus as its own pages show it: the server and its SQLite extension, and nothing switched off. FOLDER is where it keeps its file.
import path from 'node:path';
import process from 'node:process';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

const server = new Server({
  address: '127.0.0.1',
  port: 0,
  quiet: true,
  // Pages of ours that only read say nothing, and would be cut after a minute; its own say now and then that they are there.
  timeout: 3_600_000,
  extensions: [new SQLite({ database: path.join(process.env['FOLDER'] ?? '.', 'hocuspocus.sqlite') })],
});
await server.listen();
process.stdout.write(`open at http://127.0.0.1:${server.address.port}\n`);
