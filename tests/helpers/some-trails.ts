/** Trails of asks for tests: one that is written down, and any that can happen. */
import fc from 'fast-check';
import { dayMs } from '#shared/lib/clock.ts';
import type { BlockerKind } from '#shared/features/system-asks/model.ts';
import type { Move } from '#shared/features/waits/replay.ts';
import type { AskTrail } from '#shared/features/waits/rows.ts';

export const monday = Date.parse('2027-03-01T00:00:00Z');

type Written = Partial<Omit<Move, 'at'>> & { readonly day: number; readonly what: Move['what'] };

let count = 0;

export function anAsk(ask: { to: string; kind: BlockerKind; level?: Move['level']; day?: number; moves?: readonly Written[] }): AskTrail {
  const { to, kind, level = 'team', day = 0, moves = [] } = ask;
  const nothing = { personId: to, toPersonId: null, answer: null, level: null };
  const put = { ...nothing, what: 'put', at: monday + day * dayMs, personId: 'team', toPersonId: to, level } as const;
  count += 1;
  return { id: `ask-${count}`, kind, moves: [put, ...moves.map(({ day: when, ...move }) => ({ ...nothing, ...move, at: monday + when * dayMs }))] };
}

export function answeredAfter(day: number, days: number, personId: string): Written[] {
  return [{ day: day + days, what: 'answered', personId, answer: 'will' }];
}

const levels = ['team', 'department', 'organisation', 'beyond'] as const;
const someone = fc.integer({ min: 1, max: 8 }).map((n) => `person-${n}`);
const move = fc.record({
  after: fc.integer({ min: 0, max: 25 }),
  what: fc.constantFrom('answered', 'answered', 'handed-over', 'told-more', 'stepped-up', 'withdrawn', 'step-announced'),
  to: someone,
  answer: fc.constantFrom('will', 'cannot', 'belongs', 'tell-more'),
});

const trail: fc.Arbitrary<AskTrail> = fc
  .record({
    to: someone,
    kind: fc.constantFrom('funding', 'culture', 'space'),
    level: fc.constantFrom('team', 'team', 'department', 'organisation'),
    day: fc.integer({ min: 0, max: 60 }),
    moves: fc.array(move, { maxLength: 4 }),
  })
  .map(({ moves, ...ask }) => {
    let when = ask.day;
    let turn: string = ask.to;
    let level: Move['level'] = ask.level;
    const written = moves.map(({ after, what, to, answer }): Written => {
      when += after;
      const personId = turn;
      if (what === 'answered') return { day: when, what, personId, answer };
      if (what !== 'handed-over' && what !== 'stepped-up') return { day: when, what, personId };
      turn = to;
      if (what === 'stepped-up') level = levels[levels.indexOf(level ?? 'team') + 1] ?? 'beyond';
      return { day: when, what, personId, toPersonId: to, level: what === 'stepped-up' ? level : null };
    });
    return anAsk({ ...ask, moves: written });
  });

/** Up to sixty asks of three kinds and eight people, with whatever can happen to them. */
export const trails = fc.array(trail, { maxLength: 60 });
