import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestTitle, splitSpark } from './title.ts';

describe('the title of a spark', () => {
  it('is the first line', () => {
    expect(splitSpark('Tea is cold\nBy the time it reaches bay 4.\n\nEvery day.')).toEqual({
      title: 'Tea is cold',
      body: 'By the time it reaches bay 4.\n\nEvery day.',
    });
  });

  it('is everything when there is one line', () => {
    expect(splitSpark('  Tea is cold ')).toEqual({ title: 'Tea is cold', body: '' });
  });

  it('is the first line that has words, whatever ends a line', () => {
    expect(splitSpark('\r\n \r\nTea is cold\r\nAlways')).toEqual({ title: 'Tea is cold', body: 'Always' });
  });

  it('is cut between words when the first line is long, and the rest opens the body', () => {
    const { title, body } = splitSpark(`${'word '.repeat(60)}end\nSecond line`);
    expect(title).toBe('word '.repeat(40).trim());
    expect(body).toBe(`${'word '.repeat(20)}end\nSecond line`);
  });

  it('may be exactly as long as the limit', () => {
    expect(splitSpark('x'.repeat(longestTitle))).toEqual({ title: 'x'.repeat(longestTitle), body: '' });
    expect(splitSpark(`${'x'.repeat(longestTitle)} y`)).toEqual({ title: 'x'.repeat(longestTitle), body: 'y' });
  });

  it('does not cut one character in two', () => {
    const { title, body } = splitSpark(`x${'👩🏽‍⚕️'.repeat(60)}`);
    expect(title.length).toBeLessThanOrEqual(longestTitle);
    expect(title.endsWith('👩🏽‍⚕️') && body.startsWith('👩🏽‍⚕️')).toBe(true);
  });
});

const line = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom('ward', 'খাবার', ' ', '\t', '\u00a0', 'a'.repeat(250))), {
    maxLength: 40,
  })
  .map((words) => words.join(' '));
const text = fc.array(line, { maxLength: 5 }).chain((lines) => fc.constantFrom('\n', '\r\n', '\n\n').map((end) => lines.join(end)));

it('loses no words and keeps their order', () => {
  fc.assert(
    fc.property(text, (written) => {
      const { title, body } = splitSpark(written);
      expect((title + body).replace(/\s/g, '')).toBe(written.replace(/\s/g, ''));
      expect(title.length).toBeLessThanOrEqual(longestTitle);
      expect(title).not.toMatch(/[\r\n]/);
      if (written.split(/\s+/).every((word) => word.length <= longestTitle)) {
        expect(`${title} ${body}`.split(/\s+/).filter(Boolean)).toEqual(written.split(/\s+/).filter(Boolean));
      }
    }),
  );
});

it('gives a title to every text that has words', () => {
  fc.assert(
    fc.property(text, (written) => {
      expect(splitSpark(written).title === '').toBe(written.trim() === '');
    }),
  );
});
