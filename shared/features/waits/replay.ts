/** From the trail of an ask to its waits: which clock ran, for whom, how long. Pure; times are milliseconds since 1970. */
import type { z } from 'zod';
import type { Moment } from '../../lib/batches.ts';
import type { askAnswer, askLevel, askMove } from '../asks/model.ts';

type Level = z.infer<typeof askLevel>;

/** One step of a trail, without its words. */
export interface Move {
  readonly what: z.infer<typeof askMove>;
  readonly at: number;
  readonly personId: string;
  readonly toPersonId: string | null;
  readonly answer: z.infer<typeof askAnswer> | null;
  readonly level: Level | null;
}

export interface AskWait {
  readonly level: Level;
  /** Everybody it waited for. */
  readonly people: ReadonlySet<string>;
  readonly lengthMs: number;
  readonly end: 'open' | 'answered' | 'taken-back' | 'one-level-up';
}

/** Something that changes a wait, the person it is about, and the level it is at. */
export interface News extends Moment {
  readonly level: Level;
}

export interface Replayed {
  readonly waits: readonly AskWait[];
  readonly news: readonly News[];
}

/** What is running while a trail is read. */
interface Running {
  level: Level;
  readonly people: Set<string>;
  /** Since when it is the asked person's turn; null while it is the team's. */
  since: number | null;
  heldMs: number;
}

/** Reads a trail up to, not including, `until`. @param cut whether going one level up begins another wait */
export function replay(trail: readonly Move[], until: number, cut: boolean): Replayed {
  const clock = new AskClock(cut);
  for (const move of trail) if (move.at < until) clock.read(move);
  clock.end('open', until);
  return clock;
}

class AskClock implements Replayed {
  readonly waits: AskWait[] = [];
  readonly news: News[] = [];
  private running: Running | null = null;
  /** Whom it waits for, or who has answered. */
  private person = '';
  private level: Level = 'team';
  private readonly cut: boolean;

  constructor(cut: boolean) {
    this.cut = cut;
  }

  read(move: Move): void {
    const { what, at } = move;
    if (what === 'put') this.goesTo(move, move.level ?? 'team');
    else if (what === 'handed-over') this.goesTo(move, this.level);
    else if (what === 'stepped-up') this.stepUp(move);
    else if (what === 'told-more') this.goesTo({ at, toPersonId: this.person }, this.level);
    else if (what === 'answered') this.answered(move);
    else if (what === 'withdrawn') this.isOver('taken-back', at);
  }

  /** The clock stops for good, if it was not stopped before. */
  end(end: AskWait['end'], at: number): void {
    if (this.running === null) return;
    const { level, people, since, heldMs } = this.running;
    this.waits.push({ level, people, end, lengthMs: heldMs + (since === null ? 0 : at - since) });
    this.running = null;
  }

  private goesTo({ at, toPersonId }: Pick<Move, 'at' | 'toPersonId'>, level: Level): void {
    const person = toPersonId ?? this.person;
    if (this.person !== '' && this.person !== person) this.tell(at);
    this.person = person;
    this.level = level;
    this.running ??= { level, people: new Set(), since: null, heldMs: 0 };
    this.running.level = level;
    this.running.people.add(this.person);
    this.running.since ??= at;
    this.tell(at);
  }

  private stepUp(move: Move): void {
    if (this.cut) this.end('one-level-up', move.at);
    this.goesTo(move, move.level ?? this.level);
  }

  private answered({ answer, at }: Move): void {
    if (answer !== 'tell-more') return this.isOver('answered', at);
    if (this.running === null || this.running.since === null) return;
    this.running.heldMs += at - this.running.since;
    this.running.since = null;
    this.tell(at);
  }

  private isOver(end: AskWait['end'], at: number): void {
    if (this.running === null) return;
    this.tell(at);
    this.end(end, at);
  }

  private tell(at: number): void {
    this.news.push({ at, personId: this.person, level: this.level });
  }
}
