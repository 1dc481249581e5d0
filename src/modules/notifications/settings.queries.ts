import { sql } from 'kysely';
import type { Read, Tx } from '../../platform/database/contract.ts';
import type { NotificationSetting } from './types.ts';

export function selectSettings(
  read: Read,
  accountId: number,
): Promise<{ kind: string; inPage: boolean; byMail: string }[]> {
  return read.db
    .selectFrom('notification_settings')
    .select(['kind', 'in_page as inPage', 'by_mail as byMail'])
    .where('tenant_id', '=', read.tenantId)
    .where('account_id', '=', accountId)
    .execute();
}

export async function upsertSettings(
  tx: Tx,
  accountId: number,
  settings: readonly NotificationSetting[],
): Promise<void> {
  await sql`
    insert into notification_settings (tenant_id, account_id, kind, in_page, by_mail)
    select ${tx.tenantId}, ${accountId}, s.kind, s.in_page, s.by_mail
    from unnest(${settings.map((one) => one.kind)}::text[], ${settings.map((one) => one.inPage)}::boolean[],
                ${settings.map((one) => one.byMail)}::text[]) as s (kind, in_page, by_mail)
    order by s.kind
    on conflict (tenant_id, account_id, kind) do update
      set in_page = excluded.in_page, by_mail = excluded.by_mail`.execute(tx.db);
}
