import fc from 'fast-check';
import { peopleFile } from '../support/workshop-requests.ts';
import { hostileText, mediaTypes } from './hostile-values.ts';

/** A body with the headers that go with it. */
export interface SentBody {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | undefined;
}

export const noBody = fc.constant<SentBody>({ headers: {}, body: undefined });

/** Files of people: good cells, hostile cells, and bytes that are no table; as the body or in a form. */
export function hostileFiles(): fc.Arbitrary<SentBody> {
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('Ada', 'Zoë', '4A', '', 'a|b', '"x;y"') },
    { weight: 2, arbitrary: hostileText },
  );
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 4 }).map(peopleFile);
  const file = fc.oneof(
    { weight: 6, arbitrary: table },
    { weight: 2, arbitrary: fc.constantFrom(...brokenFiles) },
  );
  return fc.oneof(
    { weight: 5, arbitrary: file.map((body) => ({ headers: { 'content-type': 'text/csv' }, body })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(file, fc.constantFrom(...mediaTypes))
        .map(([body, type]) => ({ headers: { 'content-type': type }, body })),
    },
    { weight: 2, arbitrary: file.map((body) => inForm(body)) },
    { weight: 1, arbitrary: noBody },
  );
}

/**
 * Pictures as they should be, cut off, with bytes turned or claiming a size of their own, and what is no picture; as the
 * body or in a form, of one part or of several.
 */
export function hostilePictures(good: Buffer): fc.Arbitrary<SentBody> {
  const turned = fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })).map(([at, byte]) => {
    const bytes = Buffer.from(good);
    bytes[at] = byte;
    return bytes;
  });
  const cut = fc.nat({ max: good.length }).map((length) => good.subarray(0, length));
  const picture = fc.oneof(
    { weight: 3, arbitrary: fc.constant(good) },
    { weight: 2, arbitrary: turned },
    { weight: 1, arbitrary: cut },
    { weight: 2, arbitrary: fc.constantFrom(...brokenPictures) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  );
  const type = fc.constantFrom('image/jpeg', 'image/png', 'application/x-www-form-urlencoded', ...mediaTypes);
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.tuple(picture, type).map(([body, sent]) => ({ headers: { 'content-type': sent }, body })),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(picture, fc.integer({ min: 1, max: 3 }))
        .map(([body, parts]) => inForm(body, parts)),
    },
    { weight: 1, arbitrary: noBody },
  );
}

function inForm(file: string | Buffer, parts = 1): SentBody {
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="p.csv"\r\n\r\n';
  const part = [Buffer.from(head), Buffer.from(file), Buffer.from('\r\n')];
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: Buffer.concat([...Array.from({ length: parts }, () => part).flat(), Buffer.from('--x--\r\n')]),
  };
}

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>';

/** Files that are no picture we take, or that claim to be larger than anybody can draw. */
const brokenPictures: readonly (string | Buffer)[] = [
  '',
  'GIF89a',
  svg,
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  Buffer.from('89504e470d0a1a0a0000000d494844527fffffff7fffffff080600000000000000', 'hex'),
  Buffer.from('474946383961ffffffff800000ffffff0000002c00000000ffffffff0002024401003b', 'hex'),
  Buffer.from('52494646ffffff7f574542505650382000000000', 'hex'),
];

/** Files that are no table, or one that no spreadsheet writes. */
const brokenFiles: readonly (string | Buffer)[] = [
  '',
  ';',
  '\r\n\r\n',
  '\ufeffNaam;Klas\r\n',
  'Naam\r\n"open',
  'Naam;Naam\r\na;b',
  'Naam;Identificatie\r\na;same\r\nb;same',
  `Naam\r\n${'x'.repeat(70_000)}`,
  `${';'.repeat(20_000)}\r\n${';'.repeat(20_000)}`,
  `Naam\r\n${'a\r\n'.repeat(3_000)}`,
  Buffer.from([0, 1, 2, 255, 254]),
  Buffer.from('Naam;Klas\r\nZo\u00eb;4A', 'latin1'),
  Buffer.from('\ufeffNaam;Klas\r\nZo\u00eb;4A', 'utf16le'),
  Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]),
];
