// Long because every word of the festival stands here: cities, the two sides, bookings, what is judged and what is told.
import type { Locale } from '../../platform/texts.ts';
import type { Account } from '../identity/types.ts';

/** What may be chosen in a city. */
export type LookupList = 'genre' | 'venue_type' | 'neighbourhood' | 'rain_option' | 'virtual_option';

export interface Lookup {
  readonly list: LookupList;
  /** As profiles keep it: `bar_cafe_or_restaurant`. */
  readonly key: string;
  /** As people read it: `Bar, Café, or Restaurant`. */
  readonly label: string;
  /** Of a neighbourhood: the borough or town it lies in. */
  readonly district: string | null;
}

/** What is said of a city besides its names and its site; every key may be changed. */
export interface CityFacts {
  readonly name: string;
  /** Such as `USA`. */
  readonly country: string;
  /** Such as `en_US`. */
  readonly locale: string;
  /** IANA, such as `America/New_York`. */
  readonly timeZone: string;
  readonly url: string | null;
  readonly contactUsUrl: string | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly mapZoomLevel: number | null;
  /** `#rrggbb`, as the two below. */
  readonly accentColour: string;
  readonly primaryButtonColour: string;
  readonly secondaryButtonColour: string;
  readonly font: string | null;
  readonly facebookUrl: string | null;
  readonly instagramUrl: string | null;
  readonly twitterUrl: string | null;
  readonly youtubeUrl: string | null;
  /** Text, or where it stands. */
  readonly terms: string | null;
  readonly welcomeBlurb: string;
  /** What the form of a new venue begins with. */
  readonly venueDefaultAda: boolean;
  readonly venueDefaultHasPiano: boolean;
  /** Off: the city is not listed and takes nothing. */
  readonly isActive: boolean;
  /** Takes no new people, profiles and requests. */
  readonly isPaused: boolean;
}

/** The festival face of a site. */
export interface City extends CityFacts {
  readonly id: number;
  readonly uuid: string;
  readonly siteId: number;
  /** The host that letters and answers name it by. */
  readonly host: string;
  readonly slug: string;
  /** Of the table pictures. */
  readonly logoId: string | null;
}

export type CityChange = Partial<CityFacts>;

/** A city's window of a year, usually one day. */
export interface Festival {
  readonly id: number;
  readonly uuid: string;
  readonly cityId: number;
  readonly name: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Null: a draft, which only the city's administrators see. */
  readonly launchedAt: Date | null;
  /** Until when people may make profiles; null: until it ends. */
  readonly registrationClosesAt: Date | null;
  /** Until when the two sides may ask, answer and change; null: until it ends. */
  readonly matchmakingClosesAt: Date | null;
}

export interface FestivalDraft {
  readonly name?: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly registrationClosesAt?: Date | null;
  readonly matchmakingClosesAt?: Date | null;
}

/** Whoever asks, with what the credential and the account may. */
export interface Viewer {
  readonly accountId: number;
  /** May see profiles (scope `profile`). */
  readonly mayView: boolean;
  /** May act for artists (scope `performer`). */
  readonly mayPerform: boolean;
  /** May act for venues (scope `venue`). */
  readonly mayHost: boolean;
  /** Admin or owner of the tenant. */
  readonly isAdmin: boolean;
  /** Cities that the account was added to; an admin runs them all. */
  readonly cityIds: readonly number[];
}

export interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** When a profile may be asked for. */
export interface Availability {
  /** Null: from the beginning of the festival. */
  readonly availableFrom: Date | null;
  readonly availableUntil: Date | null;
  readonly unavailable: readonly Span[];
}

/** Who to speak with; shown to the other side once both have accepted. */
export interface Contact {
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
}

