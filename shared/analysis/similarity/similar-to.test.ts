import { describe, expect, it } from 'vitest';
import { clusterHits } from '#tests/fixtures/ideas/cluster-hits.ts';
import { readFeedback, readPetitionClusters, readPetitions } from '#tests/fixtures/ideas/read-ideas.ts';
import { defaultMinScore, similarTo } from './similar-to.ts';
import { buildIndex } from './similarity-index.ts';

const petitions = readPetitions();

describe('on petitions that people judged to be duplicates', () => {
  const task = { docs: petitions, ...readPetitionClusters() };

  it.each([
    { asked: 'the title, all that is found', withBody: false, minScore: 0, atLeast: 0.9 },
    { asked: 'the title, what is shown', withBody: false, minScore: defaultMinScore, atLeast: 0.879 },
    { asked: 'title and body, all that is found', withBody: true, minScore: 0, atLeast: 0.9 },
    { asked: 'title and body, what is shown', withBody: true, minScore: defaultMinScore, atLeast: 0.865 },
  ])('finds the same wish among the first five, asked with $asked', ({ withBody, minScore, atLeast }) => {
    const hits = clusterHits({ ...task, withBody, minScore });
    expect(hits.queries).toBe(421);
    expect(hits.at5).toBeGreaterThanOrEqual(atLeast);
  });

  it('mostly says nothing to texts about something else', () => {
    const index = buildIndex(petitions);
    const texts = readFeedback().filter((_, at) => at % 3 === 0);
    const answered = texts.filter(({ body }) => similarTo(index, body).length > 0).length;
    expect(answered / texts.length).toBeLessThan(0.2);
  });
});

describe('on a small wall of sparks', () => {
  const wall = buildIndex([
    { id: 'parking', title: 'Night staff cannot park near the ward', body: 'The car park closes at eight.' },
    { id: 'tea', title: 'Tea is cold by the time it reaches bay 4' },
    { id: 'discharge', title: 'People wait all afternoon for their tablets before going home', body: 'Pharmacy closes at five and discharge waits.' },
    { id: 'wachten', title: 'Wachttijd voor de wijkverpleging is te lang' },
  ]);
  const idsFor = (text: string): string[] => similarTo(wall, text).map(({ id }) => id);

  it('finds a spark by other forms of its words', () => {
    expect(idsFor('Parking at night for staff')).toEqual(['parking']);
    expect(idsFor('waiting for tablets')[0]).toBe('discharge');
    expect(idsFor('Lange wachttijden wijkverpleging')[0]).toBe('wachten');
  });

  it('helps with typing errors and with a last word that is not finished', () => {
    expect(idsFor('cold tae in bay 4')[0]).toBe('tea');
    expect(idsFor('dischrage tablets')[0]).toBe('discharge');
    expect(idsFor('home before the pharm')[0]).toBe('discharge');
  });

  it('reads the first line as the title and what follows as less telling', () => {
    expect(idsFor('Cold tea\nOn the ward the staff were kind.')[0]).toBe('tea');
  });

  it.each(['', '   ', '\n\n', 'the', '?', 'Gardening with schools in spring', 'We should translate letters'])('finds nothing for "%s"', (text) => {
    expect(idsFor(text)).toEqual([]);
  });

  it('leaves out what it is told to, and keeps to the limit', () => {
    expect(similarTo(wall, 'Night staff parking', { exclude: ['parking'] })).toEqual([]);
    expect(similarTo(wall, 'ward tea tablets parking pharmacy', { minScore: 0, limit: 2 })).toHaveLength(2);
  });

  it('scores between 0 and 1, best first, the same every time', () => {
    const found = similarTo(wall, 'cold tea and tablets on the ward at night', { minScore: 0, limit: 9 });
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
    expect(found.every(({ score }) => score > 0 && score <= 1)).toBe(true);
    expect(similarTo(wall, 'cold tea and tablets on the ward at night', { minScore: 0, limit: 9 })).toEqual(found);
  });

  it('is empty while the wall is empty', () => {
    expect(similarTo(buildIndex([]), 'Night staff parking', { minScore: 0 })).toEqual([]);
  });
});

it('answers hostile text in no time to speak of', () => {
  const index = buildIndex(petitions);
  for (const piece of ['a', 'ab ', 'zq xj vk ', 'é', '\n', 'government ', '\u0301', "a'b"]) {
    const started = performance.now();
    similarTo(index, piece.repeat(100_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(500);
  }
});
