import type { OwnerRead, Read, Tx } from '../../platform/database/contract.ts';
import { brokenConstraint } from '../../platform/database/failures.ts';
import { uuid } from '../../platform/random.ts';
import { transliterate } from '../../platform/text-folding.ts';
import { isTimeZone } from '../../platform/time-zones.ts';
import { record } from '../activity/activity.ts';
import * as rows from './cities.queries.ts';
import {
  keyOf,
  requireCityFacts,
  requireCitySlug,
  requireLookup,
  usualFacts,
  usualLookups,
} from './cities.rules.ts';
import {
  citySlugTaken,
  lookupInUse,
  lookupTaken,
  noCity,
  siteHasCity,
  unknownCity,
  unknownLookup,
} from './refusals.ts';
import type { City, CityChange, CityFacts, Lookup, LookupList } from './types.ts';

/**
 * Makes the city of a site: active, with what may be chosen by contract §9 and no neighbourhoods.
 * Refuses a slug that is none or taken, a site that has a city, and facts that are none.
 */
export async function createCity(
  tx: Tx,
  siteId: number,
  { slug, ...facts }: { readonly slug: string } & CityChange & Pick<CityFacts, 'name' | 'timeZone'>,
): Promise<City> {
  requireCitySlug(slug);
  const whole = { ...usualFacts, ...facts };
  requireCityFacts(whole, isTimeZone);
  try {
    const id = await rows.insertCity(tx, { ...whole, slug, siteId, uuid: uuid(tx.random, tx.clock.now()) });
    await rows.insertLookups(tx, id, usualLookups());
    await record(tx, { verb: 'created', objectType: 'city', objectId: id });
    return requireCityById(tx, id);
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'cities__slug') throw citySlugTaken(slug);
    if (constraint === 'cities__site') throw siteHasCity();
    throw error;
  }
}

/** Changes what is named. Refuses an unknown city and facts that are none. */
export async function changeCity(tx: Tx, id: number, change: CityChange): Promise<City> {
  const present = await lockCity(tx, id);
  const whole = { ...present, ...change };
  requireCityFacts(whole, isTimeZone);
  await rows.updateCity(tx, id, whole);
  await record(tx, { verb: 'changed', objectType: 'city', objectId: id, fields: Object.keys(change) });
  return requireCityById(tx, id);
}

/** A city, with other changes of it kept waiting until the transaction ends. Refuses an unknown one. */
export async function lockCity(tx: Tx, id: number): Promise<City> {
  const city = await rows.lockCity(tx, id);
  if (!city) throw unknownCity(String(id));
  return city;
}

/** The tenant's cities by name. */
export function listCities(read: Read): Promise<City[]> {
  return rows.selectCities(read);
}

/** These cities, by name. */
export function listCitiesOf(read: Read, ids: readonly number[]): Promise<City[]> {
  return ids.length === 0 ? Promise.resolve([]) : rows.selectCities(read, ids);
}

/** The city whose face this site is; null: it is none's. */
export function findCityOfSite(read: Read, siteId: number): Promise<City | null> {
  return rows.findCityOfSite(read, siteId);
}

/** The city whose face this site is; refuses a site without one. */
export async function requireCityOfSite(read: Read, siteId: number): Promise<City> {
  const city = await rows.findCityOfSite(read, siteId);
  if (!city) throw noCity();
  return city;
}

/** The city of that slug in this tenant; refuses an unknown one. */
export async function requireCity(read: Read, slug: string): Promise<City> {
  const city = await rows.findCityBySlug(read, slug);
  if (!city) throw unknownCity(slug);
  return city;
}

/** The city with that id; refuses an unknown one. */
export async function requireCityById(read: Read, id: number): Promise<City> {
  const city = await rows.findCity(read, id);
  if (!city) throw unknownCity(String(id));
  return city;
}

/** Slugs of the sites whose cities have that slug, in any tenant of the installation. */
export function findSitesOfCity(read: OwnerRead, slug: string): Promise<string[]> {
  return rows.selectSitesAcrossTenants(read, slug);
}