export interface ArtistFacts extends Availability, Contact {
  readonly name: string;
  readonly description: string;
  readonly longDescription: string | null;
  /** Keys of the city's list. */
  readonly genres: readonly string[];
  /** Of the table pictures. */
  readonly pictureId: string | null;
  readonly url: string | null;
  readonly facebookUrl: string | null;
  readonly instagramUrl: string | null;
  readonly twitterUrl: string | null;
  readonly youtubeUrl: string | null;
  readonly soundcloudUrl: string | null;
  readonly soundcloudSongUrls: readonly string[] | null;
  readonly youtubeVideoUrls: readonly string[] | null;
  readonly groupSize: number | null;
  readonly needsElectricity: boolean;
  readonly needsPa: boolean;
  readonly needsPiano: boolean;
  readonly isAcceptingRequests: boolean;
}

export interface VenueFacts extends Availability, Contact {
  readonly name: string;
  readonly description: string | null;
  readonly address: string;
  /** The town of the address, which may be another than the festival's. */
  readonly town: string;
  readonly district: string | null;
  /** A key of the city's list, or any text where the city has none. */
  readonly neighbourhood: string | null;
  readonly zipCode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly ada: boolean;
  /** Keys of the city's lists, as the three below. */
  readonly venueType: string;
  readonly rainOption: string;
  readonly virtualOption: string;
  /** Welcome styles; keys too. */
  readonly genres: readonly string[];
  /** Where it takes place in rain. */
  readonly altVenue: string | null;
  readonly url: string | null;
  readonly facebookUrl: string | null;
  readonly instagramUrl: string | null;
  readonly twitterUrl: string | null;
  readonly youtubeUrl: string | null;
  readonly hasElectricity: boolean;
  readonly hasPa: boolean;
  readonly hasPiano: boolean;
  readonly capacity: number | null;
  readonly isIndoor: boolean;
  readonly isAcceptingRequests: boolean;
  readonly accessNotes: string | null;
}

/** What every profile is besides its facts. */
export interface ProfileRecord {
  readonly id: number;
  readonly uuid: string;
  readonly cityId: number;
  /** Null: made on the spot for a booking, or of somebody erased. */
  readonly accountId: number | null;
  /** The account's uuid of whoever wrote it down. */
  readonly createdByUuid: string | null;
  readonly createdAt: Date;
  readonly isDeleted: boolean;
}

export interface Artist extends ProfileRecord, ArtistFacts {}
export interface Venue extends ProfileRecord, VenueFacts {}

export type ArtistDraft = Pick<ArtistFacts, 'name' | 'description' | 'genres'> & Partial<ArtistFacts>;
export type VenueDraft = Pick<
  VenueFacts,
  'name' | 'address' | 'venueType' | 'rainOption' | 'ada' | 'neighbourhood'
> &
  Partial<VenueFacts>;

/** What a new profile has besides its facts. */
export interface NewProfile {
  readonly uuid: string;
  readonly cityId: number;
  readonly accountId: number | null;
  readonly createdBy: number | null;
  readonly nameKey: string;
}

/** Spans as PostgreSQL reads a set of ranges; those that meet or overlap become one. */
export function toMultirange(spans: readonly Span[]): string {
  const ranges = spans.map(({ startsAt, endsAt }) => `[${startsAt.toISOString()},${endsAt.toISOString()})`);
  return `{${ranges.join(',')}}`;
}

/** What `toMultirange` wrote, as JSON gives it back. */
export function toSpans(spans: readonly { startsAt: string; endsAt: string }[]): Span[] {
  return spans.map(({ startsAt, endsAt }) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }));
}

/** The two sides that meet. */
export type Side = 'artist' | 'venue';

export type BookingStatus =
  /** Waits for the other side. */
  | 'requested'
  /** Both sides agree; waits for the city. */
  | 'accepted'
  /** The city wants something else; waits for either side. */
  | 'changes_suggested'
  /** Approved, and public. */
  | 'confirmed'
  | 'declined'
  | 'denied'
  | 'cancelled'
  /** Nobody answered. */
  | 'expired';

export const bookingStatuses: readonly BookingStatus[] = [
  'requested',
  'accepted',
  'changes_suggested',
  'confirmed',
  'declined',
  'denied',
  'cancelled',
  'expired',
];

