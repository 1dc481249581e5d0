import { request } from 'node:http';

/** What came of a step: a page, or an answer to a page's script. */
export interface Seen {
  readonly url: URL;
  readonly status: number;
  readonly html: string;
  /** Of JSON; null otherwise. */
  readonly body: unknown;
}

/** A person at a browser of their own, with its cookies, over real HTTP. */
export interface Visitor {
  /** Opens a link as it stands in a letter. */
  open(url: string): Promise<Seen>;
  /** Fills in the form of a page and presses its button. Fails where a field is not of the form, or left empty. */
  press(page: Seen, written?: Readonly<Record<string, string>>): Promise<Seen>;
  /** Sends JSON as the script of a page of that very origin does. */
  call(method: 'GET' | 'POST', url: string, body?: unknown): Promise<Seen>;
}

const page = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

/** Opens a browser. Names of hosts count as `Host` only: everything goes to the loopback. */
export function openVisitor(): Visitor {
  const jar = new Map<string, Map<string, string>>();

  async function send(method: string, url: URL, headers: Record<string, string>, body?: string) {
    const cookies = jar.get(url.hostname) ?? new Map<string, string>();
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const seen = await exchange(
      method,
      url,
      { host: url.host, 'accept-language': 'en', ...headers, ...(cookie !== '' && { cookie }) },
      body,
    );
    for (const line of seen.cookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    jar.set(url.hostname, cookies);
    return { url, status: seen.status, html: seen.text, body: seen.body };
  }

  return {
    open: (url) => send('GET', new URL(url), { ...page, 'sec-fetch-site': 'cross-site' }),
    press(from, written = {}) {
      const { action, fields } = formOf(from.html);
      const empty = fields.filter(({ name, value }) => !(written[name] ?? value));
      const strange = Object.keys(written).filter((name) => !fields.some((field) => field.name === name));
      if (empty.length + strange.length > 0)
        throw new Error(`Left empty: ${JSON.stringify(empty)}; not of the form: ${strange}.`);
      const sent = fields.map(({ name, value }): [string, string] => [name, written[name] ?? value]);
      const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
      const to = new URL(action, from.url);
      return send('POST', to, { ...page, ...form }, new URLSearchParams(sent).toString());
    },
    call: (method, url, body) =>
      send(
        method,
        new URL(url),
        {
          accept: 'application/json',
          'sec-fetch-site': 'same-origin',
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        body === undefined ? undefined : JSON.stringify(body),
      ),
  };
}

/** The only form of a page: where it is sent, and its fields with what stands in them. */
function formOf(html: string): { action: string; fields: { name: string; value: string }[] } {
  const forms = [...html.matchAll(/<form method="post"(?: action="([^"]*)")?>(.*?)<\/form>/gs)];
  const [, action = '', inside = ''] = forms[0] ?? [];
  if (forms.length !== 1 || !/<button type="submit">/.test(inside))
    throw new Error(`Not one form with a button in ${html}`);
  const fields = [...inside.matchAll(/<input ([^>]*)>/g)].map(([, attributes = '']) => ({
    name: /\bname="([^"]*)"/.exec(attributes)?.[1] ?? '',
    value: /\bvalue="([^"]*)"/.exec(attributes)?.[1] ?? '',
  }));
  return { action, fields };
}

function exchange(method: string, url: URL, headers: Record<string, string>, body?: string) {
  return new Promise<{ status: number; text: string; body: unknown; cookies: readonly string[] }>(
    (resolve, reject) => {
      const at = { host: '127.0.0.1', port: url.port, path: url.pathname + url.search, agent: false };
      const outgoing = request({ ...at, method, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        answer.on('error', reject).on('end', () => {
          const isJson = String(answer.headers['content-type']).includes('json');
          const cookies = answer.headers['set-cookie'] ?? [];
          resolve({
            status: answer.statusCode ?? 0,
            text,
            body: isJson && text !== '' ? JSON.parse(text) : null,
            cookies,
          });
        });
      });
      outgoing.on('error', reject).end(body);
    },
  );
}
