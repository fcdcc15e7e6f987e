/** What a push service carries and cannot read: RFC 8291 (keys), in one record of RFC 8188 (aes128gcm). Of Node's own parts: the usual package is under a licence we do not pass on. */
import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** The public key and the secret of a browser's subscription, in base64url. */
export interface BrowserKeys {
  readonly p256dh: string;
  readonly auth: string;
}

/** Every note is as long as any other, so that its length says nothing. Services take 4096 bytes with the head. */
const paddedTo = 2048;
const recordSize = 4096;

/** `chance` is for the test with the RFC's own numbers. @throws RangeError when it is too long, Error when the key is no point of the curve */
export function encrypt(note: Buffer, keys: BrowserKeys, chance: { salt?: Buffer; privateKey?: Buffer; padded?: boolean } = {}): Buffer {
  const { salt = randomBytes(16), privateKey, padded = true } = chance;
  const ours = createECDH('prime256v1');
  if (privateKey === undefined) ours.generateKeys();
  else ours.setPrivateKey(privateKey);
  const theirPublic = Buffer.from(keys.p256dh, 'base64url');
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirPublic, ours.getPublicKey()]);
  const shared = derive(ours.computeSecret(theirPublic), Buffer.from(keys.auth, 'base64url'), info, 32);
  const cipher = createCipheriv(
    'aes-128-gcm',
    derive(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16),
    derive(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12),
  );
  if (note.length >= paddedTo) throw new RangeError('a note too long to be pushed');
  const padding = Buffer.alloc(padded ? paddedTo - note.length - 1 : 0);
  const record = Buffer.concat([cipher.update(Buffer.concat([note, Buffer.of(2), padding])), cipher.final(), cipher.getAuthTag()]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(recordSize);
  return Buffer.concat([salt, size, Buffer.of(ours.getPublicKey().length), ours.getPublicKey(), record]);
}

/** Whether these can be a browser's keys: a point of the curve P-256, not compressed, and 16 bytes. */
export function areBrowserKeys({ p256dh, auth }: BrowserKeys): boolean {
  const point = Buffer.from(p256dh, 'base64url');
  if (point.length !== 65 || point[0] !== 4 || Buffer.from(auth, 'base64url').length !== 16) return false;
  try {
    const ours = createECDH('prime256v1');
    ours.generateKeys();
    return ours.computeSecret(point).length === 32;
  } catch {
    return false;
  }
}

function derive(secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length));
}
