import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { course } from '../../../test/support/learning.ts';
import { browse } from '../../../test/support/link-pages.ts';
import { issueCertificate, revokeCertificate } from '../../modules/learning/certificates.ts';

let muster: TestApp;
let alpha: TestSite;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
});
afterAll(() => muster.close());

async function issue(username: string, more: { name?: string; course?: string; grade?: string } = {}) {
  const { name = '', course: title = 'Food Safety 101', grade = '1.0' } = more;
  const { id: accountId } = await muster.account(alpha, { username, name: name || username });
  await muster.query('update accounts set name = $1 where id = $2', [name, accountId]);
  const finished = await course(alpha, { name: title });
  const completedAt = new Date('2017-01-24T23:32:21Z');
  const uuid = await alpha.context.transaction((tx) =>
    issueCertificate(tx, finished, { accountId, grade, completedAt }),
  );
  return `/certificates/${uuid}`;
}

test.each([
  [
    'en',
    'Certificate: Food Safety 101',
    'Ann Example has finished this course on alpha.',
    '24 January 2017',
    'Grade',
  ],
  [
    'de',
    'Zertifikat: Food Safety 101',
    'Ann Example hat diesen Kurs bei alpha abgeschlossen.',
    '24. Januar 2017',
    'Note',
  ],
  [
    'nl',
    'Certificaat: Food Safety 101',
    'Ann Example heeft deze cursus bij alpha afgerond.',
    '24 januari 2017',
    'Cijfer',
  ],
])('the page says in %s who finished which course, when and how', async (locale, title, body, day, grade) => {
  const path = await issue(`ann-${locale}`, { name: 'Ann Example' });
  const { status, html, headers } = await browse(muster, alpha).open(path, locale);
  expect([status, headers['content-language']]).toEqual([200, locale]);
  expect(html).toContain(`<h1>${title}</h1>`);
  for (const words of [body, day, grade, '<dd>1.0</dd>']) expect(html).toContain(words);
});

test('who has no name is called by the username, and names cannot become markup', async () => {
  const path = await issue('nameless', { course: '<script>alert(1)</script>', grade: '<b>A</b>' });
  const { html } = await browse(muster, alpha).open(path);
  expect(html).toContain('nameless has finished');
  expect(html).not.toMatch(/<script|<b>/);
});

test('anybody may look, as often as they like, and change nothing', async () => {
  const path = await issue('watched');
  const pages = browse(muster, alpha);
  expect((await pages.open(path)).html).toBe((await pages.open(`${path}/`)).html);
  expect((await pages.send(path)).status).toBe(405);
});

test('a certificate that is issued again keeps its address and shows the new grade', async () => {
  const { id: accountId } = await muster.account(alpha, { username: 'renewed' });
  const finished = await course(alpha);
  const renew = (grade: string) =>
    alpha.context.transaction((tx) =>
      issueCertificate(tx, finished, { accountId, grade, completedAt: muster.clock.now() }),
    );
  const uuid = await renew('0.5');
  expect(await renew('0.9')).toBe(uuid);
  expect((await browse(muster, alpha).open(`/certificates/${uuid}`)).html).toContain('<dd>0.9</dd>');
});

test('an unknown one, a revoked one, one of another tenant and what is no id are the same 404 page', async () => {
  const [path, taken] = [await issue('kept'), await issue('taken')];
  await alpha.context.transaction((tx) => revokeCertificate(tx, taken.split('/')[2] ?? ''));
  const beta = await muster.site('beta');
  const answers = [
    await browse(muster, alpha).open('/certificates/00000000-0000-7000-8000-000000000000', 'de'),
    await browse(muster, alpha).open(taken, 'de'),
    await browse(muster, beta).open(path, 'de'),
    await browse(muster, alpha).open('/certificates/1', 'de'),
  ];
  for (const { status, html } of answers) {
    expect(status).toBe(404);
    expect(html).toContain('<h1>Hier ist nichts</h1>');
    expect(html).toBe(answers[0]?.html);
  }
});
