import type { EventChange } from '../../src/modules/workshops/types.ts';
import type { TestSite } from './app.ts';
import { type BrowserTest, openBrowserTest } from './browser.ts';
import { participants, workshopEvent } from './workshops.ts';

let made = 0;

/** A browser before a site on which participants choose. Only where `noBrowser` is null. */
export async function openChoosingTest() {
  const opened = await openBrowserTest();
  const at = await opened.muster.site('alpha');
  return {
    ...opened,
    at,
    /** The page of participants. */
    address: `${opened.origin(at)}/app/choose`,
    school: (people = 1, more: Partial<EventChange> = {}) => makeSchool(opened, at, people, more),
    /** Opens the page as the link of a card does. */
    enter: (key: string, name: string, options: Parameters<BrowserTest['visit']>[0] = {}) =>
      enterAt(opened, at, { key, name, options }),
  };
}

export type ChoosingTest = Awaited<ReturnType<typeof openChoosingTest>>;

/** An event with people in it, and their keys. */
async function makeSchool({ muster }: BrowserTest, at: TestSite, people: number, more: Partial<EventChange>) {
  made += 1;
  const name = `Project day ${made}`;
  const event = await workshopEvent(at, {
    name,
    timeZone: 'Europe/Brussels',
    workshops: [
      { title: 'Yoga', moment: '20/11/2026 9:00-10:30', description: 'On a mat', capacity: 1 },
      { title: 'Judo', moment: '20/11/2026 9:00-10:30', capacity: 9 },
      { title: 'Song', moment: '20/11/2026 11:00-12:00', capacity: 9 },
      { title: 'Dance', moment: '20/11/2026 11:00-12:00', capacity: 9, targetGroup: 'B' },
    ],
    ...more,
  });
  const keys = Array.from({ length: people }, (_, at) => `K${made}X${at}`);
  await participants(
    muster,
    at,
    event,
    keys.map((key, place) => ({ key, fullName: `Pupil ${place}`, class: '4A', targetGroup: 'A' })),
  );
  const ids = event.workshops.map(({ id }) => id);
  return { event, name, keys, ids };
}

async function enterAt(
  { origin, visit }: BrowserTest,
  at: TestSite,
  {
    key,
    name,
    options,
  }: {
    readonly key: string;
    readonly name: string;
    readonly options: Parameters<BrowserTest['visit']>[0];
  },
) {
  const { page, complaints } = await visit(options);
  await page.goto(`${origin(at)}/app/choose/#key=${key}`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return { page, complaints };
}
