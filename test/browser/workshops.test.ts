import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestSite } from '../support/app.ts';
import {
  axeViolations,
  type BrowserTest,
  noBrowser,
  openBrowserTest,
  type Visit,
} from '../support/browser.ts';
import { chooses, participants, workshopEvent } from '../support/workshops.ts';

let shell: BrowserTest | undefined;
let alpha: TestSite;
let token: string;

beforeAll(async () => {
  if (noBrowser !== null) return;
  shell = await openBrowserTest();
  alpha = await shell.muster.site('alpha');
  const staff = await shell.muster.account(alpha, { username: 'staff', role: 'staff' });
  token = await shell.muster.sessionToken(alpha, staff);
});
afterAll(() => shell?.close());

/** Opens a page as a member of the staff. */
async function open(path: string, width = 1024): Promise<Visit> {
  if (!shell) throw new Error('No browser.');
  const visit = await shell.visit({ width });
  const origin = shell.origin(alpha);
  await visit.page.context().addCookies([{ name: 'muster_session', value: token, url: origin }]);
  await visit.page.goto(`${origin}/app${path}`);
  return visit;
}

async function expectWhole(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}

/** An event of two workshops; Ann is in the first, which she fills. */
async function busyEvent() {
  if (!shell) throw new Error('No browser.');
  const event = await workshopEvent(alpha, {
    workshops: [
      { title: 'Yoga', moment: 'Morning', capacity: 1 },
      { title: 'Chess', moment: 'Noon', capacity: 5 },
    ],
  });
  const people = await participants(shell.muster, alpha, event, [{ fullName: 'Ann' }, { fullName: 'Bob' }]);
  const [yoga = 0, chess = 0] = event.workshops.map(({ id }) => id);
  await chooses(alpha, { id: people[0]?.id ?? 0 }, [yoga]);
  return { id: event.id, people, yoga, chess };
}

