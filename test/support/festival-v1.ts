import type { Artist, City, Festival, Venue } from '../../src/modules/festival/types.ts';
import type { Account } from '../../src/modules/identity/types.ts';
import { openTestApp, type TestApp, type TestSite } from './app.ts';
import { artist, city, festival, runCity, venue } from './festival.ts';

/** A city with a festival, and people around it. */
export interface FestivalTown {
  readonly muster: TestApp;
  readonly at: TestSite;
  readonly of: City;
  readonly day: Festival;
  /** Owns the artist. */
  readonly ann: Account;
  /** Owns the venue. */
  readonly bob: Account;
  /** Runs the city. */
  readonly cat: Account;
  /** Owns nothing. */
  readonly dan: Account;
  readonly band: Artist;
  readonly bar: Venue;
  /** Sends a request to the plain API. @param who null: nobody known */
  ask(who: Account | null, method: Method, path: string, body?: object, headers?: Headers): Promise<Told>;
  /** As `ask`, on another tenant, by somebody who owns it. */
  askElsewhere(method: Method, path: string, body?: object): Promise<Told>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Headers = Readonly<Record<string, string>>;

export interface Told {
  readonly status: number;
  /** Looked into by the tests, each its own way. */
  readonly body: ReturnType<typeof JSON.parse>;
  readonly headers: Readonly<Record<string, unknown>>;
  /** SQL statements that it took. */
  readonly statements: number;
}

/** Opens the server with two tenants, each with a city and a festival. @param opened a server that is open already */
export async function openFestivalTown(opened?: TestApp): Promise<FestivalTown> {
  const muster = opened ?? (await openTestApp());
  const [at, beta] = [await muster.site('alpha'), await muster.site('beta')];
  const [of, other] = [await city(at), await city(beta)];
  const day = await festival(at, of);
  await festival(beta, other);
  const person = (username: string) => muster.account(at, { username });
  const [ann, bob, cat, dan] = [
    await person('ann'),
    await person('bob'),
    await person('cat'),
    await person('dan'),
  ];
  await runCity(at, of, cat);
  const stranger = await muster.account(beta, { username: 'eve', role: 'owner' });
  const tokens = new Map<number, string>();
  for (const one of [ann, bob, cat, dan]) tokens.set(one.id, await muster.sessionToken(at, one));
  const strange = await muster.sessionToken(beta, stranger);

  const send = async (
    host: string,
    token: string | undefined,
    method: Method,
    path: string,
    body?: object,
    headers: Headers = {},
  ): Promise<Told> => {
    muster.statements.length = 0;
    const answer = await muster.server.inject({
      method,
      url: `/api/v1${path}`,
      headers: { host, ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
      ...(body && { payload: body }),
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      body: isJson ? answer.json() : answer.rawPayload,
      headers: answer.headers,
      statements: muster.statements.length,
    };
  };
  return {
    muster,
    at,
    of,
    day,
    ann,
    bob,
    cat,
    dan,
    band: await artist(at, of, ann, { name: 'The Band' }),
    bar: await venue(at, of, bob, { name: 'The Bar' }),
    ask: (who, method, path, body, headers) =>
      send(at.host, who ? tokens.get(who.id) : undefined, method, path, body, headers),
    askElsewhere: (method, path, body) => send(beta.host, strange, method, path, body),
  };
}
