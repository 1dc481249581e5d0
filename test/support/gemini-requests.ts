import type { Account } from '../../src/modules/identity/types.ts';
import type { HeldFestival } from './held-festival.ts';

/** Routes of the Gemini API that anyone may call, each with what keeps tenants apart there instead of a credential. */
export const openGeminiRoutes: Readonly<Record<string, string>> = {
  ...allBeing('the client and its secret, of the tenant of the host', [
    'POST /api/oauth/token',
    'POST /api/oauth/revoke',
    'POST /api/oauth/introspect',
    'POST /api/users/create',
  ]),
  'GET /.well-known/oauth-authorization-server': 'a list of addresses',
  ...allBeing('the secret of the path or the body, of the tenant of the host', [
    'GET /api/users/confirm/:token',
    'POST /api/users/confirm/:token',
    'POST /api/users/reset-password',
  ]),
  'POST /api/users/forgot-password': 'answers everybody the same; writes to people of the tenant of the host',
  ...allBeing('cities of the tenant of the host', [
    'GET /api/cities',
    'GET /api/cities/:slug',
    ...[
      '',
      '/festivals',
      '/genres',
      '/venue-types',
      '/neighbourhoods',
      '/rain-options',
      '/virtual-options',
    ].map((path) => `GET /api/city/current${path}`),
  ]),
  ...allBeing('the id of the picture, of the tenant of the host', [
    'GET /api/artists/avatar/:id',
    'GET /api/cities/:slug/logo/:id',
  ]),
  ...allBeing('the public programme of the tenant of the host', [
    ...['simple', 'streams'].flatMap((feed) =>
      ['', ':festival_id/'].flatMap((of) =>
        ['', '/:page'].map((page) => `GET /api/cities/events/${of}${feed}${page}`),
      ),
    ),
    ...['artists', 'venues', 'simple.csv', 'simple.geojson', 'simple.ics'].flatMap((list) =>
      ['', ':festival_id/'].map((of) => `GET /api/cities/events/${of}${list}`),
    ),
    ...['artists', 'venues'].flatMap((side) =>
      ['', '/:page', '.ics'].map((page) => `GET /api/${side}/:id/events${page}`),
    ),
  ]),
};

const isGeminis =
  /^\/api\/(oauth|artists?|venues?|city|cities|convos|events|selfmatch)(\/|$)|^\/api\/users\/(create|forgot-password|reset-password|confirm\/:token|:id(\/(delete|events|resend-confirmation).*)?)$/;

interface Around {
  readonly admin: Account;
  readonly member: Account;
  readonly number: number;
  /** Secrets of links by the beginning of their page's path. */
  readonly links: Readonly<Record<string, string>>;
}

/** What the Gemini API calls by names of its own, and what it means by names that others have. */
export function geminiValues(
  { name }: { readonly name: string },
  path: string,
  held: HeldFestival,
  { admin, member, number, links }: Around,
): readonly unknown[] | undefined {
  if (!isGeminis.test(path)) return undefined;
  const named: Readonly<Record<string, readonly unknown[]>> = {
    id: [idOf(path, held, admin)],
    user_id: [path.startsWith('/api/convos/') ? held.host.uuid : admin.uuid],
    artist_id: [held.artist],
    venue_id: [held.venue],
    festival_id: [held.festival],
    match_for: [held.venue],
    slug: path === '/api/cities/new' ? [`city${number}`] : [held.citySlug],
    site: [held.bareSite],
    key: [freeKeyOf(path, held) ?? `key${number}`],
    ids: [[held.booking]],
    page: ['1'],
    per_page: ['10'],
    email: [`fresh${number}@example.com`, member.email],
    username: [member.email],
    password: ['seven red balloons'],
    grant_type: ['password'],
    scope: ['profile venue', ['profile', 'performer']],
    token: [
      links[path.includes('/confirm/') ? '/confirm_email/' : '/password-reset/confirm/'] ?? 'x'.repeat(22),
    ],
    phone: ['+1 716 555 0100'],
    zip_code: ['14303'],
    has_accepted_terms: [true],
    timezone: ['America/Chicago'],
    locale: ['en_US'],
    genres: [['folk'], ['Pop']],
    genre: ['folk'],
    venue_type: path.startsWith('/api/venue') ? ['garden'] : ['Garden'],
    neighbourhood: ['Downtown'],
    rain_option: ['ignored'],
    virtual_option: ['in_person'],
    start_time: ['2027-06-21T18:00:00'],
    end_time: ['2027-06-21T19:00:00'],
    registration_closes_at: [null, '2027-06-20T18:00:00'],
    matchmaking_closes_at: [null, '2027-06-20T19:00:00'],
    status: ['confirmed', 'accepted'],
    image_url: [null],
    avatar_id: [held.picture],
    // Each side of a self-match is named in one way only.
    ...(path.startsWith('/api/selfmatch') && { artist: [undefined], venue: [undefined] }),
    accent_colour: ['#112233'],
    primary_button_colour: ['#112233'],
    secondary_button_colour: ['#112233'],
    near: ['43.07,-89.4'],
    radius_km: ['10'],
    bbox: ['-90,40,-80,50'],
    from: ['2027-06-21T08:00:00'],
    to: ['2027-06-21T21:00:00'],
    updated_since: ['2026-01-01T00:00:00Z'],
    available_from: ['2027-06-21T08:00:00'],
    available_to: ['2027-06-21T09:00:00'],
  };
  const webAddress = /(^|_)url$/.test(name) ? ['https://example.org/'] : undefined;
  return named[name] ?? webAddress;
}

function idOf(path: string, held: HeldFestival, admin: Account): string {
  if (path.includes('/avatar/')) return held.picture;
  if (path.includes('/logo/')) return held.logo;
  if (path.startsWith('/api/artists')) return held.artist;
  if (path.startsWith('/api/venues')) return held.venue;
  if (path.startsWith('/api/events')) return isForAgreed.test(path) ? held.agreed : held.booking;
  if (path.startsWith('/api/convos')) return path.endsWith('/unarchive') ? held.archived : held.conversation;
  return admin.uuid;
}

/** What whoever runs the city may do with a booking only once both sides have accepted (contract §8). */
const isForAgreed = /\/(cancel|approve|deny|suggest-changes|delete)$|^\/api\/events\/:id$/;

/** An entry of what may be chosen that no profile names; of a path that names none null. */
function freeKeyOf(path: string, { neighbourhood }: HeldFestival): string | null {
  const list = /\/([\w-]+)\/:key$/.exec(path)?.[1];
  const free: Readonly<Record<string, string>> = {
    genres: 'opera',
    'venue-types': 'field',
    neighbourhoods: neighbourhood,
    'rain-options': 'moved',
    'virtual-options': 'virtual',
  };
  return free[list ?? ''] ?? null;
}

function allBeing(reason: string, routes: readonly string[]): Record<string, string> {
  return Object.fromEntries(routes.map((route) => [route, reason]));
}
