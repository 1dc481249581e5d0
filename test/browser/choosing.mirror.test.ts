import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOpenTo, judgeChoice } from '../../src/modules/workshops/rules.ts';
import type { ChoiceCase } from '../../src/modules/workshops/types.ts';
import { clashesOf } from '../../web/src/participant/judge.ts';
import type { Choice } from '../../web/src/participant/types.ts';
import { caseOf, exclusive, inclusive, workshop } from '../support/choice-cases.ts';

const ids = [1, 2, 3, 4, 5];

/** Small random events whose workshops clash more often than not; links that nobody could keep are none. */
const cases = fc
  .record({
    seeds: fc.array(
      fc.record({ moment: fc.nat(3), group: fc.constantFrom('', 'a', 'b', 'a|b'), free: fc.nat(1) }),
      { minLength: ids.length, maxLength: ids.length },
    ),
    links: fc.array(fc.record({ one: fc.nat(4), other: fc.nat(4), isInclusive: fc.boolean() }), {
      maxLength: 4,
    }),
    targetGroup: fc.constantFrom(null, 'a', 'b'),
    current: fc.subarray(ids),
    wanted: fc.subarray(ids, { minLength: 1 }),
  })
  .map(({ seeds, links, ...rest }) =>
    caseOf({
      ...rest,
      workshops: seeds.map(({ moment, group, free }, at) =>
        workshop(at + 1, { moment: `m${moment}`, targetGroup: group, capacity: 2, taken: 2 - free }),
      ),
      links: links
        .filter(({ one, other }) => one !== other)
        .map(({ one, other, isInclusive }) => (isInclusive ? inclusive : exclusive)(one + 1, other + 1)),
    }),
  );

/** As `/api/v1` shows it. */
function shown({ workshops, links, targetGroup, current }: ChoiceCase): Choice {
  return {
    participant: { id: 1, full_name: 'Ann', class: null, group: targetGroup },
    event: {
      id: 1,
      name: 'Day',
      is_open: true,
      is_switched_on: true,
      opens_at: null,
      closes_at: null,
      time_zone: 'UTC',
      is_archived: false,
      version: 1,
    },
    moments: [...Map.groupBy(workshops, ({ moment }) => moment)].map(([name, ofMoment]) => ({
      name,
      starts_at: null,
      ends_at: null,
      workshops: ofMoment.map(({ id, title, targetGroup: group, capacity, taken }) => ({
        id,
        title,
        description: '',
        group,
        is_for_group: isOpenTo(group, targetGroup),
        capacity,
        free: Math.max(0, capacity - taken),
      })),
    })),
    links: links.map(({ workshop1Id, workshop2Id, kind }) => ({
      workshop_ids: [workshop1Id, workshop2Id],
      kind,
    })),
    workshop_ids: [...current],
    problems: [],
  };
}

test('the page names beforehand exactly what the server would refuse', () => {
  let refused = 0;
  fc.assert(
    fc.property(cases, (at) => {
      const problems = judgeChoice(at).problems.map(({ workshopId, code, with: others }) => {
        return `${workshopId} ${code} ${others}`;
      });
      const clashes = clashesOf(shown(at), null, at.wanted).map(({ workshopId, code, with: others }) => {
        return `${workshopId} ${code} ${[...new Set(others)].sort((one, other) => one - other)}`;
      });
      refused += problems.length;
      expect(clashes.sort()).toEqual(problems.sort());
    }),
    { numRuns: 500 },
  );
  expect(refused).toBeGreaterThan(100);
});
