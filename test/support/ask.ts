import { type Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** As a client names the site; `localhost` without it. */
  readonly host?: string;
  /** `Token …` or `Bearer …`. */
  readonly authorization?: string;
  /** Goes out as JSON. */
  readonly body?: unknown;
  /** Keeps connections; without one each request has its own. */
  readonly agent?: Agent;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** One request, by a port of the loopback or a socket file. Fails where none is. */
export function ask(at: { port: number } | { socketPath: string }, asked: Asked): Promise<Answer> {
  const { method = 'GET', path, host = 'localhost', authorization, body, agent = false } = asked;
  const headers = {
    host,
    ...(authorization !== undefined && { authorization }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', ...at, method, path, headers, agent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('error', reject);
      answer.on('end', () => {
        const status = answer.statusCode ?? 0;
        resolve({ status, headers: answer.headers, body: parsed(text) });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
