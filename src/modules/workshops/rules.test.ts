import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { companionsOf, flagsOf, groupsOf, isOpen, isOpenTo, judgeChoice, linkFaults } from './rules.ts';
import type { ChoiceCase, Problem, ProblemCode, Workshop, WorkshopLink } from './types.ts';

const now = new Date('2027-03-01T10:00:00Z');
const event = { id: 1, available: true, opensAt: null, closesAt: null, archivedAt: null };

function workshop(id: number, more: Partial<Workshop> = {}): Workshop {
  return {
    id,
    eventId: 1,
    title: `W${id}`,
    description: '',
    moment: `moment ${id}`,
    targetGroup: '',
    capacity: 10,
    taken: 0,
    granted: 0,
    version: 1,
    ...more,
  };
}

function caseOf(more: Partial<ChoiceCase>): ChoiceCase {
  return {
    event,
    workshops: [],
    links: [],
    targetGroup: null,
    current: [],
    wanted: [],
    elsewhere: [],
    byManager: false,
    force: false,
    now,
    ...more,
  };
}

const inclusive = (workshop1Id: number, workshop2Id: number): WorkshopLink => ({
  workshop1Id,
  workshop2Id,
  kind: 'inclusive',
});
const exclusive = (workshop1Id: number, workshop2Id: number): WorkshopLink => ({
  workshop1Id,
  workshop2Id,
  kind: 'exclusive',
});

describe('a choice', () => {
  test('of everything wrong at once names every problem with those it concerns', () => {
    const at = caseOf({
      event: { ...event, available: false },
      workshops: [
        workshop(1, { taken: 10, moment: 'a' }),
        workshop(2, { moment: 'a', targetGroup: 'infra' }),
        workshop(3),
        workshop(4),
      ],
      links: [inclusive(3, 4), exclusive(2, 1)],
      targetGroup: 'app',
      wanted: [3, 2, 1, 9, 8, 1],
      elsewhere: [{ id: 8, eventId: 2 }],
    });
    const { problems } = judgeChoice(at);
    expect(problems.map(({ workshopId, code, with: others }) => [workshopId, code, others])).toEqual([
      [1, 'closed', []],
      [1, 'several_events', []],
      [1, 'full', []],
      [1, 'moment', [2]],
      [1, 'excludes', [2]],
      [2, 'closed', []],
      [2, 'several_events', []],
      [2, 'group', []],
      [2, 'moment', [1]],
      [2, 'excludes', [1]],
      [3, 'closed', []],
      [3, 'several_events', []],
      [3, 'needs', [4]],
      [8, 'closed', []],
      [8, 'other_event', []],
      [8, 'several_events', []],
      [9, 'closed', []],
      [9, 'unknown', []],
    ]);
  });

  test('keeps a workshop that is full by now, and adds none that is', () => {
    const workshops = [workshop(1, { taken: 10 }), workshop(2, { taken: 10 }), workshop(3)];
    const kept = judgeChoice(caseOf({ workshops, current: [1], wanted: [1, 3] }));
    expect(kept).toEqual({ problems: [], added: [3], removed: [] });
    const { problems } = judgeChoice(caseOf({ workshops, current: [1], wanted: [2] }));
    expect(problems).toEqual([{ workshopId: 2, code: 'full', with: [] }]);
  });

  test('that changes nothing stays good whatever links and groups came later, and is flagged', () => {
    const at = caseOf({
      workshops: [workshop(1, { targetGroup: 'infra' }), workshop(2), workshop(3)],
      links: [inclusive(2, 3)],
      targetGroup: 'app',
      current: [2, 1],
      wanted: [1, 2],
    });
    expect(judgeChoice(at)).toEqual({ problems: [], added: [], removed: [] });
    expect(flagsOf(at)).toEqual([
      { workshopId: 1, code: 'group', with: [] },
      { workshopId: 2, code: 'needs', with: [3] },
    ]);
  });

  test('a manager chooses while it is closed, and beyond the limit only by force', () => {
    const workshops = [workshop(1, { taken: 10 })];
    const closed = { ...event, available: null };
    const at = caseOf({ event: closed, workshops, wanted: [1], byManager: true });
    expect(judgeChoice(at).problems).toEqual([{ workshopId: 1, code: 'full', with: [] }]);
    expect(judgeChoice({ ...at, force: true }).problems).toEqual([]);
  });
});

