import type { RouteEntry } from '../../src/platform/http/contract.ts';
import { routeTable } from '../../src/platform/http/route.ts';
import {
  bodyOf,
  fillPath,
  isWrite,
  type Known,
  ownRoutes,
  type Property,
  parametersOf,
  propertiesOf,
  valuesFor,
} from '../support/route-requests.ts';
import { peopleFile } from '../support/workshop-requests.ts';
import type { Populated, TwoTenants } from './two-tenants.ts';

export type Value = string | number;
export interface Filled {
  readonly url: string;
  /** An object, a list of objects, the text of a file, or the bytes of a picture. */
  readonly body: unknown;
}

/** A request that means something, with one place holding a given value. `existing` prefers things that are there. */
export function fill(
  entry: RouteEntry,
  known: Known,
  existing: boolean,
  place?: string,
  value?: Value,
): Filled {
  const pick = (
    property: { name: string; schema: Readonly<Record<string, unknown>>; isInPath?: boolean },
    part: string,
  ) => {
    if (place === `${part} ${property.name}`) return property.schema.type === 'array' ? [value] : value;
    const values = valuesFor(property, entry.path, known);
    return existing ? (values[1] ?? values[0]) : values[0];
  };
  const { params, querystring } = entry.schema ?? {};
  const schemas = new Map(propertiesOf(params).map((property) => [property.name, property.schema]));
  const filled = Object.fromEntries(
    parametersOf(entry.path).map((parameter) => [
      parameter,
      String(pick({ name: parameter, schema: schemas.get(parameter) ?? {}, isInPath: true }, 'path')),
    ]),
  );
  const query = propertiesOf(querystring)
    .filter((property) => property.required || place === `query ${property.name}`)
    .map((property): [string, string] => [property.name, String(pick(property, 'query'))]);
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : '';
  return {
    url: fillPath(entry.path, filled) + search,
    body: isWrite(entry)
      ? fillBody(entry, known, place, value, (property) => pick(property, 'body'))
      : undefined,
  };
}

function fillBody(
  entry: RouteEntry,
  known: Known,
  place: string | undefined,
  value: Value | undefined,
  pick: (property: Property) => unknown,
): unknown {
  const { kind, properties } = bodyOf(entry);
  if (kind === 'file') return peopleFile([['Ada', '4A', '', place === 'body file' ? String(value) : '']]);
  if (kind === 'picture') return known.festival.bytes;
  // Passwords cost a tenth of a second each and lead nowhere.
  const sent = properties.filter(({ name: key, required }) => required || key !== 'password');
  const object = Object.fromEntries(sent.map((one) => [one.name, pick(one)]));
  return kind === 'list' ? [object] : object;
}

/** Routes that only those with a credential may call. */
export function guardedRoutes({ muster }: TwoTenants): RouteEntry[] {
  return ownRoutes(routeTable(muster.server)).filter(({ caller }) => caller !== 'anyone');
}

export const nameOf = ({ method, path }: RouteEntry) => `${method} ${path}`;

/** Whose credential opens a route of the own tenant. */
export function callerOf({ caller }: RouteEntry): 'owner' | 'admin' {
  return caller !== 'anyone' && caller.every((kind) => kind === 'owner') ? 'owner' : 'admin';
}

/** Tokens of each kind's form that were never given out. */
export const unknownTokens = {
  api: 'ab12'.repeat(10),
  access: 'aB3d'.repeat(10),
  session: `x${'aB3d3f'.repeat(7)}`,
  jwt: `eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJ4In0.${'aB3d3f'.repeat(7)}A`,
};
/** What is there in a tenant, with numbers for fresh names that no request had before. */
export function knownOf({
  at,
  people,
  oauthClient,
  learning,
  comments,
  saas,
  fair,
  festival,
  errand,
}: Populated): Known {
  let count = 0;
  const fresh = () => {
    count += 1;
    return 10_000 + count;
  };
  return {
    at,
    admin: people.admin,
    member: people.member,
    oauthClient,
    learning,
    comments,
    saas,
    fair,
    festival,
    errand,
    links: {},
    fresh,
  };
}
