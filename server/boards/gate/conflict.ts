/**
 * Where Yjs will put a struct among others written at the same time, worked out on the trial copy; and whether replicas can
 * come to see it in two ways.
 *
 * Yjs replicas end up alike if every struct was once made between two neighbours that stood side by side for its author.
 * Call what the struct names on its left `l`, on its right `r`, and what l names on its own right `x`. Whoever knows l knows
 * x, and by the same rule nothing that x or l was made from stands between l and x. So:
 *   r up to x      is possible exactly when what r was put behind does not stand between l and r. Where it does, it is a lie, or
 *                  Yjs putting words back into such a type; harmless if Yjs stops looking before it: of what r was made from,
 *                  something between l and r was put behind something before l, so everywhere the struct lands before that;
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

/** What a struct names on its two sides. */
interface Claim {
  readonly left: Piece | null;
  readonly right: Piece | null;
}

/** Links the piece into the list where Yjs will. @throws Refusal inverted, too-much-work */
export function settle(placing: Placing, list: List, piece: Piece, claim: Claim): void {
  const { left, right } = claim;
  const first = left === null ? placing.lists.startOf(list) : placing.pieces.rightOf(left);
  placing.lists.link(list, first === right ? left : leftAmongRivals(placing, piece, claim, first), piece);
}

function leftAmongRivals(placing: Placing, piece: Piece, claim: Claim, first: Piece | null): Piece | null {
  const contest = new Contest(placing, piece, claim);
  let rival = first;
  while (rival !== null && rival !== claim.right && contest.goesPast(rival)) {
    placing.work.spend(1);
    rival = placing.pieces.rightOf(rival);
  }
  contest.end(rival === claim.right);
  return contest.neighbour;
}

/** Takes the decisions of Yjs' `Item.integrate`, one rival after the other, and checks the claim on the way. */
class Contest {
  neighbour: Piece | null;
  private readonly placing: Placing;
  private readonly piece: Piece;
  private readonly claim: Claim;
  /** Marks on pieces: passed in this walk; passed since the neighbour last changed. */
  private readonly walk: number;
  private clashes: number;
  private isOpen = true;
  private rightKnewBetter = false;

  constructor(placing: Placing, piece: Piece, claim: Claim) {
    this.placing = placing;
    this.piece = piece;
    this.claim = claim;
    this.neighbour = claim.left;
    this.walk = ++placing.turn;
    this.clashes = ++placing.turn;
  }

  /** Whether what stands behind this rival matters, too. */
  goesPast(rival: Piece): boolean {
    const { left, right } = this.claim;
    if (this.isOpen) this.meet(rival);
    // Only of rivals passed on the way: where Yjs stops looking, what stands behind is never asked.
    if (this.isOpen && right !== null && holds(rival, right.originClient, right.originClock)) this.rightKnewBetter = true;
    if (left === null || !holds(rival, left.rightClient, left.rightClock)) return right !== null || this.isOpen;
    return this.isOpen ? refuse('inverted', 'nothing stops it') : false;
  }

  end(hasReachedRight: boolean): void {
    const { left, right } = this.claim;
    if (hasReachedRight && this.rightKnewBetter) refuse('inverted', 'right knew better');
    if (!hasReachedRight && left !== null && right !== null && mayShareItem(left, right)) refuse('inverted', 'cuts its own left');
  }

  private meet(rival: Piece): void {
    rival.passed = this.walk;
    rival.clashed = this.clashes;
    if (hasSameOrigin(rival, this.piece)) this.meetSibling(rival);
    else this.meetOther(rival);
  }

  /** Written behind the same unit: the lower client id comes first. */
  private meetSibling(rival: Piece): void {
    if (rival.client < this.piece.client) this.goBehind(rival);
    else if (rival.rightClient === this.piece.rightClient && rival.rightClock === this.piece.rightClock) this.isOpen = false;
  }

  /** Written behind a rival passed on the way, it goes with that one; written behind anything else, it ends the walk. */
  private meetOther(rival: Piece): void {
    const origin = rival.originClient === -1 ? null : this.placing.find(rival.originClient, rival.originClock);
    if (origin === null || origin.passed !== this.walk) this.isOpen = false;
    else if (origin.clashed !== this.clashes) this.goBehind(rival);
  }

  private goBehind(rival: Piece): void {
    this.neighbour = rival;
    this.clashes = ++this.placing.turn;
  }
}

function hasSameOrigin(one: Piece, other: Piece): boolean {
  return one.originClient === other.originClient && one.originClock === other.originClock;
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
