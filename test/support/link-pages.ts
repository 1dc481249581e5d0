import type { TestApp, TestLetter, TestSite } from './app.ts';

/** What a browser shows and sends, for the pages that letters open. */
export interface LinkPages {
  /** Opens a path as a browser does; `language` is what it wishes for. */
  open(path: string, language?: string): ReturnType<LinkPages['send']>;
  /** Sends the form of a page. */
  send(
    path: string,
    fields?: Readonly<Record<string, string>>,
    language?: string,
  ): Promise<{ status: number; html: string; headers: Readonly<Record<string, unknown>> }>;
}

export function browse(muster: TestApp, at: TestSite): LinkPages {
  const headersOf = (language?: string) => ({
    host: at.host,
    ...(language !== undefined && { 'accept-language': language }),
  });
  return {
    async open(path, language) {
      const answer = await muster.server.inject({ url: path, headers: headersOf(language) });
      return { status: answer.statusCode, html: answer.body, headers: answer.headers };
    },
    async send(path, fields = {}, language) {
      const headers = { ...headersOf(language), 'content-type': 'application/x-www-form-urlencoded' };
      const payload = new URLSearchParams(fields).toString();
      const answer = await muster.server.inject({ method: 'POST', url: path, headers, payload });
      return { status: answer.statusCode, html: answer.body, headers: answer.headers };
    },
  };
}

/** The path of the link that a letter carries. */
export function pathInLetter(letter: TestLetter | undefined): string {
  const link = /^https?:\/\/\S+$/m.exec(letter?.text ?? '')?.[0];
  if (link === undefined) throw new Error(`No link in the letter: ${letter?.text}`);
  return new URL(link).pathname;
}

/** The path of the link in the newest letter to an address; letters of one moment have no order. */
export async function newestLink(muster: TestApp, at: TestSite, address: string): Promise<string> {
  const letters = await muster.letters(at);
  return pathInLetter(letters.filter((letter) => letter.to_address === address).at(-1));
}