export type BookingAction =
  | 'accept'
  | 'decline'
  | 'cancel'
  | 'approve'
  | 'deny'
  | 'suggest_changes'
  /** Another time or place, or other facts. */
  | 'edit'
  | 'delete'
  /** By the clock. */
  | 'expire';

/** Who acts on a booking: the side whose turn it is, the other one, either, the city, or the clock. */
export type BookingActor = 'asked' | 'asking' | 'party' | 'city' | 'system';

/** One row of the status machine. */
export interface Step {
  readonly from: BookingStatus;
  readonly by: BookingActor;
  readonly action: BookingAction;
  readonly to: BookingStatus;
  readonly letter: BookingLetterKind | null;
}

/** What a step on a booking is judged by. */
export interface BookingCase {
  readonly booking: Booking;
  readonly festival: Festival;
  readonly city: City;
  readonly viewer: Viewer;
  readonly now: Date;
}

/** A letter that a step causes; `mails.ts` writes it. */
export type BookingLetterKind =
  | 'requested'
  | 'accepted'
  | 'approved'
  | 'cancelled'
  | 'denied'
  | 'changes_suggested'
  | 'changed'
  | 'reminder'
  | 'expired';

/** One booking, without the profiles. */
export interface Booking {
  readonly id: number;
  readonly uuid: string;
  readonly cityId: number;
  readonly festivalId: number;
  readonly artistId: number;
  readonly venueId: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: BookingStatus;
  /** Which side must answer; null: nobody, or the city. */
  readonly turn: Side | null;
  readonly isSelfMatch: boolean;
  readonly isLesson: boolean;
  readonly isParticipatory: boolean;
  readonly livestreamUrl: string | null;
  readonly createdByUuid: string | null;
  readonly expiresAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly isDeleted: boolean;
  /** Whose the two profiles are. */
  readonly artistAccountId: number | null;
  readonly venueAccountId: number | null;
}

/** A booking with all that an answer shows of it. */
export interface WholeBooking extends Booking {
  readonly artist: Artist;
  readonly venue: Venue;
  readonly city: City;
  readonly festival: Festival;
}

export interface BookingFacts {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isLesson: boolean;
  readonly isParticipatory: boolean;
  readonly livestreamUrl: string | null;
}

export interface BookingDraft extends BookingFacts {
  readonly artistId: number;
  readonly venueId: number;
}

/** What an edit names; an absent key stays. */
export interface BookingChange extends Partial<BookingFacts> {
  /** Another place of the same owner. */
  readonly venueId?: number;
}

