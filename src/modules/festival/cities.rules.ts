import { badCity, badLookup } from './refusals.ts';
import type { CityFacts, Festival, FestivalDraft, Lookup, LookupList } from './types.ts';

type Faults = Readonly<Record<string, readonly string[]>>;

/** Words of paths that no city may be named by (contract §1: `/api/cities/events/…`, `/api/cities/{slug}`). */
const reserved = ['events', 'current', 'new'];

/** What a new city is where nothing else is said. */
export const usualFacts: Omit<CityFacts, 'name' | 'timeZone'> = {
  country: 'USA',
  locale: 'en_US',
  url: null,
  contactUsUrl: null,
  latitude: 0,
  longitude: 0,
  mapZoomLevel: null,
  accentColour: '#f58220',
  primaryButtonColour: '#0072bc',
  secondaryButtonColour: '#6d6e71',
  font: null,
  facebookUrl: null,
  instagramUrl: null,
  twitterUrl: null,
  youtubeUrl: null,
  terms: null,
  welcomeBlurb: '',
  venueDefaultAda: false,
  venueDefaultHasPiano: false,
  isActive: true,
  isPaused: false,
};

/** Refuses a slug that is none, or a word of the API's paths. */
export function requireCitySlug(slug: string): void {
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(slug))
    throw badCity({ slug: ['A slug has 1 to 63 lower-case letters, digits and hyphens.'] });
  if (reserved.includes(slug)) throw badCity({ slug: [`The slug "${slug}" is reserved.`] });
}

