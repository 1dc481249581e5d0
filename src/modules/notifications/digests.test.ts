import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { notificationPorts } from '../../installation.ts';
import { deactivate } from '../identity/accounts.ts';
import type { Account } from '../identity/types.ts';
import { mailNotifications } from './digests.ts';
import { markSeen, notify, whenMailIsDue } from './notifications.ts';
import { chooseSettings } from './settings.ts';
import type { MailPace, NotificationPorts } from './types.ts';

let muster: TestApp;
let at: TestSite;
let ports: NotificationPorts;
let made = 0;

beforeAll(async () => {
  muster = await openTestApp();
  at = await muster.site('alpha', { language: 'nl' });
  ports = notificationPorts(muster.services.identity);
});
afterAll(() => muster.close());

async function person(byMail: MailPace, site = at): Promise<Account> {
  made += 1;
  const account = await muster.account(site, { username: `p${made}` });
  await site.context.transaction((tx) =>
    chooseSettings(tx, account.id, [{ kind: 'enrolment', inPage: true, byMail }]),
  );
  return account;
}

const tell = (course: string, people: readonly Account[], site = at) =>
  site.context.transaction((tx) =>
    notify(tx, {
      kind: 'enrolment',
      message: 'enrolled',
      facts: { course },
      url: null,
      tell: people.map(({ id }) => id),
    }),
  );

const mail = (pace: 'instantly' | 'daily', with_ = ports) =>
  mailNotifications(muster.database.acrossTenants(), with_, pace);

const lettersTo = async ({ email }: Account, site = at) =>
  (await muster.letters(site)).filter((letter) => letter.to_address === email);

test('a digest tells a day in one letter, in the language of the site, and is not sent twice', async () => {
  const [ann, bob, cas] = [await person('daily'), await person('instantly'), await person('off')];
  await tell('Art', [ann, bob, cas]);
  await tell('Music', [ann]);
  await tell('Art', [ann]);
  expect(await mail('daily')).toBe(1);
  expect(await mail('daily')).toBe(0);
  const [letter, ...more] = await lettersTo(ann);
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ kind: 'notifications', locale: 'nl', subject: '2 berichten van alpha' });
  expect(letter?.text).toContain('Je bent ingeschreven voor Music.\n');
  expect(letter?.text).toContain('Je bent ingeschreven voor Art (2 keer).\n');
  expect(letter?.text).toContain('\nhttp://alpha.localhost:8000/\n');
  expect([await lettersTo(bob), await lettersTo(cas)]).toEqual([[], []]);
  expect(await mail('instantly')).toBe(1);
  expect((await lettersTo(bob)).map(({ subject }) => subject)).toEqual(['Je bent ingeschreven voor Art']);
});

test('what occurs again after a letter is in the next one', async () => {
  const ann = await person('daily');
  await tell('Art', [ann]);
  await mail('daily');
  await tell('Art', [ann]);
  expect(await mail('daily')).toBe(1);
  expect(await lettersTo(ann)).toHaveLength(2);
});

test('what was seen meanwhile is not mailed, nor is anything to whoever was shut out', async () => {
  const [ann, bob] = [await person('daily'), await person('daily')];
  await tell('Art', [ann, bob]);
  await at.context.transaction((tx) => markSeen(tx, ann.id, { from: null, to: null }));
  await at.context.transaction((tx) => deactivate(tx, bob.id, 'owner'));
  expect(await mail('daily')).toBe(0);
  expect(
    await muster.query('select 1 from notifications where mail is not null and mailed_at is null'),
  ).toEqual([]);
});

test('only what is to be mailed at once wakes the worker, after the commit', async () => {
  const [ann, bob] = [await person('daily'), await person('instantly')];
  let woken = 0;
  const end = whenMailIsDue(() => {
    woken += 1;
  });
  await tell('Art', [ann]);
  expect(woken).toBe(0);
  await tell('Art', [bob]);
  expect(woken).toBe(1);
  end();
  expect([await mail('instantly'), await mail('daily')]).toEqual([1, 1]);
});

test('two workers at once write one letter to each person, and one that fails leaves all for the next', async () => {
  const crowd: Account[] = [];
  for (let n = 0; n < 20; n += 1) crowd.push(await person('instantly'));
  await tell('Art', crowd);
  const broken = { ...ports, postLetters: () => Promise.reject(new Error('outbox is shut')) };
  await expect(mail('instantly', broken)).rejects.toThrow('outbox is shut');
  const written = await Promise.all([mail('instantly'), mail('instantly'), mail('instantly')]);
  expect(written.reduce((sum, one) => sum + one, 0)).toBe(20);
  for (const one of crowd) expect(await lettersTo(one)).toHaveLength(1);
});

test('each tenant is written to from its own site', async () => {
  const beta = await muster.site('beta');
  const [ann, bea] = [await person('daily'), await person('daily', beta)];
  await tell('Art', [ann]);
  await tell('Art', [bea], beta);
  expect(await mail('daily')).toBe(2);
  expect(
    (await lettersTo(bea, beta)).map(({ text }) => text.includes('http://beta.localhost:8000/')),
  ).toEqual([true]);
});

test('more than fifty sentences are counted instead of told', async () => {
  const ann = await person('daily');
  for (let n = 1; n <= 53; n += 1) await tell(`Course ${n}`, [ann]);
  await mail('daily');
  const [letter] = await lettersTo(ann);
  expect(letter?.subject).toBe('53 berichten van alpha');
  expect(letter?.text).toContain('Course 50.');
  expect(letter?.text).not.toContain('Course 51');
  expect(letter?.text).toContain('En nog 3.');
});
