import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSchool, type School } from '../../../test/support/workshop-school.ts';
import type { WorkshopsAnswer } from '../../../test/support/workshops-client.ts';
import { errorShape } from './errors.ts';
import { sayRefusal } from './texts.ts';

let school: School;

beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.muster.close());

const sentenceOf = ({ body }: WorkshopsAnswer) => {
  expect(body).toMatchObject({ description: expect.any(String), message: expect.any(String) });
  const { description, message } = JSON.parse(JSON.stringify(body));
  expect(message).toBe(description);
  return description;
};

test('every refusal is JSON and says its sentence twice, as description and as message', async () => {
  const { anyone, manager } = school;
  const answers: readonly (readonly [number, WorkshopsAnswer])[] = [
    [400, await manager.post('/events', { name: '' })],
    [401, await anyone.get('/auth/login')],
    [403, await (await school.guest(await school.event())).post('/events', { name: 'x' })],
    [404, await anyone.get('/events/987654')],
    [404, await anyone.get('/events/1/nothing')],
    [404, await anyone.get('/auth/nothing')],
    [404, await anyone.get('/registrations')],
    [404, await anyone.get('/export/nothing')],
    [405, await anyone.delete('/auth/config')],
    [406, await anyone.get('/events', { accept: 'text/html' })],
    [409, await manager.post('/events', { name: (await school.event()).name })],
  ];
  for (const [status, answer] of answers) {
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/json');
    sentenceOf(answer);
  }
});

test('malformed JSON is 400, another media type 415, too much 413', async () => {
  const { muster, at } = school;
  const post = async (type: string, payload: string) => {
    const headers = { host: at.host, 'content-type': type };
    const { statusCode, body } = await muster.server.inject({
      method: 'POST',
      url: '/auth/login',
      headers,
      payload,
    });
    sentenceOf({ status: statusCode, body: JSON.parse(body), bytes: Buffer.alloc(0), headers: {} });
    return statusCode;
  };
  expect(await post('application/json', '{"credential": ')).toBe(400);
  expect(await post('text/plain', 'credential')).toBe(415);
  expect(await post('application/json', JSON.stringify({ credential: 'x'.repeat(2_000_000) }))).toBe(413);
});

test('a 405 names the methods, a 401 how to sign in', async () => {
  const wrong = await school.anyone.delete('/auth/config');
  expect(String(wrong.headers.allow).split(', ').sort()).toEqual(['GET', 'HEAD', 'OPTIONS']);
  const stranger = await school.anyone.get('/auth/login');
  expect(stranger.headers['www-authenticate']).toBe('Bearer realm="workshops"');
});

describe('the language', () => {
  test.each([
    [undefined, 'The key or password is wrong.'],
    ['fr', 'The key or password is wrong.'],
    ['nl-BE,nl;q=0.9,en;q=0.5', 'De toegangscode of het wachtwoord is fout.'],
    ['de-AT', 'Der Schlüssel oder das Passwort ist falsch.'],
  ])('Accept-Language %s is answered in it, else in English', async (wish, sentence) => {
    const headers: Record<string, string> = wish === undefined ? {} : { 'accept-language': wish };
    const answer = await school.anyone.post('/auth/login', { credential: 'x', admin_login: 0 }, headers);
    expect(sentenceOf(answer)).toBe(sentence);
  });

  test("who wishes for none gets the site's", async () => {
    const { muster } = school;
    const dutch = await muster.site('dutch', { language: 'nl' });
    const { body } = await muster.server.inject({ url: '/events/7', headers: { host: dutch.host } });
    expect(JSON.parse(body)).toMatchObject({ message: 'Dit evenement bestaat niet.' });
  });

  test('what is told by field is told in the same language there', async () => {
    const guest = await school.guest(await school.event());
    const answer = await school.manager.post(
      '/auth/change_admin_password',
      { old_password: 'x', new_password: 'y' },
      { 'accept-language': 'nl' },
    );
    const sentence = sentenceOf(answer);
    expect(sentence).toContain('hoofdletter');
    expect(answer.body).toMatchObject({ errors: { new_password: [sentence] } });
    const empty = await guest.put(
      `/registrations/user/${guest.id}`,
      { workshop_ids: [] },
      { 'accept-language': 'de' },
    );
    expect(empty.body).toMatchObject({ errors: { workshop_ids: [sentenceOf(empty)] } });
  });

  test('a throttled one is told for how long', () => {
    expect(sayRefusal('nl', 'request.throttled', 42)).toBe(
      'Te veel pogingen. Probeer het over 42 seconden opnieuw.',
    );
  });
});

test('a fault of ours is 500 without its innards, and 503 tells that nothing was changed', () => {
  const fault = {
    status: 500,
    code: 'server.fault',
    kind: undefined,
    message: 'Something went wrong on our side.',
    fields: {},
    detail: {},
    violations: [],
    requestId: 'x',
    retryAfter: undefined,
    allow: undefined,
    method: 'GET',
    path: '/events',
    languages: ['nl'],
  };
  expect(errorShape.render(fault)).toMatchObject({
    status: 500,
    body: { message: 'Bij ons ging iets mis.' },
  });
  const away = { ...fault, status: 503, code: 'database.unavailable', kind: 'unavailable' as const };
  expect(errorShape.render(away)).toMatchObject({
    status: 503,
    body: { message: expect.stringContaining('er is niets veranderd') },
  });
});
