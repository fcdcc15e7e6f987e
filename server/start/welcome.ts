/** What a newcomer reads in the terminal. */
import { say } from '#shared/words/say.ts';
import { readPlace } from '../features/place/store.ts';
import type { RunningServer } from './start-server.ts';

export async function welcomeLines(server: RunningServer): Promise<string> {
  const place = await readPlace(server.app.db);
  const how = place?.demo === true ? say('start.demo') : place?.keptBy === null ? say('start.first') : say('start.sign-in');
  return `\n  ${say('start.address', { url: server.url })}\n  ${how}\n\n`;
}
