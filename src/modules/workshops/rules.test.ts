import { describe, expect, test } from 'vitest';
import { caseOf, event, exclusive, inclusive, now, workshop } from '../../../test/support/choice-cases.ts';
import { flagsOf, groupsOf, isOpen, isOpenTo, judgeChoice, linkFaults } from './rules.ts';

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
