import type { Page } from 'playwright-core';
import { type Browsing, noBrowser, openBrowsing } from './browser.ts';
import { type Mailbox, openMailbox, type ReceivedLetter } from './mailbox.ts';
import { type MusterPlace, type MusterProcess, openMusterPlace } from './muster-process.ts';

/** A running `muster serve` with its mail server, and people at real browsers. */
export interface Journey extends Browsing {
  readonly place: MusterPlace;
  readonly server: MusterProcess;
  readonly mailbox: Mailbox;
  /** An address on a tenant's host: `http://<slug>.localhost:<port><path>`; null: the default site. */
  at(slug: string | null, path: string): string;
  /** The next letter to somebody, and the link in it. */
  letterTo(email: string): Promise<{ readonly letter: ReceivedLetter; readonly link: string }>;
}

/** Opens everything a journey needs; null where there is no browser. */
export async function openJourney(): Promise<Journey | null> {
  if (noBrowser !== null) return null;
  const mailbox = await openMailbox();
  const place = await openMusterPlace({ MUSTER_THROTTLE: 'off', SMTP_URL: mailbox.url });
  const [browsing, server] = await Promise.all([openBrowsing(), place.start('serve').begun()]);
  return {
    ...browsing,
    place,
    server,
    mailbox,
    at: (slug, path) => `http://${slug === null ? '' : `${slug}.`}localhost:${place.port}${path}`,
    async letterTo(email) {
      const letter = await mailbox.next(({ envelopeTo }) => envelopeTo.includes(email), 20_000);
      const link = /^https?:\/\/\S+$/m.exec(letter.text ?? '')?.[0] ?? '';
      return { letter, link };
    },
    async close() {
      await browsing.close();
      await place.remove();
      await mailbox.close();
    },
  };
}

export interface Person {
  readonly username: string;
  readonly role: 'member' | 'staff' | 'admin' | 'owner';
  readonly site?: string;
}

export const password = 'Seven red balloons over town';

/** Makes an account by the command line, as an operator does: its password is `password`. */
export async function makePerson({ place }: Journey, { username, role, site }: Person): Promise<void> {
  const names = [username, '--email', `${username}@example.com`, '--name', nameOf(username)];
  const at = site === undefined ? [] : ['--site', site];
  const args = ['account', 'create', ...names, '--role', role, ...at, '--password', password];
  await place.done(...args);
}

/** `amy-lee` is Amy Lee. */
function nameOf(username: string): string {
  return username.replaceAll(
    /(^|-)(.)/g,
    (_, gap: string, letter: string) => `${gap && ' '}${letter.toUpperCase()}`,
  );
}

/** Signs somebody in by the page, and waits until they are in. @param name as the page greets them */
export async function signIn(
  page: Page,
  address: string,
  login: string,
  name: string = nameOf(login),
): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Username or e-mail address').fill(login);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('banner').getByRole('button', { name }).waitFor();
}
