import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { packageFolder } from '../../src/installation.ts';
import { type BrowserTest, noBrowser, openBrowserTest } from '../../test/support/browser.ts';
import { appPages, enter, type Opened, serverPages, settle } from '../../test/support/every-page.ts';
import { type FilledTenant, fillTenant } from '../../test/support/filled-tenant.ts';
import { readmePictures } from './readme-pictures.ts';

const words = (process.env.MUSTER_SCREENSHOTS ?? '').split(' ').filter((word) => word !== '');
const widths = [360, 768, 1440];

/** Not a test, but run as one: the database and the server of the tests come from its setup. */
test('pictures are taken', async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  const at = await openBrowserTest({ throttles: null });
  try {
    const filled = await fillTenant(at.muster);
    const taken = words.includes('--readme') ? await pictureReadme(at, filled) : await pictureAll(at, filled);
    expect(taken).toBeGreaterThan(0);
  } finally {
    await at.close();
  }
});

/** @returns how many pages were taken */
async function pictureAll(at: BrowserTest, filled: FilledTenant): Promise<number> {
  const folder = join(packageFolder, 'screenshots');
  if (words.length === 0) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const pages = [...(await appPages(filled)), ...(await serverPages(at.muster, filled))].filter(
    ({ path }) => words.length === 0 || words.some((word) => path.includes(word)),
  );
  for (const opened of pages) {
    await withPage(at, filled, opened, async (page) => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        await settle(page);
        const name = `${opened.name}.${opened.opener}.${width}.png`;
        await page.screenshot({ path: join(folder, name), fullPage: true, animations: 'disabled' });
      }
    });
  }
  return pages.length;
}

/** Small ones, of a palette: they are part of every clone. */
async function pictureReadme(at: BrowserTest, filled: FilledTenant): Promise<number> {
  const folder = join(packageFolder, 'docs/pictures');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const pictures = readmePictures(await appPages(filled), await serverPages(at.muster, filled));
  for (const { name, width, page: opened } of pictures) {
    const picture = await withPage(at, filled, opened, async (page) => {
      await page.setViewportSize({ width, height: 800 });
      await settle(page);
      return page.screenshot({ animations: 'disabled' });
    });
    await sharp(picture)
      .png({ palette: true, colours: 64, effort: 10 })
      .toFile(join(folder, `${name}.png`));
  }
  return pictures.length;
}

async function withPage<T>(
  at: BrowserTest,
  filled: FilledTenant,
  { path, opener }: Opened,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const { page } = await at.visit({ width: 1280 });
  try {
    await enter(at, filled, page.context(), opener);
    await page.goto(`${at.origin(filled.at)}${path}`);
    return await work(page);
  } finally {
    await page.context().close();
  }
}
