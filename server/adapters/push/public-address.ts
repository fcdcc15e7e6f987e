/** Which addresses of the internet are somebody's out there: where a browser says its push service is, nothing of our own net may answer. */
import { BlockList, isIP } from 'node:net';

/** Not for the public internet (IANA's special-purpose registries). */
const inside4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
];
const more4 = ['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'];
/** Within 2000::/3, all that is given out of IPv6: what stands for an address inside, or for examples. */
const inside6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const inside = listOf([...inside4, ...more4, ...inside6]);
const given = listOf(['2000::/3']);

export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !inside.check(address, 'ipv4');
  return version === 6 && given.check(address, 'ipv6') && !inside.check(address, 'ipv6');
}

function listOf(nets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const net of nets) {
    const [start = '', bits = ''] = net.split('/');
    list.addSubnet(start, Number(bits), start.includes(':') ? 'ipv6' : 'ipv4');
  }
  return list;
}
