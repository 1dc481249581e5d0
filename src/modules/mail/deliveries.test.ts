import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestClock } from '../../../test/support/clock.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { type Mailbox, openMailbox } from '../../../test/support/mailbox.ts';
import type { Context, OwnerContext } from '../../platform/database/contract.ts';
import { createLog } from '../../platform/log.ts';
import { type OutgoingLetter, SendFailure, type Transport } from '../../platform/smtp/contract.ts';
import { openServerTransport } from '../../platform/smtp/server-transport.ts';
import { openSite } from '../tenants/sites.ts';
import type { Site } from '../tenants/types.ts';
import { deliverDueLetters } from './deliveries.ts';
import { postLetter } from './letters.ts';
import type { NewLetter, Post } from './types.ts';

let clock = openTestClock();
let site: Site;
let base: TestDatabase;
let mailbox: Mailbox;
let server: Transport;
let alpha: Context;
let owner: OwnerContext;
const lines: string[] = [];
const { log } = createLog({ stream: { write: (line) => lines.push(line) } });
const from = { name: 'Muster', address: 'no-reply@muster.test' };
const post = (): Post => ({ transport: server, from, log });

beforeAll(async () => {
  base = await openTestDatabase({ clock: { now: () => clock.now() } });
  mailbox = await openMailbox();
  server = openServerTransport(mailbox.url, { connect: 2000, silence: 2000, whole: 4000 });
  owner = base.database.acrossTenants();
  const wanted = {
    slug: 'alpha',
    name: 'Alpha',
    hosts: [],
    organisations: [],
    config: { mail_from: 'hello@alpha.test' },
  };
  site = await owner.transaction((tx) => openSite(tx, wanted, null));
  alpha = base.database.scope({ tenantId: site.tenantId, author: null, requestId: 'test', siteId: null });
});
afterAll(async () => {
  await server.close();
  await mailbox.close();
  await base.close();
});
beforeEach(async () => {
  clock = openTestClock();
  lines.length = 0;
  mailbox.treatRecipients(() => 'take');
  mailbox.treatMessages(() => 'take');
  await base.query('delete from letters');
});

const letter: NewLetter = {
  kind: 'activate',
  siteId: null,
  accountId: null,
  to: { address: 'ada@example.org', name: 'Ada' },
  locale: 'en',
  content: { subject: 'Subject', text: 'http://alpha.test/activate/s3cret', html: '<p>Text</p>' },
};

/** Posts letters to `address 0`, `address 1` … and returns their ids in order. */
async function postMany(count: number, name: string): Promise<string[]> {
  return alpha.transaction(async (tx) => {
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      ids.push(await postLetter(tx, { ...letter, to: { name: '', address: `${name}${index}@example.org` } }));
    }
    return ids;
  });
}

const rows = () => alpha.read((read) => read.db.selectFrom('letters').selectAll().orderBy('id').execute());
const arrived = (name: string) =>
  mailbox.letters.flatMap(({ envelopeTo }) => envelopeTo).filter((address) => address.startsWith(name));
const minutes = (count: number) => count * 60_000;

test('delivers what is due in any number of batches and empties what it said', async () => {
  await postMany(120, 'many');
  expect(await deliverDueLetters(owner, post())).toEqual({ delivered: 120, postponed: 0, givenUp: 0 });
  expect(new Set(arrived('many')).size).toBe(120);
  for (const row of await rows()) {
    expect(row).toMatchObject({
      subject: '',
      text: '',
      html: '',
      due_at: null,
      delivered_at: clock.now(),
      attempts: 1,
    });
  }
  expect(await deliverDueLetters(owner, post())).toEqual({ delivered: 0, postponed: 0, givenUp: 0 });
});

test("a letter bears its site's name and sender, else those of the installation", async () => {
  await alpha.transaction(async (tx) => {
    await postLetter(tx, { ...letter, siteId: site.id, to: { name: '', address: 'site@example.org' } });
    await postLetter(tx, { ...letter, to: { name: '', address: 'bare@example.org' } });
  });
  await deliverDueLetters(owner, post());
  const sent = (to: string) => mailbox.next((each) => each.envelopeTo.includes(to));
  expect((await sent('site@example.org')).from).toEqual({ name: 'Alpha', address: 'hello@alpha.test' });
  expect((await sent('bare@example.org')).from).toEqual(from);
});

