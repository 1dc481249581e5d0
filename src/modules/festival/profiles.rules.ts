import { addressAllowed, isAddress } from './cities.rules.ts';
import { badProfile } from './refusals.ts';
import { overlap } from './rules.ts';
import type {
  ArtistFacts,
  Availability,
  Contact,
  Festival,
  Lookup,
  LookupList,
  Span,
  VenueFacts,
} from './types.ts';

/** What an artist is where nothing else is said. */
export const usualArtist: Omit<ArtistFacts, 'name' | 'description' | 'genres'> = {
  longDescription: null,
  pictureId: null,
  url: null,
  facebookUrl: null,
  instagramUrl: null,
  twitterUrl: null,
  youtubeUrl: null,
  soundcloudUrl: null,
  soundcloudSongUrls: null,
  youtubeVideoUrls: null,
  groupSize: null,
  needsElectricity: false,
  needsPa: false,
  needsPiano: false,
  isAcceptingRequests: true,
  availableFrom: null,
  availableUntil: null,
  unavailable: [],
  contactName: null,
  contactEmail: null,
  contactPhone: null,
};

/** What a venue is where nothing else is said. */
export const usualVenue: Omit<
  VenueFacts,
  'name' | 'address' | 'venueType' | 'rainOption' | 'ada' | 'neighbourhood'
> = {
  description: null,
  town: '',
  district: null,
  zipCode: null,
  latitude: null,
  longitude: null,
  virtualOption: 'in_person',
  genres: [],
  altVenue: null,
  url: null,
  facebookUrl: null,
  instagramUrl: null,
  twitterUrl: null,
  youtubeUrl: null,
  hasElectricity: false,
  hasPa: false,
  hasPiano: false,
  capacity: null,
  isIndoor: false,
  isAcceptingRequests: true,
  accessNotes: null,
  availableFrom: null,
  availableUntil: null,
  unavailable: [],
  contactName: null,
  contactEmail: null,
  contactPhone: null,
};

class Faults {
  readonly found: Record<string, string[]> = {};

  check(field: string, fits: boolean, allowed: string): void {
    if (!fits) this.found[field] = [...(this.found[field] ?? []), allowed];
  }

  throwAny(): void {
    if (Object.keys(this.found).length > 0) throw badProfile(this.found);
  }
}

/** Refuses an artist whose facts are not as they must be, with every fault by its field (contract §7). */
export function requireArtist(
  facts: ArtistFacts,
  lookups: readonly Lookup[],
  festival: Festival | null,
): void {
  const faults = new Faults();
  judgeCommon(faults, facts, festival);
  faults.check('description', sized(facts.description, 1, 10_000), 'Allowed: 1 to 10 000 characters.');
  faults.check(
    'longDescription',
    sized(facts.longDescription ?? '', 0, 50_000),
    'Allowed: 50 000 characters at most.',
  );
  faults.check('genres', facts.genres.length > 0, 'Name one at least.');
  judgeGenres(faults, facts.genres, lookups);
  faults.check('soundcloudUrl', isAddress(facts.soundcloudUrl), addressAllowed);
  for (const field of ['soundcloudSongUrls', 'youtubeVideoUrls'] as const)
    faults.check(
      field,
      (facts[field] ?? []).every(isAddress) && (facts[field] ?? []).length <= 50,
      addressAllowed,
    );
  faults.check('groupSize', isCount(facts.groupSize, 1, 10_000), 'Allowed: a whole number from 1 to 10 000.');
  faults.throwAny();
}

/** Refuses a venue whose facts are not as they must be, with every fault by its field (contract §7). */
export function requireVenue(facts: VenueFacts, lookups: readonly Lookup[], festival: Festival | null): void {
  const faults = new Faults();
  judgeCommon(faults, facts, festival);
  faults.check(
    'description',
    sized(facts.description ?? '', 0, 10_000),
    'Allowed: 10 000 characters at most.',
  );
  faults.check('address', sized(facts.address, 1, 500), 'Allowed: 1 to 500 characters.');
  for (const field of ['town', 'district', 'zipCode', 'altVenue'] as const)
    faults.check(field, sized(facts[field] ?? '', 0, 500), 'Allowed: 500 characters at most.');
  faults.check(
    'accessNotes',
    sized(facts.accessNotes ?? '', 0, 10_000),
    'Allowed: 10 000 characters at most.',
  );
  faults.check('latitude', facts.latitude === null || Math.abs(facts.latitude) <= 90, 'Allowed: -90 to 90.');
  faults.check(
    'longitude',
    facts.longitude === null || Math.abs(facts.longitude) <= 180,
    'Allowed: -180 to 180.',
  );
  judgeChoices(faults, facts, lookups);
  judgeGenres(faults, facts.genres, lookups);
  const needsPlace = facts.rainOption === 'moved' && (facts.altVenue ?? '').trim() === '';
  faults.check('altVenue', !needsPlace, 'Name the place for rain, since it moves there.');
  faults.check(
    'capacity',
    isCount(facts.capacity, 0, 10_000_000),
    'Allowed: a whole number from 0 to 10 000 000.',
  );
  faults.throwAny();
}

