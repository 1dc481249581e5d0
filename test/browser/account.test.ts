import { afterAll, beforeAll, expect, test } from 'vitest';
import { notify } from '../../src/modules/notifications/notifications.ts';
import type { TestSite } from '../support/app.ts';
import { axeViolations, type BrowserTest, noBrowser, openBrowserTest } from '../support/browser.ts';
import { codeOf } from '../support/own-account.ts';

let shell: BrowserTest | undefined;
let alpha: TestSite;
let made = 0;

beforeAll(async () => {
  if (noBrowser !== null) return;
  shell = await openBrowserTest();
  alpha = await shell.muster.site('alpha');
});
afterAll(() => shell?.close());

const password = 'Correct-horse-7';

async function open(path: string, options: Parameters<BrowserTest['visit']>[0] = {}) {
  if (!shell) throw new Error('No browser.');
  const { muster } = shell;
  const { page, complaints } = await shell.visit(options);
  page.setDefaultTimeout(8_000);
  made += 1;
  const account = await muster.account(alpha, { username: `p${made}`, name: `Person ${made}`, password });
  const origin = shell.origin(alpha);
  const value = await muster.sessionToken(alpha, account);
  await page.context().addCookies([{ name: 'muster_session', value, url: origin }]);
  await page.goto(`${origin}/app${path}`);
  return { muster, page, complaints, account, origin };
}

const pages = [
  ['/account', 'Your account', 'Save'],
  ['/security', 'Security', 'Sign out everywhere else'],
  ['/notifications', 'Notifications', null],
  ['/notification-settings', 'How you are notified', 'Save'],
  ['/forgotten-password', 'Forgot your password?', 'Send me a letter'],
  ['/sign-up', 'Open a site of your own', 'Open it'],
] as const;

for (const [path, heading, button] of pages) {
  test(`${path} at 360 pixels opens without a complaint or an axe violation`, async (context) => {
    if (noBrowser !== null) context.skip(noBrowser);
    const { page, complaints } = await open(path, { width: 360 });
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    if (button !== null) await page.getByRole('button', { name: button, exact: true }).waitFor();
    await page.getByRole('main').getByText('Loading').waitFor({ state: 'detached' });
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  });
}

test('a second factor is set up by its QR code, and the next sign-in asks for a code', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { page, muster, account, complaints } = await open('/security');
  await page.getByRole('button', { name: 'Set up' }).click();
  const picture = page.getByRole('img', { name: 'QR code' });
  await picture.waitFor();
  expect(await picture.evaluate((image) => 'naturalWidth' in image && image.naturalWidth)).toBeGreaterThan(0);
  const href = await page.getByRole('link', { name: 'Or open the app on this device' }).getAttribute('href');
  const secret = new URL(href ?? '').searchParams.get('secret') ?? '';
  await page.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret, muster.clock.now()));
  await page.getByRole('button', { name: 'Switch on' }).click();
  const codes = page.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem');
  await codes.first().waitFor();
  expect(await codes.count()).toBe(10);
  expect(await axeViolations(page)).toEqual([]);
  const recoveryCode = await codes.first().innerText();
  expect(complaints).toEqual([]);

  await page.getByRole('button', { name: account.name }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByLabel('Username or e-mail address').fill(account.username);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByLabel('Code').waitFor();
  expect(await page.evaluate('document.activeElement?.name')).toBe('code');
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByRole('link', { name: 'This code is wrong' }).waitFor();
  await page.getByRole('textbox', { name: 'Code' }).fill(recoveryCode);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Welcome' }).waitFor();
});

test('the bell counts what one is told, as it comes, until it is seen', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { page, account } = await open('/notifications');
  await page.getByText('You have no notifications.').waitFor();
  const tell = (course: string) =>
    alpha.context.transaction((tx) =>
      notify(tx, {
        ...({ kind: 'enrolment', message: 'enrolled', url: null } as const),
        facts: { course },
        tell: [account.id],
      }),
    );
  await tell('Pottery');
  await page.getByRole('link', { name: '1 new notification' }).waitFor();
  await page.getByText('You are enrolled in Pottery').waitFor();
  await tell('Weaving');
  await page.getByRole('link', { name: '2 new notifications' }).waitFor();
  await page.getByRole('button', { name: 'Seen: You are enrolled in Pottery' }).click();
  await page.getByRole('link', { name: '1 new notification' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'I have seen all' }).click();
  await page.getByRole('link', { name: 'Notifications', exact: true }).waitFor();
});

test('what the server refuses of an account stands beside its field, and what is right is kept', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { page } = await open('/account');
  await page.getByRole('textbox', { name: 'Country' }).fill('Narnia');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert').getByRole('link', { name: 'country code' }).click();
  expect(await page.getByRole('textbox', { name: 'Country' }).getAttribute('aria-invalid')).toBe('true');
  await page.getByRole('textbox', { name: 'Country' }).fill('nl');
  await page.getByLabel('Language of letters and pages').selectOption('nl');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'Je account' }).waitFor();
  await page.reload();
  await page.getByLabel('Land').waitFor();
  expect(await page.getByLabel('Land').inputValue()).toBe('NL');
});
