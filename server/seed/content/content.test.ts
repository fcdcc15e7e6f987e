/** The demo place: what it promises a reader, checked on every word of it. */
import { expect, test } from 'vitest';
import { elementSchema, missingFor, stillEmpty } from '#shared/elements/kind.ts';
import { kindNamed } from '#shared/elements/registry.ts';
import { stepUpAfterDays } from '#shared/features/asks/answers.ts';
import { holdsNoNhsNumber } from '#shared/lib/fields.ts';
import { perspective } from '#shared/features/people/model.ts';
import { readDemo } from './demo.ts';
import { illustrativeLabel, wholeCard, type DemoInitiative } from './shape.ts';

const demo = readDemo();
const people = new Map(demo.people.map((person) => [person.id, person]));
const sparks = new Map(demo.sparks.map((spark) => [spark.id, spark]));
const began = new Set(demo.initiatives.flatMap((initiative) => initiative.beganWith));
const wall = demo.sparks.filter((spark) => !began.has(spark.id));

/** People of the four sites and of their published accounts. Their names may stand in a source and nowhere else. */
const realSurnames =
  'Mawson Everington Davis Bell Vialls Tadros Georgiou Evans Mackey Keogh Blok Dougall Lewis Ross Marshall Parsonage Fossey Lalani Berwick Trimble Hopewell Kronenberg Leferink Durka Drennan Wilkinson Doig Salama Nandram'.split(
    ' ',
  );
const realFirstNames =
  'Andrew Santiago Jean Sam Julia Rob Allison Dan George David Jim Bruce Jos Gonnie Ard Martin Durka Doreen Colin Helen Mirza Rafik'.split(' ');

/** Every text a reader meets, with where it stands. Sources and addresses of fact cards are apart. */
const texts: [where: string, text: string][] = [];
const sources: [where: string, text: string][] = [];
gather('', demo);

test('there are about two dozen people, four initiatives and a wall of twelve to fifteen other sparks', () => {
  expect(demo.people.length).toBeGreaterThanOrEqual(16);
  expect(demo.people.length).toBeLessThanOrEqual(28);
  expect(demo.initiatives.map((initiative) => initiative.title.split(':')[0])).toEqual(['Bromley by Bow', 'RAID', 'Northumbria', 'Buurtzorg']);
  expect(wall.length).toBeGreaterThanOrEqual(12);
  expect(wall.length).toBeLessThanOrEqual(15);
});

test('the wall has needs and ideas, every one of the five sentences, one unnamed, some without a reply, one beyond 14 days', () => {
  expect(new Set(wall.map((spark) => spark.kind))).toEqual(new Set(['need', 'idea']));
  expect(new Set(wall.flatMap((spark) => spark.kindles.map((one) => one.sentence))).size).toBe(5);
  expect(wall.filter((spark) => spark.by === null)).toHaveLength(1);
  const waiting = wall.filter((spark) => spark.comments.length === 0);
  expect(waiting.length).toBeGreaterThanOrEqual(3);
  expect(waiting.some((spark) => spark.daysAgo > 14)).toBe(true);
  expect(waiting.some((spark) => spark.daysAgo < 1)).toBe(true);
});

