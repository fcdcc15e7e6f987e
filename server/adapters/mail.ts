/** Mail: SMTP when there is a server for it, else letters in a folder that a newcomer can open. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { Config } from '../config/config.ts';
import type { Log } from '../log/log.ts';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mail {
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** Without SMTP every letter is kept in `DATA_DIR/outbox`, and its links are said in the log. */
export function makeMail(config: Config, log: Log, newId: () => string): Mail {
  if (config.smtpUrl === null) return folderMail(path.join(config.dataDir, 'outbox'), log, newId);
  const transport = createTransport(config.smtpUrl);
  return {
    send: async (letter) => void (await transport.sendMail({ from: config.mailFrom, ...oneLine(letter) })),
    close: () => transport.close(),
  };
}

function folderMail(folder: string, log: Log, newId: () => string): Mail {
  return {
    async send(letter) {
      await mkdir(folder, { recursive: true });
      const { to, subject, text } = oneLine(letter);
      const file = path.join(folder, `${newId()}.txt`);
      await writeFile(file, `To: ${to}\nSubject: ${subject}\n\n${text}\n`, { mode: 0o600 });
      log.info({ file, links: text.match(/https?:\/\/\S+/g) ?? [] }, 'mail kept in the outbox folder; set SMTP_URL to send it');
    },
    close: () => undefined,
  };
}

/** A subject or address with a line break in it could add headers. */
function oneLine(letter: Letter): Letter {
  return { ...letter, to: letter.to.replaceAll(/[\r\n]+/g, ' '), subject: letter.subject.replaceAll(/[\r\n]+/g, ' ') };
}
