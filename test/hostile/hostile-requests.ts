import fc from 'fast-check';
import type { RouteEntry } from '../../src/platform/http/contract.ts';
import {
  bodyOf,
  isWrite,
  type Known,
  type Property,
  parametersOf,
  propertiesOf,
  valuesFor,
} from '../support/route-requests.ts';
import { peopleFile } from '../support/workshop-requests.ts';
import { hostileFiles, hostilePictures, noBody, type SentBody } from './hostile-files.ts';
import {
  brokenForms,
  brokenJson,
  hostileHeaders,
  hostileText,
  hostileValue,
  mediaTypes,
  pathEnds,
} from './hostile-values.ts';

export interface HostileRequest {
  readonly method: string;
  /** As it goes over the wire, query included. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | undefined;
}

/** What is attacked, and the keys that any of its routes knows: each may be sent to every other. */
export interface Prey extends Known {
  readonly names: readonly string[];
}

/** A request that means something, in as many forms as its names have values: the first are the likeliest to succeed. */
export function meantRequests(entry: RouteEntry, known: Prey, token: string): HostileRequest[] {
  return [0, 1, 2].map((choice) => {
    const pick = (property: Omit<Property, 'required'>) => {
      const values = valuesFor(property, entry.path, known);
      return values[choice] ?? values[0];
    };
    const query = propertiesOf(entry.schema?.querystring)
      .map((one): [string, unknown] => [one.name, pick(one)])
      .filter(([, value]) => value !== undefined)
      .map(([name, value]): [string, string] => [name, String(value)]);
    const path = withParameters(entry, (name) =>
      encodeURIComponent(String(pick({ name, schema: {}, isInPath: true }))),
    );
    const { kind, properties } = bodyOf(entry);
    const object = Object.fromEntries(properties.map((one) => [one.name, pick(one)]));
    const json = JSON.stringify(kind === 'list' ? [object] : object);
    const file =
      kind === 'file'
        ? { type: 'text/csv', body: peopleFile([['Ada', '4A', '', `key${known.fresh()}`]]) }
        : kind === 'picture'
          ? { type: 'image/jpeg', body: known.festival.bytes }
          : null;
    return {
      method: entry.method,
      path: query.length > 0 ? `${path}?${new URLSearchParams(query)}` : path,
      headers: {
        authorization: `Token ${token}`,
        'content-type': file?.type ?? 'application/json',
      },
      body: isWrite(entry) ? (file?.body ?? json) : undefined,
    };
  });
}

/** Requests to one route: valid, nearly valid, and hostile in each of their parts. */
export function hostileRequests(entry: RouteEntry, known: Prey, token: string): fc.Arbitrary<HostileRequest> {
  const authorization = fc.oneof(
    { weight: 6, arbitrary: fc.constant({ authorization: `Token ${token}` }) },
    { weight: 1, arbitrary: fc.constant({ authorization: `Bearer ${token}` }) },
    { weight: 1, arbitrary: fc.constant({}) },
  );
  const odd = fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constantFrom(...hostileHeaders) },
  );
  const method = fc.oneof(
    { weight: 14, arbitrary: fc.constant(entry.method) },
    { weight: 1, arbitrary: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS') },
  );
  const body = isWrite(entry)
    ? bodies(entry, known)
    : fc.oneof({ weight: 9, arbitrary: noBody }, bodies(entry, known));
  return fc.record({ authorization, odd, method, path: paths(entry, known), body }).map((parts) => ({
    method: parts.method,
    path: parts.path,
    headers: { ...parts.authorization, ...parts.body.headers, ...parts.odd },
    body: parts.body.body,
  }));
}

