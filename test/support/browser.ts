import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { packageFolder } from '../../src/installation.ts';
import { buildWebIfStale } from '../../src/platform/web-build.ts';
import { openTestApp, type TestApp, type TestSite } from './app.ts';

const program = '/usr/bin/chromium';
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Why browser tests cannot run here; null: they can. `context.skip(noBrowser)` */
export const noBrowser: string | null = existsSync(program)
  ? null
  : `no ${program} on this machine (Debian: apt-get install chromium)`;

export interface Visit {
  readonly page: Page;
  /** What the console complained of, and what scripts threw, so far. */
  readonly complaints: readonly string[];
}

export interface Browsing {
  readonly browser: Browser;
  /** A page of a browser profile of its own: no cookies, no cache. */
  visit(options?: {
    readonly width?: number;
    readonly locale?: string;
    readonly dark?: boolean;
    /** A further tab of this profile instead, as wide and in the language that its first one was. */
    readonly profile?: BrowserContext;
  }): Promise<Visit>;
  close(): Promise<void>;
}

export interface BrowserTest extends Browsing {
  readonly muster: TestApp;
  /** `http://<slug>.localhost:<port>`, which Chromium resolves itself. */
  origin(at: TestSite): string;
}

/** A listening server with the built pages, and a real browser. Only where `noBrowser` is null. */
export async function openBrowserTest(options?: Parameters<typeof openTestApp>[0]): Promise<BrowserTest> {
  const browsing = await openBrowsing();
  const muster = await openTestApp(options);
  await muster.server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = addressOf(muster);
  return {
    ...browsing,
    muster,
    origin: (at) => `http://${at.site.hosts[0]}:${port}`,
    async close() {
      await browsing.close();
      await muster.close();
    },
  };
}

/** The built pages, and a real browser to open them with from whatever server. Only where `noBrowser` is null. */
export async function openBrowsing(): Promise<Browsing> {
  await buildWebIfStale(packageFolder);
  const browser = await chromium.launch({ executablePath: program, args: flags });
  return {
    browser,
    async visit({ width = 1024, locale = 'en', dark = false, profile } = {}) {
      const colorScheme = dark ? 'dark' : 'light';
      const viewport = { width, height: 800 };
      const context =
        profile ?? (await browser.newContext({ viewport, locale, colorScheme, reducedMotion: 'reduce' }));
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      return { page, complaints };
    },
    close: () => browser.close(),
  };
}

/** What axe-core finds wrong on the page as it is now: one line a violation, with the elements. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: judge } = globalThis as unknown as { readonly axe: typeof axe };
    const { violations } = await judge.run({ resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.html) }));
  });
  return found.map(({ id, help, at }) => `${id}: ${help}: ${at.join(' | ')}`);
}

function addressOf({ server }: TestApp): AddressInfo {
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.');
  return address;
}