/** What may be chosen in a city, by list and in the city's order. @param list only this one */
export function listLookups(read: Read, cityId: number, list?: LookupList): Promise<Lookup[]> {
  return rows.selectLookups(read, cityId, list);
}

/** What may be chosen in each of these cities. */
export async function listLookupsOf(
  read: Read,
  cityIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Lookup[]>> {
  const ids = [...new Set(cityIds)];
  return new Map(await Promise.all(ids.map(async (id) => [id, await rows.selectLookups(read, id)] as const)));
}

/**
 * Adds an entry to a list, at its end; without a key it gets one made of its label.
 * Refuses an entry that is none, and a key that the list has.
 */
export async function addLookup(
  tx: Tx,
  cityId: number,
  { key, ...entry }: Omit<Lookup, 'key'> & { readonly key?: string },
): Promise<Lookup> {
  const lookup = { ...entry, key: key ?? keyOf(transliterate(entry.label)) };
  requireLookup(lookup);
  try {
    await rows.insertLookups(tx, cityId, [lookup]);
  } catch (error) {
    throw brokenConstraint(error) === 'lookups_pkey' ? lookupTaken(lookup.key) : error;
  }
  await noteLookup(tx, 'added', cityId, lookup);
  return lookup;
}

/** Changes label and district of an entry. Refuses an unknown one. */
export async function changeLookup(
  tx: Tx,
  cityId: number,
  { list, key, ...change }: Pick<Lookup, 'list' | 'key'> & Partial<Lookup>,
): Promise<Lookup> {
  const present = (await rows.selectLookups(tx, cityId, list)).find((one) => one.key === key);
  if (!present) throw unknownLookup(key);
  const lookup = { ...present, ...change };
  requireLookup(lookup);
  await rows.updateLookup(tx, cityId, lookup);
  await noteLookup(tx, 'changed', cityId, lookup);
  return lookup;
}

/** Takes an entry out of a list. Refuses an unknown one, and one that a profile names. */
export async function removeLookup(tx: Tx, cityId: number, list: LookupList, key: string): Promise<void> {
  if (await rows.isLookupUsed(tx, cityId, list, key)) throw lookupInUse(key);
  if (!(await rows.deleteLookup(tx, cityId, list, key))) throw unknownLookup(key);
  await noteLookup(tx, 'removed', cityId, { list, key });
}

/** Lets an account run a city: it carries the scope `city` there from now on. */
export async function addCityAdmin(tx: Tx, cityId: number, accountId: number): Promise<void> {
  if (!(await rows.insertCityAdmin(tx, cityId, accountId))) return;
  await record(tx, {
    verb: 'added_admin',
    objectType: 'city',
    objectId: cityId,
    fields: [String(accountId)],
  });
}

/** Takes that away again. @returns whether the account ran the city */
export async function removeCityAdmin(tx: Tx, cityId: number, accountId: number): Promise<boolean> {
  if (!(await rows.deleteCityAdmin(tx, cityId, accountId))) return false;
  await record(tx, {
    verb: 'removed_admin',
    objectType: 'city',
    objectId: cityId,
    fields: [String(accountId)],
  });
  return true;
}

/** Ids of the accounts that were added to a city. */
export function listCityAdmins(read: Read, cityId: number): Promise<number[]> {
  return rows.selectAdminIds(read, cityId);
}

/** Notes that a person accepted the terms of a city, now. */
export async function acceptTerms(tx: Tx, accountId: number, cityId: number): Promise<void> {
  await rows.upsertAcceptance(tx, accountId, cityId);
}

async function noteLookup(
  tx: Tx,
  verb: 'added' | 'changed' | 'removed',
  cityId: number,
  { list, key }: Pick<Lookup, 'list' | 'key'>,
): Promise<void> {
  await record(tx, { verb: `${verb}_${list}`, objectType: 'city', objectId: cityId, fields: [key] });
}
