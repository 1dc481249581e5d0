import type { Read, Tx } from '../../platform/database/contract.ts';
import { uuid } from '../../platform/random.ts';
import { fold } from '../../platform/text-folding.ts';
import { record } from '../activity/activity.ts';
import * as artists from './artists.queries.ts';
import { cancelBookingsOf } from './booking-steps.ts';
import { selectLookups } from './cities.queries.ts';
import { findCurrentFestival } from './festivals.queries.ts';
import { claimAvatar } from './pictures.ts';
import { keyFor, keysOf, requireArtist, requireVenue, usualArtist, usualVenue } from './profiles.rules.ts';
import {
  cityClosed,
  cityPaused,
  noPower,
  notOwner,
  registrationClosed,
  unknownArtist,
  unknownVenue,
} from './refusals.ts';
import { registrationEndOf, runsCity } from './rules.ts';
import type {
  Artist,
  ArtistDraft,
  ArtistFacts,
  Availability,
  City,
  Side,
  Venue,
  VenueDraft,
  VenueFacts,
  Viewer,
} from './types.ts';
import * as venues from './venues.queries.ts';

/**
 * Makes an artist of a city. Refuses facts that are none, a picture that is not the person's, a city that takes nobody
 * now, and whoever is neither the person nor runs the city.
 * @param accountId whose it becomes; null: nobody's, made on the spot for a self-match
 */
export async function createArtist(
  tx: Tx,
  city: City,
  viewer: Viewer,
  accountId: number | null,
  draft: ArtistDraft,
): Promise<Artist> {
  await requireOpenCity(tx, city, viewer);
  const facts = await judgeArtist(tx, city, { ...usualArtist, ...draft });
  if (facts.pictureId !== null) await claimAvatar(tx, facts.pictureId, viewer, city.id);
  const id = await artists.insertArtist(tx, {
    ...facts,
    ...newProfile(tx, city, viewer, accountId, facts.name),
  });
  await record(tx, { verb: 'created', objectType: 'artist', objectId: id });
  return requireArtistById(tx, id);
}

/** Makes a venue of a city; else as `createArtist`. Accessibility and piano begin as the city says. */
export async function createVenue(
  tx: Tx,
  city: City,
  viewer: Viewer,
  accountId: number | null,
  draft: VenueDraft,
): Promise<Venue> {
  await requireOpenCity(tx, city, viewer);
  const usual = { ...usualVenue, town: city.name, hasPiano: city.venueDefaultHasPiano };
  const facts = await judgeVenue(tx, city, { ...usual, ...draft });
  const id = await venues.insertVenue(tx, {
    ...facts,
    ...newProfile(tx, city, viewer, accountId, facts.name),
  });
  await record(tx, { verb: 'created', objectType: 'venue', objectId: id });
  return requireVenueById(tx, id);
}

/** Changes what is named of an artist. Refuses as `createArtist`, and whoever may not change it. */
export async function changeArtist(
  tx: Tx,
  city: City,
  viewer: Viewer,
  artistUuid: string,
  change: Partial<ArtistFacts>,
): Promise<Artist> {
  const present = await lockArtist(tx, viewer, artistUuid);
  const facts = await judgeArtist(tx, city, { ...present, ...change }, namesTimes(change));
  if (facts.pictureId !== null && facts.pictureId !== present.pictureId)
    await claimAvatar(tx, facts.pictureId, viewer, city.id);
  await artists.updateArtist(tx, present.id, { ...facts, nameKey: fold(facts.name) });
  const fields = Object.keys(change);
  await record(tx, { verb: 'changed', objectType: 'artist', objectId: present.id, fields });
  return requireArtistById(tx, present.id);
}

/** Changes what is named of a venue. Refuses as `createVenue`, and whoever may not change it. */
export async function changeVenue(
  tx: Tx,
  city: City,
  viewer: Viewer,
  venueUuid: string,
  change: Partial<VenueFacts>,
): Promise<Venue> {
  const present = await lockVenue(tx, viewer, venueUuid);
  const facts = await judgeVenue(tx, city, { ...present, ...change }, namesTimes(change));
  await venues.updateVenue(tx, present.id, { ...facts, nameKey: fold(facts.name) });
  const fields = Object.keys(change);
  await record(tx, { verb: 'changed', objectType: 'venue', objectId: present.id, fields });
  return requireVenueById(tx, present.id);
}

/** Deletes an artist; what is asked or agreed for later is cancelled with a letter. Refuses whoever may not. */
export async function deleteArtist(tx: Tx, viewer: Viewer, artistUuid: string): Promise<void> {
  const present = await lockArtist(tx, viewer, artistUuid);
  await artists.markArtistDeleted(tx, present.id);
  await cancelBookingsOf(tx, {
    artistIds: [present.id],
    venueIds: [],
    acting: { accountId: viewer.accountId, actor: 'artist', sides: ['artist'] },
  });
  await record(tx, { verb: 'deleted', objectType: 'artist', objectId: present.id });
}

/** Deletes a venue; else as `deleteArtist`. */
export async function deleteVenue(tx: Tx, viewer: Viewer, venueUuid: string): Promise<void> {
  const present = await lockVenue(tx, viewer, venueUuid);
  await venues.markVenueDeleted(tx, present.id);
  await cancelBookingsOf(tx, {
    artistIds: [],
    venueIds: [present.id],
    acting: { accountId: viewer.accountId, actor: 'venue', sides: ['venue'] },
  });
  await record(tx, { verb: 'deleted', objectType: 'venue', objectId: present.id });
}

/** The artist of that uuid; refuses an unknown and a deleted one. */
export async function requireArtistByUuid(read: Read, artistUuid: string): Promise<Artist> {
  const artist = await artists.findArtistByUuid(read, artistUuid);
  if (!artist || artist.isDeleted) throw unknownArtist(artistUuid);
  return artist;
}

