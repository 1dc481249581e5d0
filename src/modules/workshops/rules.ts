import type {
  ChoiceCase,
  Event,
  JudgedWorkshop,
  LinkKind,
  Problem,
  ProblemCode,
  Verdict,
  Workshop,
  WorkshopLink,
} from './types.ts';

/**
 * Judges a participant's whole choice by every rule at once: times, events, places, groups, moments, links (contract §7,
 * rulings "Registration", "Links", "Groups"). Answers all problems, by workshop; none: the choice may be written.
 * A workshop that the participant has already is never full, and a choice that changes nothing is judged by the times
 * alone: links and groups added later leave old choices valid.
 */
export function judgeChoice(at: ChoiceCase): Verdict {
  const wanted = ascending(new Set(at.wanted));
  const current = new Set(at.current);
  const added = wanted.filter((id) => !current.has(id));
  const removed = ascending(current).filter((id) => !wanted.includes(id));
  const isChanged = added.length > 0 || removed.length > 0;
  const problems = [
    ...(at.byManager || isOpen(at.event, at.now) ? [] : wanted.map((id) => problem(id, 'closed'))),
    ...(isChanged ? [...placesProblems(at, wanted, added), ...togetherProblems(at, wanted)] : []),
  ];
  return { problems: problems.sort(byWorkshop), added, removed };
}

/** What is wrong with a choice that was written earlier, under the links, groups and moments of today. */
export function flagsOf(at: Pick<ChoiceCase, 'workshops' | 'links' | 'targetGroup' | 'current'>): Problem[] {
  return [...groupProblems(at, at.current), ...togetherProblems(at, ascending(at.current))].sort(byWorkshop);
}

/** Whether participants may choose now: the switch is on and the moment is within the times. */
export function isOpen(
  event: Pick<Event, 'available' | 'opensAt' | 'closesAt' | 'archivedAt'>,
  now: Date,
): boolean {
  if (event.available !== true || event.archivedAt !== null) return false;
  if (event.opensAt !== null && now < event.opensAt) return false;
  return event.closesAt === null || now < event.closesAt;
}

/**
 * Whether a workshop of that group is open to a participant of that one (ruling "Groups"): `""` is all, `a|b` several,
 * and an exactly equal text always matches. Case and inner blanks count.
 */
export function isOpenTo(workshopGroup: string, participantGroup: string | null): boolean {
  const group = participantGroup ?? '';
  if (workshopGroup === '' || workshopGroup === group) return true;
  return groupsOf(workshopGroup).includes(group);
}

