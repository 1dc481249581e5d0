import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { axeViolations, type BrowserTest, noBrowser, openBrowserTest } from '../support/browser.ts';
import { appPages, enter, type Opened, serverPages, settle } from '../support/every-page.ts';
import { type FilledTenant, fillTenant } from '../support/filled-tenant.ts';

// Alone it takes half a minute; on a busy machine every page waits for its turn.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let browsing: BrowserTest | undefined;
let filled: FilledTenant;

beforeAll(async () => {
  if (noBrowser !== null) return;
  browsing = await openBrowserTest({ throttles: null });
  filled = await fillTenant(browsing.muster);
});
afterAll(() => browsing?.close());

test('every page of the app has a heading and a title, fits a phone, and neither axe nor the console complains', async (context) => {
  if (!browsing) return context.skip(noBrowser ?? '');
  expect(await walk(browsing, await appPages(filled))).toEqual([]);
});

test('so has every page that the server makes itself', async (context) => {
  if (!browsing) return context.skip(noBrowser ?? '');
  expect(await walk(browsing, await serverPages(browsing.muster, filled))).toEqual([]);
});

/** Opens each page at the width of a desk, then narrows its window to a phone's. @returns what is wrong, by page */
async function walk(at: BrowserTest, pages: readonly Opened[]): Promise<string[]> {
  const profiles = new Map<Opened['opener'], BrowserContext>();
  for (const opener of new Set(pages.map((page) => page.opener))) {
    const profile = await at.browser.newContext({ locale: 'en', reducedMotion: 'reduce' });
    await enter(at, filled, profile, opener);
    profiles.set(opener, profile);
  }
  const wrong: string[] = [];
  const left = [...pages];
  const visitNext = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { path, opener } = next;
      const profile = profiles.get(opener);
      const { page, complaints } = await at.visit({ ...(profile && { profile }) });
      const address = `${at.origin(filled.at)}${path}`;
      const faults = await faultsOf(page, address).catch((error: unknown) => [String(error)]);
      await page.close();
      wrong.push(
        ...[...faults, ...complaints.filter(isOwnFault)].map((fault) => `${path} (${opener}): ${fault}`),
      );
    }
  };
  await Promise.all([visitNext(), visitNext(), visitNext()]);
  await Promise.all([...profiles.values()].map((profile) => profile.close()));
  return wrong;
}

/** Some server pages answer 404 or 410 by their nature, and the browser remarks it. */
function isOwnFault(complaint: string): boolean {
  return !/status of (404|410)/.test(complaint);
}

/** How much wider than the window the page is, once what the narrower window changes is drawn: two seconds at most. */
const excessAtRest = `new Promise((tell) => {
  const end = performance.now() + 2000;
  const look = () => {
    const excess = document.documentElement.scrollWidth - innerWidth;
    if (excess <= 0 || performance.now() > end) tell(excess);
    else requestAnimationFrame(look);
  };
  look();
})`;

async function faultsOf(page: Page, address: string): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(address);
  await settle(page);
  const faults: string[] = [];
  const headings = await page.getByRole('heading', { level: 1 }).count();
  if (headings !== 1) faults.push(`it has ${headings} first headings`);
  if ((await page.title()).trim() === '') faults.push('it has no title');
  faults.push(...(await axeViolations(page)));
  await page.setViewportSize({ width: 360, height: 740 });
  await settle(page);
  const excess = await page.evaluate<number>(excessAtRest);
  if (excess > 0) faults.push(`at 360 pixels it is ${excess} too wide`);
  faults.push(...(await axeViolations(page)).map((violation) => `at 360 pixels ${violation}`));
  return faults;
}
