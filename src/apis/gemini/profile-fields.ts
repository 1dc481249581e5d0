import { type Static, Type } from 'typebox';
import { badProfile } from '../../modules/festival/refusals.ts';
import type {
  ArtistDraft,
  ArtistFacts,
  Contact,
  VenueDraft,
  VenueFacts,
} from '../../modules/festival/types.ts';
import { integerOrNull, isId, numberOrNull, present, textOrNull, textsOrNull } from './formats.ts';
import { readOptionalTime, readTime } from './times.ts';

const common = {
  name: Type.String(),
  url: textOrNull,
  facebook_url: textOrNull,
  instagram_url: textOrNull,
  twitter_url: textOrNull,
  youtube_url: textOrNull,
  start_time: textOrNull,
  end_time: textOrNull,
  unavailable: Type.Array(Type.Object({ start: Type.String(), end: Type.String() })),
  is_accepting_requests: Type.Boolean(),
  contact: Type.Union([
    Type.Partial(Type.Object({ name: textOrNull, email: textOrNull, phone: textOrNull })),
    Type.Null(),
  ]),
};

/** What may be sent of an artist; genres by key or label. */
export const artistChangeSent = Type.Partial(
  Type.Object({
    ...common,
    description: Type.String(),
    genres: Type.Array(Type.String()),
    long_description: textOrNull,
    image_url: textOrNull,
    avatar_id: textOrNull,
    soundcloud_url: textOrNull,
    soundcloud_song_urls: textsOrNull,
    youtube_video_urls: textsOrNull,
    group_size: integerOrNull,
    needs_electricity: Type.Boolean(),
    needs_pa: Type.Boolean(),
    needs_piano: Type.Boolean(),
  }),
);

/** A new artist (contract §7: name, genres and bio are required). */
export const newArtistSent = Type.Object({
  ...artistChangeSent.properties,
  name: Type.String(),
  description: Type.String(),
  genres: Type.Array(Type.String()),
});

/** What may be sent of a venue; what is chosen from a list by key or label. */
export const venueChangeSent = Type.Partial(
  Type.Object({
    ...common,
    description: textOrNull,
    address: Type.String(),
    city: Type.String(),
    district: textOrNull,
    neighbourhood: textOrNull,
    zip_code: textOrNull,
    latitude: numberOrNull,
    longitude: numberOrNull,
    ada: Type.Boolean(),
    venue_type: Type.String(),
    rain_option: Type.String(),
    virtual_option: Type.String(),
    genres: Type.Array(Type.String()),
    alt_venue: textOrNull,
    has_electricity: Type.Boolean(),
    has_pa: Type.Boolean(),
    has_piano: Type.Boolean(),
    capacity: integerOrNull,
    is_indoor: Type.Boolean(),
    access_notes: textOrNull,
  }),
);

/** A new venue (contract §7: name, type, rain plan, accessibility, neighbourhood and address are required). */
export const newVenueSent = Type.Object({
  ...venueChangeSent.properties,
  name: Type.String(),
  address: Type.String(),
  venue_type: Type.String(),
  rain_option: Type.String(),
  ada: Type.Boolean(),
  neighbourhood: Type.String(),
});

/** @param zone in which local times are read. Refuses times that are none, and a picture that was not uploaded here */
export function readArtistChange(sent: Static<typeof artistChangeSent>, zone: string): Partial<ArtistFacts> {
  return present({
    ...readCommon(sent, zone),
    description: sent.description,
    genres: sent.genres,
    longDescription: sent.long_description,
    pictureId: readPicture(sent),
    soundcloudUrl: sent.soundcloud_url,
    soundcloudSongUrls: sent.soundcloud_song_urls,
    youtubeVideoUrls: sent.youtube_video_urls,
    groupSize: sent.group_size,
    needsElectricity: sent.needs_electricity,
    needsPa: sent.needs_pa,
    needsPiano: sent.needs_piano,
  });
}

export function readNewArtist(sent: Static<typeof newArtistSent>, zone: string): ArtistDraft {
  const { name, description, genres } = sent;
  return { ...readArtistChange(sent, zone), name, description, genres };
}

/** As `readArtistChange`. */
export function readVenueChange(sent: Static<typeof venueChangeSent>, zone: string): Partial<VenueFacts> {
  return present({
    ...readCommon(sent, zone),
    description: sent.description,
    address: sent.address,
    town: sent.city,
    district: sent.district,
    neighbourhood: sent.neighbourhood,
    zipCode: sent.zip_code,
    latitude: sent.latitude,
    longitude: sent.longitude,
    ada: sent.ada,
    venueType: sent.venue_type,
    rainOption: sent.rain_option,
    virtualOption: sent.virtual_option,
    genres: sent.genres,
    altVenue: sent.alt_venue,
    hasElectricity: sent.has_electricity,
    hasPa: sent.has_pa,
    hasPiano: sent.has_piano,
    capacity: sent.capacity,
    isIndoor: sent.is_indoor,
    accessNotes: sent.access_notes,
  });
}

export function readNewVenue(sent: Static<typeof newVenueSent>, zone: string): VenueDraft {
  return {
    ...readVenueChange(sent, zone),
    name: sent.name,
    address: sent.address,
    venueType: sent.venue_type,
    rainOption: sent.rain_option,
    ada: sent.ada,
    neighbourhood: sent.neighbourhood,
  };
}

type Common = Pick<Static<typeof artistChangeSent>, keyof typeof common>;

function readCommon(sent: Common, zone: string) {
  const { unavailable } = sent;
  return {
    name: sent.name,
    url: sent.url,
    facebookUrl: sent.facebook_url,
    instagramUrl: sent.instagram_url,
    twitterUrl: sent.twitter_url,
    youtubeUrl: sent.youtube_url,
    availableFrom: readOptionalTime(sent.start_time, zone, 'start_time'),
    availableUntil: readOptionalTime(sent.end_time, zone, 'end_time'),
    unavailable: unavailable?.map(({ start, end }, at) => ({
      startsAt: readTime(start, zone, `unavailable.${at}.start`),
      endsAt: readTime(end, zone, `unavailable.${at}.end`),
    })),
    isAcceptingRequests: sent.is_accepting_requests,
    ...readContact(sent.contact),
  };
}

function readContact(contact: Common['contact']): Partial<Contact> {
  if (contact === undefined) return {};
  if (contact === null) return { contactName: null, contactEmail: null, contactPhone: null };
  return present({ contactName: contact.name, contactEmail: contact.email, contactPhone: contact.phone });
}

/** By the address or the id that the upload answered. */
function readPicture({
  image_url: address,
  avatar_id: id,
}: Static<typeof artistChangeSent>): string | null | undefined {
  if (typeof id === 'string' && isId(id)) return id.trim().toLowerCase();
  if (typeof id === 'string') throw badProfile({ avatar_id: ['Allowed: the id that the upload answered.'] });
  if (typeof address !== 'string') return address ?? id;
  const named = /\/api\/artists\/avatar\/([0-9a-f-]{36})$/i.exec(address)?.[1]?.toLowerCase();
  if (named !== undefined && isId(named)) return named;
  throw badProfile({ image_url: ['Allowed: the image_url that POST /api/artists/avatar answered.'] });
}
