import { expect, test } from 'vitest';
import { fromBase32, hotp, otpauthUri, stepAt, stepOfCode, toBase32 } from './totp.ts';

const key = Buffer.from('12345678901234567890');

test('codes are those of RFC 4226, appendix D', () => {
  const codes = Array.from({ length: 10 }, (_, counter) => hotp(key, counter));
  expect(codes).toEqual([
    '755224',
    '287082',
    '359152',
    '969429',
    '338314',
    '254676',
    '287922',
    '162583',
    '399871',
    '520489',
  ]);
});

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at second %d the code is the last six digits of RFC 6238, appendix B', (second, code) => {
  const moment = new Date(second * 1000);
  expect(hotp(key, stepAt(moment))).toBe(code);
  expect(stepOfCode(key, code, moment)).toBe(stepAt(moment));
});

test('a code counts one step early and one late, and no further', () => {
  const at = (second: number) => stepOfCode(key, hotp(key, 100), new Date(second * 1000));
  expect([at(2969), at(2970), at(3059), at(3060)]).toEqual([null, 100, 100, null]);
});

test('a text of another length is no code', () => {
  expect([stepOfCode(key, '', new Date(60_000)), stepOfCode(key, '7552240', new Date(60_000))]).toEqual([
    null,
    null,
  ]);
});

test('base 32 is that of RFC 4648, §10, without padding, and leads back', () => {
  const texts = {
    f: 'MY',
    fo: 'MZXQ',
    foo: 'MZXW6',
    foob: 'MZXW6YQ',
    fooba: 'MZXW6YTB',
    foobar: 'MZXW6YTBOI',
  };
  for (const [plain, coded] of Object.entries(texts)) {
    expect(toBase32(Buffer.from(plain))).toBe(coded);
    expect(fromBase32(coded).toString()).toBe(plain);
  }
});

test('the address names issuer and account, whatever signs are in them', () => {
  const uri = otpauthUri('MZXW6', { issuer: 'Art & Co: Köln', account: 'ann+x@example.org' });
  expect(uri.startsWith('otpauth://totp/Art%20%26%20Co%3A%20K%C3%B6ln:ann%2Bx%40example.org?')).toBe(true);
  expect(Object.fromEntries(new URL(uri).searchParams)).toEqual({
    secret: 'MZXW6',
    issuer: 'Art & Co: Köln',
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
});
