import type { BrowserContext, Page } from 'playwright-core';
import { sessionCookie } from '../../src/apis/callers.ts';
import { visitCookie } from '../../src/apis/v1/auth.ts';
import { makeFirstOwnerLink } from '../../src/modules/identity/links.ts';
import type { TestApp } from './app.ts';
import type { BrowserTest } from './browser.ts';
import type { FilledTenant } from './filled-tenant.ts';
import { newestLink } from './link-pages.ts';
import { type Opener, openers, readPageTable } from './page-table.ts';
import { isRecord } from './route-requests.ts';

/** A page at its address, and who opens it. */
export interface Opened {
  /** The same in each run, such as `app-people-uuid`. */
  readonly name: string;
  readonly path: string;
  readonly opener: Opener | 'participant';
}

/** What stands for the parameters of the app's pages, by the path of the route table. A new page needs a line here. */
const parameters: Readonly<Record<string, (filled: FilledTenant) => string>> = {
  '/people/$uuid': ({ callers }) => `/people/${callers.member.uuid}`,
  '/invitations/$secret': ({ invitation }) => `/invitations/${invitation}`,
  '/events/$id': ({ events }) => `/events/${events.eventId}`,
  '/events/$id/workshops': ({ events }) => `/events/${events.eventId}/workshops`,
  '/events/$id/participants': ({ events }) => `/events/${events.eventId}/participants`,
  '/events/$id/import': ({ events }) => `/events/${events.eventId}/import`,
  '/events/$id/undecided': ({ events }) => `/events/${events.eventId}/undecided`,
  '/participants/$id': ({ events }) => `/participants/${events.participantId}`,
  '/learning/courses/$key': ({ learning }) => coursePath(learning, ''),
  '/learning/courses/$key/people': ({ learning }) => coursePath(learning, '/people'),
  '/learning/courses/$key/codes': ({ learning }) => coursePath(learning, '/codes'),
  '/learning/courses/$key/figures': ({ learning }) => coursePath(learning, '/figures'),
  '/learning/code-batches/$uuid': ({ learning }) => `/learning/code-batches/${learning.batchId}`,
  '/calendar/artists/$uuid': ({ festival }) => `/calendar/artists/${festival.artist}`,
  '/calendar/venues/$uuid': ({ festival }) => `/calendar/venues/${festival.venue}`,
  '/festival/artists/$uuid': ({ festival }) => `/festival/artists/${festival.artist}`,
  '/festival/venues/$uuid': ({ festival }) => `/festival/venues/${festival.venue}`,
  '/festival/ask/$artist/$venue': ({ festival }) => `/festival/ask/${festival.artist}/${festival.venue}`,
  '/festival/bookings/$uuid': ({ festival }) => `/festival/bookings/${festival.booking}`,
  '/festival/conversations/$uuid': ({ festival }) => `/festival/conversations/${festival.conversation}`,
  '/settings/sites/$id': ({ at }) => `/settings/sites/${at.site.id}`,
  '/letters/$id': ({ letter }) => `/letters/${letter}`,
  '/jobs/$uuid': ({ job }) => `/jobs/${job}`,
};

const coursePath = ({ courseKey }: FilledTenant['learning'], rest: string) =>
  `/learning/courses/${encodeURIComponent(courseKey)}${rest}`;

/** Pages that show each something else, or what is of somebody: whom. */
const alsoFor: Readonly<Record<string, readonly Opener[]>> = {
  '/': openers,
  '/festival/venues/$uuid': ['member', 'admin'],
  '/festival/office': ['member', 'staff'],
  '/festival/office/festivals': ['member', 'staff'],
  '/festival/office/lists': ['member', 'staff'],
  '/jobs/$uuid': ['member', 'staff'],
};

