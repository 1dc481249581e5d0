import { choose } from '../../src/modules/workshops/choices.ts';
import { createEvent, replaceLinks } from '../../src/modules/workshops/events.ts';
import { storeKey } from '../../src/modules/workshops/login-keys.ts';
import { openVisit, setSharedPassword } from '../../src/modules/workshops/logins.ts';
import type {
  EventChange,
  EventWithWorkshops,
  Participant,
  Registration,
  WorkshopLink,
} from '../../src/modules/workshops/types.ts';
import type { TestApp, TestSite } from './app.ts';

let made = 0;

/** Makes an event with these workshops: open, unless told otherwise. */
export function workshopEvent(at: TestSite, more: Partial<EventChange> = {}): Promise<EventWithWorkshops> {
  made += 1;
  return at.context.transaction((tx) => createEvent(tx, { name: `event-${made}`, available: true, ...more }));
}

/** Puts these links in place of the event's. */
export async function linkWorkshops(
  at: TestSite,
  { id }: { id: number },
  links: readonly (readonly [number, number, WorkshopLink['kind']])[],
): Promise<void> {
  const all = links.map(([workshop1Id, workshop2Id, kind]) => ({ workshop1Id, workshop2Id, kind }));
  await at.context.transaction((tx) => replaceLinks(tx, id, all, null));
}

export interface TestParticipant {
  readonly fullName?: string;
  readonly class?: string | null;
  readonly targetGroup?: string | null;
  readonly key?: string;
}

/** Puts people into an event, with one statement. */
export async function participants(
  muster: TestApp,
  at: TestSite,
  { id: eventId }: { id: number },
  wanted: readonly TestParticipant[],
): Promise<Participant[]> {
  const { tenantId, random } = at.context;
  const { secret } = muster.services.identity;
  const rows = wanted.map((one) => {
    made += 1;
    const { fullName = `Person ${made}`, key = `KEY-${made}`, targetGroup = null } = one;
    return {
      fullName,
      class: one.class ?? null,
      targetGroup,
      key: storeKey({ secret, random }, tenantId, key),
    };
  });
  const found = await muster.query<{ id: number }>(
    `insert into participants (tenant_id, event_id, full_name, class, target_group, key_hash, key_folded_hash,
       key_sealed, created_at, updated_at)
     select $1, $2, p.*, now(), now() from unnest($3::text[], $4::text[], $5::text[], $6::bytea[], $7::bytea[], $8::bytea[])
       as p (full_name, class, target_group, hash, folded, sealed)
     returning id`,
    [
      tenantId,
      eventId,
      rows.map((row) => row.fullName),
      rows.map((row) => row.class),
      rows.map((row) => row.targetGroup),
      rows.map((row) => row.key.hash),
      rows.map((row) => row.key.foldedHash),
      rows.map((row) => row.key.sealed),
    ],
  );
  return rows.map(({ key: _, ...row }, index) => ({ ...row, eventId, id: Number(found[index]?.id) }));
}

/** Puts one person into an event. */
export async function participant(
  muster: TestApp,
  at: TestSite,
  event: { id: number },
  wanted: TestParticipant = {},
): Promise<Participant> {
  const [one] = await participants(muster, at, event, [wanted]);
  if (!one) throw new Error('nobody was made');
  return one;
}

/** The JWT of a participant's visit. */
export function visitToken(muster: TestApp, at: TestSite, { id }: { id: number }): Promise<string> {
  return at.context.transaction((tx) => openVisit(tx, muster.services.identity, { id, keyHash: null }));
}

/** Sets the tenant's shared password and signs in by it. */
export async function sharedToken(muster: TestApp, at: TestSite, password: string): Promise<string> {
  const hash = await muster.services.passwords.hash(password);
  return at.context.transaction(async (tx) =>
    openVisit(tx, muster.services.identity, await setSharedPassword(tx, hash)),
  );
}

/** Chooses as the participant. */
export function chooses(
  at: TestSite,
  { id }: { id: number },
  workshops: readonly number[],
): Promise<Registration[]> {
  return at.context.transaction((tx) => choose(tx, id, workshops, { byManager: false, force: false }));
}

/** Counters that do not say what the registrations say, and people in clashing or overfull workshops: must be none. */
export async function brokenPlaces(
  muster: TestApp,
  at: TestSite,
): Promise<readonly Record<string, unknown>[]> {
  return muster.query(
    `select w.id, w.taken, w.capacity, w.granted, count(r.id)::integer as registered
     from workshops w left join registrations r on r.tenant_id = w.tenant_id and r.workshop_id = w.id
     where w.tenant_id = $1
     group by w.tenant_id, w.id, w.taken, w.capacity, w.granted
     having w.taken <> count(r.id) or w.taken > greatest(w.capacity, w.granted)`,
    [at.site.tenantId],
  );
}
