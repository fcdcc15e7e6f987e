import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const worthIt = /\.(js|css|html|svg|json|webmanifest|txt)$/;

/** Writes `.br` and `.gz` beside every text file once all of them exist (the service worker is written last), so that the server never compresses while people wait. */
export function precompress(): Plugin {
  let outDir = '';
  return {
    name: 'kindling:precompress',
    apply: 'build',
    configResolved(config) {
      outDir = path.resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler(error) {
        if (error) return;
        for (const file of await readdir(outDir, { recursive: true })) if (worthIt.test(file)) await squeeze(path.join(outDir, file));
      },
    },
  };
}

async function squeeze(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < 1024) return;
  const brotliOptions = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  await Promise.all([writeFile(`${file}.br`, await brotli(bytes, brotliOptions)), writeFile(`${file}.gz`, await gzip(bytes, { level: 9 }))]);
}
