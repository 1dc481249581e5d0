import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeServer, withThings } from './http.test-support.ts';

/** Texts that have broken servers before, mixed into what the generator finds by itself. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\0',
    '\ud800',
    '__proto__',
    'constructor',
    '1e999',
    '-0',
    'NaN',
    '\u202e',
    '🏳️‍🌈',
    '%',
    '{{7*7}}',
  ),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 5 },
    nasty,
    fc.double(),
    fc.bigInt().map(Number),
    fc.constantFrom(null, true, false),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom('name', 'age', 'open', 'tags'), nasty), tie('any'), {
      maxKeys: 5,
    }),
  ),
})).any;
const type = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-8',
  'application/merge-patch+json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=b',
  'text/plain',
  ';;;',
);

test('no body, whatever it holds, makes a fault of ours', async () => {
  const server = withThings(makeServer());
  const bytes = fc.oneof(
    value.map((one) => Buffer.from(JSON.stringify(one) ?? '')),
    fc.uint8Array({ maxLength: 200 }).map((one) => Buffer.from(one)),
    fc
      .array(fc.tuple(nasty, nasty))
      .map((pairs) => Buffer.from(pairs.map((pair) => pair.join('=')).join('&'))),
  );
  await fc.assert(
    fc.asyncProperty(type, bytes, async (contentType, payload) => {
      const headers = { 'content-type': contentType };
      const answer = await server.inject({ method: 'POST', url: '/rest/things', headers, payload });
      expect(answer.statusCode).toBeLessThan(500);
      expect(() => answer.json()).not.toThrow();
    }),
    { numRuns: 400 },
  );
});

test('no address, whatever it holds, makes a fault of ours', async () => {
  const server = withThings(makeServer());
  // What a socket can carry in a request line: visible ASCII. The rest does not get past the parser of HTTP.
  const visible = fc.string({
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  });
  const segment = fc.oneof(
    visible,
    nasty.map((text) => encodeURI(text.toWellFormed())),
    fc.constant('%00'),
  );
  await fc.assert(
    fc.asyncProperty(
      segment,
      segment,
      fc.constantFrom('GET', 'HEAD', 'PUT', 'OPTIONS'),
      async (path, query, method) => {
        const answer = await server.inject({ method, url: `/rest/things/${path}?flag=${query}&${query}` });
        expect(answer.statusCode).toBeLessThan(500);
      },
    ),
    { numRuns: 400 },
  );
});
