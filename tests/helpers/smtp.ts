/** A real mail server that keeps what it is given. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface KeptLetter {
  readonly to: readonly string[];
  /** As it came, unfolded: quoted-printable line ends are taken out. */
  readonly source: string;
  /** As it came over the line. */
  readonly raw: string;
  readonly messageId: string;
  readonly subject: string;
}

export interface Mailbox {
  readonly url: string;
  readonly letters: KeptLetter[];
  /** Resolves once so many letters have been accepted. */
  holds(count: number): Promise<void>;
  /** Called with each letter's data in hand, before it is accepted; an error refuses it. */
  before: (letter: KeptLetter) => Promise<Error | null> | Error | null;
  close(): Promise<void>;
}

export async function openMailbox(port = 0): Promise<Mailbox> {
  const letters: KeptLetter[] = [];
  const waiting: { count: number; reached: () => void }[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on(
        'end',
        () =>
          void take(
            session.envelope.rcptTo.map(({ address }) => address),
            text,
          ).then(done),
      );
    },
  });
  server.on('error', () => undefined); // A sender that is killed in the middle of a sentence.
  const mailbox: Mailbox = {
    url: '',
    letters,
    before: () => null,
    holds: (count) =>
      new Promise((reached) => {
        if (letters.length >= count) return reached();
        waiting.push({ count, reached });
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  async function take(to: string[], text: string): Promise<Error | null> {
    const letter = read(to, text);
    const refusal = await mailbox.before(letter);
    if (refusal !== null) return refusal;
    letters.push(letter);
    for (const one of waiting) if (letters.length >= one.count) one.reached();
    return null;
  }
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address() as AddressInfo; // a server listening on a port has an AddressInfo.
  return Object.assign(mailbox, { url: `smtp://127.0.0.1:${address.port}` });
}

function read(to: readonly string[], text: string): KeptLetter {
  const source = text.replaceAll('=\r\n', '').replaceAll('=3D', '=');
  const header = (name: string) => new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(text)?.[1]?.replaceAll(/\r\n[ \t]/g, ' ') ?? '';
  return { to, source, raw: text, messageId: header('message-id'), subject: header('subject') };
}
