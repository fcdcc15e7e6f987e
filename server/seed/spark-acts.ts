/** What people of the demo did with sparks: posted, kindled, replied. */
import type { Perspective } from '#shared/features/people/model.ts';
import { postSpark } from '../features/sparks/commands.ts';
import { kindle, reply } from '../features/sparks/replies/commands.ts';
import type { Act } from './act.ts';
import type { Demo, DemoPerson, DemoSpark } from './content/shape.ts';
import type { As } from './people.ts';
import type { Seeding } from './seeding.ts';

export function sparkActs({ app }: Seeding, demo: Demo, as: As): Act[] {
  const known = new Map(demo.people.map((person) => [person.id, person]));
  return demo.sparks.flatMap((spark) => [
    { daysAgo: spark.daysAgo, run: () => post({ app, as, known, people: demo.people }, spark) },
    ...spark.kindles.map(({ by, sentence, line, amount, daysAgo }) => ({
      daysAgo,
      run: () => kindle(app, as(by), { id: spark.id, sentence, line, amount, perspectives: perspectivesOf(known, by) }),
    })),
    ...spark.comments.map(({ id: commentId, by, text, daysAgo }) => ({ daysAgo, run: () => reply(app, as(by), { id: spark.id, commentId, text }) })),
  ]);
}

interface Cast {
  readonly app: Seeding['app'];
  readonly as: As;
  readonly known: ReadonlyMap<string, DemoPerson>;
  readonly people: readonly DemoPerson[];
}

async function post({ app, as, known, people }: Cast, spark: DemoSpark): Promise<void> {
  const { id, by, text, kind, siteId } = spark;
  if (by !== null) {
    const nameShown = known.get(by)?.nameShown ?? 'name';
    await postSpark(app, as(by), { id, text, kind, siteId, nameShown, perspectives: perspectivesOf(known, by) });
    return;
  }
  // The command wants somebody who is signed in and keeps nothing of them; anybody who says nothing else about this spark will do.
  const heard = new Set([...spark.kindles, ...spark.comments].map((act) => act.by));
  const anybody = people.find((person) => !heard.has(person.id));
  if (anybody !== undefined) await postSpark(app, as(anybody.id), { id, text, kind, siteId, nameShown: 'unnamed', perspectives: [] });
}

function perspectivesOf(known: ReadonlyMap<string, DemoPerson>, personId: string): Perspective[] {
  return [...(known.get(personId)?.perspectives ?? [])];
}
