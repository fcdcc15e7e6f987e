/** The whole demo place, checked: every default filled in, every card judged by its own kind. */
import { sparksThatBegan } from './began.ts';
import { bromley } from './bromley.ts';
import { buurtzorg } from './buurtzorg.ts';
import { northumbria } from './northumbria.ts';
import { people } from './people.ts';
import { place } from './place.ts';
import { raid } from './raid.ts';
import { demoContent, type Demo } from './shape.ts';
import { systemAsks } from './system-asks.ts';
import { ideasOnTheWall } from './wall-ideas.ts';
import { needsOnTheWall } from './wall-needs.ts';

/** @throws ZodError when the content does not fit its shape */
export function readDemo(): Demo {
  return demoContent.parse({
    place,
    people,
    sparks: [...sparksThatBegan, ...needsOnTheWall, ...ideasOnTheWall],
    initiatives: [bromley, raid, northumbria, buurtzorg],
    systemAsks,
  });
}
