import { expect, test } from 'vitest';
import { isPublicAddress } from './public-address.ts';

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '198.18.0.1',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  'fe80::1',
  'fc00::1',
  'fd12::1',
  'ff02::1',
  '2002:7f00:1::',
  '2001:0:1::1',
  '2001:db8::1',
  'localhost',
  '0x7f000001',
  '2130706433',
  '127.1',
  '',
])('%s is not out there', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['142.250.180.10', '17.57.144.1', '172.32.0.1', '192.0.1.1', '2a00:1450:4009::200a', '2600:1901::1'])('%s is', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});