/** The pages of the app, each as the weakest who may open it, and as those for whom it differs. */
export async function appPages(filled: FilledTenant): Promise<readonly Opened[]> {
  const table = await readPageTable();
  const pages = table.flatMap(({ path, opener }): Opened[] => {
    const page = { name: nameOf(`/app${path}`), path: `/app${addressOf(path, filled)}` };
    return (alsoFor[path] ?? [opener]).map((one) => ({ ...page, opener: one }));
  });
  const choosing = { name: 'app-choose', path: '/app/choose' };
  return [...pages, { ...choosing, opener: 'nobody' }, { ...choosing, opener: 'participant' }];
}

function nameOf(path: string): string {
  return path.replaceAll(/[^a-z]+/gi, '-').replaceAll(/^-|-$/g, '') || 'home';
}

function addressOf(path: string, filled: FilledTenant): string {
  if (!path.includes('$')) return path;
  const fill = parameters[path];
  if (!fill)
    throw new Error(`The page ${path} is new: say in ${import.meta.filename} what stands for its parameter.`);
  return fill(filled);
}

/** The pages that the server makes itself, found in the document of its routes. */
export async function serverPages(muster: TestApp, filled: FilledTenant): Promise<readonly Opened[]> {
  const { body } = await muster.server.inject({ url: '/api/docs/json', headers: { host: muster.home.host } });
  const document: unknown = JSON.parse(body);
  const paths = isRecord(document) && isRecord(document.paths) ? document.paths : {};
  const secrets = await openLinks(muster, filled);
  return Object.entries(paths)
    .filter(([path, operations]) => !path.startsWith('/api/') && isPage(operations))
    .flatMap(([path]) => {
      const fill = secrets[path];
      if (fill === undefined)
        throw new Error(`The page ${path} is new: say in ${import.meta.filename} how it is opened.`);
      return fill.map(
        (one, at): Opened => ({
          name: nameOf(`${path} ${at === 0 ? '' : 'dead'}`),
          path: one,
          opener: 'nobody',
        }),
      );
    });
}

function isPage(operations: unknown): boolean {
  return (
    JSON.stringify(operations).includes('"tags":["pages"]') && isRecord(operations) && 'get' in operations
  );
}

/** By the path of the document: addresses at which each page has something to show. */
async function openLinks(
  muster: TestApp,
  { at, callers, learning, events, invitation }: FilledTenant,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { identity } = muster.services;
  const firstOwner = await at.context.transaction((tx) => makeFirstOwnerLink(tx, identity, at.site));
  const activation = await newestLink(muster, at, 'yet.to.come@example.com');
  return {
    '/': ['/'],
    '/activate/{secret}': [activation, '/activate/none-such'],
    '/password_reset_confirm/{secret}': ['/password_reset_confirm/none-such'],
    '/password-reset/confirm/{uid}/{secret}/': [`/password-reset/confirm/${callers.member.uuid}/none-such/`],
    '/invitation/{secret}': [`/invitation/${invitation}`],
    '/confirm_email/{secret}': ['/confirm_email/none-such'],
    '/first_owner/{secret}': [new URL(firstOwner).pathname],
    '/certificates/{uuid}': [`/certificates/${learning.certificate}`],
    '/courses/{key}/about': [`/courses/${encodeURIComponent(learning.courseKey)}/about`],
    '/events/{name}': [`/events/${events.eventName}`],
    '/calendar': ['/calendar'],
  };
}

/** Waits until the page has drawn what it had to ask for: its heading is there, nothing loads any more. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const loading = page.locator('[role=status], [aria-busy=true]').filter({ hasText: /…\s*$/ });
  await loading.first().waitFor({ state: 'detached' });
  // What was drawn last may ask for more in its first frame.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

/** Signs the browser in as that person, by the cookie that a sign-in would set. */
export async function enter(
  { muster, origin }: BrowserTest,
  { at, callers, events }: FilledTenant,
  context: BrowserContext,
  opener: Opened['opener'],
): Promise<void> {
  if (opener === 'nobody') return;
  const [name, value] =
    opener === 'participant'
      ? [visitCookie, events.visit]
      : [sessionCookie, await muster.sessionToken(at, callers[opener])];
  await context.addCookies([{ name, value, url: origin(at), httpOnly: true, sameSite: 'Lax' }]);
}
