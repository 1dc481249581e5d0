import type { HeldFestival } from './held-festival.ts';

const isFestivals =
  /^\/api\/v1\/(cities|festivals|artists|venues|bookings|conversations|programme|pictures)(\/|$)/;

/** Routes of the festival in the plain API and its calendar that anyone may call, each with what keeps tenants apart there. */
export const openFestivalRoutes: Readonly<Record<string, string>> = {
  'GET /api/v1/cities': 'cities of the tenant of the host',
  'GET /api/v1/cities/:slug': 'cities of the tenant of the host',
  'GET /api/v1/cities/:slug/lookups': 'cities of the tenant of the host',
  'GET /api/v1/festivals': 'the city of the host',
  'GET /api/v1/pictures/artists/:uuid': 'the id of the picture, of the tenant of the host',
  'GET /api/v1/pictures/cities/:uuid': 'the id of the picture, of the tenant of the host',
  'GET /calendar': 'the public programme of the tenant of the host',
  'GET /api/v1/programme': 'the public programme of the tenant of the host',
};

/** What these routes call by names of their own. */
export function festivalValues(
  { name }: { readonly name: string },
  path: string,
  held: HeldFestival,
  number: number,
): readonly unknown[] | undefined {
  if (!isFestivals.test(path)) return undefined;
  const named: Readonly<Record<string, readonly unknown[]>> = {
    uuid: [uuidOf(path, held)],
    slug: [held.citySlug],
    artist_uuid: [held.artist],
    venue_uuid: [held.venue],
    artist: [held.artist],
    venue: [held.venue],
    fits: [path.includes('/artists') ? held.venue : held.artist],
    festival: [held.festival],
    list: ['neighbourhood'],
    key: [path.includes(':key') ? held.neighbourhood : `key${number}`],
    starts_at: ['2027-06-21T18:00', '2027-06-21T18:30'],
    ends_at: ['2027-06-21T19:00', '2027-06-21T19:30'],
    time_zone: ['America/New_York'],
    locale: ['en_US'],
    genres: [['folk']],
    venue_type: path.endsWith('/venues') || path.includes('/venues/') ? ['garden'] : ['Garden'],
    neighbourhood: ['downtown'],
    rain_option: ['ignored'],
    virtual_option: ['in_person'],
    action: ['approve'],
    status: ['accepted'],
    accent_colour: ['#112233'],
    primary_button_colour: ['#112233'],
    secondary_button_colour: ['#112233'],
    contact_email: [`fresh${number}@example.com`],
    ...urls,
  };
  return named[name];
}

const urls = Object.fromEntries(
  [
    'url',
    'facebook_url',
    'instagram_url',
    'twitter_url',
    'youtube_url',
    'soundcloud_url',
    'livestream_url',
  ].map((name) => [name, ['https://example.org/x', null]]),
);

function uuidOf(path: string, held: HeldFestival): string {
  if (path.includes('/pictures/artists/')) return held.picture;
  if (path.includes('/pictures/cities/')) return held.logo;
  if (path.includes('/festivals/')) return held.festival;
  if (path.includes('/artists/')) return held.artist;
  if (path.includes('/venues/')) return held.venue;
  return path.includes('/conversations/') ? held.conversation : held.agreed;
}
