import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { acceptInvitation, invite } from '../admissions/invitations.ts';
import { erase } from '../identity/accounts.ts';
import type { Account } from '../identity/types.ts';
import { wordMessage } from './messages.ts';
import {
  countUnseen,
  listNotifications,
  markSeen,
  notify,
  purgeNotifications,
  requireNotification,
  whenTold,
} from './notifications.ts';
import { chooseSettings, listSettings } from './settings.ts';
import type { Notice } from './types.ts';

let muster: TestApp;
let at: TestSite;
let made = 0;

beforeAll(async () => {
  muster = await openTestApp();
  at = await muster.site('alpha');
});
afterAll(() => muster.close());

const person = (name = 'p') => {
  made += 1;
  return muster.account(at, { username: `${name}${made}` });
};

const enrolled = (course: string, ...people: readonly Account[]): Notice => ({
  kind: 'enrolment',
  message: 'enrolled',
  facts: { course },
  url: null,
  tell: people.map(({ id }) => id),
});

const tell = (...notices: readonly Notice[]) => at.context.transaction((tx) => notify(tx, ...notices));

/** What a person has, newest first: number, change, course and how often. */
async function inboxOf({ id }: Account) {
  const { notifications } = await at.context.read((read) =>
    listNotifications(read, id, {}, { limit: 100, offset: 0 }),
  );
  return notifications.map(({ number, change, facts, occurrences }) => [
    number,
    change,
    facts.course,
    occurrences,
  ]);
}

test('each person is told with numbers of their own, in one statement whatever the number', async () => {
  const [ann, bob] = [await person(), await person()];
  muster.statements.length = 0;
  await tell(enrolled('Art', ann, bob), enrolled('Music', ann));
  expect(muster.statements).toHaveLength(1);
  await tell(enrolled('Dance', bob));
  expect(await inboxOf(ann)).toEqual([
    [2, 2, 'Music', 1],
    [1, 1, 'Art', 1],
  ]);
  expect(await inboxOf(bob)).toEqual([
    [2, 2, 'Dance', 1],
    [1, 1, 'Art', 1],
  ]);
});

test('nobody is told of what they did themselves', async () => {
  const [ann, bob] = [await person(), await person()];
  const scope = { ...at.site, siteId: at.site.id, requestId: 'x' };
  const asAnn = muster.database.scope({ ...scope, author: { kind: 'account', id: ann.id, name: 'ann' } });
  await asAnn.transaction((tx) => notify(tx, enrolled('Art', ann, bob)));
  expect(await inboxOf(ann)).toEqual([]);
  expect(await inboxOf(bob)).toHaveLength(1);
});

test('the same again while it is unseen counts as an occurrence and moves on in the stream', async () => {
  const ann = await person();
  await tell(enrolled('Art', ann), enrolled('Music', ann), enrolled('Art', ann));
  await tell(enrolled('Art', ann));
  expect(await inboxOf(ann)).toEqual([
    [1, 3, 'Art', 3],
    [2, 2, 'Music', 1],
  ]);
  await at.context.transaction((tx) => markSeen(tx, ann.id, { from: null, to: 1 }));
  await tell(enrolled('Art', ann));
  expect(await inboxOf(ann)).toEqual([
    [4, 4, 'Art', 1],
    [1, 3, 'Art', 3],
    [2, 2, 'Music', 1],
  ]);
});

test('weakness 29: nobody hears of a transaction before its commit, and nobody of a refused one', async () => {
  const ann = await person();
  const heard: unknown[] = [];
  const end = whenTold((told) => heard.push(told));
  const refused = at.context.transaction(async (tx) => {
    await notify(tx, enrolled('Art', ann));
    throw new Error('no');
  });
  await expect(refused).rejects.toThrow('no');
  expect([await inboxOf(ann), heard]).toEqual([[], []]);
  await tell(enrolled('Art', ann));
  end();
  expect(await inboxOf(ann)).toEqual([[1, 1, 'Art', 1]]);
  expect(heard).toEqual([{ tenantId: at.site.tenantId, accountIds: [ann.id] }]);
});

test('marking as seen takes a span, says how many, and touches nobody else', async () => {
  const [ann, bob] = [await person(), await person()];
  await tell(enrolled('A', ann, bob), enrolled('B', ann, bob), enrolled('C', ann), enrolled('D', ann));
  const mark = (from: number | null, to: number | null) =>
    at.context.transaction((tx) => markSeen(tx, ann.id, { from, to }));
  const unseen = ({ id }: Account) => at.context.read((read) => countUnseen(read, id));
  expect(await mark(2, 3)).toBe(2);
  expect(await mark(2, 3)).toBe(0);
  expect(await unseen(ann)).toBe(2);
  expect(await mark(null, 2)).toBe(1);
  expect(await mark(null, null)).toBe(1);
  expect([await unseen(ann), await unseen(bob)]).toEqual([0, 2]);
});

