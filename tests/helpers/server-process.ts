/** The server as a process of its own, to be killed without warning. */
import { type ChildProcess, spawn } from 'node:child_process';
import { rootFolder } from './root-folder.ts';

export interface ServerProcess {
  readonly url: string;
  /** What it wrote so far. */
  said(): string;
  /** Ends it with a signal and waits until it is gone. @returns its exit code, null when a signal ended it */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Says a word to a test's own entry file. @returns when it has answered */
  tell(word: string): Promise<void>;
  /** Resolves when it is gone by itself. @returns the signal that ended it */
  gone(): Promise<NodeJS.Signals | null>;
}

/** Starts the server from its sources on a free port, or a test's own entry file with its arguments. @throws when it does not say its address */
export async function startServerProcess(env: NodeJS.ProcessEnv, entry: readonly string[] = ['server/main.ts']): Promise<ServerProcess> {
  const sources = entry[0]?.endsWith('.ts') === true ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...sources, ...entry], {
    cwd: rootFolder,
    env: { ...process.env, PORT: '0', DEMO: 'off', RATE_LIMITS: 'off', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /open at (http:\S+)/.exec(said);
      if (found?.[1] !== undefined) resolve(found[1]);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  return {
    url,
    said: () => said,
    end: (signal) => end(child, signal),
    tell: (word) =>
      new Promise((resolve, reject) => {
        child.once('message', () => resolve());
        child.send(word, (err) => err !== null && reject(err));
      }),
    gone: () => gone(child),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  await gone(child);
  return child.exitCode;
}

function gone(child: ChildProcess): Promise<NodeJS.Signals | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.signalCode);
    child.once('exit', (_code, signal) => resolve(signal));
  });
}