/** Refuses a city whose facts are not as they must be, with every fault by its field. */
export function requireCityFacts(facts: CityFacts, isTimeZone: (name: string) => boolean): void {
  const faults: Record<string, readonly string[]> = {};
  const check = (field: keyof CityFacts, fits: boolean, allowed: string) => {
    if (!fits) faults[field] = [allowed];
  };
  check('name', /^\S(.{0,198}\S)?$/su.test(facts.name), 'Allowed: 1 to 200 characters.');
  check(
    'country',
    facts.country.trim().length > 0 && facts.country.length <= 100,
    'Allowed: 1 to 100 characters.',
  );
  check('locale', /^[a-z]{2,3}(_[A-Z]{2})?$/.test(facts.locale), 'Allowed: a locale such as en_US.');
  check('timeZone', isTimeZone(facts.timeZone), 'Allowed: a time zone such as America/New_York.');
  check('latitude', Math.abs(facts.latitude) <= 90, 'Allowed: -90 to 90.');
  check('longitude', Math.abs(facts.longitude) <= 180, 'Allowed: -180 to 180.');
  const zoom = facts.mapZoomLevel;
  check(
    'mapZoomLevel',
    zoom === null || (Number.isInteger(zoom) && zoom >= 0 && zoom <= 24),
    'Allowed: 0 to 24.',
  );
  for (const field of ['accentColour', 'primaryButtonColour', 'secondaryButtonColour'] as const)
    check(field, /^#[0-9a-f]{6}$/i.test(facts[field]), 'Allowed: a colour such as #0072bc.');
  const addresses = [
    'url',
    'contactUsUrl',
    'facebookUrl',
    'instagramUrl',
    'twitterUrl',
    'youtubeUrl',
  ] as const;
  for (const field of addresses) check(field, isAddress(facts[field]), addressAllowed);
  check('terms', (facts.terms ?? '').length <= 100_000, 'Allowed: 100 000 characters at most.');
  check('welcomeBlurb', facts.welcomeBlurb.length <= 20_000, 'Allowed: 20 000 characters at most.');
  if (Object.keys(faults).length > 0) throw badCity(faults);
}

export const addressAllowed =
  'Allowed: an address that begins with http:// or https://, 2 000 characters at most.';

/** Whether it is an address of the web, or none. */
export function isAddress(text: string | null): boolean {
  return text === null || (text.length <= 2000 && /^https?:\/\/[^\s/?#]+\S*$/i.test(text));
}

/** Refuses an entry that is none: a key of small letters, a label that says something. */
export function requireLookup({ key, label, district }: Lookup): void {
  const faults: Record<string, readonly string[]> = {};
  if (!/^[a-z0-9][a-z0-9_-]{0,62}$/.test(key))
    faults.key = ['Allowed: 1 to 63 lower-case letters, digits, "_" and "-".'];
  if (label.trim() === '' || label.length > 200) faults.label = ['Allowed: 1 to 200 characters.'];
  if ((district ?? '').length > 200) faults.district = ['Allowed: 200 characters at most.'];
  if (Object.keys(faults).length > 0) throw badLookup(faults);
}

/** A key made of a label: `Bar, Café, or Restaurant` → `bar_cafe_or_restaurant`. @param ascii of the label */
export function keyOf(ascii: string): string {
  const key = ascii.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  return key.replace(/^_+|_+$/g, '').slice(0, 63);
}

/** What is wrong with a festival, by field. @param longest milliseconds */
export function festivalFaults(draft: Omit<Festival, 'id' | 'uuid' | 'cityId' | 'launchedAt'>): Faults {
  const faults: Record<string, readonly string[]> = {};
  const { startsAt, endsAt, registrationClosesAt, matchmakingClosesAt } = draft;
  if (draft.name.trim() === '' || draft.name.length > 200) faults.name = ['Allowed: 1 to 200 characters.'];
  if (startsAt >= endsAt) faults.endsAt = ['It must end after it starts.'];
  else if (endsAt.getTime() - startsAt.getTime() > longestFestival)
    faults.endsAt = ['Allowed: 31 days at most.'];
  if (registrationClosesAt !== null && registrationClosesAt > endsAt)
    faults.registrationClosesAt = ['It must not lie after the end of the festival.'];
  if (matchmakingClosesAt !== null && matchmakingClosesAt > endsAt)
    faults.matchmakingClosesAt = ['It must not lie after the end of the festival.'];
  return faults;
}

const longestFestival = 31 * 24 * 60 * 60 * 1000;

/** The name of a festival that got none: `Madison 2027`. @param year local */
export const usualFestivalName = (cityName: string, year: string, { name }: Pick<FestivalDraft, 'name'>) =>
  name ?? `${cityName} ${year}`;

/** What may be chosen in every new city (contract §9): the keys and labels of the document's samples. */
export function usualLookups(): Lookup[] {
  const lists: readonly [LookupList, readonly (readonly [string, string])[]][] = [
    ['genre', genres],
    ['venue_type', venueTypes],
    ['rain_option', rainOptions],
    ['virtual_option', virtualOptions],
  ];
  return lists.flatMap(([list, entries]) =>
    entries.map(([key, label]) => ({ list, key, label, district: null })),
  );
}

const genres = [
  ['americana_bluegrass', 'Americana / Bluegrass'],
  ['brass', 'Brass'],
  ['cabaret', 'Cabaret'],
  ['choral', 'Choral'],
  ['classical', 'Classical'],
  ['early_music', 'Early Music'],
  ['experimental', 'Experimental'],
  ['folk', 'Folk'],
  ['indie_folk', 'Indie-Folk'],
  ['opera', 'Opera'],
  ['pop', 'Pop'],
  ['singer_songwriter', 'Singer / Songwriter'],
  ['standards', 'Standards'],
  ['other', 'Other'],
  ['open_to_anything', 'Open to Anything'],
] as const;

const venueTypes = [
  ['garden', 'Garden'],
  ['field', 'Field'],
  ['bar_cafe_or_restaurant', 'Bar, Café, or Restaurant'],
  ['house_of_worship', 'House of Worship'],
  ['home', 'Home (Yard, Porch, Roof)'],
] as const;

const rainOptions = [
  ['ignored', 'Rain or shine'],
  ['cancelled', 'Canceled in case of rain'],
  ['moved', 'Moved in case of rain'],
] as const;

const virtualOptions = [
  ['in_person', 'In-person'],
  ['virtual', 'Virtual'],
  ['hybrid', 'In-person and virtual'],
] as const;
