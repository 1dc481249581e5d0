import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Account } from '../../src/modules/identity/types.ts';
import { beginBulkEnrolment } from '../../src/modules/learning/bulk-enrolments.ts';
import type { TestSite } from '../support/app.ts';
import { axeViolations, type BrowserTest, noBrowser, openBrowserTest } from '../support/browser.ts';
import { finishErrands } from '../support/errands.ts';
import { course } from '../support/learning.ts';

let browser: BrowserTest | undefined;
let alpha: TestSite;
let owner: Account;
let operator: Account;

beforeAll(async () => {
  if (noBrowser !== null) return;
  browser = await openBrowserTest();
  const { muster } = browser;
  alpha = await muster.site('alpha');
  owner = await muster.account(alpha, { username: 'olga', role: 'owner' });
  operator = await muster.account(muster.home, { username: 'op', role: 'owner' });
});
afterAll(() => browser?.close());

function opened(): BrowserTest {
  if (!browser) throw new Error('No browser.');
  return browser;
}

/** A page of somebody who is signed in. */
async function visitAs(at: TestSite, account: Account, path: string, width = 1024) {
  const { muster, visit, origin } = opened();
  const { page, complaints } = await visit({ width });
  const value = await muster.sessionToken(at, account);
  await page.context().addCookies([{ name: 'muster_session', value, url: origin(at) }]);
  await page.goto(`${origin(at)}${path}`);
  return { page, complaints };
}

async function judge(page: Page, complaints: readonly string[]): Promise<void> {
  expect(await axeViolations(page), page.url()).toEqual([]);
  const overhang = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(overhang, page.url()).toBeLessThanOrEqual(0);
  expect(complaints, page.url()).toEqual([]);
}

async function beginJob(): Promise<string> {
  const { muster } = opened();
  const music = await course(alpha);
  const author = { kind: 'account', id: owner.id, name: owner.username } as const;
  const { tenantId, id: siteId } = alpha.site;
  const context = muster.database.scope({ tenantId, siteId, author, requestId: 'test' });
  const { uuid } = await context.transaction((tx) =>
    beginBulkEnrolment(tx, alpha.site, {
      action: 'enroll',
      identifiers: ['ann@example.com', 'nobody'],
      courseKeys: [music.key],
      autoEnroll: true,
      notify: false,
      reason: '',
      force: false,
    }),
  );
  return uuid;
}

const pages = [
  ['/app/settings', 'Settings'],
  ['/app/oauth-clients', 'OAuth clients'],
  ['/app/tokens', 'Tokens and sessions'],
  ['/app/letters', 'Letters'],
  ['/app/jobs', 'Jobs'],
] as const;

test('every page of an owner opens at both ends of width without a complaint or an axe violation', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  await beginJob();
  await opened().muster.account(alpha, { username: 'ivy', active: false });
  for (const width of [360, 1024]) {
    const { page, complaints } = await visitAs(alpha, owner, '/app/', width);
    for (const [path, heading] of pages) {
      await page.goto(`${opened().origin(alpha)}${path}`);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await page
        .getByRole('table')
        .first()
        .getByRole('cell')
        .first()
        .or(page.getByText('nothing here'))
        .first()
        .waitFor();
      await judge(page, complaints);
    }
    await page.context().close();
  }
});

test('an owner changes a site, makes another one, and is told what is wrong', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { page, complaints } = await visitAs(alpha, owner, '/app/settings');
  await page.getByRole('link', { name: 'Another site' }).click();
  await page.getByLabel('Short name').fill('No good');
  await page.getByLabel('Name of the site').fill('Second');
  await page.getByRole('button', { name: 'Make the site' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /lower-case letters/ })
    .waitFor();
  await page.getByLabel('Short name').fill('second');
  await page.getByRole('button', { name: 'Make the site' }).click();
  await page.getByRole('heading', { level: 1, name: 'Site Second' }).waitFor();
  await page.getByLabel('Language', { exact: true }).last().selectOption('nl');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Delete the site' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, do it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  await page.getByRole('link', { name: 'alpha' }).waitFor();
  expect(await page.getByRole('link', { name: 'Second' }).count()).toBe(0);
  // The refused site of above is the browser's own complaint.
  expect(complaints.filter((text) => !text.includes('400'))).toEqual([]);
});

test('a client is made, its secret shown once; a letter is sent again', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { page, complaints } = await visitAs(alpha, owner, '/app/oauth-clients');
  await page.getByRole('textbox', { name: 'Name' }).fill('Timetable');
  await page.getByRole('button', { name: 'Make the client' }).click();
  await page.getByRole('status').filter({ hasText: 'Copy the secret now' }).waitFor();
  await page.getByRole('cell', { name: 'Timetable' }).first().waitFor();
  await judge(page, complaints);
  await page.goto(`${opened().origin(alpha)}/app/letters`);
  await page.getByRole('link', { name: 'ivy@example.com' }).first().click();
  await page.getByRole('button', { name: 'Send again' }).click();
  await page.getByText('It is on its way to ivy@example.com.').waitFor();
  expect(await page.getByRole('main').innerText()).toContain('/activate/…');
  await judge(page, complaints);
});

test('a job is watched until it is over, and one that waits is cancelled', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const [watched, cancelled] = [await beginJob(), await beginJob()];
  const { page, complaints } = await visitAs(alpha, owner, `/app/jobs/${cancelled}`);
  await page.getByRole('button', { name: 'Cancel the job' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, do it' }).click();
  await page.getByRole('status').filter({ hasText: 'cancelled: 0 of 2 rows' }).waitFor();
  await page.goto(`${opened().origin(alpha)}/app/jobs/${watched}`);
  await page.getByRole('status').filter({ hasText: 'waiting: 0 of 2 rows' }).waitFor();
  await finishErrands(opened().muster);
  await page.getByRole('status').filter({ hasText: 'done: 2 of 2 rows' }).waitFor();
  await page.getByRole('cell', { name: 'Neither a username here nor an e-mail address.' }).waitFor();
  await judge(page, complaints);
});

test('the operator opens and suspends a tenant, and sees how the installation is', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { page, complaints } = await visitAs(opened().muster.home, operator, '/app/tenants', 360);
  await page.getByLabel('Short name').fill('gamma');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Gamma');
  await page.getByRole('button', { name: 'Open it' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Gamma' });
  await row.getByRole('button', { name: 'Suspend' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, do it' }).click();
  await row.getByRole('button', { name: 'Make active' }).waitFor();
  await judge(page, complaints);
  await page.goto(`${opened().origin(opened().muster.home)}/app/health`);
  await page.getByRole('heading', { level: 1, name: 'Health of the installation' }).waitFor();
  await page.getByRole('heading', { level: 2, name: /Database/ }).waitFor();
  await judge(page, complaints);
});
