import { type Static, Type } from 'typebox';
import { countByStatus } from '../../modules/festival/bookings.ts';
import { mayChange } from '../../modules/festival/profiles.ts';
import type { Artist, Fit, Found, Side, Venue, Viewer } from '../../modules/festival/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import {
  contactFields,
  numberOrNull,
  readOptionalTime,
  readTime,
  showContact,
  textOrNull,
  timeOrNullSent,
  timeSent,
} from './festival-requests.ts';
import { closed, iso, moment, nullable } from './formats.ts';

const addresses = {
  url: textOrNull,
  facebook_url: textOrNull,
  instagram_url: textOrNull,
  twitter_url: textOrNull,
  youtube_url: textOrNull,
};

/** What may be sent of either side. */
export const commonSent = {
  ...addresses,
  ...contactFields,
  name: Type.String(),
  genres: Type.Array(Type.String(), { maxItems: 200, description: "Keys or labels of the city's list" }),
  available_from: timeOrNullSent,
  available_until: timeOrNullSent,
  unavailable: Type.Array(closed({ starts_at: timeSent, ends_at: timeSent }), { maxItems: 100 }),
  is_accepting_requests: Type.Boolean(),
};
const sentForm = Type.Partial(Type.Object(commonSent));

const fit = closed({
  score: numberOrNull,
  shared_minutes: numberOrNull,
  shared_genres: Type.Array(Type.String()),
  missing: Type.Array(Type.String(), { description: 'Of electricity, pa, piano' }),
  distance_km: numberOrNull,
});

/** What both sides show; whom to call and the counts only to who may change it. */
export const commonShown = {
  ...addresses,
  ...contactFields,
  uuid: Type.String(),
  name: Type.String(),
  genres: Type.Array(Type.String()),
  available_from: nullable(moment),
  available_until: nullable(moment),
  unavailable: Type.Array(closed({ starts_at: moment, ends_at: moment })),
  is_accepting_requests: Type.Boolean(),
  may_change: Type.Boolean(),
  is_yours: Type.Boolean(),
  created_at: moment,
  bookings: nullable(Type.Record(Type.String(), Type.Integer())),
  fit: nullable(fit),
};

/** A profile with what is shown of it besides its facts. */
export interface Around {
  readonly side: Side;
  readonly viewer: Viewer;
  /** By id; of those that the viewer may change. */
  readonly counts: ReadonlyMap<number, Readonly<Record<string, number>>>;
}

/** What profiles of one side are shown with: of one's own also how many bookings they have. */
export async function around(
  read: Read,
  side: Side,
  profiles: readonly (Artist | Venue)[],
  viewer: Viewer,
): Promise<Around> {
  const own = profiles.filter((profile) => mayChange(profile, side, viewer)).map(({ id }) => id);
  return { side, viewer, counts: await countByStatus(read, side, own) };
}

export function showCommon({ profile, fit: found }: FoundOne, { side, viewer, counts }: Around) {
  const may = mayChange(profile, side, viewer);
  return {
    uuid: profile.uuid,
    name: profile.name,
    genres: [...profile.genres],
    url: profile.url,
    facebook_url: profile.facebookUrl,
    instagram_url: profile.instagramUrl,
    twitter_url: profile.twitterUrl,
    youtube_url: profile.youtubeUrl,
    available_from: iso(profile.availableFrom),
    available_until: iso(profile.availableUntil),
    unavailable: profile.unavailable.map(({ startsAt, endsAt }) => ({
      starts_at: iso(startsAt),
      ends_at: iso(endsAt),
    })),
    is_accepting_requests: profile.isAcceptingRequests,
    may_change: may,
    is_yours: profile.accountId === viewer.accountId,
    created_at: iso(profile.createdAt),
    bookings: may ? { ...counts.get(profile.id) } : null,
    fit: found && showFit(found),
    ...(may ? showContact(profile) : { contact_name: null, contact_email: null, contact_phone: null }),
  };
}

type FoundOne = Omit<Found<Artist | Venue>, 'fit'> & { readonly fit: Fit | null };

/** Facts that were sent of either side, an absent one undefined. @param zone of local times */
export function readCommon(sent: Static<typeof sentForm>, zone: string) {
  return {
    name: sent.name,
    genres: sent.genres,
    url: sent.url,
    facebookUrl: sent.facebook_url,
    instagramUrl: sent.instagram_url,
    twitterUrl: sent.twitter_url,
    youtubeUrl: sent.youtube_url,
    contactName: sent.contact_name,
    contactEmail: sent.contact_email,
    contactPhone: sent.contact_phone,
    availableFrom: readOptionalTime(sent.available_from, zone, 'available_from'),
    availableUntil: readOptionalTime(sent.available_until, zone, 'available_until'),
    unavailable: sent.unavailable?.map((one, at) => ({
      startsAt: readTime(one.starts_at, zone, `unavailable.${at}.starts_at`),
      endsAt: readTime(one.ends_at, zone, `unavailable.${at}.ends_at`),
    })),
    isAcceptingRequests: sent.is_accepting_requests,
  };
}

function showFit({ score, sharedMinutes, sharedGenres, missing, distanceKm }: Fit): Static<typeof fit> {
  return {
    score: score === null ? null : Math.round(score * 1000) / 1000,
    shared_minutes: sharedMinutes,
    shared_genres: [...sharedGenres],
    missing: [...missing],
    distance_km: distanceKm === null ? null : Math.round(distanceKm * 100) / 100,
  };
}
