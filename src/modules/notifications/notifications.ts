import { createHash } from 'node:crypto';
import type { OwnerContext, Read, Tx } from '../../platform/database/contract.ts';
import * as rows from './notifications.queries.ts';
import { unknownNotification } from './refusals.ts';
import { keptFor, usualSetting } from './rules.ts';
import type { Notice, Notification, NotificationKind, Told } from './types.ts';

/**
 * Tells people something, as part of this transaction: each as they chose, in the page, by mail, or not at all. Whoever
 * acts is not told of it. One statement whatever the number of notices and people.
 */
export async function notify(tx: Tx, ...notices: readonly Notice[]): Promise<void> {
  const tellings = tellingsOf(tx, notices);
  if (tellings.length === 0) return;
  const instantly = await rows.insertTellings(
    tx,
    notices.map((notice) => ({
      ...notice,
      about: aboutOf(tx, notice),
      sameAs: digest(notice),
      usualMail: usualSetting(notice.kind).byMail,
    })),
    tellings,
  );
  const told = { tenantId: tx.tenantId, accountIds: [...new Set(tellings.map((one) => one.accountId))] };
  tx.afterCommit(() => {
    for (const listener of listeners.told) listener(told);
    if (instantly) for (const listener of listeners.mail) listener();
  });
}

/** The processes' ends of what is told: several servers may run in one process, as tests do. */
const listeners = { told: new Set<(told: Told) => void>(), mail: new Set<() => void>() };

/** Calls `listener` after every commit of this process that told somebody something. It must not throw. @returns ends it */
export function whenTold(listener: (told: Told) => void): () => void {
  listeners.told.add(listener);
  return () => void listeners.told.delete(listener);
}

/** Calls `listener` after every commit of this process that left something to mail at once. @returns ends it */
export function whenMailIsDue(listener: () => void): () => void {
  listeners.mail.add(listener);
  return () => void listeners.mail.delete(listener);
}

export interface NotificationQuery {
  readonly isSeen?: boolean;
  readonly kind?: NotificationKind;
  /** Only those of a higher number. */
  readonly above?: number;
}

/** One page of a person's notifications, what occurred last first, and how many there are in all. */
export function listNotifications(
  read: Read,
  accountId: number,
  query: NotificationQuery,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ count: number; notifications: Notification[] }> {
  return rows.selectNotifications(read, accountId, query, page);
}

/**
 * A person's notifications that occurred before a place of their stream, what occurred last first.
 * @param before the `change` of the last one known; null: from the newest on
 */
export function listNotificationsBefore(
  read: Read,
  accountId: number,
  query: NotificationQuery,
  page: { readonly before: number | null; readonly limit: number },
): Promise<Notification[]> {
  return rows.selectNotificationsBefore(read, accountId, query, page);
}

/** The person's notification of that number; refuses when there is none. */
export async function requireNotification(
  read: Read,
  accountId: number,
  number: number,
): Promise<Notification> {
  const found = await rows.selectNotification(read, accountId, number);
  if (!found) throw unknownNotification(number);
  return found;
}

export function countUnseen(read: Read, accountId: number): Promise<number> {
  return rows.countUnseen(read, accountId);
}

/**
 * Marks a person's notifications as seen. A notification that occurs again later is a new one.
 * @param span numbers, both included; null: without a bound. What comes while this runs may stay unseen.
 * @returns how many were unseen until now
 */
export async function markSeen(
  tx: Tx,
  accountId: number,
  span: { readonly from: number | null; readonly to: number | null },
): Promise<number> {
  const marked = await rows.markSeen(tx, accountId, span);
  if (marked > 0) {
    const told = { tenantId: tx.tenantId, accountIds: [accountId] };
    tx.afterCommit(() => {
      for (const listener of listeners.told) listener(told);
    });
  }
  return marked;
}

/** What there is in a person's stream after a place of it. */
export interface Changes {
  readonly changes: readonly Notification[];
  /** The newest place there is; further on than the last of `changes` when these are not all. */
  readonly last: number;
  readonly unseen: number;
}

/**
 * What a person was told after a place of their stream, oldest first: every notification that occurred since, as it is
 * now, each once. Places are given out in the order of commits, so nothing can appear later below one that was read.
 */
export function readChanges(read: Read, accountId: number, after: number, limit: number): Promise<Changes> {
  return rows.selectChanges(read, accountId, after, limit);
}

/** Erases what a person was told and what others were told of them (a port of identity). */
export function forgetInbox(tx: Tx, accountId: number): Promise<void> {
  return rows.deleteInbox(tx, accountId);
}

const purgeSize = 5_000;

/** Erases what was seen and is 90 days old, and what nobody looked at for a year. @returns how many */
export async function purgeNotifications(owner: OwnerContext, signal?: AbortSignal): Promise<number> {
  let purged = 0;
  while (!signal?.aborted) {
    const now = owner.clock.now().getTime();
    const before = { seen: new Date(now - keptFor.seen), unseen: new Date(now - keptFor.unseen) };
    const some = await owner.transaction((tx) => rows.deleteOld(tx, before, purgeSize));
    purged += some;
    if (some < purgeSize) break;
  }
  return purged;
}

/** Whose names stand in it; who acts is thought to be named always. */
function aboutOf(tx: Tx, { about = [] }: Notice): number[] {
  const acting = tx.author?.kind === 'account' ? tx.author.id : null;
  return [...new Set([acting, ...about])].filter((id) => id !== null);
}

/** Whom to tell of what, each pair once: a person in the list twice, or told the same twice, is told of two times. */
function tellingsOf(tx: Tx, notices: readonly Notice[]): rows.Telling[] {
  const actorId = tx.author?.kind === 'account' ? tx.author.id : null;
  const tellings = new Map<string, { accountId: number; notice: number; times: number }>();
  for (const [index, notice] of notices.entries()) {
    const same = digest(notice);
    for (const accountId of notice.tell) {
      if (accountId === actorId) continue;
      const known = tellings.get(`${accountId}:${same}`);
      if (known) known.times += 1;
      else tellings.set(`${accountId}:${same}`, { accountId, notice: index + 1, times: 1 });
    }
  }
  return [...tellings.values()];
}

/** Two notices that say the same, whoever they are told. */
function digest({ kind, message, facts, url }: Notice): string {
  const sorted = Object.entries(facts).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([kind, message, sorted, url]))
    .digest('base64url');
}
