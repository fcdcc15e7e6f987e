/**
 * Who may do what, cell by cell: every action × every role. The test asserts each cell against `can`, and fails for an action
 * without a row. `y` yes, `-` no; columns as in `roles`.
 */
import type { Action } from './actions.ts';
import type { Facts } from './facts.ts';

/** The roles of the table: somebody's standing in the place, and their seat in the initiative at hand. */
export const roles = {
  visitor: { standing: 'visitor', seat: null },
  guest: { standing: 'guest', seat: null },
  'guest in it': { standing: 'guest', seat: 'member' },
  person: { standing: 'member', seat: null },
  reader: { standing: 'member', seat: 'reader' },
  commenter: { standing: 'member', seat: 'commenter' },
  member: { standing: 'member', seat: 'member' },
  'co-owner': { standing: 'member', seat: 'co-owner' },
  keeper: { standing: 'keeper', seat: null },
} as const satisfies Record<string, Pick<Facts, 'standing' | 'seat'>>;

interface Row {
  /** Nothing special: somebody else's thing. */
  readonly other: string;
  /** The viewer's own thing; as `other` when left out. */
  readonly own?: string;
  /** A thing put to the viewer; as `other` when left out. */
  readonly addressed?: string;
}

//                                     visitor guest guest-in person reader commenter member co-owner keeper
export const table: Readonly<Record<Action, Row>> = {
  'place.read': { other: 'yyyyyyyyy' },
  'place.change': { other: '--------y' },
  'audit.read': { other: '--------y' },
  'person.change': { other: '---------', own: '-yyyyyyyy' },
  'person.find': { other: '---yyyyyy' },
  'invite.make': { other: '------yyy' },
  'invite.list': { other: '------yyy' },
  'invite.revoke': { other: '-------yy', own: '-yyyyyyyy' },
  'invite.redeem': { other: 'yyyyyyyyy' },
  'spark.read': { other: '-yyyyyyyy' },
  'spark.post': { other: '-yyyyyyyy' },
  'spark.edit': { other: '---------', own: '-yyyyyyyy' },
  'spark.withdraw': { other: '--------y', own: '-yyyyyyyy' },
  'spark.kindle': { other: '-yyyyyyyy' },
  'spark.comment': { other: '-yyyyyyyy' },
  'comment.withdraw': { other: '--------y', own: '-yyyyyyyy' },
  'spark.bring-in': { other: '---yyyyyy' },
  'spark.bring-in-undo': { other: '--------y', own: '-yyyyyyyy' },
  'spark.export': { other: '---yyyyyy' },
  'initiative.read': { other: '-yyyyyyyy' },
  'initiative.light': { other: '---yyyyyy' },
  'initiative.join': { other: '-y-yyy--y' },
  'initiative.leave': { other: '--y-yyyy-' },
  'initiative.perspectives': { other: '--y-yyyy-' },
  'initiative.invite': { other: '------yy-' },
  'initiative.change': { other: '-------y-' },
  'invitation.answer': { other: '---------', addressed: '-yyyyyyyy' },
  'invitation.withdraw': { other: '-------y-', own: '-yyyyyyyy' },
  'leadership.read': { other: '--y-yyyy-' },
  'board.read': { other: '-yyyyyyyy' },
  'board.edit': { other: '--y---yy-' },
  'board.export': { other: '---yyyyyy' },
  'board.bring-back': { other: '-------y-' },
  'board.make-room': { other: '-------y-' },
  'endorsement.make': { other: '---yyyyyy' },
  'endorsement.withdraw': { other: '---------', own: '-yyyyyyyy' },
  'pledge.make': { other: '---yyyyyy' },
  'pledge.update': { other: '---------', own: '-yyyyyyyy' },
  'pledge.confirm': { other: '--y---yy-', own: '---------' },
  'room.ask': { other: '------yy-' },
  'room.offer': { other: '---yyyyyy' },
  'room.write': { other: '---------', own: '-yyyyyyyy' },
  'room.decline': { other: '---------', addressed: '-yyyyyyyy' },
  'room.accept': { other: '--y---yy-', own: '---------' },
  'room.revoke': { other: '---------', own: '-yyyyyyyy' },
  'room.finish': { other: '--y---yy-' },
  'room.learn': { other: '--y---yy-' },
  'room.link': { other: '--y---yy-' },
  'ask.make': { other: '------yy-' },
  'ask.answer': { other: '---------', addressed: '-yyyyyyyy' },
  'ask.answer-by-link': { other: '---------', addressed: 'yyyyyyyyy' },
  'ask.tell': { other: '--y---yy-' },
  'ask.say': { other: '--y---yy-', addressed: '-yyyyyyyy' },
  'ask.possible': { other: '--y---yy-', addressed: '-yyyyyyyy' },
  'ask.withdraw': { other: '--y---yy-' },
  'ask.step-up': { other: '-------y-' },
  'ask.keep-level': { other: '-------y-' },
  'decision.put': { other: '-------y-' },
  'decision.put-again': { other: '-------y-' },
  'decision.answer': { other: '------yy-' },
  'decision.close': { other: '-------y-' },
  'waits.read': { other: '-yyyyyyyy' },
  'system-ask.read': { other: '-yyyyyyyy' },
  'system-ask.raise': { other: '------yy-' },
  'system-ask.join': { other: '--y---yy-' },
  'system-ask.leave': { other: '--y---yy-' },
  'system-ask.change': { other: '--y---yy-', addressed: '-yyyyyyyy' },
  'system-ask.sponsor': { other: '---yyyyyy' },
  'system-ask.step-back': { other: '---------', addressed: '-yyyyyyyy' },
  'system-ask.answer': { other: '---------', addressed: '-yyyyyyyy' },
};

/** Actions that end with the thing they are about. */
export const endsWithIt: ReadonlySet<Action> = new Set<Action>([
  'spark.edit',
  'invitation.answer',
  'invitation.withdraw',
  'endorsement.withdraw',
  'pledge.update',
  'pledge.confirm',
  'room.write',
  'room.decline',
  'room.accept',
  'room.revoke',
  'room.finish',
  'room.link',
  'ask.answer',
  'ask.answer-by-link',
  'ask.tell',
  'ask.say',
  'ask.possible',
  'ask.withdraw',
  'ask.step-up',
  'ask.keep-level',
  'decision.put-again',
  'decision.answer',
  'decision.close',
  'system-ask.join',
  'system-ask.change',
  'system-ask.sponsor',
  'system-ask.step-back',
]);
