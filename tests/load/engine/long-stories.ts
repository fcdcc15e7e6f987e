/**
 * The server as it is, but for one number: a story holds more letters than on a board of people, so that a text of a trace stands on one card. Gate,
 * judge and policy are the same.
 */
import { story } from '#shared/elements/story/kind.ts';
import { serveUntilTold } from '#tests/helpers/serve-until-told.ts';

Object.assign(story.fields.whatHappened, { max: 30_000 });
await serveUntilTold();
