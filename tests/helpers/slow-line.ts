/** A line to the server on which answers take as long as a test wants: what a page says passes at once, what it is told waits while the line is held. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface SlowLine {
  /** The server's address, as seen through this line. */
  readonly url: string;
  /** From now on pages hear nothing. */
  hold(): void;
  /** Pages hear all that waited, and what comes from now on. */
  letGo(): void;
  close(): Promise<void>;
}

export async function slowLine(to: string): Promise<SlowLine> {
  const { hostname, port } = new URL(to);
  const answers = new Set<Socket>();
  let isHeld = false;
  const proxy = createServer((page) => {
    const server = connect(Number(port), hostname);
    answers.add(server);
    server.on('data', (chunk) => void page.write(chunk));
    if (isHeld) server.pause();
    page.on('data', (chunk) => void server.write(chunk));
    for (const [end, other] of [
      [page, server],
      [server, page],
    ] as const)
      end.on('error', () => undefined).on('close', () => other.destroy());
    server.on('close', () => answers.delete(server));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, // it listens on a port.
    hold() {
      isHeld = true;
      for (const server of answers) server.pause();
    },
    letGo() {
      isHeld = false;
      for (const server of answers) server.resume();
    },
    async close() {
      for (const server of answers) server.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
