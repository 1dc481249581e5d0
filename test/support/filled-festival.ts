import { acceptTerms, addLookup } from '../../src/modules/festival/cities.ts';
import { startConversation, writeMessage } from '../../src/modules/festival/conversations.ts';
import type { BookingStatus } from '../../src/modules/festival/types.ts';
import type { Account } from '../../src/modules/identity/types.ts';
import type { TestSite } from './app.ts';
import { artist, booking, city, festival, festivalTime, runCity, venue, viewer } from './festival.ts';
import type { Callers } from './filled-tenant.ts';

/** Names of what the tenant's music day has. */
export interface FilledFestival {
  readonly citySlug: string;
  readonly festival: string;
  /** Of the member. */
  readonly artist: string;
  /** Of the admin. */
  readonly venue: string;
  /** Asked for by the member's artist: the venue's turn. */
  readonly booking: string;
  /** Between the member's artist and the admin's venue. */
  readonly conversation: string;
}

const artists = ['The Copper Kettles', 'Kora & Kin', 'Tuba Tuesday', 'Noor Quartet'];
const venues = [
  ['Old Mill', 43.074, -89.392, 'Downtown'],
  ['Harbour Steps', 43.081, -89.376, 'Harbour'],
  ['Library Garden', 43.069, -89.405, 'Downtown'],
  ['Café Anna', 43.077, -89.385, 'Harbour'],
] as const;

/** One festival day to come: artists, venues on the map, bookings of every status, a conversation. */
export async function fillFestival(
  at: TestSite,
  { admin, staff, member }: Callers,
  crowd: readonly Account[],
): Promise<FilledFestival> {
  const held = await city(at, { slug: 'riverside', name: 'Riverside', latitude: 43.07, longitude: -89.4 });
  await at.context.transaction(async (tx) => {
    for (const [key, label] of [
      ['downtown', 'Downtown'],
      ['harbour', 'Harbour'],
    ] as const)
      await addLookup(tx, held.id, { list: 'neighbourhood', key, label, district: null });
    await acceptTerms(tx, member.id, held.id);
  });
  const music = await festival(at, held, { name: 'Riverside Music Day 2027' });
  await runCity(at, held, staff);
  const owners = [member, ...crowd];
  const bands = [];
  for (const [index, name] of artists.entries())
    bands.push(
      await artist(at, held, owners[index] ?? member, {
        name,
        description: 'We play outside, in any weather.',
      }),
    );
  const places = [];
  for (const [index, [name, latitude, longitude, neighbourhood]] of venues.entries())
    places.push(
      await venue(at, held, index === 0 ? admin : (crowd[10 + index] ?? admin), {
        name,
        latitude,
        longitude,
        neighbourhood,
        address: `${index + 3} Main Street`,
      }),
    );
  const statuses: readonly BookingStatus[] = [
    'requested',
    'confirmed',
    'accepted',
    'confirmed',
    'changes_suggested',
    'confirmed',
    'denied',
    'confirmed',
  ];
  const made = [];
  for (const [index, status] of statuses.entries()) {
    const [band, place] = [bands[index % bands.length], places[(index + (index >> 2)) % places.length]];
    if (!band || !place) continue;
    const times = { startsAt: festivalTime(`${10 + index}:00`), endsAt: festivalTime(`${10 + index}:50`) };
    made.push(await booking(at, held, { artist: band, venue: place }, { status, ...times }));
  }
  const [band, place] = [bands[0], places[0]];
  if (!band || !place) throw new Error('nobody plays');
  const conversation = await at.context.transaction(async (tx) => {
    const draft = { artistUuid: band.uuid, venueUuid: place.uuid, subject: 'Power on the stage' };
    const { uuid } = await startConversation(tx, held, viewer(member), {
      ...draft,
      body: 'Is there a socket near the steps?',
    });
    await writeMessage(tx, viewer(admin), uuid, 'There are two, and we have a long cable.');
    return uuid;
  });
  return {
    citySlug: held.slug,
    festival: music.uuid,
    artist: band.uuid,
    venue: place.uuid,
    booking: made[0]?.uuid ?? '',
    conversation,
  };
}