test('lists are filtered and paged, and a foreign notification is an unknown one', async () => {
  const [ann, bob] = [await person(), await person()];
  await tell(
    { ...enrolled('A', ann), kind: 'booking' },
    enrolled('B', ann),
    enrolled('C', ann),
    enrolled('D', ann),
  );
  await at.context.transaction((tx) => markSeen(tx, ann.id, { from: 2, to: 2 }));
  const list = async (query: Parameters<typeof listNotifications>[2], limit = 50, offset = 0) => {
    const { count, notifications } = await at.context.read((read) =>
      listNotifications(read, ann.id, query, { limit, offset }),
    );
    return [count, notifications.map(({ number }) => number)];
  };
  expect(await list({ isSeen: false })).toEqual([3, [4, 3, 1]]);
  expect(await list({ isSeen: true })).toEqual([1, [2]]);
  expect(await list({ kind: 'booking' })).toEqual([1, [1]]);
  expect(await list({ above: 2 })).toEqual([2, [4, 3]]);
  expect(await list({}, 2, 1)).toEqual([4, [3, 2]]);
  const { facts } = await at.context.read((read) => requireNotification(read, ann.id, 3));
  expect(facts).toEqual({ course: 'C' });
  const foreign = at.context.read((read) => requireNotification(read, bob.id, 3));
  await expect(foreign).rejects.toMatchObject({ code: 'notification.unknown' });
});

test('a person chooses how to be told; whoever wants nothing is told nothing', async () => {
  const ann = await person();
  const settings = () => at.context.read((read) => listSettings(read, ann.id));
  expect(await settings()).toEqual([
    { kind: 'comment', inPage: true, byMail: 'daily' },
    { kind: 'invitation', inPage: true, byMail: 'off' },
    { kind: 'enrolment', inPage: true, byMail: 'off' },
    { kind: 'booking', inPage: true, byMail: 'off' },
  ]);
  const choose = (inPage: boolean, byMail: 'instantly' | 'off') =>
    at.context.transaction((tx) => chooseSettings(tx, ann.id, [{ kind: 'enrolment', inPage, byMail }]));
  await choose(false, 'off');
  await tell(enrolled('Nothing', ann));
  await choose(false, 'instantly');
  await tell(enrolled('Mail', ann));
  expect(await inboxOf(ann)).toEqual([]);
  expect(await at.context.read((read) => countUnseen(read, ann.id))).toBe(0);
  await choose(true, 'off');
  await tell(enrolled('Page', ann));
  expect(await inboxOf(ann)).toEqual([[2, 2, 'Page', 1]]);
  expect((await settings())[2]).toEqual({ kind: 'enrolment', inPage: true, byMail: 'off' });
});

test('erasing a person erases what they were told, and what others were told of them', async () => {
  const [ann, bob] = [await person(), await person()];
  const scope = { tenantId: at.site.tenantId, siteId: at.site.id, requestId: 'x' };
  const asAnn = muster.database.scope({ ...scope, author: { kind: 'account', id: ann.id, name: 'ann' } });
  await asAnn.transaction((tx) => notify(tx, enrolled('by ann', bob)));
  await tell(enrolled('to both', ann, bob));
  await at.context.transaction((tx) =>
    chooseSettings(tx, ann.id, [{ kind: 'comment', inPage: false, byMail: 'off' }]),
  );
  await at.context.transaction((tx) => erase(tx, muster.services.identity, ann.id, 'owner'));
  expect(await inboxOf(bob)).toEqual([[2, 2, 'to both', 1]]);
  const left = await muster.query(
    `select 1 from notifications where account_id = $1 union all
     select 1 from notification_inboxes where account_id = $1 union all
     select 1 from notification_settings where account_id = $1`,
    [ann.id],
  );
  expect(left).toEqual([]);
});

test('what was seen is kept for ninety days, the rest for a year', async () => {
  const ann = await person();
  await tell(enrolled('Seen', ann), enrolled('Unseen', ann));
  await at.context.transaction((tx) => markSeen(tx, ann.id, { from: 1, to: 1 }));
  const purge = () => purgeNotifications(muster.database.acrossTenants());
  const day = 24 * 60 * 60 * 1000;
  muster.clock.advance(89 * day);
  expect(await purge()).toBe(0);
  muster.clock.advance(2 * day);
  await purge();
  expect((await inboxOf(ann)).map(([, , course]) => course)).toEqual(['Unseen']);
  muster.clock.advance(275 * day);
  await purge();
  expect(await inboxOf(ann)).toEqual([]);
});

test('an invitation tells whoever has an account, and its acceptance whoever invited', async () => {
  const [inviter, known] = [await person(), await person()];
  const secretOf = async (email: string) => {
    const letters = await muster.letters(at);
    const letter = letters.findLast(({ kind, to_address: to }) => kind === 'invitation' && to === email);
    return /\/invitation\/([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '';
  };
  await at.context.transaction((tx) =>
    invite(tx, muster.services.identity, at.site, {
      email: known.email,
      firstName: '',
      lastName: '',
      role: 'member',
      inviter,
      locale: 'en',
      days: 1,
    }),
  );
  const told = async ({ id }: Account) => {
    const { notifications } = await at.context.read((read) =>
      listNotifications(read, id, { kind: 'invitation' }, { limit: 9, offset: 0 }),
    );
    return notifications.map((one) => wordMessage('en', one));
  };
  expect(await told(known)).toEqual([`${inviter.name} has invited you to alpha`]);
  const secret = await secretOf(known.email);
  await at.context.transaction((tx) => acceptInvitation(tx, secret, known.id));
  expect(await told(inviter)).toEqual([`${known.name} accepted your invitation`]);
});
