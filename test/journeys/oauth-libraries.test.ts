import { createRequire } from 'node:module';
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../support/app.ts';
import { city } from '../support/festival.ts';
import { createUser, makeClient, type TestClient, usualPassword } from '../support/gemini-people.ts';
import { canImport, runPython } from '../support/python.ts';

vi.setConfig({ testTimeout: 30_000 });

/** Standard OAuth2 libraries against the running server, which they know by its discovery document alone. */
let muster: TestApp;
let nf: TestSite;
let client: TestClient;
let person: { token: string; user: { id: string } };
let origin: string;
const email = 'ada@example.org';

beforeAll(async () => {
  muster = await openTestApp();
  nf = muster.home;
  await city(nf, { slug: 'nf' });
  const boss = await muster.account(nf, { username: 'boss', role: 'admin' });
  client = await makeClient(nf, ['password', 'client_credentials'], boss.id);
  person = await createUser(muster, nf, client, email);
  origin = await muster.server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => muster.close());

const login = { username: email, password: usualPassword, scope: 'profile performer venue' };

async function whoIs(token: string): Promise<string> {
  const answer = await fetch(`${origin}/api/users/${person.user.id}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const body: unknown = await answer.json();
  return answer.ok ? String(new Map(Object.entries(Object(body))).get('email')) : String(answer.status);
}

describe('openid-client', () => {
  const discover = (secret = client.clientSecret, how = openid.ClientSecretBasic(secret)) =>
    openid.discovery(new URL(origin), client.clientId, secret, how, {
      algorithm: 'oauth2',
      execute: [openid.allowInsecureRequests],
    });

  test('signs a person in, looks at the token and revokes it', async () => {
    const config = await discover();
    expect(config.serverMetadata().issuer).toBe(origin);
    const answer = await openid.genericGrantRequest(config, 'password', login);
    expect(answer).toMatchObject({ token_type: 'bearer', scope: login.scope, expires_in: 86_400 });
    expect(await whoIs(answer.access_token)).toBe(email);
    const looked = await openid.tokenIntrospection(config, answer.access_token);
    expect(looked).toMatchObject({
      active: true,
      client_id: client.clientId,
      sub: person.user.id,
      iss: origin,
    });
    await openid.tokenRevocation(config, answer.access_token);
    expect(await whoIs(answer.access_token)).toBe('401');
    expect((await openid.tokenIntrospection(config, answer.access_token)).active).toBe(false);
  });

  test('takes the client in the body, and acts for itself by client_credentials', async () => {
    const { clientSecret } = client;
    const config = await discover(clientSecret, openid.ClientSecretPost(clientSecret));
    const answer = await openid.clientCredentialsGrant(config, { scope: 'profile' });
    expect(answer.scope).toBe('profile city admin');
    expect(await whoIs(answer.access_token)).toBe(email);
  });

  test('understands what is refused', async () => {
    const config = await discover();
    const wrong = openid.genericGrantRequest(config, 'password', { ...login, password: 'wrong' });
    await expect(wrong).rejects.toMatchObject({ error: 'invalid_grant', status: 400 });
    const odd = openid.genericGrantRequest(config, 'password', { ...login, scope: 'root' });
    await expect(odd).rejects.toMatchObject({ error: 'invalid_scope' });
    const stranger = openid.genericGrantRequest(await discover('wrong'), 'password', login);
    await expect(stranger).rejects.toMatchObject({ status: 401 });
  });
});

describe('oauth4webapi', () => {
  test('finds the endpoints, signs in, looks and revokes', async () => {
    const insecure = { [oauth.allowInsecureRequests]: true };
    const issuer = new URL(origin);
    const found = await oauth.discoveryRequest(issuer, { ...insecure, algorithm: 'oauth2' });
    const server = await oauth.processDiscoveryResponse(issuer, found);
    const me = { client_id: client.clientId };
    const proof = oauth.ClientSecretBasic(client.clientSecret);
    const asked = await oauth.genericTokenEndpointRequest(server, me, proof, 'password', login, insecure);
    const tokens = await oauth.processGenericTokenEndpointResponse(server, me, asked);
    expect(await whoIs(tokens.access_token)).toBe(email);
    const looked = await oauth.processIntrospectionResponse(
      server,
      me,
      await oauth.introspectionRequest(server, me, proof, tokens.access_token, insecure),
    );
    expect(looked).toMatchObject({ active: true, scope: login.scope });
    const revoked = await oauth.revocationRequest(server, me, proof, tokens.access_token, insecure);
    await oauth.processRevocationResponse(revoked);
    expect(await whoIs(tokens.access_token)).toBe('401');
  });
});

describe('simple-oauth2', () => {
  // It has no types.
  const { ResourceOwnerPassword } = createRequire(import.meta.url)('simple-oauth2');

  test.each([
    ['/oauth2/access_token', 'form', 'header'],
    ['/oauth2/access_token', 'json', 'body'],
    // The document's own endpoint: 201, with the flat copies.
    ['/api/oauth/token', 'form', 'header'],
    ['/api/oauth/token', 'json', 'body'],
  ])(
    'signs in at %s with a %s and the client in the %s, and revokes',
    async (tokenPath, bodyFormat, method) => {
      const library = new ResourceOwnerPassword({
        client: { id: client.clientId, secret: client.clientSecret },
        auth: { tokenHost: origin, tokenPath, revokePath: '/api/oauth/revoke' },
        options: { bodyFormat, authorizationMethod: method },
      });
      const made = await library.getToken(login);
      expect(made.token).toMatchObject({ token_type: 'Bearer', scope: login.scope });
      expect(made.expired()).toBe(false);
      expect(await whoIs(made.token.access_token)).toBe(email);
      await made.revoke('access_token');
      expect(await whoIs(made.token.access_token)).toBe('401');
      await expect(library.getToken({ ...login, password: 'wrong' })).rejects.toThrow('400');
    },
  );
});

describe('requests-oauthlib', () => {
  test.skipIf(!canImport('requests_oauthlib'))(
    'signs in at both endpoints [needs python3-requests-oauthlib]',
    async () => {
      const script = `
import json, os, sys
from oauthlib.oauth2 import LegacyApplicationClient
from requests_oauthlib import OAuth2Session
origin, client_id, client_secret, username, password, user = sys.argv[1:]
os.environ['OAUTHLIB_INSECURE_TRANSPORT'] = '1'
found = OAuth2Session(client_id).get(
    origin + '/.well-known/oauth-authorization-server', withhold_token=True).json()
answers = []
for token_url in (found['token_endpoint'], origin + '/api/oauth/token'):
    client = LegacyApplicationClient(client_id=client_id, scope=['profile', 'venue'])
    session = OAuth2Session(client=client)
    token = session.fetch_token(token_url=token_url, username=username, password=password,
                                client_id=client_id, client_secret=client_secret)
    me = session.get(origin + '/api/users/' + user)
    answers.append([token['token_type'], token['expires_in'], list(token['scope']), me.status_code, me.json()['email']])
print(json.dumps(answers))
`;
      const { clientId, clientSecret } = client;
      const args = [origin, clientId, clientSecret, email, usualPassword, person.user.id];
      const printed = await runPython(['-c', script, ...args]);
      const answer = ['Bearer', 86_400, ['profile', 'venue'], 200, email];
      expect(JSON.parse(printed)).toEqual([answer, answer]);
    },
  );
});
