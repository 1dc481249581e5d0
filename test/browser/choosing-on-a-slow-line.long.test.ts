import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserTest, noBrowser, openBrowserTest } from '../support/browser.ts';
import { participant, workshopEvent } from '../support/workshops.ts';

let opened: BrowserTest | undefined;
beforeAll(async () => {
  if (noBrowser === null) opened = await openBrowserTest();
});
afterAll(() => opened?.close());

/** Of a telephone at the edge of its net. */
const line = { bitsPerSecond: 1_600_000, milliseconds: 150 };
const key = 'SLOW2345';

/** Milliseconds from the address to a page on which one can choose, on an empty cache. @param slow the line's limits */
async function timeToUse(test: BrowserTest, url: string, slow: typeof line | null): Promise<number> {
  const { page } = await test.visit({ width: 360 });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  if (slow) {
    const bytes = slow.bitsPerSecond / 8;
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: slow.milliseconds,
      downloadThroughput: bytes,
      uploadThroughput: bytes,
    });
  }
  const begun = performance.now();
  await page.goto(`${url}#key=${key}`, { waitUntil: 'commit' });
  const choice = page.getByLabel('Workshop 1', { exact: true });
  await choice.check();
  const took = performance.now() - begun;
  await page.context().close();
  return took;
}

test('on a line of 1.6 Mbit/s and 150 ms one can choose within two seconds', async (context) => {
  if (!opened) return context.skip(noBrowser ?? '');
  const { muster } = opened;
  const alpha = await muster.site('alpha');
  const event = await workshopEvent(alpha, {
    workshops: Array.from({ length: 30 }, (_, at) => ({
      title: `Workshop ${at}`,
      moment: `Moment ${at % 3}`,
      description: 'An afternoon with things that one can do with one’s hands. '.repeat(3),
      capacity: 20,
    })),
  });
  await participant(muster, alpha, event, { key });
  const url = `${opened.origin(alpha)}/app/choose`;
  // What this machine needs by itself, with as many others on it as there are, does not count as the line's.
  const fast = Math.min(await timeToUse(opened, url, null), await timeToUse(opened, url, null));
  const slow = Math.min(await timeToUse(opened, url, line), await timeToUse(opened, url, line));
  console.log(`usable after ${Math.round(slow)} ms; without the line's limits after ${Math.round(fast)} ms`);
  expect(slow - fast).toBeGreaterThan(line.milliseconds);
  expect(slow - Math.max(0, fast - 500)).toBeLessThan(2_000);
});
