import { expect, test } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { longestMailboxName, noticesRepliedTo, replyAddress } from './reply-address.ts';

const secret = 'a secret of thirty-two characters';
const mailbox = 'reply@kindling.example';
const opened = (words: string, by = secret, at = mailbox) => noticesRepliedTo(by, at, words);

test('an address opens to its notice, whatever a mail server does to its case', () => {
  for (let n = 0; n < 200; n += 1) {
    const id = newId();
    const address = replyAddress(secret, mailbox, id);
    expect(address).toMatch(/^[a-z0-9+]+@kindling\.example$/);
    expect(address.indexOf('@')).toBeLessThanOrEqual(64);
    expect(opened(`"Kindling" <${address.toUpperCase()}>, other@example.org`)).toEqual({ noticeIds: [id], forged: false });
  }
});

test('the longest name that may be set still fits', () => {
  const name = 'r'.repeat(longestMailboxName);
  expect(replyAddress(secret, `${name}@kindling.example`, newId()).indexOf('@')).toBe(64);
});

test('changed in any letter, cut, made by another secret, it is forged', () => {
  const address = replyAddress(secret, mailbox, newId());
  const [name = ''] = address.split('@');
  for (let at = 'reply+'.length; at < name.length - 1; at += 1) {
    const other = name[at] === 'a' ? 'b' : 'a';
    expect(opened(`${name.slice(0, at)}${other}${name.slice(at + 1)}@kindling.example`)).toEqual({ noticeIds: [], forged: true });
  }
  expect(opened(address.replace('@', 'a@')).forged).toBe(true);
  expect(opened(address.replace('+', '+a')).forged).toBe(true);
  expect(opened(address, 'another secret of thirty-two char')).toEqual({ noticeIds: [], forged: true });
});

test('an address of another house, or with more behind it, is none of ours', () => {
  const address = replyAddress(secret, mailbox, newId());
  const none = { noticeIds: [], forged: false };
  expect(opened(address.replace('kindling.example', 'kindling.example.evil.example'))).toEqual(none);
  expect(opened(address.replace('kindling.example', 'kindlingxexample'))).toEqual(none);
  expect(opened(address.replace('reply', 'other'))).toEqual(none);
  expect(opened('reply@kindling.example')).toEqual(none);
});
