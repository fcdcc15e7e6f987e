/** The policy: one pure function that the server obeys and the screen shows. */
import { Problem } from '../lib/problem.ts';
import type { Action } from './actions.ts';
import type { Facts } from './facts.ts';

export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: `why.${string}` };
type Rule = (facts: Facts) => Verdict;

/** Whether the person these facts describe may do this, and if not, why. */
export function can(action: Action, facts: Facts): Verdict {
  return rules[action](facts);
}

/** @throws Problem not-signed-in or not-allowed, with the policy's reason */
export function allow(verdict: Verdict): void {
  if (verdict.ok) return;
  throw new Problem(verdict.reason === 'why.sign-in' ? 'not-signed-in' : 'not-allowed', verdict.reason);
}

const yes: Verdict = { ok: true };
const no = (reason: `why.${string}`): Verdict => ({ ok: false, reason });

/** The first rule that says no decides. */
const all =
  (...needed: Rule[]): Rule =>
  (facts) => {
    for (const rule of needed) {
      const verdict = rule(facts);
      if (!verdict.ok) return verdict;
    }
    return yes;
  };
const either =
  (first: Rule, second: Rule): Rule =>
  (facts) =>
    second(facts).ok ? yes : first(facts);

const anyone: Rule = () => yes;
const signedIn: Rule = (f) => (f.standing === 'visitor' ? no('why.sign-in') : yes);
const reading: Rule = (f) => (f.openToRead ? yes : signedIn(f));
const claimed = all(signedIn, (f) => (f.standing === 'guest' ? no('why.claim-first') : yes));
const keeper = all(signedIn, (f) => (f.standing === 'keeper' ? yes : no('why.keeper-only')));
const own = all(signedIn, (f) => (f.own ? yes : no('why.own-only')));
const addressed = all(signedIn, (f) => (f.addressed ? yes : no('why.addressed-only')));
/** What a link was made for is addressed to whoever holds it, signed in or not. */
const holdingTheLink: Rule = (f) => (f.addressed ? yes : no('why.addressed-only'));
const seated = all(signedIn, (f) => (f.seat === null ? no('why.join-first') : yes));
const writing = all(seated, (f) => (f.seat === 'co-owner' || f.seat === 'member' ? yes : no('why.reading-only')));
const coOwner = all(signedIn, (f) => (f.seat === 'co-owner' ? yes : no('why.co-owner-only')));
const running: Rule = (f) => (f.ended ? no('why.ended') : yes);
/** A reader or commenter may still join in. */
const notYetIn: Rule = (f) => (f.seat === 'co-owner' || f.seat === 'member' ? no('why.already-in') : yes);
const notTheLast: Rule = (f) => (f.seat === 'co-owner' && f.otherCoOwners === 0 ? no('why.last-co-owner') : yes);
const notOwnRoom: Rule = (f) => (f.own ? no('why.own-room') : yes);
const notOwnPledge: Rule = (f) => (f.own ? no('why.own-pledge') : yes);

const rules: Record<Action, Rule> = {
  'place.read': anyone,
  'place.change': keeper,
  'audit.read': keeper,
  'person.change': own,
  'person.find': claimed,
  'invite.make': all(claimed, either(writing, keeper)),
  'invite.list': all(claimed, either(writing, keeper)),
  'invite.revoke': either(either(own, coOwner), keeper),
  'invite.redeem': anyone,
  'spark.read': reading,
  'spark.post': signedIn,
  'spark.edit': all(own, running),
  'spark.withdraw': either(own, keeper),
  'spark.kindle': signedIn,
  'spark.comment': signedIn,
  'comment.withdraw': either(own, keeper),
  'spark.bring-in': claimed,
  'spark.bring-in-undo': either(own, keeper),
  'spark.export': claimed,
  'initiative.read': reading,
  'initiative.light': claimed,
  'initiative.join': all(signedIn, notYetIn),
  'initiative.leave': all(seated, notTheLast),
  'initiative.perspectives': seated,
  'initiative.invite': all(claimed, writing),
  'initiative.change': coOwner,
  'invitation.answer': all(addressed, running),
  'invitation.withdraw': all(either(own, coOwner), running),
  'leadership.read': seated,
  'board.read': reading,
  'board.edit': writing,
  'board.export': claimed,
  'board.bring-back': coOwner,
  'board.make-room': coOwner,
  'endorsement.make': claimed,
  'endorsement.withdraw': all(own, running),
  'pledge.make': claimed,
  'pledge.update': all(own, running),
  'pledge.confirm': all(writing, notOwnPledge, running),
  'room.ask': all(claimed, writing),
  'room.offer': claimed,
  'room.write': all(own, running),
  'room.decline': all(addressed, running),
  'room.accept': all(writing, notOwnRoom, running),
  'room.revoke': all(own, running),
  'room.finish': all(writing, running),
  'room.learn': writing,
  'room.link': all(writing, running),
  'ask.make': all(claimed, writing),
  'ask.answer': all(addressed, running),
  'ask.answer-by-link': all(holdingTheLink, running),
  'ask.tell': all(writing, running),
  'ask.say': all(either(writing, addressed), running),
  'ask.possible': all(either(writing, addressed), running),
  'ask.withdraw': all(writing, running),
  'ask.step-up': all(coOwner, running),
  'ask.keep-level': all(coOwner, running),
  'decision.put': all(claimed, coOwner),
  'decision.put-again': all(claimed, coOwner, running),
  'decision.answer': all(claimed, writing, running),
  'decision.close': all(claimed, coOwner, running),
  'waits.read': reading,
  'system-ask.read': reading,
  'system-ask.raise': all(claimed, writing),
  'system-ask.join': all(writing, running),
  'system-ask.leave': writing,
  'system-ask.change': all(either(writing, addressed), running),
  'system-ask.sponsor': all(claimed, running),
  'system-ask.step-back': all(addressed, running),
  'system-ask.answer': addressed,
};