test('an event is open while its switch is on, from its opening until its closing, and never in the archive', () => {
  const at = (more: Partial<typeof event> | object) => isOpen({ ...event, ...more }, now);
  expect(at({})).toBe(true);
  expect(at({ available: false })).toBe(false);
  expect(at({ available: null })).toBe(false);
  expect(at({ opensAt: now, closesAt: new Date(now.getTime() + 1) })).toBe(true);
  expect(at({ opensAt: new Date(now.getTime() + 1) })).toBe(false);
  expect(at({ closesAt: now })).toBe(false);
  expect(at({ archivedAt: now })).toBe(false);
});

test('a workshop is open to all, to one group, to several, and to the group that is spelled just like it', () => {
  expect([isOpenTo('', 'app'), isOpenTo('', null)]).toEqual([true, true]);
  expect([isOpenTo('app', 'app'), isOpenTo('app', 'App'), isOpenTo('app', null)]).toEqual([
    true,
    false,
    false,
  ]);
  expect([isOpenTo('app | infra', 'infra'), isOpenTo('app|infra', 'app|infra')]).toEqual([true, true]);
  expect(isOpenTo('app|infra', 'other')).toBe(false);
  expect(groupsOf(' app ||infra')).toEqual(['app', 'infra']);
});

describe('links', () => {
  const workshops = [workshop(1), workshop(2), workshop(3), workshop(4, { moment: 'moment 1' })];
  const faults = (
    links: readonly { workshop1Id: number; workshop2Id: number; kind: string }[],
    all = workshops,
  ) => [...linkFaults(links, all).keys()];

  test('that somebody can keep have no fault, in both directions too', () => {
    expect(faults([inclusive(1, 2), inclusive(2, 1), exclusive(3, 4)])).toEqual([]);
  });

  test('to itself, to nothing, given twice or of another kind are faults', () => {
    const odd = { workshop1Id: 1, workshop2Id: 2, kind: 'sometimes' };
    expect(faults([inclusive(1, 1), inclusive(1, 9), exclusive(2, 3), exclusive(2, 3), odd])).toEqual([
      0, 1, 3, 4,
    ]);
  });

  test('that contradict each other over several steps are faults', () => {
    expect(faults([inclusive(1, 2), inclusive(2, 3), exclusive(3, 1)])).toEqual([2]);
  });

  test('that bind one moment or strange groups together are faults', () => {
    expect(faults([inclusive(1, 2), inclusive(2, 4)])).toEqual([0, 1]);
    const [one, other] = [workshop(5, { targetGroup: 'a' }), workshop(6, { targetGroup: 'b|c' })];
    expect(faults([inclusive(5, 6)], [one, other])).toEqual([0]);
    expect(faults([inclusive(5, 6)], [one, { ...other, targetGroup: 'b|a' }])).toEqual([]);
  });
});

/** Small random events: links as a graph, few moments and groups, so that clashes are the rule. */
const cases = fc
  .record({
    count: fc.integer({ min: 1, max: 6 }),
    seeds: fc.array(
      fc.record({ moment: fc.nat(3), group: fc.constantFrom('', 'a', 'b', 'a|b'), free: fc.nat(2) }),
      {
        minLength: 6,
        maxLength: 6,
      },
    ),
    links: fc.array(fc.record({ one: fc.nat(5), other: fc.nat(5), kind: fc.boolean() }), { maxLength: 5 }),
    group: fc.constantFrom(null, 'a', 'b'),
    current: fc.subarray([1, 2, 3, 4, 5, 6]),
    wanted: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 6 }),
    available: fc.boolean(),
    byManager: fc.boolean(),
    force: fc.boolean(),
  })
  .map(({ count, seeds, links, group, current, wanted, available, byManager, force }) => {
    const ids = Array.from({ length: count }, (_, index) => index + 1);
    return caseOf({
      event: { ...event, available },
      workshops: ids.map((id) =>
        workshop(id, {
          moment: `m${seeds[id - 1]?.moment}`,
          targetGroup: seeds[id - 1]?.group ?? '',
          capacity: 2,
          taken: 2 - (seeds[id - 1]?.free ?? 0),
        }),
      ),
      links: links
        .map(({ one, other, kind }) => (kind ? inclusive(one + 1, other + 1) : exclusive(one + 1, other + 1)))
        .filter(({ workshop1Id, workshop2Id }) => workshop1Id !== workshop2Id)
        .filter(({ workshop1Id, workshop2Id }) => workshop1Id <= count && workshop2Id <= count),
      targetGroup: group,
      current: current.filter((id) => id <= count),
      wanted,
      // 7 belongs to another event, 8 is nowhere.
      elsewhere: wanted.includes(7) ? [{ id: 7, eventId: 2 }] : [],
      byManager,
      force: force && byManager,
    });
  });

