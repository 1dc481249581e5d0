import type { Page } from 'playwright-core';
import { sessionCookie } from '../../src/apis/callers.ts';
import type { Account } from '../../src/modules/identity/types.ts';
import { openBrowserTest } from './browser.ts';
import { type FestivalTown, openFestivalTown } from './festival-v1.ts';

/** Somebody's browser on the pages of the festival. */
export interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
  /** Opens a page below `/app` and waits until it is drawn. */
  go(path: string, heading: string): Promise<void>;
}

export interface FestivalBrowser {
  readonly town: FestivalTown;
  /** Opens a browser of its own. @param who null: nobody signed in */
  enter(who: Account | null, width?: number): Promise<Opened>;
  close(): Promise<void>;
}

/** A town with a festival, and browsers for its people. Only where `noBrowser` is null. */
export async function openFestivalBrowser(): Promise<FestivalBrowser> {
  const browser = await openBrowserTest();
  const town = await openFestivalTown(browser.muster);
  const origin = browser.origin(town.at);
  return {
    town,
    async enter(who, width = 1024) {
      const { page, complaints } = await browser.visit({ width });
      if (who) {
        const value = await town.muster.sessionToken(town.at, who);
        await page.context().addCookies([{ name: sessionCookie, value, url: origin }]);
      }
      return {
        page,
        complaints,
        async go(path, heading) {
          await page.goto(`${origin}/app${path}`);
          await page.getByRole('heading', { level: 1, name: heading }).waitFor();
          await page.getByRole('status').filter({ hasText: 'Loading' }).waitFor({ state: 'detached' });
        },
      };
    },
    close: () => browser.close(),
  };
}
