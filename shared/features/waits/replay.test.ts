import { describe, expect, test } from 'vitest';
import { dayMs } from '../../lib/clock.ts';
import { type Move, replay } from './replay.ts';

const on = (day: number, what: Move['what'], personId: string, more: Partial<Move> = {}): Move => ({
  what,
  at: day * dayMs,
  personId,
  toPersonId: null,
  answer: null,
  level: null,
  ...more,
});
const put = (day: number, to = 'dev', level: Move['level'] = 'team') => on(day, 'put', 'amina', { toPersonId: to, level });
const answered = (day: number, answer: Move['answer'], by = 'dev') => on(day, 'answered', by, { answer });

/** "team dev+priya 12 answered", a line a wait. */
function waits(trail: readonly Move[], { until = 100, cut = false } = {}): string[] {
  return replay(trail, until * dayMs, cut).waits.map(
    ({ level, people, lengthMs, end }) => `${level} ${[...people].join('+')} ${lengthMs / dayMs} ${end}`,
  );
}

describe('[W1] a wait is over with a settled answer', () => {
  test.each(['will', 'cannot', 'belongs'] as const)('%s', (answer) => {
    expect(waits([put(0), answered(6, answer)])).toEqual(['team dev 6 answered']);
  });

  test('an answer that is changed later changes nothing', () => {
    expect(waits([put(0), answered(6, 'cannot'), answered(9, 'will')])).toEqual(['team dev 6 answered']);
    expect(replay([put(0), answered(6, 'cannot'), answered(9, 'will')], dayMs * 100, false).news).toHaveLength(2);
  });

  test('a settled ask that is handed over begins another', () => {
    const trail = [
      put(0),
      answered(6, 'cannot'),
      on(10, 'handed-over', 'dev', { toPersonId: 'priya', answer: 'belongs' }),
      answered(13, 'will', 'priya'),
    ];
    expect(waits(trail)).toEqual(['team dev 6 answered', 'team priya 3 answered']);
  });

  test('and so does one that was told more about', () => {
    expect(waits([put(0), answered(6, 'will'), answered(7, 'tell-more'), on(9, 'told-more', 'amina'), answered(10, 'will')])).toEqual([
      'team dev 6 answered',
      'team dev 1 answered',
    ]);
  });
});

describe('[W2] the same wait goes on', () => {
  const handed = [put(0), on(5, 'handed-over', 'dev', { toPersonId: 'priya', answer: 'belongs' }), answered(12, 'will', 'priya')];
  const stepped = [put(0), on(10, 'step-announced', 'ruth'), on(11, 'stepped-up', 'ruth', { toPersonId: 'mei', level: 'department' })];

  test('handed over, for both people', () => {
    expect(waits(handed)).toEqual(['team dev+priya 12 answered']);
    expect(replay(handed, 100 * dayMs, false).news.map(({ at, personId }) => `${at / dayMs} ${personId}`)).toEqual([
      '0 dev',
      '5 dev',
      '5 priya',
      '12 priya',
    ]);
  });

  test('one level up, for both people', () => {
    expect(waits([...stepped, answered(15, 'will', 'mei')])).toEqual(['department dev+mei 15 answered']);
  });

  test('and the time in which the team was asked to tell more is not in it', () => {
    const trail = [put(0), answered(2, 'tell-more'), on(6, 'told-more', 'amina'), answered(9, 'will')];
    expect(waits(trail)).toEqual(['team dev 5 answered']);
    expect(waits(trail, { until: 5 })).toEqual(['team dev 2 open']);
    expect(waits([put(0), answered(2, 'tell-more'), answered(4, 'will')])).toEqual(['team dev 2 answered']);
  });

  test('[W3] by level it ends there unanswered, and another begins', () => {
    expect(waits([...stepped, answered(15, 'will', 'mei')], { cut: true })).toEqual(['team dev 11 one-level-up', 'department mei 4 answered']);
    expect(replay(stepped, 100 * dayMs, true).news.map(({ at, personId, level }) => `${at / dayMs} ${personId} ${level}`)).toEqual([
      '0 dev team',
      '11 dev team',
      '11 mei department',
    ]);
  });
});

describe('[W4] what is not answered counts for as long as it waited', () => {
  test('still open', () => expect(waits([put(0)], { until: 8 })).toEqual(['team dev 8 open']));
  test('taken back', () => expect(waits([put(0), on(4, 'withdrawn', 'amina')])).toEqual(['team dev 4 taken-back']));
  test('taken back after the answer it is answered', () =>
    expect(waits([put(0), answered(3, 'will'), on(4, 'withdrawn', 'amina')])).toEqual(['team dev 3 answered']));
  test('what happens on the last moment or later is not known yet', () => {
    expect(waits([put(0), answered(8, 'will')], { until: 8 })).toEqual(['team dev 8 open']);
    expect(waits([put(9)], { until: 8 })).toEqual([]);
  });
});