/** Every rule told again, as plainly as it can be said, one pair at a time. */
function bruteForce(at: ChoiceCase): Set<string> {
  const found = new Set<string>();
  const say = (id: number, code: ProblemCode) => found.add(`${id} ${code}`);
  const wanted = [...new Set(at.wanted)];
  const own = (id: number) => at.workshops.find((one) => one.id === id);
  const isSame = wanted.length === at.current.length && wanted.every((id) => at.current.includes(id));
  for (const id of wanted) {
    if (!at.byManager && at.event.available !== true) say(id, 'closed');
    if (isSame) continue;
    const found = own(id);
    const isKnown = (one: number) => own(one) !== undefined || at.elsewhere.some((other) => other.id === one);
    const eventOf = (one: number) => (own(one) ? 1 : at.elsewhere.find((other) => other.id === one)?.eventId);
    if (!isKnown(id)) say(id, 'unknown');
    else if (!found) say(id, 'other_event');
    if (isKnown(id) && wanted.some((one) => isKnown(one) && eventOf(one) !== eventOf(id)))
      say(id, 'several_events');
    if (!found) continue;
    if (!at.force && !at.current.includes(id) && found.taken >= found.capacity) say(id, 'full');
    const group = at.targetGroup ?? '';
    if (found.targetGroup !== '' && !found.targetGroup.split('|').includes(group)) say(id, 'group');
    for (const other of wanted) if (other !== id && own(other)?.moment === found.moment) say(id, 'moment');
    for (const other of at.workshops) {
      if (other.id !== id && areBound(at.links, id, other.id) && !wanted.includes(other.id)) say(id, 'needs');
    }
    for (const { kind, workshop1Id, workshop2Id } of at.links) {
      const other = workshop1Id === id ? workshop2Id : workshop2Id === id ? workshop1Id : null;
      if (kind === 'exclusive' && other !== null && wanted.includes(other)) say(id, 'excludes');
    }
  }
  return found;
}

/** By walking: is there a chain of inclusive links from one to the other? */
function areBound(links: readonly WorkshopLink[], from: number, to: number): boolean {
  const reached = new Set([from]);
  for (let round = 0; round < 10; round += 1)
    for (const { kind, workshop1Id, workshop2Id } of links) {
      if (kind !== 'inclusive') continue;
      if (reached.has(workshop1Id)) reached.add(workshop2Id);
      if (reached.has(workshop2Id)) reached.add(workshop1Id);
    }
  return reached.has(to);
}

const told = (problems: readonly Problem[]) =>
  new Set(problems.map(({ workshopId, code }) => `${workshopId} ${code}`));

test('on small random events the judge finds exactly what trying every pair finds', () => {
  fc.assert(
    fc.property(cases, (at) => {
      const { problems, added, removed } = judgeChoice(at);
      expect(told(problems)).toEqual(bruteForce(at));
      expect(added).toEqual([...new Set(at.wanted)].filter((id) => !at.current.includes(id)).sort());
      expect(removed).toEqual(at.current.filter((id) => !at.wanted.includes(id)).sort());
    }),
    { numRuns: 3000 },
  );
});

test('on small random links, bound together is the same in both directions and over any number of steps', () => {
  fc.assert(
    fc.property(cases, ({ links, workshops }) => {
      const companions = companionsOf(links);
      for (const { id: one } of workshops)
        for (const { id: other } of workshops)
          expect(companions.get(one)?.has(other) ?? one === other).toBe(areBound(links, one, other));
    }),
    { numRuns: 500 },
  );
});

test('links without faults can all be kept: whoever must be together can be chosen together', () => {
  fc.assert(
    fc.property(cases, (at) => {
      fc.pre(linkFaults(at.links, at.workshops).size === 0);
      // Every inclusive company without exclusive pairs, of one moment each, can be chosen whole by a manager.
      for (const company of new Set(companionsOf(at.links).values())) {
        const whole = {
          ...at,
          current: [],
          wanted: [...company],
          byManager: true,
          force: true,
          elsewhere: [],
        };
        const codes = judgeChoice(whole).problems.map(({ code }) => code);
        expect(codes.filter((code) => code !== 'group')).toEqual([]);
      }
    }),
    { numRuns: 1000 },
  );
});
