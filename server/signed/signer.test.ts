import { expect, test } from 'vitest';
import { makeSigner } from './signer.ts';

const quiet = makeSigner('a secret of thirty-two characters', 'quiet');

test('a signed note opens to what was signed', () => {
  expect(quiet.open(quiet.sign('person-1/initiative-é'))).toBe('person-1/initiative-é');
});

test('changed, cut, borrowed from another purpose or another house, it opens to nothing', () => {
  const signed = quiet.sign('person-1/initiative-1');
  const [, seal = ''] = signed.split('~');
  const other = Buffer.from('person-2/initiative-1').toString('base64url');
  expect(quiet.open(`${other}~${seal}`)).toBeNull();
  expect(quiet.open(signed.slice(0, -2))).toBeNull();
  expect(quiet.open(`${signed}~x`)).toBeNull();
  expect(quiet.open('')).toBeNull();
  expect(makeSigner('a secret of thirty-two characters', 'reply').open(signed)).toBeNull();
  expect(makeSigner('another secret of thirty-two char', 'quiet').open(signed)).toBeNull();
});
