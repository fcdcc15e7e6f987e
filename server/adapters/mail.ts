/** Mail: SMTP when there is a server for it, else letters in a folder that a newcomer can open. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { Config } from '../config/config.ts';
import { type Written } from '../letters/blocks.ts';
import { htmlOf, textOf } from '../letters/render.ts';
import type { Log } from '../log/log.ts';

export interface Letter extends Written {
  readonly to: string;
  /** The same for every try of the same letter. */
  readonly id?: string;
  readonly replyTo?: string | undefined;
  /** An address that takes a POST and stops letters like this one (RFC 8058). */
  readonly unsubscribe?: string | undefined;
}

export interface Mail {
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** How long one step of a conversation with the mail server may take; all of them together stay within a letter's lease (`server/outbox`). */
const waits = { connectionTimeout: 20_000, greetingTimeout: 20_000, dnsTimeout: 10_000, socketTimeout: 45_000 };

/** Without SMTP every letter is kept in `DATA_DIR/outbox`, and its links are said in the log. */
export function makeMail(config: Config, log: Log, newId: () => string): Mail {
  if (config.smtpUrl === null) return folderMail(path.join(config.dataDir, 'outbox'), log, newId);
  const transport = createTransport({ url: config.smtpUrl, pool: true, maxConnections: 2, ...waits });
  const host = hostOf(config.mailFrom);
  return {
    send: async (letter) => void (await transport.sendMail(asMessage(letter, config.mailFrom, host))),
    close: () => transport.close(),
  };
}

function asMessage(letter: Letter, from: string, host: string) {
  const { to, subject, id, replyTo, unsubscribe } = letter;
  const stop = unsubscribe === undefined ? {} : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
  return {
    from,
    to: oneLine(to),
    subject: oneLine(subject),
    text: textOf(letter),
    html: htmlOf(letter),
    ...(id === undefined ? {} : { messageId: `<${id}@${host}>` }),
    ...(replyTo === undefined ? {} : { replyTo: oneLine(replyTo) }),
    headers: { 'Auto-Submitted': 'auto-generated', ...stop },
  };
}

function folderMail(folder: string, log: Log, newId: () => string): Mail {
  return {
    async send(letter) {
      await mkdir(folder, { recursive: true });
      const file = path.join(folder, `${letter.id ?? newId()}.txt`);
      const replyTo = letter.replyTo === undefined ? '' : `Reply-To: ${oneLine(letter.replyTo)}\n`;
      await writeFile(file, `To: ${oneLine(letter.to)}\nSubject: ${oneLine(letter.subject)}\n${replyTo}\n${textOf(letter)}`, { mode: 0o600 });
      const links = letter.blocks.flatMap((block) => (block.is === 'link' ? [block.url] : []));
      log.info({ file, links }, 'mail kept in the outbox folder; set SMTP_URL to send it');
    },
    close: () => undefined,
  };
}

/** The host part of `Kindling <kindling@example.org>`. */
function hostOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
}

/** A subject or address with a line break in it could add headers. */
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}
