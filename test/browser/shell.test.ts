import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations, type BrowserTest, noBrowser, openBrowserTest } from '../support/browser.ts';

let shell: BrowserTest | undefined;

beforeAll(async () => {
  if (noBrowser === null) shell = await openBrowserTest();
});
afterAll(() => shell?.close());

const site = { name: 'Alpha', slug: 'alpha', language: 'en', is_default: true };
const account = {
  uuid: '1',
  name: 'Anna Ant',
  username: 'anna',
  email: 'anna@example.com',
  role: 'admin',
  locale: null,
};

/** Stands in for the session of the API: this test is about the frame. */
async function open(path: string, options: Parameters<BrowserTest['visit']>[0] = {}) {
  if (!shell) throw new Error('No browser.');
  const { page, complaints } = await shell.visit(options);
  let signedIn = false;
  await page.route('**/api/v1/session', async (route) => {
    const request = route.request();
    if (request.method() === 'POST') signedIn = request.postData()?.includes('"right"') ?? false;
    const body = { site, account: signedIn ? account : null, participant: null };
    if (request.method() !== 'POST' || signedIn) return route.fulfill({ json: body });
    const errors = [{ pointer: '/password', message: 'This password is not right.' }];
    const problem = {
      type: 'about:blank',
      status: 401,
      title: 'No entry',
      code: 'x',
      errors,
      request_id: 'r1',
    };
    return route.fulfill({ status: 401, contentType: 'application/problem+json', json: problem });
  });
  await page.goto(`${shell.origin(shell.muster.home)}${path}`);
  return { page, complaints };
}

const pages = [
  ['/app/', 1024, 'Welcome to Alpha'],
  ['/app/', 360, 'Welcome to Alpha'],
  ['/app/sign-in', 360, 'Sign in'],
  ['/app/no/such/page', 1024, 'There is no such page'],
  ['/app/choose/market-day', 360, 'Choose workshops'],
] as const;

for (const [path, width, heading] of pages) {
  test(`${path} at ${width} pixels opens without a complaint or an axe violation`, async (context) => {
    if (noBrowser !== null) context.skip(noBrowser);
    const { page, complaints } = await open(path, { width });
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  });
}

for (const dark of [false, true]) {
  test(`one signs in by keyboard, and a refusal takes the focus and leads to its field, ${dark ? 'in the dark' : 'in the light'}`, async (context) => {
    if (noBrowser !== null) context.skip(noBrowser);
    const { page } = await open('/app/sign-in', { dark });
    await page.getByLabel('Username or e-mail address').focus();
    await page.keyboard.type('anna');
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    const summary = page.getByRole('alert');
    await summary.getByRole('link', { name: 'This password is not right.' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const password = page.getByLabel('Password');
    await page.waitForFunction('document.activeElement?.name === "password"');
    expect(await password.getAttribute('aria-invalid')).toBe('true');
    await password.fill('right');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Welcome to Alpha' }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('You are signed in as Anna Ant');
    expect(await page.evaluate('document.activeElement?.id')).toBe('main');
    expect(await axeViolations(page)).toEqual([]);
  });
}

test('the chosen language stays', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { page } = await open('/app/', { locale: 'de-AT' });
  await page.getByRole('heading', { level: 1, name: 'Willkommen bei Alpha' }).waitFor();
  await page.getByLabel('Sprache').selectOption('nl');
  await page.getByRole('heading', { level: 1, name: 'Welkom bij Alpha' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Welkom bij Alpha' }).waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe('nl');
});
