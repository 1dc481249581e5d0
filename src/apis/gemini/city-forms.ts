import { type Static, Type } from 'typebox';
import type { City, CityChange, Festival, Lookup, LookupList, Viewer } from '../../modules/festival/types.ts';
import { integerOrNull, present, textOrNull } from './formats.ts';
import { cityLinks, linksForm } from './links.ts';
import { localForm, localTime } from './times.ts';

const base = {
  _links: linksForm,
  id: Type.String(),
  slug: Type.String(),
  name: Type.String(),
  country: Type.String(),
  locale: Type.String(),
  timezone: Type.String(),
  base_url: Type.String(),
  url: Type.String(),
  contact_us_url: Type.String(),
  latitude: Type.Number(),
  longitude: Type.Number(),
  map_zoom_level: integerOrNull,
  accent_colour: Type.String(),
  primary_button_colour: Type.String(),
  secondary_button_colour: Type.String(),
  font: textOrNull,
  logo_url: textOrNull,
  facebook_url: textOrNull,
  instagram_url: textOrNull,
  twitter_url: textOrNull,
  youtube_url: textOrNull,
  terms: textOrNull,
};

/** A city of the list (contract §6.1, `base`). */
export const cityForm = Type.Object(base);

const shortFestival = Type.Object({
  id: Type.String(),
  name: Type.String(),
  start_time: localForm,
  end_time: localForm,
  is_launched: Type.Boolean(),
});

const current = {
  ...base,
  festival: Type.Union([shortFestival, Type.Null()]),
  is_active: Type.Boolean(),
  is_paused: Type.Boolean(),
  venue_default_ada: Type.Boolean(),
  venue_default_has_piano: Type.Boolean(),
  welcome_blurb: Type.String(),
};

/** The city of the host (contract §6.1, `+cur`). */
export const currentCityForm = Type.Object(current);

export const lookupForm = Type.Object({ key: Type.String(), label: Type.String() });
export const neighbourhoodForm = Type.Object({
  key: Type.String(),
  label: Type.String(),
  district: textOrNull,
});

/** Everything of a city: also what may be chosen in it, and until when. */
export const wholeCityForm = Type.Object({
  ...current,
  neighbourhoods: Type.Array(neighbourhoodForm),
  genres: Type.Array(lookupForm),
  venue_types: Type.Array(lookupForm),
  rain_options: Type.Array(lookupForm),
  virtual_options: Type.Array(lookupForm),
  deadlines: Type.Object({ registration_closes_at: textOrNull, matchmaking_closes_at: textOrNull }),
});

/** A festival of the list (contract §6.2). */
export const festivalForm = Type.Object({ id: Type.String(), start_time: localForm, end_time: localForm });

/** A festival as those see it who run the city. */
export const wholeFestivalForm = Type.Object({
  id: Type.String(),
  name: Type.String(),
  start_time: localForm,
  end_time: localForm,
  is_launched: Type.Boolean(),
  registration_closes_at: textOrNull,
  matchmaking_closes_at: textOrNull,
});

/** @param origin of the city's own host */
export function toCity(city: City, origin: string, viewer: Viewer | null): Static<typeof cityForm> {
  return {
    _links: { ...cityLinks(city, viewer) },
    id: city.uuid,
    slug: city.slug,
    name: city.name,
    country: city.country,
    locale: city.locale,
    timezone: city.timeZone,
    base_url: origin,
    url: city.url ?? origin,
    contact_us_url: city.contactUsUrl ?? origin,
    latitude: city.latitude,
    longitude: city.longitude,
    map_zoom_level: city.mapZoomLevel,
    accent_colour: city.accentColour,
    primary_button_colour: city.primaryButtonColour,
    secondary_button_colour: city.secondaryButtonColour,
    font: city.font,
    logo_url: city.logoId && `${origin}/api/cities/${city.slug}/logo/${city.logoId}`,
    facebook_url: city.facebookUrl,
    instagram_url: city.instagramUrl,
    twitter_url: city.twitterUrl,
    youtube_url: city.youtubeUrl,
    terms: city.terms,
  };
}

