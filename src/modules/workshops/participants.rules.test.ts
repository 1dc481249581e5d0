import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchParticipants, planList, type SentParticipant } from './participants.rules.ts';
import type { ParticipantDraft, PresentParticipant } from './types.ts';

const here = (id: number, fullName: string, more: Partial<PresentParticipant> = {}): PresentParticipant => ({
  id,
  fullName,
  class: null,
  targetGroup: null,
  keyHash: `key-${id}`,
  ...more,
});
/** A person of a list; the key stands for its own hash. */
const sent = (draft: ParticipantDraft): SentParticipant => ({ draft, keyHash: draft.key ? draft.key : null });
const idsOf = (present: readonly PresentParticipant[], drafts: readonly ParticipantDraft[]) =>
  matchParticipants(present, drafts.map(sent)).map((one) => one?.id ?? null);

describe('people of a list are recognised', () => {
  test('by id before anything else', () => {
    const present = [here(1, 'Jan'), here(2, 'Mia')];
    expect(idsOf(present, [{ id: 2, fullName: 'Jan' }, { fullName: 'Jan' }])).toEqual([2, 1]);
  });

  test('by key before the name', () => {
    const present = [here(1, 'Jan'), here(2, 'Mia')];
    expect(idsOf(present, [{ fullName: 'Jan', key: 'key-2' }, { fullName: 'Mia' }])).toEqual([2, null]);
  });

  test('by name and class before a name alone, whatever the order', () => {
    const present = [here(1, 'Jan', { class: '5A' }), here(2, 'Jan', { class: '5B' })];
    expect(
      idsOf(present, [
        { fullName: 'Jan', class: '5B' },
        { fullName: 'Jan', class: '5A' },
      ]),
    ).toEqual([2, 1]);
  });

  test('of namesakes in one class first by the group, then by their order', () => {
    const twins = [here(1, 'Jan', { targetGroup: 'a' }), here(2, 'Jan', { targetGroup: 'b' })];
    expect(
      idsOf(twins, [
        { fullName: 'Jan', targetGroup: 'b' },
        { fullName: 'Jan', targetGroup: 'c' },
      ]),
    ).toEqual([2, 1]);
    expect(idsOf(twins, [{ fullName: 'Jan' }, { fullName: 'Jan' }])).toEqual([1, 2]);
  });

  test('by a name that occurs once on both sides, else not', () => {
    const present = [
      here(1, 'Jan', { class: '5A' }),
      here(2, 'Mia', { class: '5A' }),
      here(3, 'Mia', { class: '5B' }),
    ];
    const drafts = [
      { fullName: 'Jan', class: '6A' },
      { fullName: 'Mia', class: '6A' },
    ];
    expect(idsOf(present, drafts)).toEqual([1, null]);
    expect(
      idsOf(present.slice(0, 1), [
        { fullName: 'Jan', class: '6A' },
        { fullName: 'Jan', class: '6B' },
      ]),
    ).toEqual([null, null]);
  });

  test('whether accents are composed or not, and whether an empty class is empty or none', () => {
    expect(idsOf([here(1, 'Zoe\u0308')], [{ fullName: 'Zo\u00eb', class: '' }])).toEqual([1]);
  });

  test('never where an id names somebody else', () => {
    expect(idsOf([here(1, 'Jan')], [{ id: 9, fullName: 'Jan', key: 'key-1' }])).toEqual([null]);
  });
});

const name = fc.constantFrom('Jan', 'Mia', 'Zoë');
const someClass = fc.constantFrom('5A', '5B', '', null);
const people = fc.array(fc.record({ fullName: name, class: someClass }), { maxLength: 7 });
const drafts = fc.array(
  fc.record(
    {
      id: fc.integer({ min: 1, max: 7 }),
      fullName: name,
      class: someClass,
      key: fc.constantFrom('', null, 'key-1', 'key-2', 'key-3', 'new'),
    },
    { requiredKeys: ['fullName'] },
  ),
  { maxLength: 7 },
);
const event = (list: readonly { fullName: string; class: string | null }[]) =>
  list.map((one, at) => here(at + 1, one.fullName, { class: one.class }));

describe('whatever the list', () => {
  test('nobody is recognised twice, and everybody of the event is changed, removed or kept', () => {
    fc.assert(
      fc.property(
        people,
        drafts,
        fc.constantFrom('replace' as const, 'add' as const),
        (list, wanted, mode) => {
          const present = event(list);
          const matched = idsOf(present, wanted).filter((id) => id !== null);
          expect(new Set(matched).size).toBe(matched.length);
          const plan = planList(present, wanted.map(sent), mode);
          expect(plan.changed.length + plan.removed.length + plan.kept).toBe(present.length);
          expect(plan.added.length).toBe(wanted.length - matched.length);
          if (mode === 'add') expect(plan.removed).toEqual([]);
        },
      ),
    );
  });

  test('a plan without faults leaves no key with two people', () => {
    fc.assert(
      fc.property(people, drafts, (list, wanted) => {
        const present = event(list);
        const { added, changed, removed, faults } = planList(present, wanted.map(sent), 'replace');
        fc.pre(faults.length === 0);
        const touched = new Set([...removed.map(({ id }) => id), ...changed.map((one) => one.present.id)]);
        const untouched = present.filter(({ id }) => !touched.has(id)).map(({ keyHash }) => keyHash);
        const typed = [...added, ...changed].flatMap(({ key }) => (key.kind === 'typed' ? [key.hash] : []));
        const kept = changed.flatMap(({ key, present: one }) => (key.kind === 'kept' ? [one.keyHash] : []));
        const keys = [...untouched, ...typed, ...kept].filter((key) => key !== null);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('the list of what is there, however it is shuffled, changes nothing', () => {
    fc.assert(
      fc.property(
        people.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          const plan = planList(event(list), shuffled.map(sent), 'replace');
          expect([plan.added, plan.removed, plan.changed, plan.faults]).toEqual([[], [], [], []]);
        },
      ),
    );
  });
});