/** One step of a booking's history. */
export interface BookingStep {
  readonly at: Date;
  readonly accountUuid: string | null;
  readonly actor: 'artist' | 'venue' | 'city' | 'system';
  readonly action: string;
  readonly fromStatus: BookingStatus | null;
  readonly toStatus: BookingStatus;
  readonly reason: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Whom a letter goes to. */
export type Recipient = Pick<Account, 'id' | 'email' | 'name' | 'locale'> & {
  /** Of the letters that could be spared. */
  readonly wantsLetters: boolean;
};

/** What a letter about a booking is written from. */
export interface BookingLetter {
  readonly kind: BookingLetterKind;
  readonly artistName: string;
  readonly venueName: string;
  readonly cityName: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  /** In the words of who acted. */
  readonly reason: string | null;
  readonly name: string;
  readonly locale: Locale;
}

/** Whose act a step of the history is. */
export interface Acting {
  /** Null: the clock, or the command line. */
  readonly accountId: number | null;
  readonly actor: BookingStep['actor'];
  /** The sides acted for; none: the city or the clock. */
  readonly sides: readonly Side[];
}

/** Which bookings a list shows; an absent key excludes none. */
export interface BookingFilter {
  /** One of the sides is this account's. */
  readonly accountId?: number;
  readonly cityId?: number;
  readonly artistId?: number;
  readonly venueId?: number;
  readonly festivalId?: number;
  readonly statuses?: readonly BookingStatus[];
  readonly selfMatchesOf?: number;
}

/** A page of a list. */
export interface Window {
  readonly limit: number;
  readonly offset: number;
}

/** What a feed is of: a city's festival, live streams of all cities, or one profile. */
export type Feed =
  | {
      readonly of: 'city';
      readonly siteId: number;
      /** Null: the current festival. */
      readonly festivalUuid: string | null;
      readonly streamsOnly: boolean;
    }
  | { readonly of: 'streams'; readonly festivalUuid: null }
  | {
      readonly of: Side;
      readonly uuid: string;
      /** Null: every festival. */
      readonly festivalUuid: string | null;
      readonly statuses: readonly BookingStatus[];
    };

/** A moment, or a time of the clocks of a booking's city: `2027-06-21T12:00:00`. */
export type LocalMoment = Date | { readonly local: string };

/** What a feed is narrowed to; names are keys or labels of the city's lists, of which one is enough. */
export interface FeedFilter {
  readonly genres?: readonly string[];
  readonly venueTypes?: readonly string[];
  readonly neighbourhoods?: readonly string[];
  readonly districts?: readonly string[];
  /** Beginning at or after it. */
  readonly from?: LocalMoment;
  /** Beginning before it. */
  readonly before?: LocalMoment;
  readonly updatedSince?: LocalMoment;
  readonly ada?: boolean;
  readonly isLesson?: boolean;
  readonly isParticipatory?: boolean;
  readonly box?: {
    readonly west: number;
    readonly south: number;
    readonly east: number;
    readonly north: number;
  };
  /** Each must occur in the names or in what the artist says of itself. */
  readonly words?: string;
}

/** The same as it is compared: names folded, words as `like` takes them. */
export interface FoldedFilter extends Omit<FeedFilter, 'words'> {
  readonly patterns?: readonly string[];
}

/** An artist as the public sees it. */
export interface FeedArtist
  extends Pick<
    ArtistFacts,
    | 'name'
    | 'description'
    | 'genres'
    | 'pictureId'
    | 'url'
    | 'facebookUrl'
    | 'instagramUrl'
    | 'twitterUrl'
    | 'youtubeUrl'
    | 'soundcloudUrl'
    | 'soundcloudSongUrls'
    | 'youtubeVideoUrls'
  > {
  readonly uuid: string;
  readonly genreLabels: readonly string[];
  readonly availableFrom: Date;
  readonly availableUntil: Date;
  readonly isDeleted: boolean;
}

/** A venue as the public sees it, with labels for keys; its neighbourhood is a label too. */
export interface FeedVenue
  extends Pick<
    VenueFacts,
    | 'name'
    | 'description'
    | 'address'
    | 'town'
    | 'district'
    | 'neighbourhood'
    | 'zipCode'
    | 'latitude'
    | 'longitude'
    | 'ada'
    | 'rainOption'
    | 'altVenue'
    | 'url'
    | 'facebookUrl'
    | 'instagramUrl'
    | 'twitterUrl'
    | 'youtubeUrl'
  > {
  readonly uuid: string;
  readonly venueTypeLabel: string;
  readonly rainOptionLabel: string;
  readonly virtualOptionLabel: string;
  readonly genreLabels: readonly string[];
  readonly availableFrom: Date;
  readonly availableUntil: Date;
  readonly isDeleted: boolean;
}

/** A booking as a feed shows it. */
export interface FeedBooking extends Pick<Booking, 'uuid' | 'createdByUuid' | keyof BookingFacts | 'status'> {
  readonly isSelfMatch: boolean;
  readonly createdAt: Date;
  /** Of it or its profiles, the last change. */
  readonly updatedAt: Date;
  readonly artist: FeedArtist;
  readonly venue: FeedVenue;
  readonly city: Pick<City, 'uuid' | 'name' | 'slug' | 'siteId' | 'timeZone'> & {
    readonly festivalName: string;
  };
}

/** A page of a feed, and for how long it is true. */
export interface FeedPage {
  /** True while the version of the feed is this one … */
  readonly version: number;
  /** … and it is earlier than this; null: no matter when. */
  readonly validUntil: Date | null;
  /** Of the city that the feed is of; `UTC` across cities. */
  readonly timeZone: string;
  /** Null across cities. */
  readonly cityName: string | null;
  /** Bookings on all pages. */
  readonly total: number;
  /** By start. */
  readonly bookings: readonly FeedBooking[];
}

/** One side of a conversation. */
export interface Talker extends Contact {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly accountId: number | null;
  readonly isDeleted: boolean;
}

/** What an artist and a venue write each other, as one of its readers sees it. */
export interface Conversation {
  readonly id: number;
  readonly uuid: string;
  readonly cityId: number;
  readonly isCityActive: boolean;
  readonly artist: Talker;
  readonly venue: Talker;
  /** The newest booking of the two that is not deleted. */
  readonly bookingUuid: string | null;
  /** Both sides have accepted a booking: they see whom to call. */
  readonly hasAgreement: boolean;
  readonly subject: string;
  readonly unreadCount: number;
  readonly isArchived: boolean;
  readonly lastMessage: Message | null;
  readonly updatedAt: Date;
}

export interface Message {
  readonly uuid: string;
  readonly side: Side;
  /** The account's; null once that person is erased. */
  readonly senderUuid: string | null;
  readonly body: string;
  readonly createdAt: Date;
  /** By the reader; of a message of the reader's own, by the other side. */
  readonly isRead: boolean;
}

/** What the letter about a new message is written from. */
export interface MessageLetter {
  readonly name: string;
  /** The profile that writes, and the one that is written to. */
  readonly from: string;
  readonly to: string;
  readonly cityName: string;
  readonly locale: Locale;
}

/** A line of the city's own list of bookings; times are local texts. */
export interface BookingExport {
  readonly uuid: string;
  readonly festivalName: string;
  readonly status: BookingStatus;
  readonly isSelfMatch: boolean;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly artistName: string;
  readonly artistContactName: string | null;
  readonly artistContactEmail: string | null;
  readonly artistContactPhone: string | null;
  readonly venueName: string;
  readonly address: string;
  readonly town: string;
  readonly zipCode: string | null;
  readonly venueContactName: string | null;
  readonly venueContactEmail: string | null;
  readonly venueContactPhone: string | null;
}

/** What artists are searched by. */
export interface ArtistSearch {
  /** Each must occur in the name or the description. */
  readonly words: string | null;
  /** Keys or labels; one of them is enough. */
  readonly genres: readonly string[] | null;
  /** Free for the whole between the two; one of them null: free at some time before or after the other. */
  readonly freeFrom: Date | null;
  readonly freeUntil: Date | null;
  readonly acceptingOnly: boolean;
  /** The uuid of the searcher's own profile of the other side, for whom the found are ranked; null: by name. */
  readonly matchFor: string | null;
}

/** What venues are searched by; null: no matter. */
export interface VenueSearch extends ArtistSearch {
  /** Keys or labels. */
  readonly neighbourhoods: readonly string[] | null;
  readonly districts: readonly string[] | null;
  readonly venueTypes: readonly string[] | null;
  readonly ada: boolean | null;
  readonly hasPiano: boolean | null;
  readonly hasElectricity: boolean | null;
  readonly hasPa: boolean | null;
  readonly near: { readonly latitude: number; readonly longitude: number } | null;
  /** Null: however far. */
  readonly radiusKm: number | null;
}

/** How well two sides fit. */
export interface Fit {
  /** 0 to 1, of time, genre, equipment and distance; null: not asked for. */
  readonly score: number | null;
  /** At which both are free; null without a current festival. */
  readonly sharedMinutes: number | null;
  readonly sharedGenres: readonly string[];
  /** Of `electricity`, `pa`, `piano`: what the artist needs and the venue has not. */
  readonly missing: readonly string[];
  /** Null: no place was named, or the venue's is not known. */
  readonly distanceKm: number | null;
}

export interface Found<Profile> {
  readonly profile: Profile;
  readonly fit: Fit;
}
