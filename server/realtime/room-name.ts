/** The Socket.IO room of a board's open pages. */
export function roomName(boardId: string): string {
  return `board:${boardId}`;
}