export function toCurrentCity(
  city: City,
  festival: Festival | null,
  origin: string,
  viewer: Viewer | null,
): Static<typeof currentCityForm> {
  return {
    ...toCity(city, origin, viewer),
    festival: festival && {
      id: festival.uuid,
      name: festival.name,
      ...timesOf(festival, city),
      is_launched: festival.launchedAt !== null,
    },
    is_active: city.isActive,
    is_paused: city.isPaused,
    venue_default_ada: city.venueDefaultAda,
    venue_default_has_piano: city.venueDefaultHasPiano,
    welcome_blurb: city.welcomeBlurb,
  };
}

export function toWholeCity(
  city: City,
  festival: Festival | null,
  lookups: readonly Lookup[],
  origin: string,
  viewer: Viewer | null,
): Static<typeof wholeCityForm> {
  const of = (list: LookupList) =>
    lookups.filter((one) => one.list === list).map(({ key, label }) => ({ key, label }));
  const local = (moment: Date | null) => moment && localTime(moment, city.timeZone);
  return {
    ...toCurrentCity(city, festival, origin, viewer),
    neighbourhoods: lookups
      .filter(({ list }) => list === 'neighbourhood')
      .map(({ key, label, district }) => ({ key, label, district })),
    genres: of('genre'),
    venue_types: of('venue_type'),
    rain_options: of('rain_option'),
    virtual_options: of('virtual_option'),
    deadlines: {
      registration_closes_at: local(festival?.registrationClosesAt ?? null),
      matchmaking_closes_at: local(festival?.matchmakingClosesAt ?? null),
    },
  };
}

export function toFestival(festival: Festival, city: City): Static<typeof festivalForm> {
  return { id: festival.uuid, ...timesOf(festival, city) };
}

export function toWholeFestival(festival: Festival, city: City): Static<typeof wholeFestivalForm> {
  const local = (moment: Date | null) => moment && localTime(moment, city.timeZone);
  return {
    id: festival.uuid,
    name: festival.name,
    ...timesOf(festival, city),
    is_launched: festival.launchedAt !== null,
    registration_closes_at: local(festival.registrationClosesAt),
    matchmaking_closes_at: local(festival.matchmakingClosesAt),
  };
}

const facts = {
  name: Type.String(),
  country: Type.String(),
  locale: Type.String(),
  timezone: Type.String(),
  url: textOrNull,
  contact_us_url: textOrNull,
  latitude: Type.Number(),
  longitude: Type.Number(),
  map_zoom_level: integerOrNull,
  accent_colour: Type.String(),
  primary_button_colour: Type.String(),
  secondary_button_colour: Type.String(),
  font: textOrNull,
  facebook_url: textOrNull,
  instagram_url: textOrNull,
  twitter_url: textOrNull,
  youtube_url: textOrNull,
  terms: textOrNull,
  welcome_blurb: Type.String(),
  venue_default_ada: Type.Boolean(),
  venue_default_has_piano: Type.Boolean(),
};

/** What may be sent of a city; what is left out stays. */
export const cityChangeSent = Type.Partial(Type.Object(facts));

/** A new city. */
export const newCitySent = Type.Object({
  ...cityChangeSent.properties,
  slug: Type.String(),
  name: Type.String(),
  timezone: Type.String(),
  site: Type.Optional(
    Type.String({ description: 'Slug of the site whose face it is; without it the host of the request' }),
  ),
});

export function readCityChange(sent: Static<typeof cityChangeSent>): CityChange {
  return present({
    name: sent.name,
    country: sent.country,
    locale: sent.locale,
    timeZone: sent.timezone,
    url: sent.url,
    contactUsUrl: sent.contact_us_url,
    latitude: sent.latitude,
    longitude: sent.longitude,
    mapZoomLevel: sent.map_zoom_level,
    accentColour: sent.accent_colour,
    primaryButtonColour: sent.primary_button_colour,
    secondaryButtonColour: sent.secondary_button_colour,
    font: sent.font,
    facebookUrl: sent.facebook_url,
    instagramUrl: sent.instagram_url,
    twitterUrl: sent.twitter_url,
    youtubeUrl: sent.youtube_url,
    terms: sent.terms,
    welcomeBlurb: sent.welcome_blurb,
    venueDefaultAda: sent.venue_default_ada,
    venueDefaultHasPiano: sent.venue_default_has_piano,
  });
}

function timesOf({ startsAt, endsAt }: Festival, { timeZone }: City) {
  return { start_time: localTime(startsAt, timeZone), end_time: localTime(endsAt, timeZone) };
}
