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
    { weight: 2, arbitrary: file.map(inForm) },
    { weight: 1, arbitrary: noBody },
  );
}

function inForm(file: string | Buffer): SentBody {
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="p.csv"\r\n\r\n';
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: Buffer.concat([Buffer.from(head), Buffer.from(file), Buffer.from('\r\n--x--\r\n')]),
  };
}

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
