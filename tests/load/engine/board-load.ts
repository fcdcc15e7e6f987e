/** A board full of pages, some of which type at a given rate. */
import type { Page, Running } from './contestant.ts';
import { Deliveries, Times } from './deliveries.ts';
import { type Editor, makeEditor } from './editor.ts';
import type { GroundBoard } from './ground.ts';

export interface Measured {
  readonly perSecond: number;
  readonly delivered: number;
  readonly deliveredPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly ackP95: number;
  /** Server time for one delivery, in microseconds. */
  readonly cpuUs: number;
  readonly missing: number;
}

export interface LoadOptions {
  readonly pages: number;
  readonly editors: number;
}

export interface BoardsLoad {
  /** Everybody types together `perSecond` edits a second, one after another, over all boards. */
  run(perSecond: number, seconds: number): Promise<Measured>;
  leave(): void;
}

interface Seat {
  readonly page: Page;
  readonly editor: Editor | null;
}

/** Opens `pages` pages on each board, the first `editors` of which will type. */
export async function fillBoards(running: Running, boards: readonly GroundBoard[], { pages, editors: typing }: LoadOptions): Promise<BoardsLoad> {
  const seats: Seat[] = [];
  const all: Deliveries[] = [];
  const acks = new Acks();
  let nth = 0;
  for (const board of boards) {
    const editors = board.cards.slice(0, typing).map((card) => makeEditor(board.state, card));
    const deliveries = new Deliveries(editors);
    all.push(deliveries);
    const joining = Array.from({ length: pages }, async (_, at) => {
      const editor = editors[at] ?? null;
      const page = await running.join({
        boardId: board.id,
        nth: nth++,
        heard: deliveries.page(editor?.client ?? null),
        ...(editor === null ? {} : { acknowledged: acks.of(editor) }),
      });
      seats.push({ page, editor });
    });
    await Promise.all(joining);
  }
  const writers = seats.flatMap(({ page, editor }) => (editor === null ? [] : [{ page, editor }]));
  const shown = pages - 1;
  return {
    async run(perSecond, seconds) {
      const edits = Math.round((perSecond * seconds) / writers.length);
      for (const { editor } of writers) editor.prepare(edits + 1);
      for (const deliveries of all) deliveries.times = new Times();
      acks.times = new Times();
      const cpuBefore = running.cpuMs();
      const began = performance.now();
      await type(writers, perSecond, edits);
      const expected = edits * writers.length * shown;
      await arrived(() => all.reduce((sum, { times }) => sum + times.count, 0) >= expected, 2000);
      const took = (performance.now() - began) / 1000;
      const cpu = running.cpuMs() - cpuBefore;
      for (const { editor } of writers) editor.sent.fill(0);
      const times = together(all);
      const delivered = times.count;
      return {
        perSecond,
        delivered,
        deliveredPerSecond: delivered / took,
        p50: times.at(0.5),
        p99: times.at(0.99),
        ackP95: acks.times.at(0.95),
        cpuUs: (cpu * 1000) / delivered,
        missing: expected - delivered,
      };
    },
    leave: () => seats.forEach(({ page }) => page.leave()),
  };
}

/** Acknowledgements come in the order of the edits. */
class Acks {
  times = new Times();

  of(editor: Editor): () => void {
    let n = 0;
    return () => {
      const sent = editor.sent[n++];
      if (sent !== undefined && sent > 0) this.times.add(performance.now() - sent);
    };
  }
}

function type(writers: readonly { page: Page; editor: Editor }[], perSecond: number, edits: number): Promise<void> {
  const total = edits * writers.length;
  return new Promise((resolve) => {
    const began = performance.now();
    let done = 0;
    const turn = (): void => {
      const due = Math.min(total, Math.floor(((performance.now() - began) * perSecond) / 1000));
      for (; done < due; done++) {
        const writer = writers[done % writers.length];
        if (writer === undefined) continue;
        const update = writer.editor.next();
        writer.editor.sent.push(performance.now());
        writer.page.send(update);
      }
      if (done < total) setTimeout(turn, 1);
      else resolve();
    };
    turn();
  });
}

async function arrived(all: () => boolean, withinMs: number): Promise<void> {
  const until = performance.now() + withinMs;
  while (!all() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
}

function together(all: readonly Deliveries[]): Times {
  const [first, ...others] = all;
  const times = first?.times ?? new Times();
  for (const { times: more } of others) times.addAll(more);
  return times;
}
