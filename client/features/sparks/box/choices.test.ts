import { beforeEach, expect, it } from 'vitest';
import { forget } from '#client/api/device.ts';
import { nameOptions, type Person, rememberChoices, rememberedChoices } from './choices.ts';

const amina: Person = {
  id: 'person-amina',
  name: 'Amina',
  nameShown: 'name',
  roleTitle: 'ward nurse',
  titleShown: true,
  siteId: null,
  groupIds: [],
  label: 'Amina',
  email: null,
};
beforeEach(() => forget(''));

it('offers the name only to somebody who shows it', () => {
  expect(nameOptions(amina).map((one) => one.label)).toEqual(['My name: Amina', 'My role only: ward nurse', 'No name']);
  expect(nameOptions({ ...amina, nameShown: 'role' }).map((one) => one.value)).toEqual(['role', 'unnamed']);
  expect(nameOptions(null).map((one) => one.label)).toEqual(['My name', 'My role only', 'No name']);
});

it('remembers the place and the perspectives of each person, and never how their name showed', () => {
  rememberChoices(amina, { siteId: 'site-hexham', perspectives: ['witnessing', 'delivering'] });
  expect(rememberedChoices('person-amina')).toEqual({ siteId: 'site-hexham', perspectives: ['delivering', 'witnessing'] });
  expect(rememberedChoices('person-joe')).toEqual({ siteId: null, perspectives: [] });
  expect(JSON.stringify({ ...localStorage })).not.toContain('unnamed');
});

it('starts afresh from what it cannot read', () => {
  localStorage.setItem('kindling:last-spark:person-amina', '{"siteId":3,"perspectives":["boss"]');
  expect(rememberedChoices('person-amina')).toEqual({ siteId: null, perspectives: [] });
});