test('no two things have the same id', () => {
  const ids: string[] = [];
  for (const thing of [...demo.place.groups, ...demo.place.sites, ...demo.people, ...demo.sparks, ...demo.sparks.flatMap((spark) => spark.comments)])
    ids.push(thing.id);
  for (const one of demo.systemAsks) ids.push(one.id);
  for (const one of demo.initiatives)
    for (const thing of [one, ...one.elements, ...one.pledges, ...one.rooms, ...one.asks, ...one.invitations, ...one.proposals]) ids.push(thing.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('everybody belongs to a group and a site of the place', () => {
  const groups = new Set(demo.place.groups.map((group) => group.id));
  const sites = new Set(demo.place.sites.map((site) => site.id));
  for (const person of demo.people)
    expect([person.id, groups.has(person.groupId), person.siteId === null || sites.has(person.siteId)]).toEqual([person.id, true, true]);
  for (const spark of demo.sparks) expect([spark.id, spark.siteId === null || sites.has(spark.siteId)]).toEqual([spark.id, true]);
  for (const initiative of demo.initiatives) for (const site of initiative.siteIds) expect([site, sites.has(site)]).toEqual([site, true]);
});

test('replies and kindlings come from known people, after the spark; nobody kindles their own', () => {
  for (const spark of demo.sparks) {
    if (spark.by !== null) expect(people.has(spark.by), spark.by).toBe(true);
    for (const act of [...spark.kindles, ...spark.comments]) {
      expect(people.has(act.by), act.by).toBe(true);
      expect(act.daysAgo, spark.id).toBeLessThan(spark.daysAgo);
    }
    for (const one of spark.kindles)
      expect([spark.id, one.by, one.amount !== null], spark.id).toEqual([spark.id, one.by, one.sentence === 'can-help' && one.amount !== null]);
    expect(spark.kindles.map((one) => one.by)).not.toContain(spark.by);
  }
});

test('a guest chair stays empty in at least two initiatives, and every initiative mixes two groups among its co-owners', () => {
  const empty = demo.initiatives.filter((initiative) =>
    perspective.options.some((one) => !initiative.team.some((seat) => seat.perspectives.includes(one))),
  );
  expect(empty.length).toBeGreaterThanOrEqual(2);
  for (const initiative of demo.initiatives) {
    const coOwners = initiative.team.filter((seat) => seat.seat === 'co-owner');
    expect(new Set(coOwners.map((seat) => people.get(seat.person)?.groupId)).size, initiative.id).toBeGreaterThanOrEqual(2);
  }
});

test('nobody shows a name of a real person of the four sites', () => {
  for (const person of demo.people) for (const real of realFirstNames) expect(person.name.split(' ')).not.toContain(real);
  const pattern = new RegExp(`\\b(${realSurnames.join('|')})\\b`);
  for (const [where, text] of texts) expect([where, pattern.exec(text)?.[0]]).toEqual([where, undefined]);
});

test('no text holds a valid NHS number, a leftover mark of an unchecked fact, or a word we do not use', () => {
  for (const [where, text] of [...texts, ...sources]) {
    expect([where, holdsNoNhsNumber(text)]).toEqual([where, true]);
    expect([where, /\[[A-Z]{2,}\d*\]|MEM\b|lorem|TODO/i.exec(text)?.[0]]).toEqual([where, undefined]);
  }
  for (const [where, text] of texts)
    expect([where, /\b(users?|admins?|clinicians?|stakeholders?|service users?|suffer\w*)\b/i.exec(text)?.[0]]).toEqual([where, undefined]);
});

test('no claim that nobody has checked found its way in', () => {
  const unchecked =
    /cloister|garden entrance|Sylheti|Ecare|Ernst|employer of the year|overheads|simpler tariff|4:1|savings land|we pay,? (and )?they save|across the road from A&E|40% fewer|Tamazight/i;
  for (const [where, text] of [...texts, ...sources]) expect([where, unchecked.exec(text)?.[0]]).toEqual([where, undefined]);
});

test('every sentence ends properly', () => {
  const unended = texts.filter(
    ([where, text]) => text !== '' && isProse(where) && text.split(/\n\n| · /).some((part) => !/[.?!]["”’]?\)?$/.test(part.trim())),
  );
  expect(unended).toEqual([]);
});

test('sentences are short enough for a reader of ten: under 12 words on average, never over 45', () => {
  const sentences = texts.filter(([where]) => isProse(where)).flatMap(([, text]) => text.split(/(?<=[.?!])\s+|\n\n/));
  const words = sentences.map((one) => one.split(/\s+/).length);
  expect(words.reduce((sum, count) => sum + count, 0) / words.length).toBeLessThan(12);
  expect(sentences.filter((one) => one.split(/\s+/).length > 45)).toEqual([]);
});

for (const initiative of demo.initiatives) {
  test(`${initiative.title}: 12 to 16 cards, and no more than 17 with its sponsors' entries`, () => {
    const cards = initiative.beganWith.length + initiative.elements.length;
    const entries = cards + initiative.endorsements.length + initiative.pledges.length;
    expect(cards).toBeGreaterThanOrEqual(12);
    expect(entries).toBeLessThanOrEqual(17);
    expect(initiative.label).toBe(illustrativeLabel);
  });

  test(`${initiative.title}: every card is one its kind accepts, with nothing missing that a reader would miss`, () => {
    for (const element of initiative.elements) {
      const kind = kindNamed(element.kind);
      if (kind === null) throw new Error(`no kind called ${element.kind}`);
      const parsed = elementSchema(kind).parse(wholeCard(element));
      expect([element.id, stillEmpty(kind, parsed), missingFor(kind, element.state, parsed)]).toEqual([element.id, [], []]);
    }
  });

  test(`${initiative.title}: references resolve, and things happen in an order that can happen`, () => {
    for (const spark of initiative.beganWith) expect(sparks.get(spark)?.daysAgo, spark).toBeGreaterThan(initiative.litDaysAgo);
    for (const person of mentioned(initiative)) expect(people.has(person), person).toBe(true);
    expect(initiative.team[0]).toMatchObject({ person: initiative.litBy, seat: 'co-owner', daysAgo: initiative.litDaysAgo });
    const joined = new Map(initiative.team.map((seat) => [seat.person, seat.daysAgo]));
    for (const act of [...initiative.elements, ...initiative.asks, ...initiative.turns, ...initiative.invitations])
      expect(joined.get(act.by) ?? -1, JSON.stringify(act)).toBeGreaterThanOrEqual(act.daysAgo);
    for (const act of [...initiative.endorsements, ...initiative.pledges]) expect(act.daysAgo, act.by).toBeLessThan(initiative.litDaysAgo);
    const cards = new Map(initiative.elements.map((element) => [element.id, element]));
    for (const ask of initiative.asks) {
      const about = cards.get(ask.elementId);
      expect(about?.kind, ask.id).toBe('blocker');
      expect(ask.daysAgo, ask.id).toBeLessThan(about?.daysAgo ?? 0);
      if (ask.answer?.answer === 'will') expect(ask.answer.byInDays, ask.id).not.toBeNull();
    }
    for (const element of initiative.elements)
      if (element.values['after'] !== undefined) expect(cards.has(String(element.values['after'])), element.id).toBe(true);
    for (const { id, daysAgo, news, end } of initiative.pledges) {
      const days = [daysAgo, ...news.map((told) => told.daysAgo), end?.daysAgo ?? 0];
      expect(days, id).toEqual(days.toSorted((a, b) => b - a));
    }
    for (const pledge of initiative.pledges)
      if (pledge.end !== null) expect(joined.has(pledge.end.confirmedBy ?? '') && pledge.end.confirmedBy !== pledge.by, pledge.id).toBe(true);
    expect(initiative.state).toBe(initiative.turns.at(-1)?.state);
  });

  test(`${initiative.title}: an ask is handed over, taken one level up by a co-owner after ten days, and answered, in that order`, () => {
    for (const ask of initiative.asks) {
      const inOrder = [ask, ask.handOver, ask.stepUp, ask.answer].flatMap((act) => (act === null ? [] : [act.daysAgo]));
      expect(inOrder, ask.id).toEqual(inOrder.toSorted((a, b) => b - a));
      if (ask.stepUp !== null) {
        expect(initiative.team.find((seat) => seat.person === ask.stepUp?.by)?.seat, ask.id).toBe('co-owner');
        expect(ask.daysAgo - ask.stepUp.daysAgo, ask.id).toBeGreaterThanOrEqual(stepUpAfterDays);
        expect(ask.answer?.daysAgo ?? 0, ask.id).toBeLessThan(ask.stepUp.daysAgo - 1);
      }
      for (const entry of ask.possible) expect([ask.answer?.answer, entry.daysAgo < (ask.answer?.daysAgo ?? 0)], entry.id).toEqual(['cannot', true]);
    }
  });

  test(`${initiative.title}: a room to test is asked for and accepted by the team, never by its sponsor, over a test that is there`, () => {
    const team = new Set(initiative.team.map((seat) => seat.person));
    const cards = new Map(initiative.elements.map((element) => [element.id, element]));
    for (const { id, by, asked, accepted, daysAgo, test: over } of initiative.rooms) {
      for (const person of [asked?.by, accepted?.by]) if (person !== undefined) expect([id, person !== by && team.has(person)]).toEqual([id, true]);
      if (over !== null) expect([id, cards.get(over)?.kind]).toEqual([id, 'test-of-change']);
      const days = [asked?.daysAgo ?? daysAgo, daysAgo, accepted?.daysAgo ?? daysAgo];
      expect(days, id).toEqual(days.toSorted((a, b) => b - a));
      if (over !== null) expect(accepted?.daysAgo, id).toBeLessThan(cards.get(over)?.daysAgo ?? 0);
    }
  });

  test(`${initiative.title}: fact cards name a source and a year, blockers a kind and a first rung, stories say they are illustrative`, () => {
    const of = (kind: string) => initiative.elements.filter((element) => element.kind === kind);
    expect(of('evidence').length).toBeGreaterThanOrEqual(2);
    for (const fact of of('evidence')) expect(fact.values['source'], fact.id).toMatch(/\b(19|20)\d\d\b/);
    for (const blocker of of('blocker'))
      expect([blocker.id, blocker.values['blockerKind'] ?? null, blocker.values['firstRung'] ?? '']).not.toEqual([blocker.id, null, '']);
    for (const blocker of of('blocker')) if (blocker.state === 'freed') expect(blocker.values['how'], blocker.id).toMatch(/\w/);
    expect(of('story').length).toBeGreaterThanOrEqual(1);
    for (const story of of('story')) expect(story.values['whatHappened'], story.id).toMatch(/^Illustrati(ve|ef): /);
  });
}

test('across the four boards some asks wait, and asks, pledges and invitations show every way they can go', () => {
  const asks = demo.initiatives.flatMap((initiative) => initiative.asks);
  for (const way of [asks.some((ask) => ask.handOver !== null), asks.some((ask) => ask.stepUp !== null), asks.some((ask) => ask.possible.length > 1)])
    expect(way).toBe(true);
  expect(new Set(asks.map((ask) => ask.answer?.answer ?? 'waiting'))).toEqual(new Set(['will', 'cannot', 'belongs', 'tell-more', 'waiting']));
  const pledges = demo.initiatives.flatMap((initiative) => initiative.pledges);
  expect(new Set(pledges.map((pledge) => pledge.end?.state ?? 'given'))).toEqual(new Set(['kept', 'changed', 'could-not', 'given']));
  const kinds = new Set(demo.initiatives.flatMap((initiative) => initiative.elements.map((element) => element.kind)));
  expect(kinds.size).toBe(10);
});

test('one proposal waits for answers and one has ended; who answers is in the team, after it was put', () => {
  const all = demo.initiatives.flatMap((initiative) => initiative.proposals.map((proposal) => ({ initiative, proposal })));
  expect(all.map(({ proposal }) => proposal.end?.outcome ?? 'open').toSorted()).toEqual(['goes-ahead-with-concerns', 'open']);
  for (const { initiative, proposal } of all) {
    const card = initiative.elements.find((element) => element.id === proposal.elementId);
    expect([card?.kind, card?.state]).toEqual(['decision', proposal.end === null ? 'proposed' : 'decided']);
    expect(proposal.daysAgo).toBeLessThan(card?.daysAgo ?? 0);
    const seats = new Map(initiative.team.map((seat) => [seat.person, seat.seat]));
    for (const one of proposal.answers) expect([one.by, seats.has(one.by), one.daysAgo < proposal.daysAgo]).toEqual([one.by, true, true]);
    for (const who of [proposal.by, proposal.end?.by]) if (who !== undefined) expect([who, seats.get(who)]).toEqual([who, 'co-owner']);
  }
});

test('a system ask gathers open blockers of its kind from two initiatives, each told by somebody who was in the team by then', () => {
  expect(demo.systemAsks.length).toBeGreaterThanOrEqual(1);
  for (const ask of demo.systemAsks) {
    expect(new Set(ask.joined.map((one) => one.initiativeId)).size, ask.id).toBeGreaterThanOrEqual(2);
    for (const one of ask.joined) {
      const initiative = demo.initiatives.find((each) => each.id === one.initiativeId);
      const card = initiative?.elements.find((each) => each.id === one.elementId);
      expect([one.elementId, card?.kind, card?.state, card?.values['blockerKind']]).toEqual([one.elementId, 'blocker', 'system-ask', ask.kind]);
      expect(one.daysAgo, one.elementId).toBeLessThan(card?.daysAgo ?? 0);
      expect(initiative?.team.find((seat) => seat.person === one.by)?.daysAgo ?? -1, one.by).toBeGreaterThan(one.daysAgo);
    }
    expect(people.has(ask.sponsor?.by ?? 'nobody'), ask.id).toBe(true);
    const [raised, ...joined] = ask.joined;
    for (const later of [...joined, ...(ask.sponsor === null ? [] : [ask.sponsor])]) expect(later.daysAgo, ask.id).toBeLessThan(raised?.daysAgo ?? 0);
  }
});

/** Every person an initiative speaks of. */
function mentioned(initiative: DemoInitiative): string[] {
  const acts = [
    ...initiative.elements,
    ...initiative.endorsements,
    ...initiative.pledges,
    ...initiative.rooms,
    ...initiative.turns,
    ...initiative.proposals,
  ];
  return [
    ...acts.map((act) => act.by),
    ...initiative.team.map((seat) => seat.person),
    ...[...initiative.asks, ...initiative.invitations].flatMap((act) => [act.by, act.to]),
    ...initiative.asks.flatMap(({ handOver, stepUp, possible }) => [
      ...[handOver?.to, stepUp?.by, stepUp?.to].flatMap((person) => person ?? []),
      ...possible.map((entry) => entry.by),
    ]),
  ];
}

/** Whether a text is made of whole sentences: titles, names, roles and the like are not. */
function isProse(where: string): boolean {
  return /\.(text|why|purpose|message|line|reason|because|callMe|tryAs|forWhom|welcome|cause|story|waitCost|tried)$|purposeMore\.\d+$|values\.(title|plainSummary|whatWouldFreeUs|firstRung|how|howItBends|howWeHoldIt|nextStep|oneSide|otherSide|plan|prediction|stopIf|whatHappened|whatWeLearned|howWeCount|howItFelt|keepOrChange|whatHelped|whatChanged|advice|reasons|objections)$/.test(
    where,
  );
}

/** Walks the content and keeps every text, by where it stands. */
function gather(where: string, value: unknown): void {
  if (typeof value === 'string') {
    (/\.(source|url)$/.test(where) ? sources : texts).push([where, value]);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) gather(where === '' ? key : `${where}.${key}`, inner);
  }
}
