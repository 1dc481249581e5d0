import type { OwnerContext, Read, Tx } from '../../platform/database/contract.ts';
import { uuid } from '../../platform/random.ts';
import { record } from '../activity/activity.ts';
import { findAccounts } from '../identity/accounts.ts';
import type { Account, Role } from '../identity/types.ts';
import { notify } from '../notifications/notifications.ts';
import type { Site } from '../tenants/types.ts';
import * as rows from './comments.queries.ts';
import { foreignComment, unknownComment, unknownTarget } from './refusals.ts';
import type { Comment, CommentTargets, FoundTarget } from './types.ts';

/** The thing of that type and public id. Refuses a type that nobody comments on and a thing that is not here alike. */
export async function requireTarget(
  read: Read,
  targets: CommentTargets,
  site: Site,
  type: string,
  publicId: string,
): Promise<FoundTarget> {
  const found = Object.hasOwn(targets, type) ? await targets[type]?.find(read, site, publicId) : null;
  if (!found) throw unknownTarget();
  return { ...found, type };
}

/**
 * Writes a comment, with its trace, and tells those whom its target concerns.
 * @param content judged by the API: not blank
 */
export async function comment(tx: Tx, on: FoundTarget, author: Account, content: string): Promise<Comment> {
  const { authorId: _, ...row } = await rows.insertComment(tx, {
    uuid: uuid(tx.random, tx.clock.now()),
    objectType: on.type,
    objectId: on.id,
    authorId: author.id,
    content,
  });
  await record(tx, {
    verb: 'commented',
    objectType: on.type,
    objectId: on.id,
    result: { type: 'comment', id: row.id },
  });
  const name = author.name === '' ? author.username : author.name;
  const isPerson = on.type === 'account';
  await notify(tx, {
    kind: 'comment',
    message: isPerson ? 'commentedOnYou' : 'commentedOn',
    facts: isPerson ? { author: name } : { author: name, object: on.name },
    url: null,
    about: on.named ?? [],
    tell: on.concerns,
  });
  return { ...row, author };
}

/** One page of the comments on a thing, in the order of their writing, and how many there are in all. */
export async function listComments(
  read: Read,
  on: FoundTarget,
  order: 'oldest first' | 'newest first',
  page: { readonly limit: number; readonly offset: number },
): Promise<{ count: number; comments: Comment[] }> {
  const found = await rows.selectComments(read, on, order === 'newest first' ? 'desc' : 'asc', page);
  return { count: found.count, comments: await withAuthors(read, found.rows) };
}

/** Those of the numbers that are comments still. */
export async function findComments(read: Read, ids: readonly number[]): Promise<Map<number, Comment>> {
  const found = ids.length > 0 ? await rows.selectCommentsById(read, ids) : [];
  return new Map((await withAuthors(read, found)).map((one) => [one.id, one]));
}

/** The comment of that uuid on that thing; refuses an unknown one, and what is no uuid, alike. */
export async function requireComment(read: Read, on: FoundTarget, id: string): Promise<Comment> {
  return whole(read, uuidForm.test(id) ? await rows.findComment(read, on, id) : null);
}

/** The comment of that uuid on whatever it is, kept from other changes until the transaction ends. Refuses as above. */
export async function holdComment(tx: Tx, id: string): Promise<Comment> {
  return whole(tx, uuidForm.test(id) ? await rows.lockComment(tx, id) : null);
}

const uuidForm = /^[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i;

/** Who changes a comment. */
export interface Editor {
  readonly accountId: number;
  readonly role: Role;
}

/** Changes what a comment says. Refuses whoever is neither its author nor an admin. */
export async function editComment(tx: Tx, whose: Comment, by: Editor, content: string): Promise<Comment> {
  judgeEditor(whose, by);
  if (content === whose.content) return whose;
  await rows.updateContent(tx, whose.id, content);
  await record(tx, { verb: 'changed', objectType: 'comment', objectId: whose.id, fields: ['content'] });
  return { ...whose, content, changedAt: tx.clock.now() };
}

/** Deletes a comment; its trace stays without what it said. Refuses as `editComment`. */
export async function deleteComment(tx: Tx, whose: Comment, by: Editor): Promise<void> {
  judgeEditor(whose, by);
  if (!(await rows.deleteComment(tx, whose.id))) throw unknownComment();
  await record(tx, { verb: 'deleted', objectType: 'comment', objectId: whose.id });
}

/** Erases what was said about a person who is erased; what they said goes with their account (a port of identity). */
export function forgetCommented(tx: Tx, accountId: number): Promise<void> {
  return rows.deleteCommentsOn(tx, 'account', accountId);
}

/** Erases what was said of things that the log tells were deleted, of all tenants: nothing shows it any more. */
export function purgeComments(owner: OwnerContext): Promise<number> {
  return owner.transaction((tx) => rows.deleteCommentsOnDeleted(tx));
}

function judgeEditor(whose: Comment, { accountId, role }: Editor): void {
  const isAdmin = role === 'admin' || role === 'owner';
  if (whose.author.id !== accountId && !isAdmin) throw foreignComment();
}

async function whole(read: Read, found: rows.CommentRow | null): Promise<Comment> {
  const [comment] = await withAuthors(read, found ? [found] : []);
  if (!comment) throw unknownComment();
  return comment;
}

async function withAuthors(read: Read, found: readonly rows.CommentRow[]): Promise<Comment[]> {
  const authors = await findAccounts(
    read,
    found.map((row) => row.authorId),
  );
  return found.flatMap(({ authorId, ...row }) => {
    const author = authors.get(authorId);
    return author ? [{ ...row, author }] : [];
  });
}
