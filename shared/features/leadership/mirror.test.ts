import { describe, expect, test } from 'vitest';
import { fewestPeople } from '../../lib/batches.ts';
import { mirrorsOf } from './mirror.ts';
import type { ShownMirror } from './model.ts';
import type { Act, Building, Seated, TeamRecord } from './record.ts';
import { traceOf } from './trace.ts';

const dayMs = 86_400_000;
const monday = Date.parse('2027-03-01T00:00:00Z');
const on = (day: number) => monday + day * dayMs;
const act = (day: number, personId: string, kind: Act['kind'] = 'asked'): Act => ({ at: on(day), personId, kind });
const built = (day: number, personId: string, onId: string): Building => ({ at: on(day), personId, onId });
const seat = (personId: string, perspectives: Seated['perspectives'] = [], joinedAt = on(0)): Seated => ({
  personId,
  perspectives,
  joinedAt,
  leftAt: null,
});
const team = (count: number) => Array.from({ length: count }, (_, at) => `person-${at}`);
const record = (given: Partial<TeamRecord>): TeamRecord => ({ acts: [], buildings: [], seated: [], choices: new Map(), moves: new Map(), ...given });
/** Everybody acted once on the second day. */
const once = (people: readonly string[], more: Partial<TeamRecord> = {}) =>
  record({ acts: people.map((person) => act(1, person)), seated: people.map((person) => seat(person)), ...more });

function shown(from: TeamRecord, day = 7): ShownMirror {
  const { near } = mirrorsOf(from, on(day));
  if (near.state !== 'shown') throw new Error(`the mirror is ${near.state}`);
  return near;
}

describe('how few is too few', () => {
  test('[L1] four people are four people and nothing else', () => {
    expect(mirrorsOf(once(team(4)), on(7))).toEqual({ near: { state: 'few', active: 4 }, whole: null });
    expect(mirrorsOf(record({}), on(7))).toEqual({ near: { state: 'few', active: 0 }, whole: null });
  });

  test('five people wait for the end of the week', () => {
    expect(mirrorsOf(once(team(5)), on(6.99))).toEqual({ near: { state: 'waiting', next: '2027-03-08' }, whole: null });
    expect(shown(once(team(5)))).toMatchObject({ from: '2027-03-01', to: '2027-03-07', people: 5, active: 5, leaders: 5, leftOut: 0, fewActs: true });
  });

  test('what was long ago shows under "all of it" only, and only where it is more than the near one', () => {
    const { near, whole } = mirrorsOf(once(team(5)), on(14 * 7 + 1));
    expect(near).toEqual({ state: 'few', active: 0 });
    expect(whole).toMatchObject({ state: 'shown', active: 5 });
    const both = once(team(6), { acts: [...team(6).map((one) => act(1, one)), ...team(5).map((one) => act(120, one))] });
    expect(mirrorsOf(both, on(126))).toMatchObject({ near: { active: 5, people: 6 }, whole: { active: 6, people: 6 } });
  });
});

