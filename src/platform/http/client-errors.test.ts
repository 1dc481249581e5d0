import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { serveHealth } from './health.ts';
import { makeServer } from './http.test-support.ts';
import { listen } from './listen.ts';

describe('broken HTTP', () => {
  test.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['headers beyond the bound', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
    ['an address beyond the bound', `GET /${'a'.repeat(70_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 414],
    ['two lengths', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx', 400],
    ['a strange method', 'PROPFIND /healthz HTTP/1.1\r\nhost: x\r\n\r\n', 405],
  ])('%s gets its status', async (_name, bytes, status) => {
    const server = makeServer();
    serveHealth(server, { installation: 'abc', version: '1' });
    const port = Number(new URL(await listen(server, { host: '127.0.0.1', port: 0 }, 'x')).port);
    const answer = await exchange(port, bytes);
    expect(answer.split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('"request_id"');
  });
});

/** Sends bytes and answers what comes back until there is a whole problem document. */
function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk;
      if (!text.endsWith('}')) return;
      socket.destroy();
      resolve(text);
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}
