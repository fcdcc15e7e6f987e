/** The composition root: everything a command may need, in one typed bag. Made by `makeApp`, handed down, never global. */
import type { Clock } from '#shared/lib/clock.ts';
import type { NewId } from '#shared/lib/ids.ts';
import type { Topic } from '#shared/realtime/topics.ts';
import type { Bus } from './activity/bus.ts';
import type { Mail } from './adapters/mail.ts';
import type { Push } from './adapters/push/push.ts';
import type { Audit } from './audit/audit.ts';
import type { Auth } from './auth/auth.ts';
import type { Boards } from './boards/boards.ts';
import type { Config } from './config/config.ts';
import type { Db } from './db/db.ts';
import type { Log } from './log/log.ts';
import type { Outbox } from './outbox/outbox.ts';

export interface Topics {
  /** Tells open screens that these have gone stale. */
  stale(topics: readonly Topic[]): void;
}

export interface Sessions {
  /** Cuts the live connections of one session. */
  end(sessionId: string): void;
  /** Cuts every live connection of a person, or makes it prove itself again. */
  recheck(personId: string): void;
}

export interface App {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly db: Db;
  readonly mail: Mail;
  readonly push: Push;
  readonly outbox: Outbox;
  readonly auth: Auth;
  readonly bus: Bus;
  readonly audit: Audit;
  readonly topics: Topics;
  readonly sessions: Sessions;
  readonly boards: Boards;
  /** The address people reach this server at, without a slash at the end. */
  readonly url: string;
}
