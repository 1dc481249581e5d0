import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionCookie } from '../../src/apis/callers.ts';
import type { Account } from '../../src/modules/identity/types.ts';
import { generateCodes } from '../../src/modules/learning/enrolment-codes.ts';
import type { TestSite } from '../support/app.ts';
import { axeViolations, type BrowserTest, noBrowser, openBrowserTest } from '../support/browser.ts';
import { finishErrands } from '../support/errands.ts';
import { course, enrol, membersOf } from '../support/learning.ts';

let web: BrowserTest | undefined;
let alpha: TestSite;
let staff: Account;
let ann: Account;

beforeAll(async () => {
  if (noBrowser !== null) return;
  web = await openBrowserTest();
  alpha = await web.muster.site('alpha');
  staff = await web.muster.account(alpha, { username: 'sam', role: 'staff' });
  ann = await web.muster.account(alpha, { username: 'ann', name: 'Ann Example' });
  await web.muster.account(alpha, { username: 'bob' });
});
afterAll(() => web?.close());

/** Opens a page as somebody who is signed in. */
async function open(who: Account, path: string, options: Parameters<BrowserTest['visit']>[0] = {}) {
  if (!web) throw new Error('No browser.');
  const { page, complaints } = await web.visit(options);
  const value = await web.muster.sessionToken(alpha, who);
  await page.context().addCookies([{ name: sessionCookie, value, url: web.origin(alpha) }]);
  const go = (to: string) => page.goto(`${web?.origin(alpha)}/app${to}`);
  await go(path);
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  const isSound = async () => {
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  };
  return { page, go, heading, isSound };
}

const at = ({ key }: { key: string }) => `/learning/courses/${encodeURIComponent(key)}`;

test('somebody on a phone redeems a code and finds the course among their own', async (context) => {
  if (noBrowser !== null || !web) return context.skip(noBrowser ?? '');
  const taught = await course(alpha, { name: 'Welding', capacity: 3 });
  const { codes } = await alpha.context.transaction((tx) => generateCodes(tx, taught, 1));
  const { page, heading } = await open(ann, '/courses', { width: 360 });
  await heading('Courses');
  await page.getByLabel('Enrolment code').fill('nonsense');
  await page.getByRole('button', { name: 'Redeem' }).click();
  await page
    .getByRole('alert')
    .getByText(/nonsense/)
    .waitFor();
  await page.getByLabel('Enrolment code').fill(codes[0] ?? '');
  await page.keyboard.press('Enter');
  await page.getByText('You are in the course Welding.').waitFor();
  const mine = page.getByRole('region', { name: 'My courses' });
  await mine.getByRole('link', { name: 'Welding' }).waitFor();
  await mine.getByRole('link', { name: 'Welding' }).click();
  await page.getByRole('heading', { level: 1, name: 'Welding' }).waitFor();
  await page.goBack();
  await heading('Courses');
  await page.getByText('2 free').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
});

test('an organiser makes a course, makes codes, and cancels one', async (context) => {
  if (noBrowser !== null || !web) return context.skip(noBrowser ?? '');
  const { page, heading, isSound } = await open(staff, '/learning/courses');
  await heading('Run courses');
  await page.getByRole('link', { name: 'New course' }).click();
  await heading('New course');
  await isSound();
  await page.getByLabel('Course key').fill('course-v1:alpha+Baking+1');
  await page.getByLabel('Name').fill('Baking');
  await page.getByLabel('Places').fill('12');
  await page.getByRole('button', { name: 'Make the course' }).click();
  await heading('Baking: People');
  await isSound();
  await page.getByLabel('E-mail address or username').fill('bob');
  await page.getByRole('button', { name: 'Enrol', exact: true }).click();
  await page.getByText('bob is enrolled.').waitFor();
  await page.getByRole('cell', { name: 'bob@example.com' }).waitFor();
  await page
    .getByRole('navigation', { name: 'Baking' })
    .getByRole('link', { name: 'Enrolment codes' })
    .click();
  await heading('Baking: Enrolment codes');
  await page.getByLabel('How many').fill('3');
  await page.getByRole('button', { name: 'Make codes' }).click();
  await page.getByRole('link', { name: 'Show codes' }).click();
  await heading(/^Batch of/);
  await isSound();
  await page.getByRole('button', { name: 'Cancel code' }).first().click();
  await page.getByRole('button', { name: 'Yes, do it' }).click();
  await page.getByRole('button', { name: 'Open again' }).waitFor();
  await isSound();
});

