import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Alpha, makeAlpha, registerAt } from '../support/alpha.ts';
import { ask } from '../support/ask.ts';
import { type Mailbox, openMailbox } from '../support/mailbox.ts';
import { type MusterPlace, openMusterPlace } from '../support/muster-process.ts';

// A process starts here, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Letters of notifications through a running worker and a real mail server. */
let place: MusterPlace;
let mailbox: Mailbox;
let alpha: Alpha;

beforeAll(async () => {
  mailbox = await openMailbox();
  place = await openMusterPlace({ MUSTER_THROTTLE: 'off', SMTP_URL: mailbox.url });
  await place.start('serve').begun();
  alpha = await makeAlpha(place);
});
afterAll(async () => {
  await place?.remove();
  await mailbox?.close();
});

/** Registers a person who wants to be told of comments that soon, and lets the administrator comment on them. */
async function commentOn(username: string, byMail: string): Promise<void> {
  await registerAt(place, alpha, username);
  const [person] = await place.query<{ uuid: string }>(
    `with chosen as (
       insert into notification_settings (tenant_id, account_id, kind, in_page, by_mail)
       select tenant_id, id, 'comment', true, $2 from accounts where username = $1)
     select uuid from accounts where username = $1`,
    [username, byMail],
  );
  for (const content of ['Well done', 'Very well done']) {
    const path = `/api/users/${person?.uuid}/comments/`;
    const { status } = await ask(place, { ...alpha, method: 'POST', path, body: { content } });
    expect(status).toBe(201);
  }
}

const lettersTo = (address: string) =>
  mailbox.letters.filter(({ to }) => to?.some((one) => one.address === address));

test('weakness 29: who wants to know at once gets a letter soon after the commit, and no one else does', async () => {
  await commentOn('off', 'off');
  await commentOn('quick', 'instantly');
  const letter = await mailbox.next(({ to }) => to?.[0]?.address === 'quick@example.com');
  // One letter or two: the second comment may have come before the worker.
  expect(letter.subject).toMatch(/^Amy Lee commented on your page( \(2 times\))?$/);
  expect(letter.text).toContain(`http://alpha.localhost:${place.port}/`);
  expect(lettersTo('off@example.com')).toEqual([]);
});

test('who wants to know once a day gets one letter for all of it when the digest is due', async () => {
  await commentOn('daily', 'daily');
  // What the cron line does in the morning.
  await place.query("select graphile_worker.add_job('notifications.digest')");
  const letter = await mailbox.next(({ to }) => to?.[0]?.address === 'daily@example.com');
  expect(letter.text).toContain('Amy Lee commented on your page (2 times).');
  await place.query("select graphile_worker.add_job('notifications.digest')");
  await commentOn('later', 'instantly');
  await mailbox.next(({ to }) => to?.[0]?.address === 'later@example.com');
  expect(lettersTo('daily@example.com')).toHaveLength(1);
});
