import ical, { ICalEventStatus } from 'ical-generator';
import type { FeedBooking, FeedPage } from '../../modules/festival/types.ts';
import { csvLine } from '../../platform/csv.ts';
import { toSimpleEvent } from './feed-forms.ts';
import { utcTime } from './times.ts';

/** A feed as a table, an event a line. @param origin of the host that shows pictures */
export function toCsv({ bookings }: FeedPage, origin: string): string {
  return [csvLine(headings), ...bookings.map((booking) => csvLine(cellsOf(booking, origin)))].join('');
}

/** A feed as GeoJSON (RFC 7946): where the venues lie, with what the simple feed says of each event. */
export function toGeojson({ bookings }: FeedPage, origin: string): string {
  const features = bookings.map((booking) => {
    const { latitude, longitude } = booking.venue;
    const isPlaced = latitude !== null && longitude !== null;
    return {
      type: 'Feature',
      id: booking.uuid,
      geometry: isPlaced ? { type: 'Point', coordinates: [longitude, latitude] } : null,
      properties: {
        ...toSimpleEvent(booking, origin),
        utc_start_time: utcTime(booking.startsAt),
        utc_end_time: utcTime(booking.endsAt),
      },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/**
 * A feed as a calendar (RFC 5545). Times are in UTC, which every program shows in its own zone.
 * @param name what a program calls the calendar
 */
export function toIcalendar({ bookings }: FeedPage, name: string): string {
  const calendar = ical({
    // The library escapes the texts of events, not this one.
    name: escaped(name),
    prodId: { company: 'Muster', product: 'Muster', language: 'EN' },
  });
  for (const booking of bookings) {
    const { artist, venue } = booking;
    const { latitude: lat, longitude: lon } = venue;
    calendar.createEvent({
      id: booking.uuid,
      stamp: booking.updatedAt,
      created: booking.createdAt,
      lastModified: booking.updatedAt,
      start: booking.startsAt,
      end: booking.endsAt,
      summary: `${artist.name} – ${venue.name}`,
      description: [
        artist.description,
        venue.altVenue && `In case of rain: ${venue.altVenue}`,
        booking.livestreamUrl,
      ]
        .filter((part) => part !== null && part !== '')
        .join('\n\n'),
      location: {
        title: venue.name,
        address: [venue.address, venue.town, venue.zipCode]
          .filter((part) => part !== null && part !== '')
          .join(', '),
        ...(lat !== null && lon !== null && { geo: { lat, lon } }),
      },
      categories: artist.genreLabels.map((genre) => ({ name: genre })),
      status: booking.status === 'confirmed' ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      ...(artist.url !== null && { url: artist.url }),
    });
  }
  return calendar.toString();
}

/** RFC 5545 §3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

const headings = [
  'id',
  'start_time',
  'end_time',
  'utc_start_time',
  'utc_end_time',
  'artist',
  'genres',
  'artist_description',
  'artist_url',
  'venue',
  'address',
  'city',
  'district',
  'neighbourhood',
  'zip_code',
  'latitude',
  'longitude',
  'ada',
  'venue_type',
  'rain_option',
  'alt_venue',
  'venue_url',
  'is_lesson',
  'is_participatory',
  'livestream_url',
];

function cellsOf(booking: FeedBooking, origin: string) {
  const { artist, venue, ...event } = toSimpleEvent(booking, origin);
  return [
    event.id,
    event.start_time,
    event.end_time,
    utcTime(booking.startsAt),
    utcTime(booking.endsAt),
    artist.name,
    booking.artist.genreLabels.join('; '),
    artist.description,
    artist.url,
    venue.name,
    venue.address,
    venue.city,
    venue.district,
    venue.neighbourhood,
    venue.zip_code,
    venue.latitude,
    venue.longitude,
    String(venue.ada),
    venue.venue_type,
    booking.venue.rainOptionLabel,
    venue.alt_venue,
    venue.url,
    String(event.is_lesson),
    String(event.is_participatory),
    event.livestream_url,
  ];
}