/** The venue of that uuid; refuses an unknown and a deleted one. */
export async function requireVenueByUuid(read: Read, venueUuid: string): Promise<Venue> {
  const venue = await venues.findVenueByUuid(read, venueUuid);
  if (!venue || venue.isDeleted) throw unknownVenue(venueUuid);
  return venue;
}

/** An artist, with other changes of it kept waiting until the transaction ends. Refuses whoever may not change it. */
export async function lockArtist(tx: Tx, viewer: Viewer, artistUuid: string): Promise<Artist> {
  const { id } = await requireOwnArtist(tx, viewer, artistUuid);
  await artists.lockArtists(tx, [id]);
  return requireOwnArtist(tx, viewer, artistUuid);
}

/** As `lockArtist`, of a venue. */
export async function lockVenue(tx: Tx, viewer: Viewer, venueUuid: string): Promise<Venue> {
  const { id } = await requireOwnVenue(tx, viewer, venueUuid);
  await venues.lockVenues(tx, [id]);
  return requireOwnVenue(tx, viewer, venueUuid);
}

/** The profiles of an account that are not deleted, oldest first. */
export async function listProfilesOf(
  read: Read,
  accountId: number,
): Promise<{ artists: Artist[]; venues: Venue[] }> {
  const [ownArtists, ownVenues] = await Promise.all([
    artists.selectArtistsOf(read, accountId),
    venues.selectVenuesOf(read, accountId),
  ]);
  return { artists: ownArtists, venues: ownVenues };
}

/** Whether the viewer may change the profile: its owner with a credential that goes so far, or who runs the city. */
export function mayChange(
  { accountId, cityId }: Pick<Artist, 'accountId' | 'cityId'>,
  side: Side,
  viewer: Viewer,
): boolean {
  const may = side === 'artist' ? viewer.mayPerform : viewer.mayHost;
  return runsCity(viewer, cityId) || (may && accountId === viewer.accountId);
}

async function requireOwnArtist(read: Read, viewer: Viewer, artistUuid: string): Promise<Artist> {
  const artist = await requireArtistByUuid(read, artistUuid);
  refuseStranger(artist, 'artist', viewer);
  return artist;
}

async function requireOwnVenue(read: Read, viewer: Viewer, venueUuid: string): Promise<Venue> {
  const venue = await requireVenueByUuid(read, venueUuid);
  refuseStranger(venue, 'venue', viewer);
  return venue;
}

function refuseStranger(profile: Artist | Venue, side: Side, viewer: Viewer): void {
  if (mayChange(profile, side, viewer)) return;
  throw profile.accountId === viewer.accountId ? noPower(side) : notOwner();
}

async function requireOpenCity(tx: Tx, city: City, viewer: Viewer): Promise<void> {
  if (runsCity(viewer, city.id)) return;
  if (!city.isActive) throw cityClosed(city.name);
  if (city.isPaused) throw cityPaused(city.name);
  const festival = await findCurrentFestival(tx, city.id);
  if (!festival) return;
  const end = registrationEndOf(festival);
  if (tx.clock.now() >= end) throw registrationClosed(end);
}

async function judgeArtist<Facts extends ArtistFacts>(
  read: Read,
  city: City,
  facts: Facts,
  withTimes = true,
): Promise<Facts> {
  const [lookups, festival] = await Promise.all([
    selectLookups(read, city.id),
    findCurrentFestival(read, city.id),
  ]);
  const judged = { ...facts, name: facts.name.trim(), genres: keysOf(facts.genres, 'genre', lookups) };
  requireArtist(judged, lookups, withTimes ? festival : null);
  return judged;
}

async function judgeVenue<Facts extends VenueFacts>(
  read: Read,
  city: City,
  facts: Facts,
  withTimes = true,
): Promise<Facts> {
  const [lookups, festival] = await Promise.all([
    selectLookups(read, city.id),
    findCurrentFestival(read, city.id),
  ]);
  const { neighbourhood } = facts;
  const found = neighbourhood === null ? null : keyFor(neighbourhood, 'neighbourhood', lookups);
  const judged = {
    ...facts,
    name: facts.name.trim(),
    genres: keysOf(facts.genres, 'genre', lookups),
    venueType: keyFor(facts.venueType, 'venue_type', lookups),
    rainOption: keyFor(facts.rainOption, 'rain_option', lookups),
    virtualOption: keyFor(facts.virtualOption, 'virtual_option', lookups),
    neighbourhood: found,
    district:
      facts.district ??
      lookups.find(({ list, key }) => list === 'neighbourhood' && key === found)?.district ??
      null,
  };
  requireVenue(judged, lookups, withTimes ? festival : null);
  return judged;
}

/** Times of a festival that is over stay until somebody changes them. */
function namesTimes(change: Partial<Availability>): boolean {
  return 'availableFrom' in change || 'availableUntil' in change || 'unavailable' in change;
}

function newProfile(tx: Tx, city: City, viewer: Viewer, accountId: number | null, name: string) {
  return {
    uuid: uuid(tx.random, tx.clock.now()),
    cityId: city.id,
    accountId,
    createdBy: viewer.accountId,
    nameKey: fold(name),
  };
}

async function requireArtistById(read: Read, id: number): Promise<Artist> {
  const [artist] = await artists.selectArtists(read, [id]);
  if (!artist) throw unknownArtist(String(id));
  return artist;
}

async function requireVenueById(read: Read, id: number): Promise<Venue> {
  const [venue] = await venues.selectVenues(read, [id]);
  if (!venue) throw unknownVenue(String(id));
  return venue;
}
