import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionCookie } from '../../src/apis/callers.ts';
import { requireAccount } from '../../src/modules/identity/accounts.ts';
import type { TestAccount, TestSite } from '../support/app.ts';
import { axeViolations, type BrowserTest, noBrowser, openBrowserTest } from '../support/browser.ts';

let shown: BrowserTest | undefined;
let alpha: TestSite;
const password = 'Correct-horse-7';

beforeAll(async () => {
  if (noBrowser !== null) return;
  shown = await openBrowserTest();
  alpha = await shown.muster.site('alpha');
  const person = (wanted: TestAccount) => shown?.muster.account(alpha, { password, ...wanted });
  await person({ username: 'owen', name: 'Owen Owner', role: 'owner' });
  await person({ username: 'sam', name: 'Sam Staff', role: 'staff' });
  await person({ username: 'ada', name: 'Ada Lovelace' });
  await shown.muster.query(
    `insert into accounts (tenant_id, uuid, username, username_key, email, email_key, name, first_name, last_name, name_key,
       is_active, created_at, updated_at)
     select $1, gen_random_uuid(), 'p' || n, 'p' || n, 'p' || n || '@example.org', 'p' || n || '@example.org',
       'Pupil ' || n, 'Pupil', n::text, 'pupil ' || n, true, now(), now() from generate_series(1000, 1999) n`,
    [alpha.site.tenantId],
  );
});
afterAll(() => shown?.close());

/** A page of somebody who is signed in. */
async function open(path: string, username: string, width = 1024) {
  if (!shown) throw new Error('No browser.');
  const { page, complaints } = await shown.visit({ width });
  const origin = shown.origin(alpha);
  const account = await alpha.context.read((read) => requireAccount(read, username));
  const token = await shown.muster.sessionToken(alpha, account);
  await page.context().addCookies([{ name: sessionCookie, value: token, url: origin, httpOnly: true }]);
  await page.goto(`${origin}${path}`);
  return { page, complaints };
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

const pages = [
  ['/app/', 'Welcome to alpha'],
  ['/app/people', 'People'],
  ['/app/people/new', 'Register a person'],
  ['/app/invitations', 'Invitations'],
  ['/app/activity', 'Audit trail'],
] as const;

for (const [path, title] of pages) {
  test(`${path} opens on a phone without a complaint or an axe violation`, async (context) => {
    if (noBrowser !== null) context.skip(noBrowser);
    const { page, complaints } = await open(path, 'owen', 360);
    await heading(page, title);
    await page.getByRole('status').filter({ hasText: 'Loading' }).waitFor({ state: 'detached' });
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    const menu = await page.getByRole('button', { name: 'Owen Owner' }).boundingBox();
    expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeLessThanOrEqual(360);
    expect(complaints).toEqual([]);
  });
}

test('of a thousand people only those in sight are drawn, and a search finds one', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { page } = await open('/app/people', 'owen');
  await page.getByRole('link', { name: 'Ada Lovelace' }).waitFor();
  expect(await page.getByRole('row').count()).toBeLessThan(60);
  await page.getByLabel('Part of a name').fill('pupil 1777');
  await page.getByRole('link', { name: 'Pupil 1777' }).waitFor();
  await page.getByRole('link', { name: 'Ada Lovelace' }).waitFor({ state: 'detached' });
});

test('a person is changed, commented on and erased, each where one sees what came of it', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { page, complaints } = await open('/app/people', 'owen');
  await page.getByRole('link', { name: 'Ada Lovelace' }).click();
  await heading(page, 'Ada Lovelace');
  await page.getByText('Change the details').click();
  await page.getByLabel('First name').fill('Augusta');
  await page.getByLabel('Role').selectOption({ label: 'staff' });
  await page.getByRole('button', { name: 'Save' }).click();
  await heading(page, 'Augusta Lovelace');
  await page.getByRole('cell', { name: 'changed: firstName, role' }).waitFor();

  await page.getByLabel('Your comment').fill('Knows engines.');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  const comment = page.getByRole('article', { name: 'Comment of Owen Owner' });
  await comment.getByText('Knows engines.').waitFor();
  expect(await axeViolations(page)).toEqual([]);

  await page.getByText('Erase this person').click();
  const typed = page.getByLabel('To confirm, type the username: ada');
  await typed.fill('someone');
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByRole('link', { name: 'Type ada exactly.' }).waitFor();
  await typed.fill('ada');
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await heading(page, 'People');
  await page.getByRole('link', { name: 'Pupil 1000' }).waitFor();
  expect(await page.getByRole('link', { name: 'Augusta Lovelace' }).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('staff see people and figures, and nothing that would be refused', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { page, complaints } = await open('/app/', 'sam');
  await page.getByRole('heading', { name: 'Figures' }).waitFor();
  await page.getByRole('img', { name: 'New people a day' }).waitFor();
  expect(await page.getByRole('link', { name: 'Audit trail' }).count()).toBe(0);
  await page.getByRole('link', { name: 'People' }).first().click();
  await page.getByRole('link', { name: 'Owen Owner' }).click();
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  expect(await page.getByText('Change the details').count()).toBe(0);
  expect(await page.getByText('Erase this person').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('an invitation is sent, sent again and taken back', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { page, complaints } = await open('/app/invitations', 'owen');
  await page.getByLabel('E-mail address').fill('new@example.org');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByText('A letter is on its way to new@example.org.').waitFor();
  await page.getByRole('button', { name: 'Send again: new@example.org' }).click();
  await page.getByRole('button', { name: 'Sent: new@example.org' }).waitFor();
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('button', { name: 'Yes, do it' }).click();
  await page.getByRole('cell', { name: 'taken back' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
