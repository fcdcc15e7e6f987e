/** Small signed notes for links and addresses that leave the house: who holds one can do the one thing it says, and cannot change what it says. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface Signer {
  sign(note: string): string;
  /** The note, or null when this signer never signed it. */
  open(signed: string): string | null;
}

/** A signer for one purpose: what it signs is worth nothing to another. No dot in it: an address that ends in one is taken for a file. */
export function makeSigner(secret: string, purpose: string): Signer {
  const key = createHmac('sha256', secret).update(`kindling/${purpose}`).digest();
  const seal = (note: string) => createHmac('sha256', key).update(note).digest();
  return {
    sign: (note) => `${Buffer.from(note).toString('base64url')}~${seal(note).toString('base64url')}`,
    open(signed) {
      const [noted, sealed, ...more] = signed.split('~');
      if (noted === undefined || sealed === undefined || more.length > 0) return null;
      const note = Buffer.from(noted, 'base64url').toString();
      const given = Buffer.from(sealed, 'base64url');
      const right = seal(note);
      return given.length === right.length && timingSafeEqual(given, right) ? note : null;
    },
  };
}
