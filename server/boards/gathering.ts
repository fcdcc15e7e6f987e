/**
 * Edits that wait for others, where many read. What one page sends meanwhile becomes one edit: one look at it, one row of the log and one
 * message carry it all, and each of its edits is acknowledged.
 */
import type { Frame } from './accept-edit.ts';
import { mergedUpdate } from './board-view.ts';
import { LIVE_LIMITS } from './gate/limits.ts';
import { parseUpdate } from './gate/parse-update.ts';

interface Waiting {
  readonly frame: Frame;
  done(seq: number): void;
  refuse(thrown: unknown): void;
}

/** What one page has sent, in its order, and how much it weighs. */
interface Bundle {
  readonly waiting: Waiting[];
  bytes: number;
}

/** Takes one edit in. Resolves with its sequence number once durable. @throws Problem when it is refused */
type TakeIn = (frame: Frame) => Promise<{ readonly durable: Promise<number> }>;

export class Gathering {
  /** In the order in which the first of each came. */
  #bundles: Bundle[] = [];
  readonly #ofPage = new Map<string, Bundle>();
  #timer: NodeJS.Timeout | null = null;

  get isEmpty(): boolean {
    return this.#bundles.length === 0;
  }

  /** `due` is called once, when the first that waits has waited so long. */
  add(frame: Frame, ms: number, due: () => void): Promise<number> {
    this.#timer ??= setTimeout(due, ms);
    return new Promise((done, refuse) => {
      const bundle = this.#bundleFor(frame);
      bundle.waiting.push({ frame, done, refuse });
      bundle.bytes += frame.update.length;
    });
  }

  /** Takes in all that waits. Never throws: each edit has its own outcome. */
  async takeIn(take: TakeIn): Promise<void> {
    const bundles = this.#bundles;
    this.#bundles = [];
    this.#ofPage.clear();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    for (const { waiting } of bundles) if (!(await asOne(waiting, take))) for (const one of waiting) await alone(one, take);
  }

  #bundleFor({ from, update: { length } }: Frame): Bundle {
    const begun = from === undefined ? undefined : this.#ofPage.get(from);
    if (begun !== undefined && begun.bytes + length <= LIVE_LIMITS.bytes) return begun;
    const bundle: Bundle = { waiting: [], bytes: 0 };
    this.#bundles.push(bundle);
    if (from !== undefined) this.#ofPage.set(from, bundle);
    return bundle;
  }
}

/** @returns false when they can not be taken in as one: then nothing has changed, and each stands or falls by itself */
async function asOne(waiting: readonly Waiting[], take: TakeIn): Promise<boolean> {
  const frame = waiting.length > 1 ? mergedFrame(waiting.map((one) => one.frame)) : null;
  if (frame === null) return false;
  try {
    const { durable } = await take(frame);
    for (const { done, refuse } of waiting) durable.then(done, refuse);
    return true;
  } catch {
    return false;
  }
}

async function alone({ frame, done, refuse }: Waiting, take: TakeIn): Promise<void> {
  try {
    const { durable } = await take(frame);
    durable.then(done, refuse);
  } catch (thrown) {
    refuse(thrown);
  }
}

/** Merging reads bytes of people we do not know: only such as the gate can read are merged. */
function mergedFrame(frames: readonly Frame[]): Frame | null {
  const [first] = frames;
  if (first === undefined || frames.some(({ epoch, live, personId }) => epoch !== first.epoch || live !== first.live || personId !== first.personId))
    return null;
  try {
    for (const { update } of frames) parseUpdate(update, LIVE_LIMITS);
    const update = mergedUpdate(frames.map((frame) => frame.update));
    return { ...first, update, get mayEdit() { return frames.every((frame) => frame.mayEdit); } }; // prettier-ignore
  } catch {
    return null;
  }
}