test('a letter that is not taken is tried again after 1, 5, 15 minutes … and given up after three days', async () => {
  const [id] = await postMany(1, 'grey');
  mailbox.treatRecipients(() => ({ code: 451, text: '4.7.1 come back' }));
  const pauses: number[] = [];
  let tries = 0;
  for (;;) {
    await deliverDueLetters(owner, post());
    tries += 1;
    const [row] = await rows();
    if (!row?.due_at) break;
    expect(row).toMatchObject({ id, attempts: tries, last_error: expect.stringContaining('come back') });
    pauses.push((row.due_at.getTime() - clock.now().getTime()) / minutes(1));
    clock.advance(row.due_at.getTime() - clock.now().getTime() - 1);
    expect(await deliverDueLetters(owner, post())).toEqual({ delivered: 0, postponed: 0, givenUp: 0 });
    clock.advance(1);
  }
  expect(pauses).toEqual([1, 5, 15, 60, 240, 720, 1440, 1440]);
  expect((await rows())[0]).toMatchObject({
    given_up_at: clock.now(),
    delivered_at: null,
    subject: '',
    text: '',
    html: '',
  });
});

test('a letter taken on the third try keeps its Message-ID', async () => {
  const [id] = await postMany(1, 'third');
  mailbox.treatRecipients(() => ({ code: 451, text: 'later' }));
  await deliverDueLetters(owner, post());
  clock.advance(minutes(1));
  await deliverDueLetters(owner, post());
  mailbox.treatRecipients(() => 'take');
  clock.advance(minutes(5));
  await deliverDueLetters(owner, post());
  expect(await mailbox.next(({ messageId }) => messageId === `<${id}@localhost>`)).toBeDefined();
  expect((await rows())[0]).toMatchObject({ attempts: 3, delivered_at: clock.now(), last_error: null });
});

test('a mailbox refused for good is given up at once, the letters beside it are delivered', async () => {
  await postMany(3, 'dead');
  mailbox.treatRecipients((address) =>
    address.startsWith('dead1') ? { code: 550, text: '5.1.1 no' } : 'take',
  );
  expect(await deliverDueLetters(owner, post())).toEqual({ delivered: 2, postponed: 0, givenUp: 1 });
  const dead = (await rows()).find(({ to_address }) => to_address === 'dead1@example.org');
  expect(dead).toMatchObject({ given_up_at: clock.now(), due_at: null, text: '' });
});

test('a mail server that is down costs few letters a try, and all leave when it is up', async () => {
  await postMany(60, 'down');
  await mailbox.shut();
  const tally = await deliverDueLetters(owner, post());
  expect(tally).toEqual({ delivered: 0, postponed: 50, givenUp: 0 });
  const tried = (await rows()).filter(({ attempts }) => attempts > 0);
  expect(tried.length).toBeGreaterThan(0);
  expect(tried.length).toBeLessThanOrEqual(5);
  await mailbox.open();
  clock.advance(minutes(1));
  await deliverDueLetters(owner, post());
  expect(arrived('down').length).toBe(60);
});

test('of two that deliver at once each letter is sent by one', async () => {
  await postMany(150, 'twice');
  const tallies = await Promise.all([deliverDueLetters(owner, post()), deliverDueLetters(owner, post())]);
  expect(tallies.map(({ delivered }) => delivered).reduce((sum, each) => sum + each)).toBe(150);
  for (const { delivered } of tallies) expect(delivered).toBeGreaterThan(0);
  expect(arrived('twice')).toHaveLength(150);
});

