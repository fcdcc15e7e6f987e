import { expect, test } from 'vitest';
import { isSafeLink, isWebAddress } from './web-address.ts';

test('web, mail and telephone addresses may be linked to', () => {
  for (const good of ['https://example.org/a?b=c#d', 'http://127.0.0.1:3000', 'mailto:a@example.org', 'tel:+441234567890', 'HTTPS://EXAMPLE.ORG'])
    expect(isSafeLink(good)).toBe(true);
});

test('anything that could run, hide or lead nowhere may not', () => {
  const bad = [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '/relative',
    'example.org',
    '',
    'https://',
    'https://a b',
    `https://e.org/${'x'.repeat(2000)}`,
  ];
  for (const address of bad) expect(isSafeLink(address)).toBe(false);
});

test('a fact card takes web addresses only', () => {
  expect(isWebAddress('https://example.org')).toBe(true);
  expect(isWebAddress('mailto:a@example.org')).toBe(false);
});
