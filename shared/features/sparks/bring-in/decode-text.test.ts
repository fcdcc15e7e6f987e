import { expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const utf8 = new TextEncoder();

it('reads UTF-8 with and without its mark', () => {
  expect(decodeText(utf8.encode('Café, খাবার'))).toBe('Café, খাবার');
  expect(decodeText(utf8.encode('\ufeffCafé'))).toBe('Café');
});

it('reads UTF-16 of both kinds by its mark', () => {
  expect(decodeText(new Uint8Array([0xff, 0xfe, 0x43, 0, 0xe9, 0]))).toBe('Cé');
  expect(decodeText(new Uint8Array([0xfe, 0xff, 0, 0x43, 0, 0xe9]))).toBe('Cé');
});

it('reads what Excel saves as CSV in Windows-1252', () => {
  expect(decodeText(new Uint8Array([0x43, 0xe9, 0x20, 0x80, 0x93, 0x94]))).toBe('Cé €“”');
});

it('does not take a spreadsheet or a picture for text', () => {
  expect(decodeText(new Uint8Array([0x50, 0x4b, 3, 4, 0x14, 0, 0, 0]))).toBeNull();
  expect(decodeText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]))).toBeNull();
});