test('a letter whose process died after sending is sent again when its claim ends, with the same Message-ID', async () => {
  await postMany(1, 'crash');
  // Taken by the server, and the answer never came back: all a process knows that dies at this point.
  const dying: Transport = {
    async send(outgoing) {
      await server.send(outgoing);
      return new Promise(() => undefined);
    },
    close: () => Promise.resolve(),
  };
  void deliverDueLetters(owner, { ...post(), transport: dying });
  const first = await mailbox.next(({ envelopeTo }) => envelopeTo.includes('crash0@example.org'));
  clock.advance(minutes(5) - 1);
  expect(await deliverDueLetters(owner, post())).toMatchObject({ delivered: 0 });
  clock.advance(1);
  expect(await deliverDueLetters(owner, post())).toMatchObject({ delivered: 1 });
  const second = await mailbox.next(({ envelopeTo }) => envelopeTo.includes('crash0@example.org'));
  expect(second.messageId).toBe(first.messageId);
  expect((await rows())[0]).toMatchObject({ attempts: 2, delivered_at: clock.now() });
});

test('a connection cut after the server took a letter leads to a repeat with the same Message-ID', async () => {
  await postMany(1, 'cut');
  mailbox.treatMessages(() => 'cut after taking');
  await deliverDueLetters(owner, post());
  mailbox.treatMessages(() => 'take');
  clock.advance(minutes(1));
  await deliverDueLetters(owner, post());
  const copies = mailbox.letters.filter(({ envelopeTo }) => envelopeTo.includes('cut0@example.org'));
  expect(copies.length).toBeGreaterThan(1);
  expect(new Set(copies.map(({ messageId }) => messageId)).size).toBe(1);
});

test('one asked to stop ends the letters it began and puts the others back as they were', async () => {
  await postMany(20, 'stop');
  const stopping = new AbortController();
  const begun: OutgoingLetter[] = [];
  const slow: Transport = {
    async send(outgoing) {
      begun.push(outgoing);
      stopping.abort();
      return server.send(outgoing);
    },
    close: () => Promise.resolve(),
  };
  const tally = await deliverDueLetters(owner, { ...post(), transport: slow }, stopping.signal);
  expect(tally.delivered).toBe(begun.length);
  expect(begun.length).toBeLessThanOrEqual(5);
  const open = (await rows()).filter(({ due_at }) => due_at !== null);
  expect(open).toHaveLength(20 - begun.length);
  for (const row of open) expect(row).toMatchObject({ attempts: 0, due_at: clock.now() });
});

test('no letter is begun near the end of its claim, when another process might claim it too', async () => {
  await postMany(12, 'late');
  const left: number[] = [];
  let begun = 0;
  const slow: Transport = {
    async send({ id }) {
      const at = clock.now().getTime();
      begun += 1;
      if (begun === 5) clock.advance(minutes(4));
      const claim = (await rows()).find((row) => row.id === id);
      left.push((claim?.due_at?.getTime() ?? 0) - at);
      return 'taken';
    },
    close: () => Promise.resolve(),
  };
  await deliverDueLetters(owner, { ...post(), transport: slow });
  expect(left).toHaveLength(12);
  for (const milliseconds of left) expect(milliseconds).toBeGreaterThanOrEqual(minutes(1.5));
  for (const row of await rows()) expect(row).toMatchObject({ attempts: 1, text: '' });
});

test('a transport that breaks in an unknown way delays a letter instead of losing it', async () => {
  await postMany(1, 'odd');
  const odd: Transport = { send: () => Promise.reject(new TypeError('bug')), close: () => Promise.resolve() };
  expect(await deliverDueLetters(owner, { ...post(), transport: odd })).toMatchObject({ postponed: 1 });
  expect((await rows())[0]).toMatchObject({ due_at: new Date(clock.now().getTime() + minutes(1)) });
});

test('the log names the kind and the domain of a letter, never the person or the link', async () => {
  await postMany(2, 'secret');
  let calls = 0;
  const flaky: Transport = {
    async send() {
      calls += 1;
      if (calls === 1) throw new SendFailure('letter', 'no');
      return '250 taken';
    },
    close: () => Promise.resolve(),
  };
  await deliverDueLetters(owner, { ...post(), transport: flaky });
  const text = lines.join('');
  expect(lines).toHaveLength(2);
  expect(text).toContain('"kind":"activate"');
  expect(text).toContain('"domain":"example.org"');
  expect(text).not.toMatch(/secret\d|s3cret|activate\//);
});
