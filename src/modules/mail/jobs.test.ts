import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { type Mailbox, openMailbox } from '../../../test/support/mailbox.ts';
import { openNudge } from '../../platform/jobs/nudge.ts';
import { startWorker, type Worker } from '../../platform/jobs/worker.ts';
import { createLog } from '../../platform/log.ts';
import { openServerTransport } from '../../platform/smtp/server-transport.ts';
import { openSite } from '../tenants/sites.ts';
import { deliverTask, mailCron, mailTasks } from './jobs.ts';
import { postLetter, whenLettersPosted } from './letters.ts';

let base: TestDatabase;
let mailbox: Mailbox;
let worker: Worker;
let end: () => void;

beforeAll(async () => {
  base = await openTestDatabase();
  mailbox = await openMailbox();
  const owner = base.database.acrossTenants();
  const { log } = createLog({ level: 'silent' });
  const transport = openServerTransport(mailbox.url);
  const tasks = mailTasks(
    owner,
    {
      transport,
      from: { name: 'Muster', address: 'no-reply@muster.test' },
      log,
    },
    '/nowhere',
  );
  worker = await startWorker({ connection: base.connection, tasks, cron: mailCron, log, concurrency: 2 });
  end = whenLettersPosted(openNudge(owner, deliverTask, log));
});
afterAll(async () => {
  end();
  await worker.stop();
  await mailbox.close();
  await base.close();
});

test('a letter leaves by itself soon after the commit, long before the minute is over', async () => {
  const owner = base.database.acrossTenants();
  const wanted = { slug: 'alpha', name: 'Alpha', hosts: ['alpha.test'], organisations: [], config: {} };
  const site = await owner.transaction((tx) => openSite(tx, wanted, null));
  const scope = { tenantId: site.tenantId, siteId: site.id, author: null, requestId: 'test' };
  const id = await base.database.scope(scope).transaction((tx) =>
    postLetter(tx, {
      kind: 'activate',
      siteId: site.id,
      accountId: null,
      to: { address: 'ada@example.org', name: 'Ada' },
      locale: 'nl',
      content: { subject: 'Activeer', text: 'Tekst', html: '<p>Tekst</p>' },
    }),
  );
  const letter = await mailbox.next(({ subject }) => subject === 'Activeer');
  expect(letter).toMatchObject({
    messageId: `<${id}@alpha.test>`,
    from: { name: 'Alpha', address: 'no-reply@muster.test' },
    envelopeTo: ['ada@example.org'],
  });
  await vi.waitFor(async () => {
    const [row] = await base.query<{ delivered_at: Date | null }>('select delivered_at from letters');
    expect(row?.delivered_at).not.toBeNull();
  }, 5000);
});
