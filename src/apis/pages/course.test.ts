import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { course, withOrganisations } from '../../../test/support/learning.ts';
import { browse } from '../../../test/support/link-pages.ts';

let muster: TestApp;
let alpha: TestSite;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
});
afterAll(() => muster.close());

test.each([
  ['en', 'Enrolment until', '31 December 2026', '5 places are free.'],
  ['de', 'Einschreibung bis', '31. Dezember 2026', '5 Plätze sind frei.'],
  ['nl', 'Inschrijven tot', '31 december 2026', 'Er zijn 5 plaatsen vrij.'],
])('the page says in %s what the course is, until when one may come in, and how many', async (...said) => {
  const [locale, ...words] = said;
  const { key } = await course(alpha, {
    name: 'Food <b>Safety</b>',
    capacity: 5,
    enrollmentEndsAt: new Date('2026-12-31T10:00:00Z'),
  });
  const { status, html } = await browse(muster, alpha).open(`/courses/${key}/about`, locale);
  expect(status).toBe(200);
  for (const word of words) expect(html).toContain(word);
  expect(html).not.toContain('<b>Safety');
});

test.each([
  [{ enrollmentStartsAt: new Date('2030-01-01') }, 'Enrolment has not begun.'],
  [{ enrollmentEndsAt: new Date('2020-01-01') }, 'Enrolment is closed.'],
  [{ capacity: 0 }, 'The course is full.'],
  [{ invitationOnly: true }, 'by invitation'],
  [{}, 'Enrolment is open'],
])('a course with %j says so', async (more, sentence) => {
  const { key } = await course(alpha, more);
  const { html } = await browse(muster, alpha).open(`/courses/${encodeURIComponent(key)}/about`);
  expect(html).toContain(sentence);
});

test('a key of the older form is its own address', async () => {
  const org = alpha.site.organisations[0];
  const { name } = await course(alpha, { key: `${org}/Old/2020`, name: 'Older course' });
  const { html } = await browse(muster, alpha).open(`/courses/${org}/Old/2020/about`);
  expect(html).toContain(`<h1>${name}</h1>`);
});

test('an unknown course, one of another tenant, one the site does not show and what is no key are the same page', async () => {
  const foreign = await course(await muster.site('beta'));
  const narrow = await withOrganisations(muster, await muster.site('gamma'), ['Shown', 'Hidden']);
  const hidden = await course(narrow, { key: 'course-v1:Hidden+H+1' });
  const filtered = await muster.configure(narrow, { course_org_filter: ['Shown'] });
  const pages = browse(muster, alpha);
  const answers = [
    await pages.open('/courses/course-v1:alpha+Nowhere+1/about'),
    await pages.open(`/courses/${foreign.key}/about`),
    await pages.open('/courses/nonsense/about'),
    await browse(muster, filtered).open(`/courses/${hidden.key}/about`),
  ];
  for (const { status, html } of answers) expect([status, html]).toEqual([404, answers[0]?.html]);
});
