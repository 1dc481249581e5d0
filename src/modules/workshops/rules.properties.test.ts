import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseOf, event, exclusive, inclusive, workshop } from '../../../test/support/choice-cases.ts';
import { companionsOf, judgeChoice, linkFaults } from './rules.ts';
import type { ChoiceCase, Problem, ProblemCode, WorkshopLink } from './types.ts';

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
