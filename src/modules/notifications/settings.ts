import type { Read, Tx } from '../../platform/database/contract.ts';
import { usualSetting } from './rules.ts';
import { selectSettings, upsertSettings } from './settings.queries.ts';
import { mailPaces, type NotificationSetting, notificationKinds } from './types.ts';

/** How a person is told of each kind, as they chose or as is usual. */
export async function listSettings(read: Read, accountId: number): Promise<NotificationSetting[]> {
  const chosen = new Map((await selectSettings(read, accountId)).map((one) => [one.kind, one]));
  return notificationKinds.map((kind) => {
    const own = chosen.get(kind);
    const byMail = mailPaces.find((pace) => pace === own?.byMail);
    return own && byMail ? { kind, inPage: own.inPage, byMail } : usualSetting(kind);
  });
}

/** Sets how a person is told from now on; what was told before is still mailed as it was to be. */
export async function chooseSettings(
  tx: Tx,
  accountId: number,
  settings: readonly NotificationSetting[],
): Promise<void> {
  if (settings.length > 0) await upsertSettings(tx, accountId, settings);
}
