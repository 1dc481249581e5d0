import { describe, expect, test } from 'vitest';
import { makeServer, withThings } from './http.test-support.ts';

const LONG_SEGMENT = '/rest/things/<1100 letters>';
const LONG_QUERY = '/rest/things/1?a=<9000 letters>';

describe('requests', () => {
  test('a sane request id is taken over and echoed, a strange one replaced', async () => {
    const server = withThings(makeServer());
    const ask = (id: string) => server.inject({ url: '/rest/things/1', headers: { 'x-request-id': id } });
    expect((await ask('abc-123')).headers['x-request-id']).toBe('abc-123');
    expect((await ask('a b<script>')).headers['x-request-id']).toMatch(/^[0-9a-f]{16}$/);
  });

  test('JSON is judged as sent: no conversion, no removal, null stays null', async () => {
    const server = withThings(makeServer());
    const send = (payload: object) => server.inject({ method: 'POST', url: '/rest/things', payload });
    expect((await send({ name: 'a', age: null, extra: [1] })).json()).toEqual({
      name: 'a',
      age: null,
      extra: [1],
    });
    const refused = await send({ name: 5, age: '7', open: 'yes' });
    expect(refused.statusCode).toBe(400);
    expect(Object.keys(refused.json().fields)).toEqual(['name', 'age', 'open']);
  });

  test('a missing body is told field by field', async () => {
    const server = withThings(makeServer());
    const answer = await server.inject({ method: 'POST', url: '/rest/things' });
    expect([answer.statusCode, answer.json().fields]).toEqual([400, { name: ['is required'] }]);
  });

  test('a form is converted to the types of the schema', async () => {
    const server = withThings(makeServer());
    const send = (payload: string) =>
      server.inject({
        method: 'POST',
        url: '/rest/things',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload,
      });
    expect((await send('name=J%C3%B3+x&age=7&open=Yes&tags=a&tags=b')).json()).toEqual({
      name: 'Jó x',
      age: 7,
      open: true,
      tags: ['a', 'b'],
    });
    expect((await send('name=5&age=&tags[1]=a&tags[0]=b')).json()).toEqual({
      name: '5',
      age: null,
      tags: ['a', 'b'],
    });
    expect((await send('name=a&tags=one')).json()).toEqual({ name: 'a', tags: ['one'] });
    expect((await send('name=a&name=b')).statusCode).toBe(400);
  });

  test('multipart fields are a form, a file is refused by its field', async () => {
    const server = withThings(makeServer());
    const send = async (form: FormData) => {
      const request = new Request('http://x/', { method: 'POST', body: form });
      const headers = { 'content-type': request.headers.get('content-type') ?? '' };
      const payload = Buffer.from(await request.arrayBuffer());
      return server.inject({ method: 'POST', url: '/rest/things', headers, payload });
    };
    const form = new FormData();
    form.append('name', 'é');
    form.append('tags', 'a');
    expect((await send(form)).json()).toEqual({ name: 'é', tags: ['a'] });
    form.append('photo', new Blob(['x']), 'x.png');
    const refused = await send(form);
    expect([refused.statusCode, refused.json().fields]).toEqual([
      400,
      { photo: ['Files are not accepted here.'] },
    ]);
  });

  test('a query takes booleans in any spelling and refuses what is no number', async () => {
    const server = withThings(makeServer());
    for (const word of ['true', 'TRUE', '1', 'Yes', 'on'])
      expect((await server.inject(`/rest/things/1?flag=${word}`)).json()).toEqual({ id: 1, flag: true });
    for (const bad of [
      'page=Infinity',
      'page=0x10',
      'page=1&page=2',
      'page=',
      'flag=perhaps',
      'page=99999999999999999',
    ])
      expect((await server.inject(`/rest/things/1?${bad}`)).statusCode).toBe(400);
  });

  test('a path parameter that fits no resource is 404', async () => {
    const server = withThings(makeServer());
    expect((await server.inject('/rest/things/abc')).statusCode).toBe(404);
  });

  test.each([
    ['malformed JSON', '{"name":', 'application/json', 400],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'application/json', 400],
    ['a NUL in a text', '{"name":"a\\u0000b"}', 'application/json', 400],
    ['a NUL in a key', '{"na\\u0000me":"a"}', 'application/json', 400],
    ['a lone surrogate', '{"name":"\\ud800"}', 'application/json', 400],
    ['a __proto__ key', '{"name":"a","__proto__":{"x":1}}', 'application/json', 400],
    ['a deep list', `{"name":"a","tags":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'application/json', 400],
    ['a number beyond all bounds', '{"name":"a","age":1e999}', 'application/json', 400],
    ['a form with broken percents', 'name=%zz', 'application/x-www-form-urlencoded', 400],
    ['a form with broken UTF-8', 'name=%ff', 'application/x-www-form-urlencoded', 400],
    ['a form with a NUL', 'name=a%00', 'application/x-www-form-urlencoded', 400],
    ['a form with a __proto__', '__proto__=a&name=b', 'application/x-www-form-urlencoded', 400],
    ['multipart without its boundary', 'x', 'multipart/form-data', 400],
    [
      'multipart cut off',
      '--b\r\nContent-Disposition: form-data; name="a"',
      'multipart/form-data; boundary=b',
      400,
    ],
    ['plain text', 'hello', 'text/plain', 415],
    ['another charset', '{"name":"a"}', 'application/json; charset=utf-16', 415],
    ['no media type', 'hello', '', 415],
    ['an oversize body', `{"name":"${'a'.repeat(2_000_000)}"}`, 'application/json', 413],
  ])('%s is a 4xx in the shape of the API', async (_name, payload, type, status) => {
    const server = withThings(makeServer());
    const headers = type === '' ? {} : { 'content-type': type };
    const answer = await server.inject({ method: 'POST', url: '/rest/things', headers, payload });
    expect([answer.statusCode, Object.keys(answer.json())]).toEqual([status, ['detail', 'fields']]);
  });

  test('the field that holds a NUL is named', async () => {
    const server = withThings(makeServer());
    const headers = { 'content-type': 'application/json' };
    const payload = '{"name":"a","tags":["x","\\u0000"]}';
    const answer = await server.inject({ method: 'POST', url: '/rest/things', headers, payload });
    expect(answer.json().fields).toEqual({ 'tags.1': ['Null characters are not allowed.'] });
  });

  test.each([
    ['/rest/things/%zz', 400],
    ['/rest/things/%ff', 400],
    ['/rest/things/1?a=%zz', 400],
    ['/rest/things/1?a=%00', 400],
    ['/rest/things/1?a=%ff', 400],
    ['/rest/things/1?__proto__=1', 400],
    ['/rest/things/%00', 400],
    [LONG_SEGMENT, 414],
    [LONG_QUERY, 414],
  ])('the hostile address %s is %i in the shape of the API', async (name, status) => {
    const server = withThings(makeServer());
    const url = name.replace('<1100 letters>', 'a'.repeat(1100)).replace('<9000 letters>', 'a'.repeat(9000));
    const answer = await server.inject({ method: 'GET', url });
    expect([answer.statusCode, Object.keys(answer.json())]).toEqual([status, ['detail', 'fields']]);
  });

  test('a compressed body is refused rather than misread', async () => {
    const server = withThings(makeServer());
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const answer = await server.inject({ method: 'POST', url: '/rest/things', headers, payload: 'xx' });
    expect(answer.statusCode).toBe(415);
  });
});
