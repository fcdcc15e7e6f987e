/** The secrets of unnamed sparks posted from this device: whoever holds one may change that spark. Never beside a person. */
import { keep, readKept } from '#client/api/device.ts';

export function keepSecret(sparkId: string, secret: string): void {
  keep(`spark-secret:${sparkId}`, secret);
}

export function secretOf(sparkId: string): string | null {
  return readKept(`spark-secret:${sparkId}`);
}
