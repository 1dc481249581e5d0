import { type Static, Type } from 'typebox';
import type { City, CityChange, Festival, Lookup, LookupList, Viewer } from '../../modules/festival/types.ts';
import { type Openness, runs } from '../../modules/festival/viewers.ts';
import { integerOrNull, pictureAddress, present, textOrNull } from './festival-requests.ts';
import { closed, iso, moment, nullable } from './formats.ts';

/** What may be said of a city. */
const facts = {
  name: Type.String(),
  country: Type.String(),
  locale: Type.String(),
  time_zone: Type.String({ description: 'IANA, such as Europe/Brussels' }),
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
  is_active: Type.Boolean(),
  is_paused: Type.Boolean(),
};

/** A festival of a city. */
export const festival = closed({
  uuid: Type.String(),
  name: Type.String(),
  starts_at: moment,
  ends_at: moment,
  launched_at: nullable(moment),
  registration_closes_at: nullable(moment),
  matchmaking_closes_at: nullable(moment),
});

/** What may be chosen in a city. */
export const lookupList = Type.Unsafe<LookupList>({
  type: 'string',
  enum: ['genre', 'venue_type', 'neighbourhood', 'rain_option', 'virtual_option'],
});
export const lookup = closed({
  list: lookupList,
  key: Type.String(),
  label: Type.String(),
  district: textOrNull,
});

export const city = closed({
  uuid: Type.String(),
  slug: Type.String(),
  is_here: Type.Boolean({ description: 'The city of the host that was asked' }),
  logo_url: textOrNull,
  ...facts,
});

/** One city, with what is going on there and what the caller may. */
export const wholeCity = closed({
  ...city.properties,
  current_festival: nullable(festival),
  you: nullable(
    closed({
      runs_it: Type.Boolean(),
      may_register: Type.Boolean({ description: 'Make profiles, now' }),
      may_request: Type.Boolean({ description: 'Ask for bookings, now' }),
    }),
  ),
});

export const cityChange = Type.Partial(Type.Object(facts), { additionalProperties: false });

/** An inactive city is for those who run it. */
export function isShown({ id, isActive }: City, viewer: Viewer | null): boolean {
  return isActive || (viewer !== null && runs(viewer, id));
}

export function showFestival(one: Festival): Static<typeof festival> {
  return {
    uuid: one.uuid,
    name: one.name,
    starts_at: iso(one.startsAt),
    ends_at: iso(one.endsAt),
    launched_at: iso(one.launchedAt),
    registration_closes_at: iso(one.registrationClosesAt),
    matchmaking_closes_at: iso(one.matchmakingClosesAt),
  };
}

export function showLookup({ list, key, label, district }: Lookup): Static<typeof lookup> {
  return { list, key, label, district };
}

export function showCity(one: City, siteId: number): Static<typeof city> {
  return {
    uuid: one.uuid,
    slug: one.slug,
    is_here: one.siteId === siteId,
    logo_url: pictureAddress('cities', one.logoId),
    name: one.name,
    country: one.country,
    locale: one.locale,
    time_zone: one.timeZone,
    url: one.url,
    contact_us_url: one.contactUsUrl,
    latitude: one.latitude,
    longitude: one.longitude,
    map_zoom_level: one.mapZoomLevel,
    accent_colour: one.accentColour,
    primary_button_colour: one.primaryButtonColour,
    secondary_button_colour: one.secondaryButtonColour,
    font: one.font,
    facebook_url: one.facebookUrl,
    instagram_url: one.instagramUrl,
    twitter_url: one.twitterUrl,
    youtube_url: one.youtubeUrl,
    terms: one.terms,
    welcome_blurb: one.welcomeBlurb,
    venue_default_ada: one.venueDefaultAda,
    venue_default_has_piano: one.venueDefaultHasPiano,
    is_active: one.isActive,
    is_paused: one.isPaused,
  };
}

/** @param openness null: nobody known asks */
export function showWholeCity(
  one: City,
  siteId: number,
  { current, openness }: { readonly current: Festival | null; readonly openness: Openness | null },
): Static<typeof wholeCity> {
  return {
    ...showCity(one, siteId),
    current_festival: current && showFestival(current),
    you: openness && {
      runs_it: openness.isRun,
      may_register: openness.registration,
      may_request: openness.matchmaking,
    },
  };
}

export function readCityChange(sent: Static<typeof cityChange>): CityChange {
  return present({
    name: sent.name,
    country: sent.country,
    locale: sent.locale,
    timeZone: sent.time_zone,
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
    isActive: sent.is_active,
    isPaused: sent.is_paused,
  });
}
