/** One board under attack, from its first content to the moment all settle. */
import { describeDoc } from '#server/boards/gate/structure.ts';
import type { Attacker } from './attack.ts';
import { attackFrame } from './attackers.ts';
import { CheckedWorld, demand } from './checked-world.ts';
import { createElement, startPurpose } from './edits.ts';
import { Crowd } from './people.ts';
import { Random } from './random.ts';

/** Counts verdicts into `codes`. @throws with the seed of the board and the frame in the message */
export function attackOneBoard(boardSeed: number, frames: number, codes: Map<string, number>): void {
  const random = new Random(boardSeed);
  const world = new CheckedWorld();
  world.seed((doc) => {
    startPurpose(doc);
    createElement(doc, random);
  });
  const attackers: Attacker[] = ['mallory', 'trudy', 'eve'].map((person) => ({
    person,
    clients: [random.clientId(), random.clientId(), random.clientId()],
  }));
  world.suspects = (person) => attackers.some((attacker) => attacker.person === person);
  let frame: Uint8Array = new Uint8Array();
  try {
    const crowd = new Crowd(world, random, ['amina', 'joe', 'ruth']);
    for (let count = 0; count < frames; count++) {
      crowd.step();
      const attacker = random.pick(attackers);
      const seen = crowd.sent.slice(-40).map(({ bytes }) => bytes);
      frame = attackFrame({ random, world, attacker, seen });
      const { verdict, emitted } = world.receive(attacker.person, frame);
      const code = verdict.ok ? (verdict.noop ? 'noop' : 'passed') : verdict.code;
      codes.set(code, (codes.get(code) ?? 0) + 1);
      demand(code !== 'not-understood', 'every refusal has a reason');
      crowd.broadcast(emitted);
      if (random.chance(0.01)) world.reload();
    }
    frame = new Uint8Array();
    crowd.settle();
    world.checkCopies();
    world.checkLatecomer();
    checkHonest(crowd);
  } catch (error) {
    throw new Error(`seed ${boardSeed}, frame ${Buffer.from(frame).toString('hex')}`, { cause: error });
  }
}

function checkHonest(crowd: Crowd): void {
  for (const { receipt } of crowd.sent) demand(receipt.verdict.ok, `an honest frame passes: ${receipt.verdict.ok ? '' : receipt.verdict.code}`);
  const described = describeDoc(crowd.world.doc);
  for (const { doc } of crowd.tabs) demand(describeDoc(doc) === described, 'honest people see what the server has');
}