/** The keys that these words name, each a key or a label of the list in any case; a word of neither stays as it is. */
export function keysOf(words: readonly string[], list: LookupList, lookups: readonly Lookup[]): string[] {
  return [...new Set(words.map((word) => keyFor(word, list, lookups)))];
}

/** The key that a word names, by key or by label; a word that names none stays as it is. */
export function keyFor(word: string, list: LookupList, lookups: readonly Lookup[]): string {
  const own = lookups.filter((one) => one.list === list);
  const folded = word.trim().toLowerCase();
  const found =
    own.find(({ key }) => key === folded) ?? own.find(({ label }) => label.toLowerCase() === folded);
  return found?.key ?? word.trim();
}

/** Whether somebody is free for a span, by what they say of themselves. @param window of the festival */
export function isFree(profile: Availability, { startsAt, endsAt }: Span, window: Span): boolean {
  const from = profile.availableFrom ?? window.startsAt;
  const until = profile.availableUntil ?? window.endsAt;
  if (startsAt < from || endsAt > until) return false;
  return !profile.unavailable.some((one) => overlap(one, { startsAt, endsAt }));
}

type Common = Availability &
  Contact &
  Pick<ArtistFacts, 'name' | 'url' | 'facebookUrl' | 'instagramUrl' | 'twitterUrl' | 'youtubeUrl'>;

function judgeCommon(faults: Faults, facts: Common, festival: Festival | null): void {
  faults.check('name', sized(facts.name.trim(), 1, 200), 'Allowed: 1 to 200 characters.');
  for (const field of ['url', 'facebookUrl', 'instagramUrl', 'twitterUrl', 'youtubeUrl'] as const)
    faults.check(field, isAddress(facts[field]), addressAllowed);
  for (const field of ['contactName', 'contactPhone'] as const)
    faults.check(field, sized(facts[field] ?? '', 0, 200), 'Allowed: 200 characters at most.');
  const { contactEmail } = facts;
  const isEmail = contactEmail === null || /^[^\s@<>]+@[^\s@<>]+$/.test(contactEmail);
  faults.check('contactEmail', isEmail && sized(contactEmail ?? '', 0, 254), 'Allowed: an e-mail address.');
  judgeTimes(faults, facts, festival);
}

function judgeTimes(faults: Faults, facts: Availability, festival: Festival | null): void {
  const { availableFrom: from, availableUntil: until } = facts;
  faults.check(
    'availableUntil',
    from === null || until === null || from < until,
    'It must lie after the start.',
  );
  faults.check('unavailable', facts.unavailable.length <= 100, 'Allowed: 100 spans at most.');
  const spans = facts.unavailable.every(({ startsAt, endsAt }) => startsAt < endsAt);
  faults.check('unavailable', spans, 'Each span must end after it starts.');
  if (!festival) return;
  const isInside = (moment: Date | null) =>
    moment === null || (moment >= festival.startsAt && moment <= festival.endsAt);
  faults.check('availableFrom', isInside(from), 'It must lie within the festival.');
  faults.check('availableUntil', isInside(until), 'It must lie within the festival.');
}

function judgeGenres(faults: Faults, genres: readonly string[], lookups: readonly Lookup[]): void {
  const known = lookups.filter(({ list }) => list === 'genre').map(({ key }) => key);
  const strangers = genres.filter((genre) => !known.includes(genre));
  faults.check(
    'genres',
    strangers.length === 0,
    `Not in the list: ${strangers.join(', ')}. Allowed: ${known.join(', ')}.`,
  );
}

function judgeChoices(faults: Faults, facts: VenueFacts, lookups: readonly Lookup[]): void {
  const choices = [
    ['venueType', 'venue_type', facts.venueType],
    ['rainOption', 'rain_option', facts.rainOption],
    ['virtualOption', 'virtual_option', facts.virtualOption],
    ['neighbourhood', 'neighbourhood', facts.neighbourhood],
  ] as const;
  for (const [field, list, value] of choices) {
    const known = lookups.filter((one) => one.list === list).map(({ key }) => key);
    const isAnyText = list === 'neighbourhood' && known.length === 0;
    const fits = isAnyText ? sized(value ?? '', 1, 200) : value !== null && known.includes(value);
    const allowed = isAnyText ? '1 to 200 characters' : known.join(', ');
    faults.check(field, fits, `Allowed: ${allowed}.`);
  }
}

function sized(text: string, least: number, most: number): boolean {
  return text.trim().length >= least && text.length <= most;
}

function isCount(value: number | null, least: number, most: number): boolean {
  return value === null || (Number.isInteger(value) && value >= least && value <= most);
}
