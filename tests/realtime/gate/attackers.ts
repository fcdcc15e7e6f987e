/** Frames from people who mean harm: bent bytes, wild grammar, lies about places. */
import type { Attack } from './attack.ts';
import { bentBytes, restamped } from './bent-frames.ts';
import { continued, misplaced, removal, theft } from './misplaced.ts';
import { wildGrammar } from './wild-grammar.ts';

export function attackFrame(attack: Attack): Uint8Array {
  const luck = attack.random.below(100);
  if (luck < 22 && attack.seen.length > 0) return bentBytes(attack);
  if (luck < 28 && attack.seen.length > 0) return restamped(attack);
  if (luck < 42) return wildGrammar(attack);
  if (luck < 47) return theft(attack);
  if (luck < 54) return removal(attack);
  if (luck < 58) return continued(attack);
  return misplaced(attack);
}