test('a bulk order is looked at first: nobody is enrolled before it is done, and then all are', async (context) => {
  if (noBrowser !== null || !web) return context.skip(noBrowser ?? '');
  const taught = await course(alpha, { name: 'First aid' });
  await enrol(alpha, [taught], ['ann']);
  const { page, heading, isSound } = await open(staff, '/learning/bulk-enrolment');
  await heading('Enrol many');
  await page.getByLabel('E-mail addresses or usernames').fill('ann, bob\nnew@example.org');
  await page.getByRole('checkbox', { name: /First aid/ }).check();
  await page.getByRole('button', { name: 'See first what would happen' }).click();
  await page.getByRole('heading', { name: 'What would happen' }).waitFor();
  await page.getByRole('row', { name: /ann was enrolled already/ }).waitFor();
  await isSound();
  expect(await membersOf(web.muster, alpha, taught)).toEqual(['ann']);
  await page.getByRole('button', { name: 'Do it: 2 changes' }).click();
  await page.getByText('What was done').waitFor();
  expect(await membersOf(web.muster, alpha, taught)).toEqual(['ann', 'bob']);
});

test('many enrolments are done while one watches, and what came of each is told at the end', async (context) => {
  if (noBrowser !== null || !web) return context.skip(noBrowser ?? '');
  const { name } = await course(alpha, { name: 'Forklift' });
  const { page, heading, isSound } = await open(staff, '/learning/bulk-enrolment');
  await heading('Enrol many');
  const addresses = Array.from({ length: 500 }, (_, n) => `crowd${n}@example.org`);
  await page.getByLabel('E-mail addresses or usernames').fill(['bob', ...addresses].join('\n'));
  await page.getByRole('checkbox', { name: new RegExp(name) }).check();
  await page.getByRole('button', { name: 'See first what would happen' }).click();
  await page.getByRole('button', { name: 'Do it: 501 changes' }).click();
  await page.getByText('0 of 501 done').waitFor();
  await isSound();
  await finishErrands(web.muster);
  await page.getByText('All is done.').waitFor();
  await page.getByRole('row', { name: /bob .* enrolled/ }).waitFor();
});

test('settings that somebody else changed meanwhile are not overwritten', async (context) => {
  if (noBrowser !== null || !web) return context.skip(noBrowser ?? '');
  const taught = await course(alpha, { name: 'Pottery' });
  const [one, other] = [await open(staff, at(taught)), await open(staff, at(taught))];
  for (const { page, heading } of [one, other]) {
    await heading('Pottery: Settings');
    await page.getByLabel('Name').fill('Ceramics');
  }
  await one.isSound();
  await one.page.getByRole('button', { name: 'Save' }).click();
  await one.page.getByText('Saved.').waitFor();
  await other.page.getByRole('button', { name: 'Save' }).click();
  await other.page
    .getByRole('alert')
    .getByText(/changed meanwhile/)
    .waitFor();
  // What stood here saves again: its own change made it no stranger's.
  await one.page.getByLabel('Places').fill('4');
  await one.page.getByRole('button', { name: 'Save' }).click();
  await one.page.getByText('Saved.').waitFor();
});

for (const [locale, titles] of [
  ['nl', ['Cursussen beheren', 'Certificaten', 'Figures: Cijfers']],
  ['de', ['Kurse verwalten', 'Zertifikate', 'Figures: Zahlen']],
] as const) {
  test(`the organiser's pages open at 360 pixels without a complaint: ${locale}`, async (context) => {
    if (noBrowser !== null || !web) return context.skip(noBrowser ?? '');
    const taught = await course(alpha, { name: 'Figures' });
    await enrol(alpha, [taught], ['ann', 'bob']);
    const { go, heading, isSound } = await open(staff, '/learning/courses', { width: 360, locale });
    const paths = ['/learning/courses', '/learning/certificates', `${at(taught)}/figures`];
    for (const [index, path] of paths.entries()) {
      if (index > 0) await go(path);
      await heading(titles[index] ?? '');
      await isSound();
    }
  });
}