describe('two pictures never differ by one person', () => {
  test('[L2] one person who acts in a new week changes nothing until four others have', () => {
    const before = once(team(6));
    const more = [act(8, 'person-0'), act(9, 'person-1'), act(10, 'person-2'), act(11, 'person-3')];
    const after = { ...before, acts: [...before.acts, ...more] };
    for (const day of [14, 21, 60]) expect(shown(after, day)).toEqual(shown(before));
    expect(shown({ ...after, acts: [...after.acts, act(12, 'person-4')] }, 14).to).toBe('2027-03-14');
  });

  test('[L3] comings and goings show with the next picture, not for themselves', () => {
    const before = once(team(6));
    const joined = { ...before, seated: [...before.seated, seat('new', ['receiving'], on(9))] };
    const left = { ...before, seated: before.seated.map((one, at) => (at === 0 ? { ...one, leftAt: on(9) } : one)) };
    expect(shown(joined, 14)).toEqual(shown(before));
    expect(shown(left, 14)).toEqual(shown(before));
  });

  test('[L4] after a choice the mirror rests until five people have done something new', () => {
    const out = new Map([['person-0', { counted: false, at: on(8) }]]);
    const before = once(team(7));
    expect(mirrorsOf({ ...before, choices: out }, on(14)).near).toEqual({ state: 'waiting', next: '2027-03-22' });
    const four = team(5)
      .slice(1)
      .map((person) => act(9, person));
    expect(mirrorsOf({ ...before, choices: out, acts: [...before.acts, ...four] }, on(14)).near.state).toBe('waiting');
    const five = [...four, act(10, 'person-6')];
    expect(shown({ ...before, choices: out, acts: [...before.acts, ...five] }, 14)).toMatchObject({ people: 6, active: 6, leftOut: 1 });
  });

  test('coming back in rests it too', () => {
    const back = new Map([['person-0', { counted: true, at: on(8) }]]);
    expect(mirrorsOf(once(team(7), { choices: back }), on(14)).near.state).toBe('waiting');
  });

  test('a choice made before any of it, or by somebody who is not part of it, rests nothing', () => {
    const choices = new Map([
      ['person-0', { counted: false, at: on(-9) }],
      ['stranger', { counted: false, at: on(8) }],
    ]);
    expect(shown(once(team(7), { choices }), 14)).toMatchObject({ people: 6, active: 6, leftOut: 1 });
  });

  test('[L3] a perspective that moved since takes the bars away until the next picture', () => {
    const people = team(12);
    const seated = people.map((person, at) => seat(person, [at < 6 ? 'receiving' : 'delivering']));
    expect(shown(once(people, { seated })).perspectives.state).toBe('shown');
    expect(shown(once(people, { seated, moves: new Map([['person-3', on(8)]]) }), 9).perspectives).toEqual({ state: 'moved' });
    const newcomer = once(people, { seated, moves: new Map([['new', on(8)]]) });
    expect(shown({ ...newcomer, acts: [...newcomer.acts, act(8, 'new')] }, 9).perspectives.state).toBe('shown');
  });
});

describe('who asked to be left out', () => {
  const people = team(8);
  const buildings = people.flatMap((one, at) => built(2, one, people[(at + 1) % 8] ?? one));
  const busy = Array.from({ length: 5 }, (_, at) => act(2 + at / 10, 'person-0'));
  const all = once(people, { buildings, acts: [...people.map((one) => act(1, one)), ...busy] });
  const out = { ...all, choices: new Map([['person-0', { counted: false, at: on(-1) }]]) };

  test('[L4] is not above the line, not below it, and not in the picture', () => {
    const without = once(people.slice(1), { buildings: buildings.filter(({ personId, onId }) => ![personId, onId].includes('person-0')) });
    expect(shown(out)).toEqual({ ...shown(without), leftOut: 1 });
    expect(shown(out).picture).toMatchObject({ dots: 7 });
    expect(shown(out).leaders).toBe(7);
    expect(shown(all).leaders).toBeLessThan(7);
  });

  test('[L7] still sees their own trace, and nobody else sees them in theirs', () => {
    expect(traceOf(out, 'person-0')).toMatchObject({ buildsOn: 1, builtOnBy: 1 });
    expect(traceOf(out, 'person-0').acts.find((one) => one.kind === 'asked')).toEqual({ kind: 'asked', count: 6 });
    expect(traceOf(out, 'person-1')).toMatchObject({ buildsOn: 1, builtOnBy: 0 });
    expect(traceOf(all, 'person-1')).toMatchObject({ buildsOn: 1, builtOnBy: 1 });
  });

  test('can take the mirror below five', () => {
    const choices = new Map(people.slice(0, 4).map((one) => [one, { counted: false, at: on(-1) }]));
    expect(mirrorsOf({ ...all, choices }, on(7)).near).toEqual({ state: 'few', active: 4 });
  });
});

