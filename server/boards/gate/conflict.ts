/**
 * Where Yjs will put a struct among others written at the same time, worked out on the trial copy; and whether replicas can
 * come to see it in two ways.
 *
 * Yjs replicas end up alike if every struct was once made between two neighbours that stood side by side for its author.
 * Call what the struct names on its left `l`, on its right `r`, and what l names on its own right `x`. Whoever knows l knows
 * x, and by the same rule nothing that x or l was made from stands between l and x. So:
 *   r up to x      is possible exactly when what r was put behind does not stand between l and r;
 *   r behind x     is a lie, or Yjs putting back a removed type (13.6.33, redoItem), and harmless: x was put behind something
 *                  before l, where Yjs stops looking, so everywhere the struct lands as if it had named x;
 *   r at or before l   is the same lie the other way round and lands alike too, unless finding r cuts the item that holds l:
 *                  then the text reads one way now and another way after a reload.
 */
import type { List, Lists } from './lists.ts';
import { holds, type Piece, type Pieces } from './pieces.ts';
import { refuse } from './verdict.ts';
import type { Work } from './work.ts';

export interface Placing {
  readonly pieces: Pieces;
  readonly lists: Lists;
  readonly work: Work;
  /** The piece that holds a unit that is in a list already. */
  find(client: number, clock: number): Piece;
  /** Counts walks and clears of the clash set, so that marks on pieces never need wiping. */
  turn: number;
}

/** Links the piece into the list where Yjs will. @throws Refusal inverted, too-much-work */
export function settle(placing: Placing, list: List, piece: Piece, left: Piece | null, right: Piece | null): void {
  const first = left === null ? placing.lists.startOf(list) : placing.pieces.rightOf(left);
  const neighbour = first === right ? left : leftAmongRivals(placing, piece, left, first, right);
  placing.lists.link(list, neighbour, piece);
}

/** Walks from the first rival to `right` or as far as it matters, and takes the decisions of `Item.integrate` on the way. */
function leftAmongRivals(placing: Placing, piece: Piece, left: Piece | null, first: Piece | null, right: Piece | null): Piece | null {
  const walk = ++placing.turn;
  let clashes = ++placing.turn;
  let neighbour = left;
  let isOpen = true;
  let rightKnewBetter = false;
  for (let rival = first; rival !== null; rival = placing.pieces.rightOf(rival)) {
    if (rival === right) return rightKnewBetter ? refuse('inverted', 'right knew better') : neighbour;
    placing.work.spend(1);
    if (right !== null && holds(rival, right.originClient, right.originClock)) rightKnewBetter = true;
    if (isOpen) {
      rival.passed = walk;
      rival.clashed = clashes;
      const verdict = against(placing, piece, rival, walk, clashes);
      isOpen = verdict !== 'stop';
      if (verdict === 'after') {
        neighbour = rival;
        clashes = ++placing.turn;
      }
    }
    if (left !== null && holds(rival, left.rightClient, left.rightClock)) {
      if (isOpen) refuse('inverted', 'nothing stops it');
      break;
    }
  }
  if (left !== null && right !== null && mayShareItem(left, right)) refuse('inverted', 'cuts its own left');
  return neighbour;
}

/** Whether Yjs may hold `right` and, behind it, the end of `left` in one item, now or once it merges. */
function mayShareItem(left: Piece, right: Piece): boolean {
  const end = left.clock + left.length - 1;
  if (left.client !== right.client || right.clock > end || !continuesRun(right)) return false;
  return right.clock === end || left.length > 1 || continuesRun(left);
}

function continuesRun({ client, clock, originClient, originClock }: Piece): boolean {
  return originClient === client && originClock === clock - 1;
}

/** What Yjs decides at one rival: go after it, stop before it, or leave it open. */
function against(placing: Placing, piece: Piece, rival: Piece, walk: number, clashes: number): 'after' | 'stop' | 'open' {
  if (rival.originClient === piece.originClient && rival.originClock === piece.originClock) {
    if (rival.client < piece.client) return 'after';
    return rival.rightClient === piece.rightClient && rival.rightClock === piece.rightClock ? 'stop' : 'open';
  }
  if (rival.originClient === -1) return 'stop';
  const origin = placing.find(rival.originClient, rival.originClock);
  if (origin.passed !== walk) return 'stop';
  return origin.clashed === clashes ? 'open' : 'after';
}
