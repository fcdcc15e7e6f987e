/** What both ends of a line agree on; apart from the schemas, so that the first page can know it without them. */

/** Raised when the meaning of an event changes; an older client is told to reload. */
export const protocolVersion = 2;