describe('what is shown', () => {
  test('[L6] a number of people is never one, however much one did', () => {
    const one = Array.from({ length: 60 }, (_, at) => act(at / 10, 'person-0'));
    const { leaders, figures } = shown(once(team(6), { acts: [...one, ...team(6).map((person) => act(6, person))] }));
    expect(leaders).toBeGreaterThanOrEqual(2);
    expect(figures.find(({ name }) => name === 'half')?.value).toBe(2);
  });

  test('[L8] a busy day counts six times at most', () => {
    const busy = Array.from({ length: 500 }, (_, at) => act(1 + at / 1000, 'person-0'));
    const some = Array.from({ length: 6 }, (_, at) => act(1 + at / 1000, 'person-0'));
    const others = team(6)
      .slice(1)
      .map((person) => act(1, person));
    expect(shown(once(team(6), { acts: [...others, ...busy] }))).toEqual(shown(once(team(6), { acts: [...others, ...some] })));
  });

  test('silent people count below the line, readers of the far past do not', () => {
    const silent = once(team(5), { seated: team(9).map((person) => seat(person)) });
    expect(shown(silent)).toMatchObject({ people: 9, active: 5, leaders: 5 });
    const gone = { ...silent, seated: silent.seated.map((one) => ({ ...one, leftAt: on(3) })) };
    expect(shown(gone)).toMatchObject({ people: 5, active: 5 });
  });

  test('[L1] the picture waits for five people who built on each other', () => {
    const [a = '', b = '', c = '', d = '', e = ''] = team(5);
    const four = once(team(6), { buildings: [built(1, a, b), built(1, c, d), built(2, d, a)] });
    expect(shown(four).picture).toBeNull();
    expect(shown(four).figures.map(({ name }) => name)).toEqual(['leaders', 'half', 'unevenness']);
    const five = shown({ ...four, buildings: [...four.buildings, built(1, e, a)] });
    expect(five.picture?.lines).toHaveLength(4);
    expect(five.figures.map(({ name }) => name)).toEqual(['leaders', 'half', 'unevenness', 'ties', 'centre', 'spread', 'both-ways']);
  });

  test('[L6] shares go out in twentieths, and centre and spread are two sides of one', () => {
    const people = team(9);
    const { figures } = shown(once(people, { buildings: people.slice(1).map((one) => built(1, one, 'person-0')) }));
    const value = (name: string) => figures.find((one) => one.name === name)?.value ?? Number.NaN;
    expect(value('centre')).toBe(1);
    expect(value('centre') + value('spread')).toBe(1);
    for (const { value: figure } of figures) expect(Number.isInteger(Math.round(figure * 2000) / 100)).toBe(true);
  });

  test('kinds of acts are named when five people did them', () => {
    const acts = [...team(fewestPeople).map((one) => act(1, one, 'tried')), ...team(4).map((one) => act(2, one, 'taught'))];
    expect(shown(once(team(6), { acts })).shared).toEqual(['tried']);
  });

  test('[L9] it ends in three questions, and they follow from what is shown', () => {
    const star = shown(
      once(team(9), {
        buildings: team(9)
          .slice(1)
          .map((one) => built(1, one, 'person-0')),
      }),
    );
    expect(star.questions).toHaveLength(3);
    expect(star.questions[0]).toBe('through-one');
    const even = shown(
      once(team(9), { seated: team(9).map((one) => seat(one, ['leading', 'supporting', 'delivering', 'receiving', 'witnessing'])) }),
    );
    expect(even.questions).not.toContain('empty-chair');
    expect(new Set(even.questions).size).toBe(3);
  });

  test('[L7] nothing that goes out holds a person’s id', () => {
    const text = JSON.stringify(mirrorsOf(once(team(12), { buildings: team(12).map((one) => built(1, one, 'person-3')) }), on(9)));
    expect(text).toContain('"state":"shown"');
    expect(text).not.toContain('person-');
  });
});
