import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { browse, newestLink } from '../../../test/support/link-pages.ts';
import { judgeChosenPassword, judgeName, judgeUsername, messages } from '../../modules/identity/rules.ts';
import { setTenantStatus } from '../../modules/tenants/tenants.ts';
import { emailTaken, notTheSame, sayProblem, usernameTaken } from './texts.ts';

let muster: TestApp;
let alpha: TestSite;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
});
afterAll(() => muster.close());

async function invite(at: TestSite, username: string): Promise<string> {
  const { email } = await muster.account(at, { username, active: false });
  return newestLink(muster, at, email);
}

test('the bare address names the site and leads to the documentation', async () => {
  const { status, html } = await browse(muster, alpha).open('/');
  expect(status).toBe(200);
  expect(html).toContain('<h1>alpha</h1>');
  expect(html).toContain('Muster');
  expect(html).toContain('<a href="/api/docs/">');
  expect((await muster.server.inject({ url: '/api/docs/', headers: { host: alpha.host } })).statusCode).toBe(
    200,
  );
});

test.each([
  ['de-AT,de;q=0.9,en;q=0.5', 'de', 'Ihr Konto bei alpha aktivieren'],
  ['nl', 'nl', 'Activeer je account bij alpha'],
  ['en-GB', 'en', 'Activate your account on alpha'],
  ['fr', 'en', 'Activate your account on alpha'],
])('a reader who wishes for %s gets %s', async (wish, language, heading) => {
  const path = await invite(alpha, `reader-${wish.slice(0, 2)}`);
  const { html, headers } = await browse(muster, alpha).open(path, wish);
  expect(html).toContain(`<html lang="${language}">`);
  expect(html).toContain(`<h1>${heading}</h1>`);
  expect(headers).toMatchObject({ 'content-language': language, vary: 'accept-language' });
});

test("without a wish the account's language counts, then the site's", async () => {
  const dutch = await muster.site('dutch', { language: 'nl' });
  const path = await invite(dutch, 'anna');
  expect((await browse(muster, dutch).open(path)).html).toContain('<html lang="nl">');
  await muster.query(`update accounts set locale = 'de' where username = 'anna'`);
  expect((await browse(muster, dutch).open(path)).html).toContain('<html lang="de">');
  expect((await browse(muster, dutch).open(path, 'en')).html).toContain('<html lang="en">');
  const dead = await browse(muster, dutch).open(`${path}x`);
  expect(dead.html).toContain('<html lang="nl">');
  expect((await browse(muster, dutch).open(`${path}x`, 'de')).html).toContain('Dieser Link gilt nicht mehr');
});

test('every sentence of the rules has its German and Dutch words', () => {
  const owner = {
    username: 'aaaaaaaaa',
    firstName: 'bbbbbbbb',
    lastName: 'cccccccc',
    email: 'dddddddd@e.fg',
  };
  const passwords = ['1234', 'a'.repeat(129), 'aaaaaaaaa', 'bbbbbbbb', 'cccccccc', 'dddddddd'];
  const said = [
    ...passwords.flatMap((password) => judgeChosenPassword(password, owner, true)),
    ...judgeUsername('a b'),
    ...['', 'x'.repeat(256), '<'].flatMap(judgeName),
    messages.email,
    notTheSame,
    usernameTaken,
    emailTaken,
  ];
  expect(new Set(said).size).toBe(16);
  for (const sentence of said) {
    expect(sayProblem('en', sentence)).toBe(sentence);
    expect(sayProblem('de', sentence)).not.toBe(sentence);
    expect(sayProblem('nl', sentence)).not.toBe(sentence);
  }
});

test('names cannot become markup', async () => {
  const attack = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;
  const site = await muster.site('hostile');
  const path = await invite(site, 'mallory');
  await muster.query('update accounts set name = $1, username = $1 where tenant_id = $2', [
    attack,
    site.site.tenantId,
  ]);
  await muster.query('update sites set name = $1 where id = $2', [attack, site.site.id]);
  muster.services.directory.forget();
  const pages = browse(muster, site);
  const reset = path.replace('activate', 'password_reset_confirm');
  const shown = [
    await pages.open(path),
    await pages.open('/'),
    await pages.open(reset),
    await pages.send(path),
  ];
  expect(shown.map(({ status }) => status)).toEqual([200, 200, 410, 200]);
  for (const { html } of shown) {
    expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
  }
  expect(shown[0]?.html).toContain('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;');
});

test('a page allows its own style and nothing else, is kept nowhere and gives no referrer', async () => {
  const path = await invite(alpha, 'careful');
  for (const answer of [
    await browse(muster, alpha).open(path),
    await browse(muster, alpha).open(`${path}x`),
    await browse(muster, alpha).send(path),
  ]) {
    const style = /<style>([\s\S]*)<\/style>/.exec(answer.html)?.[1] ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    const policy = String(answer.headers['content-security-policy']);
    expect(style.length).toBeGreaterThan(100);
    expect(policy).toContain(`style-src 'sha256-${digest}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.headers).not.toHaveProperty('etag');
    expect(answer.html).not.toMatch(/<script| style="| on[a-z]+="/);
  }
});

test('the log never holds the secret of a link, whatever is done with it', async () => {
  const path = await invite(alpha, 'private');
  const secret = path.split('/').at(-1) ?? '';
  const pages = browse(muster, alpha);
  muster.logged.length = 0;
  await pages.open(path);
  await pages.open(`${path}?track=${secret}`);
  await pages.send(path, { password: '%' });
  await pages.send(path);
  await pages.open(`/activate/x/${secret}`);
  await muster.server.inject({ method: 'DELETE', url: path, headers: { host: alpha.host } });
  expect(muster.logged.length).toBeGreaterThan(4);
  expect(muster.logged.join('')).toContain('/activate/:secret');
  expect(muster.logged.join('')).not.toContain(secret);
});

test('what is not there, not allowed or not open is a page in the words of the reader', async () => {
  const closed = await muster.site('closed');
  await muster.database.acrossTenants().transaction((tx) => setTenantStatus(tx, 'closed', 'suspended'));
  muster.services.directory.forget();
  const ask = async (method: 'GET' | 'DELETE', url: string, host: string) => {
    const headers = { host, 'accept-language': 'de' };
    const { statusCode, body } = await muster.server.inject({ method, url, headers });
    return [statusCode, /<h1>(.*)<\/h1>/.exec(body)?.[1]];
  };
  expect(await ask('GET', '/', closed.host)).toEqual([403, 'Diese Site ist geschlossen']);
  expect(await ask('GET', '/activate/x', 'nowhere.example')).toEqual([404, 'Hier antwortet keine Site']);
  expect(await ask('GET', '/activate/x/y', alpha.host)).toEqual([404, 'Hier ist nichts']);
  expect(await ask('DELETE', '/activate/x', alpha.host)).toEqual([405, 'Hier ist nichts']);
  expect(await ask('GET', `/activate/${'x'.repeat(201)}`, alpha.host)).toEqual([404, 'Hier ist nichts']);
});
