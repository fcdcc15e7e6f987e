/** From a config to a server that answers. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { makeApp, type Parts } from '../app.ts';
import type { Config } from '../config/config.ts';
import type { App } from '../context.ts';
import type { Realtime } from '../realtime/realtime.ts';
import { webServer } from '../http/server.ts';
import { type Jobs, startJobs } from '../jobs/jobs.ts';
import { openPlace } from './open-place.ts';

export interface RunningServer {
  readonly app: App;
  readonly url: string;
  readonly realtime: Realtime;
  readonly jobs: Jobs;
  /** Stops taking requests, writes out what is pending, closes the database. */
  close(): Promise<void>;
}

export interface Starting extends Parts {
  /** What comes before anything is opened here. */
  readonly before?: (url: string) => Promise<void>;
}

/** Listens, migrates, opens the place (with the demo on an empty folder) and starts to answer. */
export async function startServer(config: Config, { before, ...parts }: Starting = {}): Promise<RunningServer> {
  let web: Express | null = null;
  let ready = false;
  const server = createServer((request, response) => {
    if (web !== null) return void web(request, response);
    response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain' }).end('Starting.');
  });
  const url = config.publicUrl ?? (await listen(server, config));
  if (config.publicUrl !== null) await listen(server, config);
  await before?.(url);
  const running = await makeApp(config, url, parts);
  running.realtime.listen(server);
  await openPlace(running.app);
  const jobs = await startJobs(running.app);
  web = webServer(running.app, () => ready);
  ready = true;
  return {
    app: running.app,
    realtime: running.realtime,
    jobs,
    url,
    async close() {
      ready = false;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await jobs.close();
      await running.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, config: Config): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo; // a server listening on a port has an AddressInfo.
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
