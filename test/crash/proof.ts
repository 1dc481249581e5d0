import type { MusterPlace } from '../support/muster-process.ts';
import type { Registered } from './registrants.ts';

interface AccountRow {
  readonly id: number;
  readonly email: string;
  readonly is_active: boolean;
  readonly traces: number;
  readonly links: number;
  readonly letters: number;
}

interface LetterRow {
  readonly to_address: string;
  readonly message_id: string;
}

/** A letter as it arrived, in a file or by SMTP. */
export interface ArrivedLetter {
  readonly to: string;
  readonly messageId: string;
}

/**
 * Holds the database against what clients were told (quality R2).
 * @returns a sentence for every acknowledged account that is not there exactly once, and for every half effect
 */
export async function findLosses(place: MusterPlace, acknowledged: readonly Registered[]): Promise<string[]> {
  const rows = await place.query<AccountRow>(
    `select a.id, a.email, a.is_active,
       (select count(*) from activity t where t.tenant_id = a.tenant_id and t.verb = 'registered'
          and t.object_type = 'account' and t.object_id = a.id::text) as traces,
       (select count(*) from links l where l.tenant_id = a.tenant_id and l.account_id = a.id) as links,
       (select count(*) from letters l where l.tenant_id = a.tenant_id and l.account_id = a.id) as letters
     from accounts a where a.role = 'member'`,
  );
  const byEmail = Map.groupBy(rows, ({ email }) => email);
  const lost = acknowledged.flatMap((told) => {
    const there = byEmail.get(told.email) ?? [];
    const [row] = there;
    if (there.length !== 1 || row?.id !== told.id) return [`${told.email} is there ${there.length} times.`];
    const [wanted, found] = [told.letter ? 1 : 0, [row.links, row.letters]];
    if (found.some((count) => count !== wanted) || row.is_active !== told.active)
      return [`${told.email} has ${row.links} links and ${row.letters} letters, active: ${row.is_active}.`];
    return [];
  });
  return [...lost, ...rows.flatMap(judgeAlone), ...(await findOrphans(place))];
}

/** What holds of every account, whether its client heard of it or not. */
function judgeAlone(row: AccountRow): string[] {
  const { email, is_active, traces, links, letters } = row;
  return [
    ...(traces === 1 ? [] : [`${email} has ${traces} rows in the activity log.`]),
    ...(links === letters ? [] : [`${email} has ${links} links and ${letters} letters.`]),
    ...(is_active || links === 1 ? [] : [`${email} is inactive and has ${links} links.`]),
  ];
}

async function findOrphans(place: MusterPlace): Promise<string[]> {
  const rows = await place.query<{ what: string }>(
    `select 'A trace of account ' || t.object_id || ', which is not there.' as what from activity t
     where t.object_type = 'account'
       and not exists (select from accounts a where a.tenant_id = t.tenant_id and a.id::text = t.object_id)
     union all
     select 'A letter to ' || l.to_address || ', which is no account''s.' from letters l
     where not exists (select from accounts a where a.tenant_id = l.tenant_id and a.id = l.account_id)`,
  );
  return rows.map(({ what }) => what);
}

/**
 * Holds what arrived against the outbox: every letter at least once, under its one Message-ID, and none of an account
 * that is not there. @returns a sentence for each that is otherwise
 */
export async function findLetterFaults(
  place: MusterPlace,
  arrived: readonly ArrivedLetter[],
): Promise<string[]> {
  const rows = await place.query<LetterRow>('select to_address, message_id from letters');
  const written = new Map(rows.map((row) => [row.to_address, row.message_id]));
  const there = new Set(arrived.map(({ to }) => to));
  return [
    ...rows
      .filter((row) => !there.has(row.to_address))
      .map((row) => `No letter to ${row.to_address} arrived.`),
    ...arrived
      .filter(({ to, messageId }) => written.get(to) !== messageId)
      .map(({ to, messageId }) => `A letter ${messageId} to ${to} arrived, which nobody wrote.`),
  ];
}