function bodies(entry: RouteEntry, known: Prey): fc.Arbitrary<SentBody> {
  const { kind, properties } = bodyOf(entry);
  if (kind === 'file') return hostileFiles();
  if (kind === 'picture') return hostilePictures(known.festival.bytes);
  const one = objects(properties, entry.path, known);
  if (kind === 'list') return lists(one);
  const meant = one;
  const asJson = (object: unknown, type = 'application/json') => ({
    headers: { 'content-type': type },
    body: JSON.stringify(object),
  });
  return fc.oneof(
    { weight: 8, arbitrary: meant.map((object) => asJson(object)) },
    { weight: 3, arbitrary: meant.map(asForm) },
    { weight: 1, arbitrary: meant.map(asMultipart) },
    { weight: 1, arbitrary: hostileValue.map((value) => asJson(value)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(meant, fc.constantFrom(...mediaTypes))
        .map(([object, type]) => asJson(object, type)),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(meant, fc.constantFrom(...brokenJson)).map(([object, breakIt]) => ({
        headers: { 'content-type': 'application/json' },
        body: breakIt(JSON.stringify(object)),
      })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...brokenForms).map((form) => ({
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: form,
      })),
    },
    { weight: 1, arbitrary: noBody },
  );
}

/** Lists of objects that are mostly good, and what is no such list. */
function lists(element: fc.Arbitrary<Readonly<Record<string, unknown>>>): fc.Arbitrary<SentBody> {
  const asJson = (value: unknown): SentBody => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
  const meant = fc.oneof(
    { weight: 3, arbitrary: element.map((one) => [one]) },
    { weight: 2, arbitrary: fc.array(element, { maxLength: 3 }) },
  );
  return fc.oneof(
    { weight: 8, arbitrary: meant.map(asJson) },
    { weight: 2, arbitrary: fc.array(hostileValue, { maxLength: 3 }).map(asJson) },
    { weight: 1, arbitrary: hostileValue.map(asJson) },
    { weight: 1, arbitrary: element.map(asForm) },
    {
      weight: 2,
      arbitrary: fc.tuple(meant, fc.constantFrom(...brokenJson)).map(([list, breakIt]) => ({
        headers: { 'content-type': 'application/json' },
        body: breakIt(JSON.stringify(list)),
      })),
    },
    { weight: 1, arbitrary: noBody },
  );
}

/** Objects with the keys of a schema: mostly good values, some hostile, some left out, now and then a stranger's key. */
function objects(
  properties: readonly Property[],
  path: string,
  known: Prey,
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const value = (property: Property) =>
    fc.oneof(
      {
        weight: 7,
        arbitrary: fc.nat({ max: 5 }).map((choice) => nth(valuesFor(property, path, known), choice)),
      },
      { weight: 2, arbitrary: hostileValue },
      ...nested(property),
    );
  const nested = ({ schema }: Property) => {
    const inner = schema.type === 'array' ? propertiesOf(schema.items) : [];
    const list = () => fc.array(objects(inner, path, known), { maxLength: 3 });
    return inner.length > 0 ? [{ weight: 4, arbitrary: list() }] : [];
  };
  const keys = Object.fromEntries(properties.map((property) => [property.name, value(property)]));
  const whole = fc.record(keys);
  const partial = fc.record(keys, { requiredKeys: [] });
  const strange = fc
    .tuple(whole, keysOf(known), hostileValue)
    .map(([object, key, one]) => ({ ...object, [key]: one }));
  return fc.oneof(
    { weight: 5, arbitrary: whole },
    { weight: 2, arbitrary: partial },
    { weight: 1, arbitrary: strange },
  );
}

/** Keys that a route may not know: of other routes, or any text. */
function keysOf({ names }: Prey): fc.Arbitrary<string> {
  return fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...names) }, hostileText);
}

function asForm(object: Readonly<Record<string, unknown>>): SentBody {
  const pairs = Object.entries(object).flatMap(([key, value]): [string, string][] =>
    Array.isArray(value) ? value.map((one) => [key, textOf(one)]) : [[key, textOf(value)]],
  );
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { headers, body: new URLSearchParams(pairs).toString() };
}

function asMultipart(object: Readonly<Record<string, unknown>>): SentBody {
  const parts = Object.entries(object).map(
    ([key, value]) =>
      `--x\r\nContent-Disposition: form-data; name="${key.replace(/["\r\n]/g, '')}"\r\n\r\n${textOf(value)}\r\n`,
  );
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: `${parts.join('')}--x--\r\n`,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function paths(entry: RouteEntry, known: Prey): fc.Arbitrary<string> {
  const names = parametersOf(entry.path);
  const parameter = (name: string) =>
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc
          .nat({ max: 3 })
          .map((choice) =>
            encoded(String(nth(valuesFor({ name, schema: {}, isInPath: true }, entry.path, known), choice))),
          ),
      },
      { weight: 2, arbitrary: hostileText.map(encoded) },
    );
  const parameters = fc.record(Object.fromEntries(names.map((name) => [name, parameter(name)])));
  const end = fc.oneof({ weight: 6, arbitrary: fc.constant('') }, fc.constantFrom(...pathEnds.map(sendable)));
  return fc.tuple(parameters, end, queries(entry, known)).map(([values, tail, query]) => {
    const path = withParameters(entry, (name) => values[name] ?? 'x');
    return path + tail + query;
  });
}

function queries(entry: RouteEntry, known: Prey): fc.Arbitrary<string> {
  const properties = propertiesOf(entry.schema?.querystring);
  const named = objects(properties, entry.path, known).map((object) => `?${asForm(object).body}`);
  const broken = fc.constantFrom(
    ...brokenForms.map((form) => `?${form.slice(0, 7_000)}`),
    `?${'x'.repeat(9_000)}`,
    '?',
    '??',
  );
  const strange = fc
    .array(fc.tuple(keysOf(known), hostileText), { minLength: 1, maxLength: 3 })
    .map((pairs) => `?${pairs.map((pair) => pair.map(encoded).join('=')).join('&')}`);
  if (properties.length === 0) {
    return fc.oneof({ weight: 12, arbitrary: fc.constant('') }, broken, strange);
  }
  return fc.oneof(
    { weight: 8, arbitrary: named },
    { weight: 3, arbitrary: fc.constant('') },
    broken,
    strange,
  );
}

function withParameters(entry: RouteEntry, fill: (name: string) => string): string {
  return entry.path.replace(/:([A-Za-z_]\w*)/g, (_, name: string) => fill(name)).replace(/\*$/, 'x');
}

/** Percent-encoded; a lone surrogate, which has no bytes, as the bytes it would have. */
function encoded(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : '%ed%a0%80';
}

/** What Node's client lets into a path. */
function sendable(text: string): string {
  return text.replace(/[^\x21-\xff]/g, '');
}

function nth(values: readonly unknown[], choice: number): unknown {
  return values[choice % values.length];
}
