import { expect, it } from 'vitest';
import { asParams, countFilters, filtersFrom, noFilters } from './filters.ts';

it('what is filtered by survives the address', () => {
  const filters = { search: 'cold tea', siteId: 'site-hexham', kind: 'need', state: 'open', perspective: 'receiving' } as const;
  expect(filtersFrom(new URLSearchParams(asParams(filters)))).toEqual(filters);
  expect(countFilters(filters)).toBe(5);
});

it('an empty wall address stays empty, and words it does not know are passed over', () => {
  expect(asParams(noFilters)).toEqual({});
  expect(filtersFrom(new URLSearchParams('kind=poem&state=&perspective=boss&page=2'))).toEqual(noFilters);
});