test('an event is made with workshops, put in order by keyboard and by mouse, and linked', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { page, complaints } = await open('/events');
  await page.getByRole('region', { name: 'A new event' }).getByLabel('Name').fill('Project day');
  await page.getByRole('button', { name: 'Make the event' }).click();
  await page.getByRole('heading', { level: 1, name: 'Project day: Workshops' }).waitFor();
  for (const [title, moment] of [
    ['Yoga', 'Morning'],
    ['Chess', 'Noon'],
  ] as const) {
    await page.getByRole('button', { name: 'Add a workshop' }).click();
    const card = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading') })
      .last();
    await card.getByLabel('Title').fill(title);
    await card.getByLabel('Moment').fill(moment);
  }
  await page.getByRole('button', { name: 'Move “Chess” up' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('“Chess” is now number 1 of 2').waitFor();
  await page.getByRole('button', { name: 'Move “Chess” down' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('“Chess” is now number 2 of 2').waitFor();
  const cards = page.getByRole('listitem').filter({ has: page.getByRole('heading') });
  await cards.nth(1).locator('.workshop-handle').dragTo(cards.nth(0));
  await page.getByText('“Chess” is now number 1 of 2').waitFor();
  await page.getByText('0 links').first().click();
  await page.getByLabel('The other workshop of a link of “Chess”').selectOption({ label: 'Yoga' });
  await page.getByRole('button', { name: 'Add the link' }).first().click();
  await expectWhole(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await page.reload();
  const headings = page.getByRole('heading', { level: 2 });
  await headings.first().waitFor();
  expect(await headings.allInnerTexts()).toEqual(['Chess', 'Yoga']);
  expect(await page.getByText('Only together with “Yoga”').count()).toBe(1);
  expect(complaints).toEqual([]);
});

test('an edit that breaks choices says whom it concerns first, and one of an older version is told kindly', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { id } = await busyEvent();
  const { page } = await open(`/events/${id}/workshops`);
  const other = (await open(`/events/${id}/workshops`)).page;
  await other.getByLabel('Places').first().waitFor();
  await page.getByLabel('Places').first().fill('0');
  await page.getByRole('button', { name: 'Take out “Chess”' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  const warnings = page.getByRole('dialog', { name: 'People have chosen already' });
  await warnings.getByText('“Yoga” has fewer places than the 1 person in it, who stays.').waitFor();
  await expectWhole(page);
  await warnings.getByRole('button', { name: 'Save nevertheless' }).click();
  await page.getByText('Saved.').waitFor();
  await other.getByLabel('Title').first().fill('Tennis');
  await other.getByRole('button', { name: 'Save' }).click();
  await other.getByRole('alert').getByText('Somebody else has changed this event meanwhile').waitFor();
  expect(await other.getByLabel('Title').first().inputValue()).toBe('Tennis');
  await other.getByRole('button', { name: 'Show the other version' }).click();
  await other.getByRole('heading', { level: 2, name: 'Chess' }).waitFor({ state: 'detached' });
  expect(await other.getByLabel('Title').first().inputValue()).toBe('Yoga');
});

test('a file of people is shown as what it would do, is done, and its faults are named by line', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { id } = await busyEvent();
  const { page } = await open(`/events/${id}/import`, 360);
  const file = (text: string) => ({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  const input = page.locator('input[type=file]');
  await page.getByText('Drop it here').waitFor();
  await input.setInputFiles(file(`Name;Class\nCas;${'x'.repeat(81)}\n`));
  await page.getByText('Line 2, column 2:').waitFor();
  await expectWhole(page);
  await input.setInputFiles(file('Name;Class\nBob;5B\nCas;5B\n'));
  await page.getByText('1 new, 1 changed, 0 removed, 1 stay as they are.').waitFor();
  await page.getByLabel('are removed, with what they chose').check();
  await page.getByText('Ann (1 registration)').waitFor();
  await expectWhole(page);
  await page.getByRole('button', { name: 'Bring these people in' }).click();
  await page.getByText('registrations lost with it: 1.').waitFor();
  await page.getByRole('button', { name: 'Yes, do it' }).click();
  await page.getByRole('heading', { name: 'The file was brought in' }).waitFor();
  await page.getByRole('link', { name: 'Participants', exact: true }).last().click();
  await page.getByRole('link', { name: 'Cas' }).waitFor();
  expect(await page.getByRole('link', { name: 'Ann' }).count()).toBe(0);
  await expectWhole(page);
});

test('an organiser finds who has chosen nothing and chooses for them, beyond the places with a word, as the fill follows', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { id } = await busyEvent();
  const watching = (await open(`/events/${id}`)).page;
  await watching.getByRole('meter', { name: 'How full Yoga is' }).waitFor();
  await watching.getByText('The figures follow every choice.').waitFor();
  await expectWhole(watching);
  const { page, complaints } = await open(`/events/${id}`);
  await page.getByRole('link', { name: '1 has chosen nothing' }).click();
  await page.getByRole('link', { name: 'Bob' }).waitFor();
  expect(await page.getByRole('link', { name: 'Ann' }).count()).toBe(0);
  await expectWhole(page);
  await page.getByRole('link', { name: 'Bob' }).click();
  await page.getByRole('group', { name: 'Morning' }).getByLabel('Yoga').check();
  await page.getByRole('button', { name: 'Save the choice' }).click();
  await page.getByRole('alert').waitFor();
  await expectWhole(page);
  await page.getByLabel('Beyond the number of places too').check();
  await page.getByRole('button', { name: 'Save the choice' }).click();
  await watching.getByText('2 of 1 taken').waitFor();
  await page.getByRole('group', { name: 'Morning' }).getByLabel('Nothing at this moment').check();
  await page.getByRole('button', { name: 'Save the choice' }).click();
  await watching.getByText('1 of 1 taken').waitFor();
  // The refused choice is a 409, which the browser itself notes.
  expect(complaints.filter((one) => !one.includes('409'))).toEqual([]);
});

test('the times of an event are set in the local time of its zone', async (context) => {
  if (noBrowser !== null) context.skip(noBrowser);
  const { id } = await busyEvent();
  const { page, complaints } = await open(`/events/${id}`, 360);
  await page.getByLabel('Time zone').selectOption('Europe/Brussels');
  await page.getByLabel('Opens at').fill('2099-01-10T09:00');
  await page.getByLabel('Closes at').fill('2099-01-09T09:00');
  const settings = page.getByRole('region', { name: 'Name and times' });
  await settings.getByRole('button', { name: 'Save' }).click();
  await settings.getByRole('link', { name: 'An event closes after it opens.' }).waitFor();
  await expectWhole(page);
  await page.getByLabel('Closes at').fill('2099-01-11T09:00');
  await settings.getByRole('button', { name: 'Save' }).click();
  await settings.getByText('Saved.').waitFor();
  await page.getByText('Closed', { exact: true }).waitFor();
  await page.reload();
  expect(await page.getByLabel('Opens at (local time, Europe/Brussels)').inputValue()).toBe(
    '2099-01-10T09:00',
  );
  expect(complaints.filter((one) => !one.includes('400'))).toEqual([]);
});