/** The groups that a workshop names; empty: all. */
export function groupsOf(workshopGroup: string): string[] {
  return workshopGroup
    .split('|')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** How many may still come in. */
export function freePlaces({ capacity, taken }: Pick<Workshop, 'capacity' | 'taken'>): number {
  return Math.max(0, capacity - taken);
}

/** An event's workshops in the order that its organisers gave them. */
export function inOrder<One extends Pick<Workshop, 'id' | 'position'>>(workshops: readonly One[]): One[] {
  return workshops.toSorted((one, other) => one.position - other.position || one.id - other.id);
}

/** Each workshop with all those it must be taken together with, itself included: inclusive links are transitive. */
export function companionsOf(links: readonly WorkshopLink[]): ReadonlyMap<number, ReadonlySet<number>> {
  const companions = new Map<number, Set<number>>();
  const of = (id: number) => companions.get(id) ?? new Set([id]);
  for (const link of links) {
    if (link.kind !== 'inclusive') continue;
    const joined = new Set([...of(link.workshop1Id), ...of(link.workshop2Id)]);
    for (const id of joined) companions.set(id, joined);
  }
  return companions;
}

const linkKinds: readonly string[] = ['inclusive', 'exclusive'] satisfies readonly LinkKind[];

/**
 * What is wrong with the links of an event, by the place of each in the list: a workshop linked to itself or of another
 * event, a pair given twice, a contradiction, partners that nobody could take together (ruling "Links").
 */
export function linkFaults(
  links: readonly { workshop1Id: number; workshop2Id: number; kind: string }[],
  workshops: readonly JudgedWorkshop[],
): ReadonlyMap<number, string> {
  const faults = new Map<number, string>();
  const blame = (at: number, sentence: string) => faults.has(at) || faults.set(at, sentence);
  const byId = new Map(workshops.map((workshop) => [workshop.id, workshop]));
  const seen = new Set<string>();
  links.forEach((link, at) => {
    const { workshop1Id: one, workshop2Id: other } = link;
    if (!linkKinds.includes(link.kind)) blame(at, 'link_type is "inclusive" or "exclusive".');
    for (const id of [one, other]) if (!byId.has(id)) blame(at, `Workshop ${id} is none of this event.`);
    if (one === other) blame(at, `Workshop ${one} cannot be linked to itself.`);
    if (seen.has(`${one} ${other}`)) blame(at, `Workshops ${one} and ${other} are linked twice.`);
    seen.add(`${one} ${other}`);
  });
  if (faults.size > 0) return faults;
  const known: readonly WorkshopLink[] = links.filter(isKnownLink);
  const companions = companionsOf(known);
  known.forEach((link, at) => {
    const sentence = impossibility(link, companions, byId);
    if (sentence !== null) blame(at, sentence);
  });
  return faults;
}

function isKnownLink(link: { kind: string }): link is WorkshopLink {
  return linkKinds.includes(link.kind);
}

/** Why nobody could ever keep this link. */
function impossibility(
  { workshop1Id, workshop2Id, kind }: WorkshopLink,
  companions: ReadonlyMap<number, ReadonlySet<number>>,
  byId: ReadonlyMap<number, JudgedWorkshop>,
): string | null {
  const together = companions.get(workshop1Id) ?? new Set([workshop1Id]);
  if (kind === 'exclusive') {
    return together.has(workshop2Id)
      ? `Workshops ${workshop1Id} and ${workshop2Id} must be taken together and cannot be combined: drop one of the links.`
      : null;
  }
  const all = [...together].flatMap((id) => byId.get(id) ?? []);
  const moments = new Set(all.map(({ moment }) => moment));
  if (moments.size < all.length)
    return `Workshops ${ascending(together).join(', ')} must be taken together, but two of them share a moment.`;
  if (!haveCommonGroup(all))
    return `Workshops ${ascending(together).join(', ')} must be taken together, but no group may take them all.`;
  return null;
}

function haveCommonGroup(workshops: readonly JudgedWorkshop[]): boolean {
  const bound = workshops.map(({ targetGroup }) => targetGroup).filter((group) => groupsOf(group).length > 0);
  const candidates = [...new Set(bound.flatMap((group) => [group, ...groupsOf(group)]))];
  return bound.length === 0 || candidates.some((one) => bound.every((group) => isOpenTo(group, one)));
}

function placesProblems(at: ChoiceCase, wanted: readonly number[], added: readonly number[]): Problem[] {
  const byId = new Map(at.workshops.map((workshop) => [workshop.id, workshop]));
  const elsewhere = new Map(at.elsewhere.map(({ id, eventId }) => [id, eventId]));
  const events = new Set(wanted.flatMap((id) => (byId.has(id) ? [at.event.id] : (elsewhere.get(id) ?? []))));
  const found = wanted.flatMap((id): Problem[] => {
    if (byId.has(id)) return events.size > 1 ? [problem(id, 'several_events')] : [];
    if (!elsewhere.has(id)) return [problem(id, 'unknown')];
    return [problem(id, 'other_event'), ...(events.size > 1 ? [problem(id, 'several_events')] : [])];
  });
  const isFull = (id: number) => {
    const workshop = byId.get(id);
    return workshop !== undefined && freePlaces(workshop) === 0;
  };
  const full = at.force ? [] : added.filter(isFull).map((id) => problem(id, 'full'));
  return [...found, ...full, ...groupProblems(at, wanted)];
}

function groupProblems(
  at: Pick<ChoiceCase, 'workshops' | 'targetGroup'>,
  chosen: readonly number[],
): Problem[] {
  return at.workshops
    .filter(({ id, targetGroup }) => chosen.includes(id) && !isOpenTo(targetGroup, at.targetGroup))
    .map(({ id }) => problem(id, 'group'));
}

/** Moments and links: what chosen workshops do to each other. */
function togetherProblems(
  { workshops, links }: Pick<ChoiceCase, 'workshops' | 'links'>,
  chosen: readonly number[],
): Problem[] {
  const own = workshops.filter(({ id }) => chosen.includes(id));
  const companions = companionsOf(links);
  const excluded = (id: number) =>
    links
      .filter(
        ({ kind, workshop1Id, workshop2Id }) =>
          kind === 'exclusive' && [workshop1Id, workshop2Id].includes(id),
      )
      .map(({ workshop1Id, workshop2Id }) => (workshop1Id === id ? workshop2Id : workshop1Id))
      .filter((other) => chosen.includes(other));
  return own.flatMap(({ id, moment }) => {
    const clashing = own
      .filter((other) => other.id !== id && other.moment === moment)
      .map((other) => other.id);
    const missing = [...(companions.get(id) ?? [])].filter((other) => !chosen.includes(other));
    return [
      ...somewith(id, 'moment', clashing),
      ...somewith(id, 'needs', missing),
      ...somewith(id, 'excludes', excluded(id)),
    ];
  });
}

function somewith(workshopId: number, code: ProblemCode, others: readonly number[]): Problem[] {
  return others.length > 0 ? [{ workshopId, code, with: ascending(new Set(others)) }] : [];
}

function problem(workshopId: number, code: ProblemCode): Problem {
  return { workshopId, code, with: [] };
}

/** By workshop, then in the order of the contract's checks (§7). */
function byWorkshop(one: Problem, other: Problem): number {
  return one.workshopId - other.workshopId || checks.indexOf(one.code) - checks.indexOf(other.code);
}

/** The order in which the ancestor of this API checks (contract §7): the first failing one gives the answer's status. */
export const checks: readonly ProblemCode[] = [
  'closed',
  'other_event',
  'several_events',
  'full',
  'group',
  'moment',
  'needs',
  'excludes',
  'unknown',
];

function ascending(ids: Iterable<number>): number[] {
  return [...ids].sort((one, other) => one - other);
}
