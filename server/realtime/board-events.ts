/** Boards over sockets: open, edit, where, close. */
import type { App } from '../context.ts';
import type { Live, LiveServer } from './realtime.ts';

export interface BoardEvents {
  connect(socket: Live): void;
}

export function boardEvents(_app: App, _io: LiveServer): BoardEvents {
  return { connect: () => undefined };
}
