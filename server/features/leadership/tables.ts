import type { Kit } from '../../db/kit.postgres.ts';

export function leadershipTables(c: Kit) {
  /** Whether somebody wants to be counted in leadership mirrors; without a row they are. Nobody but themselves is told. */
  const leadershipChoice = c.table('leadership_choice', { personId: c.id(), counted: c.bool().notNull(), changedAt: c.instant().notNull() });
  return { leadershipChoice };
}
