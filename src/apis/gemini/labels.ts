import { listCitiesOf, listLookupsOf } from '../../modules/festival/cities.ts';
import type { City, LookupList } from '../../modules/festival/types.ts';
import type { Read } from '../../platform/database/contract.ts';

/** The words of some cities, for whoever words things of several. */
export interface CityBook {
  /** A city of the book. */
  city(id: number): City;
  /** The label of a key; what a list does not know stays as it is. */
  label(cityId: number, list: LookupList, key: string): string;
}

/** Reads what is said of these cities, and what may be chosen in them. */
export async function readCityBook(read: Read, cityIds: readonly number[]): Promise<CityBook> {
  const [cities, lookups] = await Promise.all([
    listCitiesOf(read, [...new Set(cityIds)]),
    listLookupsOf(read, cityIds),
  ]);
  const labels = new Map(
    [...lookups].flatMap(([cityId, list]) =>
      list.map((one) => [`${cityId} ${one.list} ${one.key}`, one.label] as const),
    ),
  );
  return {
    city(id) {
      const found = cities.find((one) => one.id === id);
      if (!found) throw new Error(`City ${id} is not in the book.`);
      return found;
    },
    label: (cityId, list, key) => labels.get(`${cityId} ${list} ${key}`) ?? key,
  };
}
