import type { Read, Tx } from '../../platform/database/contract.ts';
import { uuid } from '../../platform/random.ts';
import { writeMoment } from '../../platform/time-zones.ts';
import { record } from '../activity/activity.ts';
import { festivalFaults, usualFestivalName } from './cities.rules.ts';
import * as rows from './festivals.queries.ts';
import { badFestival, bookingsOutside, unknownFestival } from './refusals.ts';
import type { City, Festival, FestivalDraft } from './types.ts';

/**
 * Makes a festival of a city, launched unless it is a draft. Refuses times and deadlines that make no sense.
 */
export async function createFestival(
  tx: Tx,
  city: City,
  draft: FestivalDraft,
  { isDraft }: { readonly isDraft: boolean },
): Promise<Festival> {
  const values: rows.FestivalValues = {
    name: usualFestivalName(city.name, writeMoment(draft.startsAt, city.timeZone).slice(0, 4), draft),
    startsAt: draft.startsAt,
    endsAt: draft.endsAt,
    launchedAt: null,
    registrationClosesAt: draft.registrationClosesAt ?? null,
    matchmakingClosesAt: draft.matchmakingClosesAt ?? null,
  };
  refuseFaults(values);
  const festival = await rows.insertFestival(tx, {
    ...values,
    cityId: city.id,
    uuid: uuid(tx.random, tx.clock.now()),
  });
  await record(tx, { verb: 'created', objectType: 'festival', objectId: festival.id });
  return isDraft ? festival : launchFestival(tx, city, festival.uuid);
}

/** Changes what is named. Refuses an unknown one, times that make no sense, and those that leave bookings outside. */
export async function changeFestival(
  tx: Tx,
  city: City,
  festivalUuid: string,
  change: Partial<FestivalDraft>,
): Promise<Festival> {
  const present = await lockFestival(tx, city, festivalUuid);
  const values = { ...present, ...change };
  refuseFaults(values);
  const outside = await rows.countBookingsOutside(tx, present.id, values);
  if (outside > 0) throw bookingsOutside(outside);
  const festival = await rows.updateFestival(tx, present.id, values);
  const fields = Object.keys(change);
  await record(tx, { verb: 'changed', objectType: 'festival', objectId: festival.id, fields });
  return festival;
}

/**
 * Opens a festival: from now on people make profiles and ask each other for it. Where nothing else is under way in the
 * city, its profiles become available for the whole window. Refuses an unknown one.
 */
export async function launchFestival(tx: Tx, city: City, festivalUuid: string): Promise<Festival> {
  const present = await lockFestival(tx, city, festivalUuid);
  if (present.launchedAt !== null) return present;
  if ((await rows.findCurrentFestival(tx, city.id)) === null) await rows.resetAvailability(tx, city.id);
  const festival = await rows.updateFestival(tx, present.id, { ...present, launchedAt: tx.clock.now() });
  await record(tx, { verb: 'launched', objectType: 'festival', objectId: festival.id });
  return festival;
}

/** A festival of a city, with other changes of it kept waiting until the transaction ends. Refuses an unknown one. */
export async function lockFestival(tx: Tx, city: City, festivalUuid: string): Promise<Festival> {
  const present = await rows.lockFestival(tx, festivalUuid);
  if (present?.cityId !== city.id) throw unknownFestival(festivalUuid);
  return present;
}

/** The launched festival of a city that has not yet ended, the next one if several; null: none. */
export function findCurrentFestival(read: Read, cityId: number): Promise<Festival | null> {
  return rows.findCurrentFestival(read, cityId);
}

/** Every festival of a city by date, drafts too. */
export function listFestivals(read: Read, cityId: number): Promise<Festival[]> {
  return rows.selectFestivals(read, cityId);
}

/** The current festival of a city and those that are over, by date (contract §6.2). */
export async function splitFestivals(
  read: Read,
  cityId: number,
): Promise<{ current: Festival | null; past: Festival[] }> {
  const all = await rows.selectFestivals(read, cityId);
  const now = read.clock.now();
  const launched = all.filter(({ launchedAt }) => launchedAt !== null);
  return {
    current: launched.find(({ endsAt }) => endsAt > now) ?? null,
    past: launched.filter(({ endsAt }) => endsAt <= now),
  };
}

/** A launched festival of a city by its uuid; refuses an unknown one, another city's, and a draft. */
export async function requireFestival(read: Read, cityId: number, festivalUuid: string): Promise<Festival> {
  const festival = await rows.findFestivalByUuid(read, festivalUuid);
  if (festival?.cityId !== cityId || festival.launchedAt === null) throw unknownFestival(festivalUuid);
  return festival;
}

function refuseFaults(values: rows.FestivalValues): void {
  const faults = festivalFaults(values);
  if (Object.keys(faults).length > 0) throw badFestival(faults);
}
