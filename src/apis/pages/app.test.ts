import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/support/app.ts';

let folder: string;
let muster: TestApp;
const script = 'export const shown = 1;';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-web-'));
  muster = await openTestApp({ webFolder: join(folder, 'dist') });
  await writeFile(join(folder, 'secret.js'), 'outside');
});
afterAll(async () => {
  await muster.close();
  await rm(folder, { recursive: true });
});

function open(url: string, headers: Readonly<Record<string, string>> = {}) {
  return muster.server.inject({ url, headers: { host: 'localhost', ...headers } });
}

async function build(): Promise<void> {
  const page = (name: string) => `<meta name="csp-nonce" content="%CSP_NONCE%"><title>${name}</title>`;
  await mkdir(join(folder, 'dist/assets'), { recursive: true });
  await writeFile(join(folder, 'dist/assets/page-1.js'), script);
  await writeFile(join(folder, 'dist/assets/page-1.js.gz'), gzipSync(script));
  await writeFile(join(folder, 'dist/assets/notes.txt'), 'unknown type');
  await writeFile(join(folder, 'dist/participant.html'), page('participant'));
  await writeFile(join(folder, 'dist/index.html'), page('shell'));
}

test('where nothing is built a page says in three languages what to do, and a build is seen at once', async () => {
  const said = await Promise.all(
    ['en', 'de', 'nl'].map((wish) => open('/app/', { 'accept-language': wish })),
  );
  expect(said.map(({ statusCode }) => statusCode)).toEqual([503, 503, 503]);
  expect(said.map(({ body }) => /<h1>(.*)<\/h1>/.exec(body)?.[1])).toEqual([
    'The pages are not built',
    'Die Seiten sind nicht gebaut',
    'De pagina’s zijn niet gebouwd',
  ]);
  for (const { body } of said) expect(body).toContain('npm run build');
  await build();
  expect((await open('/app/')).statusCode).toBe(200);
});

test.each([
  ['/app', 'shell'],
  ['/app/', 'shell'],
  ['/app/people/7', 'shell'],
  ['/app/choosers', 'shell'],
  ['/app/choose', 'participant'],
  ['/app/choose/market-day', 'participant'],
])('%s answers the page of the %s, asked for again each time', async (url, title) => {
  await build();
  const { statusCode, body, headers } = await open(url);
  expect(statusCode).toBe(200);
  expect(body).toContain(`<title>${title}</title>`);
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
});

test('each answer has a nonce of its own for styles, and no way for inline scripts', async () => {
  await build();
  const answers = await Promise.all([open('/app/'), open('/app/')]);
  const nonces = answers.map(({ body }) => /content="([0-9a-f]{32})"/.exec(body)?.[1]);
  expect(new Set(nonces).size).toBe(2);
  answers.forEach(({ headers }, index) => {
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain(`style-src 'self' 'nonce-${nonces[index]}';`);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
  });
});

test('a file of the build is kept for ever and comes compressed to whom takes it so', async () => {
  await build();
  const plain = await open('/app/assets/page-1.js', { 'accept-encoding': 'gzip;q=0' });
  expect(plain.body).toBe(script);
  expect(plain.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  });
  const zipped = await open('/app/assets/page-1.js', { 'accept-encoding': 'br, gzip', accept: '*/*' });
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(zipped.rawPayload.equals(gzipSync(script))).toBe(true);
  expect((await open('/app/assets/page-1.js', { accept: 'text/css' })).statusCode).toBe(200);
});

test.each([
  '/app/assets/../../secret.js',
  '/app/assets/..%2f..%2fsecret.js',
  '/app/assets/%2e%2e/%2e%2e/secret.js',
  '/app/assets/..%5c..%5csecret.js',
  '/app/assets//etc/passwd',
  '/app/assets/constructor',
  '/app/assets/notes.txt',
  '/app/assets/page-1.js.gz',
  '/app/assets/',
])('%s leads to no file', async (url) => {
  await build();
  const { statusCode, body } = await open(url);
  expect(statusCode).toBe(404);
  expect(body).not.toContain('outside');
});
